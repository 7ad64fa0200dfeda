"""Local accounts off, and the emergency administrators who get in all the same."""

import logging
import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from gufu.outbox.worker import drain
from gufu.sign_on.models import BreakGlassAccount
from tests.factories import PASSWORD, UserFactory
from tests.sign_on.codes import code_of
from tests.sign_on.conftest import is_in
from tests.sign_on.test_second_step import CODE, LOGIN

pytestmark = pytest.mark.django_db
DOOR = "/konto/noedadgang/"


class Secrets:
    """What the command printed."""

    def __init__(self, said):
        self.password = re.search(r"Password: (\S+)", said)[1]
        self.secret = re.search(r"Secret of the code app: (\S+)", said)[1]
        self.codes = re.findall(r"^  (\d{8})$", said, re.MULTILINE)


@pytest.fixture
def emergency(site, capsys):
    call_command("break_glass", "create", "noed-1", "--email", "noed@gufu.example")
    return Secrets(capsys.readouterr().out)


def at_the_door(emergency, code=None, **more):
    """Return (browser, its last answer) of somebody at the emergency door."""
    client = Client(**more)
    answer = client.post(DOOR, {"username": "noed-1", "password": emergency.password})
    if answer.status_code == 302:
        answer = client.post(CODE, {"code": code or code_of(emergency.secret)})
    return client, answer


@pytest.fixture
def local_off(settings, provider):
    settings.LOCAL_ACCOUNTS = False


def test_without_local_accounts_there_is_no_form_and_no_way_to_send_one(site, local_off):
    UserFactory(username="bo")
    client = Client()
    page = client.get(LOGIN).content.decode()
    assert 'name="password"' not in page
    assert "Log ind med Guldborgsund-login" in page
    for address in (LOGIN, DOOR):
        answer = client.post(address, {"username": "bo", "password": PASSWORD})
        assert answer.status_code in {200, 403}
        assert not is_in(client)
    assert client.post(LOGIN, {"username": "bo", "password": PASSWORD}).status_code == 403


def test_without_local_accounts_a_password_cannot_be_changed_or_guarded(site, local_off):
    client = Client()
    client.force_login(UserFactory())
    for address in ("/konto/adgangskode/", "/konto/totrin/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("local", [True, False])
def test_the_emergency_administrator_gets_in_by_their_own_door(
    site, emergency, settings, local, caplog
):
    settings.LOCAL_ACCOUNTS = local
    settings.SECURITY_EMAIL = "vagt@gufu.example"
    UserFactory(username="chef", email="chef@gufu.example", is_superuser=True)
    with caplog.at_level(logging.INFO, logger="gufu.sign_on.events"):
        client, answer = at_the_door(emergency, REMOTE_ADDR="198.51.100.7")
    assert answer.status_code == 302
    assert client.get("/cms/").status_code == 200

    user = User.objects.get(username="noed-1")
    loud = next(r for r in caplog.records if r.getMessage() == "sign_on.break_glass")
    assert loud.levelno == logging.CRITICAL
    assert (loud.actor, loud.address) == (user.pk, "198.51.100.7")
    assert BreakGlassAccount.objects.get().last_used_at
    drain("alarm")
    letter = mail.outbox[-1]
    assert "Nødadgangen til GUFU er brugt" in letter.subject
    assert set(letter.to) == {"chef@gufu.example", "noed@gufu.example", "vagt@gufu.example"}
    assert "198.51.100.7" in letter.body
    assert "noed-1" in letter.body


def test_the_ordinary_door_does_not_know_them(site, emergency):
    client = Client()
    answer = client.post(LOGIN, {"username": "noed-1", "password": emergency.password})
    assert answer.status_code == 200
    assert not is_in(client)


def test_the_emergency_door_knows_nobody_else(site, emergency):
    UserFactory(username="bo")
    chief = UserFactory(username="chef", is_superuser=True)
    for user in ("bo", chief.username):
        client = Client()
        client.post(DOOR, {"username": user, "password": PASSWORD})
        assert not is_in(client)
        assert client.get(CODE).status_code == 302


def test_the_password_is_not_enough(site, emergency):
    client, answer = at_the_door(emergency, code="000000")
    assert answer.status_code == 200
    assert not is_in(client)
    BreakGlassAccount.objects.get().user.authenticator_set.all().delete()
    client, answer = at_the_door(emergency)
    assert answer.status_code == 200
    assert not is_in(client)


def test_a_recovery_code_opens_when_the_phone_is_away(site, emergency):
    assert len(emergency.codes) == 10
    client, _answer = at_the_door(emergency, code=emergency.codes[0])
    assert is_in(client)


def test_guessing_there_is_stopped_and_told(site, emergency):
    answers = [
        Client().post(DOOR, {"username": "noed-1", "password": f"gaet-{n}"}).status_code
        for n in range(100)
    ]
    assert set(answers[9:]) == {429}
    drain("alarm")
    assert [letter.subject for letter in mail.outbox] == ["Nogen prøver nødadgangen til GUFU"]
    client, _answer = at_the_door(emergency, REMOTE_ADDR="203.0.113.9")
    assert is_in(client)


def test_their_second_step_is_the_commands_alone(site, emergency):
    client, _answer = at_the_door(emergency)
    for address in ("/konto/totrin/", "/konto/totrin/slaa-fra/"):
        assert client.get(address).status_code == 403


def test_they_may_change_their_password(site, emergency, settings):
    settings.LOCAL_ACCOUNTS = False
    client, _answer = at_the_door(emergency)
    new = "havens-nye-laage-7"
    answer = client.post(
        "/konto/adgangskode/",
        {"old_password": emergency.password, "new_password1": new, "new_password2": new},
    )
    assert answer.status_code == 302, answer.content.decode()


def test_revoking_ends_the_session_at_once(site, emergency, capsys):
    client, _answer = at_the_door(emergency)
    call_command("break_glass", "revoke", "noed-1")
    assert not is_in(client)
    assert at_the_door(emergency)[1].status_code == 200
    with pytest.raises(CommandError, match="no emergency administrator"):
        call_command("break_glass", "revoke", "noed-1")


def test_new_secrets_end_the_old(site, emergency, capsys):
    call_command("break_glass", "create", "noed-1", "--email", "noed@gufu.example")
    fresh = Secrets(capsys.readouterr().out)
    assert not is_in(at_the_door(emergency)[0])
    assert is_in(at_the_door(fresh)[0])


def test_an_ordinary_account_is_not_made_one_by_mistake(site):
    UserFactory(username="bo")
    with pytest.raises(CommandError, match="ordinary account"):
        call_command("break_glass", "create", "bo", "--email", "bo@gufu.example")


def test_the_list_tells_who_and_when(site, emergency, capsys):
    call_command("break_glass", "list")
    assert "noed-1: made" in (said := capsys.readouterr().out)
    assert "never used" in said
    at_the_door(emergency)
    call_command("break_glass", "list")
    assert "last used" in capsys.readouterr().out
