"""Guessing is slow; the guessed-at, and those behind the same address, are not punished."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from gufu.sign_on import throttle
from gufu.sign_on.models import FailedAttempt
from tests.factories import PASSWORD, UserFactory
from tests.sign_on.conftest import is_in

pytestmark = pytest.mark.django_db
LOGIN = "/konto/login/"
HOME, AWAY = "198.51.100.7", "203.0.113.9"


def attempt(username, password="forkert", address=HOME, client=None):
    client = client or Client(REMOTE_ADDR=address)
    return client.post(LOGIN, {"username": username, "password": password})


def statuses(number, username="offer", address=HOME):
    """Return the answers to `number` bad attempts; both may be functions of their number."""
    return [
        attempt(
            username(n) if callable(username) else username,
            address=address(n) if callable(address) else address,
        ).status_code
        for n in range(number)
    ]


def minutes_later(monkeypatch, minutes):
    now = timezone.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(throttle.timezone, "now", lambda: now)


def test_an_attacker_with_an_account_cannot_wash_their_address_clean(site):
    """Between guesses at others they sign on as themselves."""
    UserFactory(username="ond")
    answers = []
    for number in range(30):
        answers.append(attempt(f"offer{number}").status_code)
        attempt("ond", PASSWORD)
    assert set(answers[9:]) == {429}


def test_behind_a_declared_network_many_may_mistype(site, settings):
    settings.SIGN_ON_SHARED_NETWORKS = ["198.51.100.0/24"]
    UserFactory(username="bo")
    answers = statuses(60, username=lambda n: f"kollega{n // 2}")
    assert set(answers) == {200}
    assert attempt("bo", PASSWORD).status_code == 302
    # One account there is as slow to guess as anywhere, and a hundred are too many.
    assert set(statuses(20, username="bo")[9:]) == {429}
    assert set(statuses(60, username=lambda n: f"andre{n}")[40:]) == {429}


def test_a_browser_that_is_known_is_not_shut_out_by_strangers_behind_its_address(site):
    UserFactory(username="bo")
    known = Client(REMOTE_ADDR=HOME)
    attempt("bo", PASSWORD, client=known)
    known.post("/konto/logud/")
    statuses(30, username=lambda n: f"offer{n}")
    statuses(30, username="bo")
    assert attempt("bo", PASSWORD).status_code == 429
    assert attempt("bo", PASSWORD, client=known).status_code == 302
    assert is_in(known)


def test_a_known_browser_has_eight_attempts_of_its_own(site):
    UserFactory(username="bo")
    known = Client(REMOTE_ADDR=HOME)
    attempt("bo", PASSWORD, client=known)
    known.post("/konto/logud/")
    answers = [attempt("bo", client=known).status_code for _ in range(20)]
    assert set(answers[9:]) == {429}


def test_a_known_browser_is_a_stranger_to_other_accounts(site):
    UserFactory(username="bo")
    known = Client(REMOTE_ADDR=HOME)
    attempt("bo", PASSWORD, client=known)
    known.post("/konto/logud/")
    answers = [attempt(f"offer{n}", client=known).status_code for n in range(20)]
    assert set(answers[9:]) == {429}


def test_a_forged_cookie_makes_nobody_known(site):
    UserFactory(username="bo")
    statuses(10, username="bo")
    client = Client(REMOTE_ADDR=HOME)
    for forged in ("x", "e30:1:1", '{"a":"b"}', "\0", "e30:1tQ:" + "A" * 43):
        client.cookies["kendt"] = forged
        assert attempt("bo", PASSWORD, client=client).status_code == 429


def test_many_addresses_for_one_account_are_slowed_and_the_owner_gets_in(site, monkeypatch):
    UserFactory(username="offer")
    answers = statuses(100, address=lambda n: f"10.0.{n // 200}.{n % 200}")
    assert set(answers[:9]) == {200}
    assert answers.count(200) <= 14
    assert answers[-1] == 429
    # After the pause, half a minute at most, the owner gets in from anywhere.
    minutes_later(monkeypatch, 0.55)
    assert attempt("offer", PASSWORD, address=AWAY).status_code == 302


def test_the_wait_is_told_and_passes(site, monkeypatch):
    UserFactory(username="bo")
    statuses(8, username="bo")
    closed = attempt("bo", PASSWORD)
    assert closed.status_code == 429
    assert 800 < int(closed.headers["Retry-After"]) <= 901
    minutes_later(monkeypatch, 15.1)
    assert attempt("bo", PASSWORD).status_code == 302


def test_an_administrator_opens_the_doors(site):
    UserFactory(username="bo")
    statuses(10, username="bo")
    call_command("sign_on", "open")
    assert attempt("bo", PASSWORD).status_code == 302


def test_knocking_at_a_closed_door_does_not_keep_it_closed(site, monkeypatch):
    UserFactory(username="bo")
    statuses(50, username="bo")
    assert FailedAttempt.objects.count() == throttle.PER_ACCOUNT_AND_ADDRESS


def test_no_names_are_kept_and_old_attempts_are_forgotten(site, monkeypatch):
    attempt("Inger.Nielsen@gufu.example")
    row = FailedAttempt.objects.get()
    assert "inger" not in str(vars(row)).lower()
    minutes_later(monkeypatch, 16)
    attempt("bo")
    assert FailedAttempt.objects.count() == 1


def test_the_account_is_the_same_however_it_is_typed(site):
    names = ["Offer", " offer", "OFFER ", "\uff4fffer", "o\ufb00er"]
    answers = statuses(12, username=lambda n: names[n % 5], address=lambda n: f"10.0.0.{n % 2}")
    assert FailedAttempt.objects.values("account").distinct().count() == 1
    assert answers[-1] == 429


@pytest.mark.parametrize("username", ["x" * 5000, "\0", "æ" * 150, "' OR 1=1 --", "\ud800"])
def test_odd_names_break_nothing(site, username):
    assert attempt(username.encode("utf-8", "replace").decode()).status_code == 200
