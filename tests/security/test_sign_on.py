"""Sign-on: slow to guess, gone at once, and one form only."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import get_resolver
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from gufu.settings import base
from tests.factories import PASSWORD, CasePortraitPageFactory, UserFactory

LOGIN = "/konto/login/"
HOME, AWAY = "198.51.100.7", "203.0.113.9"


def attempt(username, password="forkert", address=HOME, **headers):
    """Return the answer to one attempt from a browser of its own."""
    return Client(REMOTE_ADDR=address).post(
        LOGIN, {"username": username, "password": password}, headers=headers
    )


def signed_in(user=None):
    client = Client()
    client.force_login(user or UserFactory())
    return client


# --- Guessing ----------------------------------------------------------------------------------
GUESSES = {
    "one account": lambda number: attempt("offer"),
    "many accounts (spray)": lambda number: attempt(f"konto{number}"),
    "forged X-Forwarded-For": lambda number: attempt(
        "offer", **{"X-Forwarded-For": f"10.0.0.{number}"}
    ),
    "every forged header": lambda number: attempt(
        f"konto{number}",
        **{
            "X-Forwarded-For": f"10.0.{number}.1, 10.1.1.{number}",
            "X-Real-IP": f"10.0.0.{number}",
            "Forwarded": f"for=10.0.0.{number}",
            "True-Client-IP": f"10.0.0.{number}",
            "CF-Connecting-IP": f"10.0.0.{number}",
            "User-Agent": f"browser {number}",
        },
    ),
    "another address of the same IPv6 network each time": lambda number: attempt(
        f"konto{number}", address=f"2001:db8:7::{number + 1:x}"
    ),
    "capitals and spaces": lambda number: attempt(" " * (number % 3) + "Offer"),
}


@pytest.mark.parametrize("way", GUESSES)
def test_guessing_is_stopped_by_the_tenth_attempt_and_the_victim_gets_in_from_elsewhere(site, way):
    UserFactory(username="offer")
    answers = [GUESSES[way](number).status_code for number in range(100)]

    assert set(answers[:5]) == {200}  # a person may mistype
    assert set(answers[9:]) == {429}
    # From there not even the right password opens …
    there = "2001:db8:7::ffff" if "IPv6" in way else HOME
    assert attempt("offer", PASSWORD, address=there).status_code == 429
    # … but its owner is not locked out.
    assert attempt("offer", PASSWORD, address=AWAY).status_code == 302


def test_the_closed_door_speaks_danish_and_is_not_kept_by_anybody(site):
    for _ in range(10):
        answer = attempt("offer")
    assert answer.status_code == 429
    assert "For mange forsøg" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_behind_declared_proxies_the_address_is_the_one_they_saw(site, settings):
    """With one proxy in front, what the visitor wrote before its entry counts for nothing."""
    settings.AXES_IPWARE_PROXY_COUNT = 1
    settings.AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"]
    answers = [
        attempt("offer", address="10.0.0.1", **{"X-Forwarded-For": f"1.1.1.{n}, {HOME}"})
        for n in range(20)
    ]
    assert {answer.status_code for answer in answers[9:]} == {429}


def test_a_good_password_forgets_the_bad_ones(site):
    UserFactory(username="glemsom")
    for _ in range(3):
        for _ in range(5):
            attempt("glemsom")
        assert attempt("glemsom", PASSWORD).status_code == 302


# --- One form ----------------------------------------------------------------------------------
def test_wagtails_sign_in_leads_to_the_only_form(site):
    answer = Client().get("/cms/login/?next=/cms/pages/")
    assert answer.status_code == 302
    assert answer.url == "/konto/login/?next=/cms/pages/"
    # A body sent there is checked by nobody: no password is tried.
    assert Client().post("/cms/login/", {"username": "a", "password": "b"}).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "/_util/login/",
        "/_util/authenticate_with_password/1/1/",
        "/dokumenter/authenticate_with_password/1/",
        "/cms/password_reset/",
        "/cms/password_reset/done/",
        "/admin/login/",
        "/accounts/login/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_second_form_anywhere(site, address, method):
    assert getattr(signed_in(), method)(address).status_code in {403, 404}
    anonymous = getattr(Client(), method)(address)
    assert anonymous.status_code in {302, 404}
    if anonymous.status_code == 302:
        assert anonymous.url.startswith(LOGIN)


def test_every_view_that_takes_a_password_is_known():
    """A sign-in view that somebody adds later shows up here."""
    from django.contrib.auth.views import LoginView, PasswordResetView

    found = set()

    def walk(patterns, prefix=""):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, route)
            else:
                view = getattr(pattern.callback, "view_class", None)
                if view and issubclass(view, LoginView | PasswordResetView):
                    found.add(route)

    walk(get_resolver().url_patterns)
    shadowed = {"_util/login/", "cms/login/"}  # ours stand before them; tested above
    closed = {route for route in found if route.startswith("cms/password_reset/")}
    assert found - shadowed - closed == {"konto/login/", "konto/noedadgang/"}


def test_the_cms_lets_nobody_change_password_or_address_past_the_throttle(site):
    editor = UserFactory(email="egen@gufu.example", is_superuser=True)
    client = signed_in(editor)
    page = client.get("/cms/account/").content.decode()
    assert 'name="password-old_password"' not in page
    assert 'name="name_email-email"' not in page
    client.post(
        "/cms/account/",
        {
            "name_email-first_name": "Inger",
            "name_email-last_name": "Holm",
            "name_email-email": "kollega@gufu.example",
            "password-old_password": PASSWORD,
            "password-new_password1": "havens-nye-laage-7",
            "password-new_password2": "havens-nye-laage-7",
        },
    )
    editor.refresh_from_db()
    assert editor.email == "egen@gufu.example"
    assert editor.check_password(PASSWORD)


@pytest.mark.parametrize("model", [PageViewRestriction, CollectionViewRestriction])
def test_the_cms_offers_no_shared_passwords(site, model):
    editor = signed_in(UserFactory(is_superuser=True))
    address = {
        PageViewRestriction: f"/cms/pages/{site.cases.pk}/privacy/",
        CollectionViewRestriction: "/cms/collections/1/privacy/",
    }[model]
    answer = editor.get(address).content.decode()
    assert "groups" in answer
    assert 'value=\\"password\\"' not in answer
    assert 'value="password"' not in answer


def test_a_password_on_a_page_from_elsewhere_closes_it_to_all_but_superusers(site):
    page = CasePortraitPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="hemmelig")
    assert signed_in().get(page.url).status_code == 404
    assert signed_in(UserFactory(is_superuser=True)).get(page.url).status_code == 200


# --- Sessions ----------------------------------------------------------------------------------
def sign_in(user, client=None):
    client = client or Client()
    answer = client.post(LOGIN, {"username": user.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def is_in(client):
    return client.get("/kolleger/mig/").status_code == 200


def with_cookie(key):
    """Return a browser that holds the session `key`, as a thief would."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


def test_signing_in_gives_a_new_session(site):
    client = Client()
    planted = client.session
    planted["note"] = "planted"
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    sign_in(UserFactory(), client)
    assert client.session.session_key != planted.session_key
    assert not Session.objects.filter(pk=planted.session_key).exists()
    assert not is_in(with_cookie(planted.session_key))


def test_signing_out_ends_the_session(site):
    client = sign_in(UserFactory())
    stolen = with_cookie(client.session.session_key)
    assert is_in(client)
    assert is_in(stolen)
    client.post("/konto/logud/")
    assert not is_in(client)
    assert not is_in(stolen)


def test_signing_out_by_a_link_from_elsewhere_does_nothing(site):
    client = sign_in(UserFactory())
    assert client.get("/konto/logud/").status_code == 405
    assert is_in(client)


def test_a_new_password_ends_every_other_session(site):
    user = UserFactory()
    here, there = sign_in(user), sign_in(user)
    old_key = here.session.session_key
    answer = here.post(
        "/konto/adgangskode/",
        {
            "old_password": PASSWORD,
            "new_password1": "havens-nye-laage-7",
            "new_password2": "havens-nye-laage-7",
        },
    )
    assert answer.status_code == 302
    assert is_in(here)
    assert here.session.session_key != old_key
    assert not is_in(there)


def test_deactivation_holds_from_the_next_request(site):
    user = UserFactory()
    client = sign_in(user)
    assert is_in(client)
    get_user_model().objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)
    assert client.get("/cms/").status_code == 302
    assert attempt(user.username, PASSWORD).status_code == 200  # the form again, not in


def test_nobody_is_sent_to_a_foreign_site(site):
    user = UserFactory()
    for place in (
        "https://ond.example/",
        "//ond.example/",
        "/\\ond.example",
        "javascript:alert(1)",
    ):
        answer = Client().post(
            f"{LOGIN}?next={place}", {"username": user.username, "password": PASSWORD}
        )
        assert answer.url == "/"


def test_no_circle_for_who_may_not_enter_the_cms(site):
    client = signed_in()
    assert client.get("/cms/").status_code == 403
    assert client.get(f"{LOGIN}?next=/cms/", follow=True).status_code == 403


# --- Passwords ---------------------------------------------------------------------------------
def test_passwords_are_kept_with_argon2(site, settings):
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    user = UserFactory(username="inger")
    user.set_password(PASSWORD)
    user.save()
    assert identify_hasher(user.password).algorithm == "argon2"
    assert user.password.startswith("argon2$argon2id$")
    # An older hash is written anew at the next sign-in.
    user.password = make_password(PASSWORD, hasher="pbkdf2_sha256")
    user.save()
    sign_in(user)
    user.refresh_from_db()
    assert identify_hasher(user.password).algorithm == "argon2"


@pytest.mark.parametrize("password", ["kort", "password1234", "1234567890ab"[:8], "inger.nielsen1"])
def test_weak_passwords_are_refused(site, password):
    user = UserFactory(username="inger.nielsen1")
    client = sign_in(user)
    answer = client.post(
        "/konto/adgangskode/",
        {"old_password": PASSWORD, "new_password1": password, "new_password2": password},
    )
    assert answer.status_code == 200
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_demos_password_opens_nothing_in_production(site, settings):
    user = UserFactory(username="redaktoer")
    user.set_password("gufu-demo")
    user.save()
    settings.REFUSED_PASSWORDS = ("gufu-demo",)  # as in gufu/settings/production.py
    assert attempt("redaktoer", "gufu-demo").status_code == 200
    settings.REFUSED_PASSWORDS = ()
    assert attempt("redaktoer", "gufu-demo").status_code == 302
