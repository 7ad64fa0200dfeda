"""The second step: a code after the password, by people who wish it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client

from gufu.sign_on import second_factor
from tests.factories import PASSWORD, UserFactory
from tests.sign_on.codes import code_of
from tests.sign_on.conftest import is_in

pytestmark = pytest.mark.django_db
LOGIN, CODE, OWN = "/konto/login/", "/konto/login/kode/", "/konto/totrin/"


def with_second_step(**fields):
    """Return (user, secret, recovery codes)."""
    user, secret = UserFactory(**fields), second_factor.new_secret()
    return user, secret, second_factor.enable(user, secret)


def password_shown(user, client=None, **more):
    client = client or Client()
    data = {"username": user.username, "password": PASSWORD, **more}
    answer = client.post(LOGIN, data)
    assert (answer.status_code, answer.url) == (302, CODE)
    return client


def test_the_password_alone_does_not_open(site):
    user, secret, _codes = with_second_step()
    client = password_shown(user, next="/kolleger/")
    assert not is_in(client)
    assert "Skriv din engangskode" in client.get(CODE).content.decode()
    answer = client.post(CODE, {"code": code_of(secret)})
    assert (answer.status_code, answer.url) == (302, "/kolleger/")
    assert is_in(client)


def test_a_code_opens_once(site):
    user, secret, _codes = with_second_step()
    code = code_of(secret)
    password_shown(user).post(CODE, {"code": code})
    second = password_shown(user)
    answer = second.post(CODE, {"code": code})
    assert answer.status_code == 200
    assert "Koden er forkert eller brugt" in answer.content.decode()
    assert not is_in(second)
    # Nor does the one before it, which a watcher may have seen.
    second.post(CODE, {"code": code_of(secret, -1)})
    assert not is_in(second)


@pytest.mark.parametrize(("off", "opens"), [(-1, True), (0, True), (1, True), (-3, False)])
def test_a_phone_may_be_half_a_minute_off(site, off, opens):
    user, secret, _codes = with_second_step()
    client = password_shown(user)
    code = code_of(secret, off)
    client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
    assert is_in(client) is opens


def test_a_recovery_code_opens_once(site):
    user, _secret, codes = with_second_step()
    assert len(set(codes)) == 10
    first = password_shown(user)
    first.post(CODE, {"code": codes[3]})
    assert is_in(first)
    again = password_shown(user)
    again.post(CODE, {"code": codes[3]})
    assert not is_in(again)
    assert second_factor.recovery_codes_left(user) == 9


@pytest.mark.parametrize(
    "code", ["", "0", "abc", "\uff11\uff12\uff13\uff14\uff15\uff16", "\0", "-1", "9" * 20, "null"]
)
def test_odd_codes_open_nothing(site, code):
    user, _secret, _codes = with_second_step()
    client = password_shown(user)
    assert client.post(CODE, {"code": code}).status_code == 200
    assert not is_in(client)


def test_ten_wrong_codes_close_the_step_from_everywhere(site):
    """Who guesses codes knows the password, and may have many addresses."""
    user, secret, _codes = with_second_step()
    answers = []
    for number in range(20):
        client = Client(REMOTE_ADDR=f"198.51.100.{number}")
        password = client.post(LOGIN, {"username": user.username, "password": PASSWORD})
        if password.status_code == 429:
            answers.append(429)
            continue
        answers.append(client.post(CODE, {"code": "000000"}).status_code)
    assert set(answers[10:]) == {429}
    assert answers.count(200) <= 10
    client = Client(REMOTE_ADDR="203.0.113.1")
    client.post(LOGIN, {"username": user.username, "password": PASSWORD})
    client.post(CODE, {"code": code_of(secret)})
    assert not is_in(client)


def test_the_right_password_does_not_forget_wrong_codes(site):
    user, _secret, _codes = with_second_step()
    statuses = []
    for _ in range(12):
        client = Client()
        client.post(LOGIN, {"username": user.username, "password": PASSWORD})
        statuses.append(client.post(CODE, {"code": "111111"}).status_code)
    assert statuses[-1] in {302, 429}
    assert statuses.count(200) <= 8


def test_the_step_waits_ten_minutes(site, monkeypatch):
    user, secret, _codes = with_second_step()
    client = password_shown(user)
    now = time.time()
    monkeypatch.setattr("gufu.sign_on.views.time.time", lambda: now + 601)
    assert client.get(CODE).status_code == 302
    assert client.post(CODE, {"code": code_of(secret, 20)}).url == LOGIN
    assert not is_in(client)


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "!"}])
def test_what_happens_to_the_account_meanwhile_counts(site, change):
    user, secret, _codes = with_second_step()
    client = password_shown(user)
    User.objects.filter(pk=user.pk).update(**change)
    client.post(CODE, {"code": code_of(secret)})
    assert not is_in(client)


def test_the_session_is_new_at_each_step(site):
    user, secret, _codes = with_second_step()
    client = Client()
    client.get(LOGIN)
    password_shown(user, client)
    between = client.session.session_key
    client.post(CODE, {"code": code_of(secret)})
    assert client.session.session_key != between
    assert "sign_on_pending" not in client.session


# --- Switching it on and off -------------------------------------------------------------------
def signed_in(user):
    client = Client()
    client.post(LOGIN, {"username": user.username, "password": PASSWORD})
    assert is_in(client)
    return client


def test_somebody_switches_it_on(site):
    user = UserFactory()
    client = signed_in(user)
    page = client.get(OWN).content.decode()
    secret = re.search(r"<code[^>]*>([A-Z2-7]{32})</code>", page)[1]
    assert "otpauth://totp/" in page
    assert "data:image/svg+xml;base64," in page

    wrong = client.post(OWN, {"code": "000000", "password": PASSWORD})
    assert "Koden er forkert" in wrong.content.decode()
    wrong = client.post(OWN, {"code": code_of(secret), "password": "forkert"})
    assert "Adgangskoden er forkert" in wrong.content.decode()
    assert not second_factor.is_enabled(user)

    before = client.session.session_key
    done = client.post(OWN, {"code": code_of(secret), "password": PASSWORD}).content.decode()
    codes = re.findall(r"<code>(\d{8})</code>", done)
    assert len(codes) == 10
    assert client.session.session_key != before
    assert is_in(client)
    # Neither secret nor codes are shown again.
    again = client.get(OWN).content.decode()
    assert secret not in again
    assert codes[0] not in again
    assert "10 gendannelseskoder" in again
    # The code that was shown opens nothing, the next one does.
    other = password_shown(user)
    other.post(CODE, {"code": code_of(secret)})
    assert not is_in(other)
    other.post(CODE, {"code": codes[0]})
    assert is_in(other)


def test_secrets_are_not_readable_in_the_database(site):
    user, secret, codes = with_second_step()
    kept = str(list(Authenticator.objects.filter(user=user).values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def through_both_steps(user, code):
    client = password_shown(user)
    client.post(CODE, {"code": code})
    assert is_in(client)
    return client


def test_new_recovery_codes_end_the_old(site):
    user, secret, codes = with_second_step()
    client = through_both_steps(user, code_of(secret))
    assert client.post(OWN + "koder/", {"password": "forkert"}).status_code == 200
    page = client.post(OWN + "koder/", {"password": PASSWORD}).content.decode()
    new = re.findall(r"<code>(\d{8})</code>", page)
    assert len(new) == 10
    assert not set(new) & set(codes)
    assert second_factor.accept(user, codes[0]) == ""
    assert second_factor.accept(user, new[0]) == "recovery_codes"


def test_switching_it_off_needs_the_password(site):
    user, secret, _codes = with_second_step()
    client = through_both_steps(user, code_of(secret))
    client.post(OWN + "slaa-fra/", {"password": "forkert"})
    assert second_factor.is_enabled(user)
    client.post(OWN + "slaa-fra/", {"password": PASSWORD})
    assert not second_factor.is_enabled(user)
    signed_in(user)


def test_the_password_on_these_pages_is_throttled_too(site):
    user, secret, _codes = with_second_step()
    client = through_both_steps(user, code_of(secret))
    client.cookies.pop("kendt")
    answers = [
        client.post(OWN + "slaa-fra/", {"password": f"gaet-{n}"}).status_code for n in range(12)
    ]
    assert set(answers[9:]) == {429}
    answers = [
        client.post("/konto/adgangskode/", {"old_password": f"gaet-{n}"}).status_code
        for n in range(2)
    ]
    assert set(answers) == {429}
    assert second_factor.is_enabled(user)


def test_who_has_no_password_here_has_no_such_pages(site):
    user = UserFactory()
    user.set_unusable_password()
    user.save()
    client = Client()
    client.force_login(user)
    for address in (OWN, OWN + "koder/", OWN + "slaa-fra/", "/konto/adgangskode/"):
        assert client.get(address).status_code == 404
    assert "Skift adgangskode" not in client.get("/kolleger/").content.decode()
