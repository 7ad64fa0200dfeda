"""Signing on by the municipality's provider: a real one, from the link to the session."""

import json
import logging
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils.html import escape

from colleagues.models import ColleagueProfile
from gufu import roles as house
from gufu.logs import JsonFormatter
from tests.factories import CentreFactory, ColleagueFactory, UserFactory
from tests.provider import challenge_of, path_of
from tests.sign_on.conftest import BACK, START, come_back, is_in, set_out

pytestmark = pytest.mark.django_db


def test_a_new_colleague_gets_an_account_and_a_profile_that_nobody_sees(site, provider, settings):
    settings.OIDC_SCOPES = ["openid", "profile", "email", "phone"]
    CentreFactory(name="Kultur & Fritid")
    provider.knows(
        "ida.holm",
        given_name="Ida Marie",
        family_name="Holm",
        preferred_username="idho",
        job_title="Kulturkonsulent",
        department="Kultur & Fritid",
        phone_number="+45 5473 1000",
    )
    client = Client()
    answer = come_back(provider, client, "ida.holm", "/kolleger/")

    assert (answer.status_code, answer.url) == (302, "/kolleger/")
    user = User.objects.get(username="idho")
    assert (user.get_full_name(), user.email) == ("Ida Marie Holm", "ida.holm@gufu.example")
    assert not user.has_usable_password()
    assert (user.is_staff, user.is_superuser, user.groups.count()) == (False, False, 0)
    profile = ColleagueProfile.objects.get(user=user)
    assert profile.name == "Ida Marie Holm"
    assert profile.job_title == "Kulturkonsulent"
    assert profile.centre.name == "Kultur & Fritid"
    assert profile.phone == "+45 5473 1000"
    assert not profile.opted_in
    page = client.get("/kolleger/", follow=True).content.decode()
    assert "Velkommen til GUFU" in page
    assert profile.get_absolute_url() not in client.get("/kolleger/").content.decode()


def test_who_has_been_here_before_is_known_by_issuer_and_subject_alone(site, provider):
    provider.knows("ida")
    come_back(provider, Client(), "ida")
    user = User.objects.get()
    provider.knows("ida", email="ida.ny@gufu.example", name="Ida Ny")
    client = Client()
    come_back(provider, client, "ida")
    assert User.objects.get() == user
    assert client.session["_auth_user_id"] == str(user.pk)
    tie = SocialAccount.objects.get()
    assert (tie.provider, tie.uid) == (provider.url, "ida")


def test_nothing_of_what_the_provider_tells_is_kept_beyond_need(site, provider):
    provider.knows("ida", address={"street_address": "Vejen 1"}, groups=["GUFU-red"])
    come_back(provider, Client(), "ida")
    assert SocialAccount.objects.get().extra_data == {}
    assert not SocialToken.objects.exists()


def test_the_question_carries_state_nonce_and_a_challenge_that_the_answer_meets(site, provider):
    provider.knows("ida")
    client = Client()
    question = {name: value[0] for name, value in parse_qs(urlsplit(set_out(client)).query).items()}
    assert question["redirect_uri"] == f"http://testserver{BACK}"
    assert set(question["scope"].split()) == {"openid", "profile", "email"}
    assert question["response_type"] == "code"
    assert question["code_challenge_method"] == "S256"
    assert len(question["state"]) >= 16
    assert len(question["nonce"]) >= 24

    come_back(provider, client, "ida")
    asked = provider.asked_for("/oauth2/authorize")
    answered = provider.asked_for("/oauth2/token")
    assert challenge_of(answered["code_verifier"]) == asked["code_challenge"]
    assert asked["nonce"] != question["nonce"]
    assert asked["state"] != question["state"]


def test_the_visitor_cannot_steer_the_question(site, provider):
    """allauth takes scope, process and more from the address; here nothing of it counts."""
    address = Client().get(
        f"{START}?process=connect&scope=admin,all&auth_params=prompt%3Dnone&action=x"
    )
    question = parse_qs(urlsplit(address.url).query)
    assert "prompt" not in question
    assert "admin" not in question["scope"][0]
    member = Client()
    member.force_login(UserFactory())
    assert member.get(f"{START}?process=connect").url == "/"


FOREIGN = ["https://ond.example/", "//ond.example/", "/\\ond.example", "javascript:alert(1)"]


@pytest.mark.parametrize("place", FOREIGN)
def test_nobody_is_sent_to_a_foreign_site(site, provider, place, settings):
    settings.ALLOWED_HOSTS = ["testserver", "ond.example"]
    provider.knows("ida")
    client = Client()
    assert come_back(provider, client, "ida", place).url == "/"
    assert client.get(START, {"next": place}).url == "/"


def test_signing_on_gives_a_new_session(site, provider):
    provider.knows("ida")
    client = Client()
    address = set_out(client)
    before = client.session.session_key
    client.get(path_of(provider.approve(address, "ida")))
    assert client.session.session_key != before
    stolen = Client()
    stolen.cookies["sessionid"] = before
    assert not is_in(stolen)


def test_who_signs_on_in_anothers_window_does_not_inherit_their_session(site, provider):
    provider.knows("ida")
    client = Client()
    address = set_out(client)
    client.force_login(UserFactory(username="bo"))
    bos = client.session.session_key
    client.session["note"] = "Bos"
    client.get(path_of(provider.approve(address, "ida")))
    # The state was stashed before Bo came and is gone with the change of session.
    stolen = Client()
    stolen.cookies["sessionid"] = bos
    assert client.session.get("note") is None


# --- Roles -------------------------------------------------------------------------------------
def roles_of(username):
    return set(User.objects.get(username=username).groups.values_list("name", flat=True))


def test_groups_become_roles_at_every_sign_on_and_cease_to(site, roles, provider):
    for groups, expected in (
        (["GUFU-red", "Andet"], {house.EDITORS}),
        (["GUFU-red", "GUFU-adm"], {house.EDITORS, house.ADMINISTRATORS}),
        ("GUFU-adm", {house.ADMINISTRATORS}),
        ([], set()),
    ):
        provider.knows("ida", preferred_username="ida", groups=groups)
        client = Client()
        come_back(provider, client, "ida")
        assert roles_of("ida") == expected
        assert (client.get("/cms/").status_code == 200) == bool(expected)


def test_roles_outside_the_map_are_the_administrators_own(site, roles, provider):
    provider.knows("ida", preferred_username="ida")
    come_back(provider, Client(), "ida")
    other = Group.objects.create(name="Ledelsen")
    ida = User.objects.get(username="ida")
    ida.groups.add(other, Group.objects.get(name=house.CONSULTANTS))
    provider.knows("ida", preferred_username="ida", groups=["GUFU-red", "Ledelsen-2"])
    come_back(provider, Client(), "ida")
    assert roles_of("ida") == {"Ledelsen", house.CONSULTANTS, house.EDITORS}


def test_a_role_that_is_taken_is_gone_in_the_windows_that_are_open(site, roles, provider):
    provider.knows("ida", groups=["GUFU-red"])
    old = Client()
    come_back(provider, old, "ida")
    assert old.get("/cms/").status_code == 200
    provider.knows("ida", groups=[])
    come_back(provider, Client(), "ida")
    assert old.get("/cms/").status_code == 403


def test_groups_that_the_provider_leaves_out_are_not_given(site, roles, provider, caplog):
    provider.knows("ida", preferred_username="ida", _claim_names={"groups": "src1"})
    come_back(provider, Client(), "ida")
    assert roles_of("ida") == set()
    assert "groups_not_told" in caplog.text


# --- Who does not get in -----------------------------------------------------------------------
def test_a_closed_account_is_told_so_in_danish(site, provider):
    provider.knows("ida")
    come_back(provider, Client(), "ida")
    User.objects.update(is_active=False)
    client = Client()
    answer = come_back(provider, client, "ida")
    assert answer.status_code == 403
    assert "Din konto er lukket" in answer.content.decode()
    assert not is_in(client)


def test_closing_the_account_ends_its_session_at_once(site, provider):
    provider.knows("ida")
    client = Client()
    come_back(provider, client, "ida")
    assert is_in(client)
    User.objects.update(is_active=False)
    assert not is_in(client)


@pytest.mark.parametrize(
    ("claims", "setting"),
    [
        ({"email": "ida@ond.example"}, {}),
        ({"email_verified": False}, {}),
        ({"email": "", "upn": "ida@gufu.example"}, {}),
        ({}, {"OIDC_REQUIRED_CLAIM": "affiliation=employee"}),
        ({"affiliation": ["guest"]}, {"OIDC_REQUIRED_CLAIM": "affiliation=employee"}),
    ],
)
def test_strangers_at_the_same_provider_stay_outside(site, provider, settings, claims, setting):
    for name, value in setting.items():
        setattr(settings, name, value)
    provider.knows("ida", **claims)
    answer = come_back(provider, Client(), "ida")
    assert answer.status_code == 403
    assert "Du har ikke adgang til GUFU" in answer.content.decode()
    assert not User.objects.exists()


def test_the_required_claim_may_stand_in_a_list(site, provider, settings):
    settings.OIDC_REQUIRED_CLAIM = "realm.roles=employee"
    provider.knows("ida", realm={"roles": ["a", "employee"]})
    assert come_back(provider, Client(), "ida").status_code == 302


def test_who_changes_their_mind_is_met_kindly(site, provider):
    client = Client()
    address = set_out(client)
    state = parse_qs(urlsplit(address).query)["state"][0]
    back = provider.approve(address, "ida", action="deny")  # the mock leaves the state out
    answer = client.get(f"{path_of(back)}&state={state}")
    assert answer.status_code == 403
    assert "Du afbrød" in answer.content.decode()


def test_the_log_tells_who_when_and_from_where_and_no_names(site, roles, provider, caplog):
    provider.knows("ida", groups=["GUFU-red"])
    with caplog.at_level(logging.INFO, logger="gufu.sign_on.events"):
        client = Client(REMOTE_ADDR="198.51.100.7")
        come_back(provider, client, "ida")
        client.post("/konto/logud/")
    user = User.objects.get()
    said = {record.getMessage(): record for record in caplog.records}
    for event in ("tied", "roles_changed", "signed_on", "signed_off"):
        record = said[f"sign_on.{event}"]
        assert (record.actor, record.address) == (user.pk, "198.51.100.7")
    assert said["sign_on.signed_on"].way == "ProviderBackend"
    assert said["sign_on.roles_changed"].changed == {"given": [house.EDITORS], "taken": []}
    assert "ida@" not in caplog.text


def test_a_line_of_the_log_is_json_without_the_address_somebody_asked_for(rf):
    record = logging.LogRecord("gufu.sign_on", logging.INFO, "", 1, "sign_on.%s", ("failed",), None)
    record.actor, record.address, record.request = 7, "198.51.100.7", rf.get("/soeg/?q=hemmeligt")
    line = json.loads(JsonFormatter().format(record))
    assert (line["event"], line["actor"], line["address"]) == ("sign_on.failed", 7, "198.51.100.7")
    assert "hemmeligt" not in str(line)


@pytest.mark.parametrize(
    "claims",
    [
        {"name": "Ida\0\nHolm", "job_title": "x" * 900, "phone_number": "<script>"},
        {"name": ["Ida"], "job_title": 7, "department": {"a": 1}, "groups": {"a": 1}},
        {"name": "", "given_name": "A" * 500, "family_name": "B" * 500},
        {"preferred_username": "\0", "name": "🦆 " * 90},
        {"preferred_username": "x" * 900, "groups": 17},
    ],
)
def test_odd_claims_break_nothing(site, provider, claims):
    provider.knows("ida", **claims)
    client = Client()
    assert come_back(provider, client, "ida").status_code == 302
    assert is_in(client)
    assert "\0" not in User.objects.get().get_full_name()


# --- The page and the way out ------------------------------------------------------------------
def test_the_button_comes_first_and_keeps_the_way(site, provider):
    page = Client().get("/konto/login/?next=/cms/pages/").content.decode()
    assert page.index("Log ind med Guldborgsund-login") < page.index('name="password"')
    assert escape(f"{START}?next=/cms/pages/") in page.replace("%2F", "/")


def test_signing_off_ends_the_providers_session_too(site, provider):
    provider.knows("ida")
    client = Client()
    come_back(provider, client, "ida")
    answer = client.post("/konto/logud/")
    assert answer.status_code == 200
    assert not is_in(client)
    page = answer.content.decode()
    assert f"{provider.url}/oauth2/end_session?id_token_hint=" in page
    assert "post_logout_redirect_uri=http%3A%2F%2Ftestserver%2Fkonto%2Flogin%2F" in page


def test_signing_off_works_while_the_provider_is_away(site, provider):
    from django.core.cache import cache
    from werkzeug.wrappers import Response

    provider.knows("ida")
    client = Client()
    come_back(provider, client, "ida")
    cache.clear()
    provider.answer["/.well-known/openid-configuration"] = Response(status=500)
    answer = client.post("/konto/logud/")
    assert (answer.status_code, answer.url) == (302, "/konto/login/")
    assert not is_in(client)


def test_a_prepared_profile_waits_for_its_owner(site, provider):
    waiting = ColleagueFactory(
        name="Ida Holm", email="ida@gufu.example", user=None, job_title="Leder", opted_in=False
    )
    provider.knows("ida", job_title="Kulturkonsulent")
    come_back(provider, Client(), "ida")
    waiting.refresh_from_db()
    assert waiting.user == User.objects.get()
    assert waiting.job_title == "Leder"
