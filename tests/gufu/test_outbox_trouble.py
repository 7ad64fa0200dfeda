"""The outbox in trouble: retries, poison, dead workers, two at once."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from gufu.outbox import Unavailable, Undeliverable, post, register
from gufu.outbox import worker as outbox_worker
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import LEASE, drain


def make_due():
    OutboxEntry.objects.waiting().update(available_at=timezone.now())


@pytest.mark.django_db
def test_a_failure_is_noted_and_tried_again_later(topics, caplog):
    answers = iter([OSError("væk"), None])

    def handler(entries):
        if error := next(answers):
            raise error

    register("test", handler)
    post("test", "1")
    assert drain() == 0
    entry = OutboxEntry.objects.get()
    assert (entry.attempts, entry.last_error) == (1, "OSError: væk")
    assert entry.available_at > timezone.now()
    assert [record.levelname for record in caplog.records] == ["WARNING"]

    assert drain() == 0, "not before its time"
    make_due()
    assert drain() == 1
    entry.refresh_from_db()
    assert entry.done_at
    assert entry.last_error == ""


@pytest.mark.django_db
def test_the_delay_grows_is_bounded_and_varies(topics, settings):
    settings.OUTBOX_MAX_ATTEMPTS = 100
    entry = post("test", "1")
    delays = []
    for _ in range(40):
        before = timezone.now()
        entry.failed(OSError("x"))
        delays.append((entry.available_at - before).total_seconds())
    for attempt, delay in enumerate(delays, 1):
        middle = min(2**attempt, 600)
        assert 0.5 * middle <= delay <= 1.5 * middle + 1
    assert len({round(delay, 3) for delay in delays[-20:]}) > 10, "no herd after an outage"


@pytest.mark.django_db
def test_poison_is_parked_with_an_alarm_after_the_last_attempt(topics, settings, caplog):
    settings.OUTBOX_MAX_ATTEMPTS = 3

    def handler(entries):
        raise ValueError("gift")

    register("test", handler)
    post("test", "1")
    for _ in range(5):
        drain()
        make_due()
    entry = OutboxEntry.objects.get()
    assert entry.attempts == 3
    assert entry.parked_at
    assert entry.done_at is None
    assert [r.levelname for r in caplog.records] == ["WARNING", "WARNING", "ERROR"]


@pytest.mark.django_db
def test_an_outage_is_no_poison(topics, settings, caplog):
    """However long it lasts: nothing is parked, one question a round, and all is done after it."""
    settings.OUTBOX_MAX_ATTEMPTS = 3
    asked, away = [], True

    def handler(entries):
        asked.append(len(entries))
        if away:
            raise Unavailable("the server is away")

    register("test", handler, batch=2)
    for number in range(5):
        post("test", str(number))
    OutboxEntry.objects.update(created_at=timezone.now() - timedelta(days=3))
    for _ in range(10):
        before = timezone.now()
        assert drain() == 0
        delays = [
            (entry.available_at - before).total_seconds() for entry in OutboxEntry.objects.all()
        ]
        assert all(10 <= delay <= 31 for delay in delays), "bounded, so that its end is noticed"
        make_due()
    assert asked == [2] * 10, "one batch a round, not one after the other"
    assert {entry.attempts for entry in OutboxEntry.objects.all()} == {0}
    assert "the server is away" in OutboxEntry.objects.latest("pk").last_error
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    away = False
    assert drain() == 5
    assert not OutboxEntry.objects.filter(done_at=None).exists()


@pytest.mark.django_db
def test_what_is_away_keeps_nothing_else_waiting(topics):
    done = []

    def away(entries):
        raise Unavailable("away")

    register("away", away)
    register("test", lambda entries: done.extend(entry.key for entry in entries))
    post("away", "1")
    post("test", "2")
    assert drain() == 1
    assert done == ["2"]
    entry = OutboxEntry.objects.get(topic="away")
    assert (entry.available_at - timezone.now()).total_seconds() < 2, "a short one is over soon"


@pytest.mark.django_db
def test_what_is_hopeless_is_parked_at_once(topics):
    def handler(entries):
        raise Undeliverable("550 no such user")

    register("test", handler)
    post("test", "1")
    drain()
    entry = OutboxEntry.objects.get()
    assert entry.attempts == 1
    assert entry.parked_at


@pytest.mark.django_db
def test_poison_in_a_batch_is_handled_alone(topics):
    done = []

    def handler(entries):
        if any(entry.key == "gift" for entry in entries):
            raise ValueError("gift")
        done.extend(entry.key for entry in entries)

    register("test", handler, batch=10)
    for key in ("a", "gift", "b", "c"):
        post("test", key)
    assert drain() == 3
    assert done == ["a", "b", "c"]
    left = OutboxEntry.objects.waiting().get()
    assert (left.key, left.attempts) == ("gift", 1)


@pytest.mark.django_db
def test_a_long_error_text_is_cut(topics):
    entry = post("test", "1")
    entry.failed(ValueError("x" * 10_000))
    entry.refresh_from_db()
    assert len(entry.last_error) == 2000


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_loses_nothing(topics):
    """What it had taken is due again after the lease, and is done once more by the next."""
    calls = []

    def handler(entries):
        calls.append(entries[0].key)
        if len(calls) == 1:
            raise SystemExit  # the process is gone; no `except Exception` sees that

    register("test", handler)
    post("test", "1")
    with pytest.raises(SystemExit):
        drain()
    entry = OutboxEntry.objects.get()
    assert entry.done_at is None
    assert entry.available_at <= timezone.now() + LEASE
    assert timedelta(seconds=60) > LEASE, "promised: drift 0 within 60 s of a restart"
    assert drain() == 0, "nobody else takes it meanwhile"
    make_due()
    assert drain() == 1
    assert calls == ["1", "1"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_take_the_same_entry(topics):
    taken, errors = [], []
    lock = threading.Lock()

    def handler(entries):
        with lock:
            taken.extend(entry.key for entry in entries)
        time.sleep(0.01)

    register("test", handler, batch=2)
    for number in range(20):
        post("test", str(number))

    def work():
        try:
            drain()
        except OperationalError as error:
            errors.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert errors == []
    assert sorted(taken, key=int) == [str(number) for number in range(20)]


@pytest.mark.django_db
def test_a_batch_that_is_taken_apart_keeps_its_lease(topics, monkeypatch):
    leases = []
    real = outbox_worker._lease
    monkeypatch.setattr(
        outbox_worker, "_lease", lambda entries: (leases.append(len(entries)), real(entries))
    )

    def handler(entries):
        if len(entries) > 1:
            raise ValueError

    register("test", handler, batch=3)
    for number in range(3):
        post("test", str(number))
    assert drain() == 3
    assert leases == [3, 3, 2, 1]
