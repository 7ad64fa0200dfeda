"""What happens once a day: once, whoever asks and however often."""

import threading
from datetime import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gufu.outbox import register, schedule
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(topics):
    """The runs of the daily job "test"; nothing else is scheduled."""
    register(schedule.TOPIC, schedule.run)
    done = []
    schedule.daily("test", lambda: done.append(timezone.localdate()))
    return done


def at(day, hour):
    return datetime(2026, 11, day, hour, 30, tzinfo=timezone.get_default_timezone())


def test_once_a_day_from_six_in_the_morning(runs):
    assert schedule.post_due(at(23, 5)) == 0
    assert schedule.post_due(at(23, 6)) == 1
    assert schedule.post_due(at(23, 6)) == 0, "another worker, or the same after a restart"
    assert drain() == 1
    assert schedule.post_due(at(23, 22)) == drain() == 0
    assert schedule.post_due(at(24, 7)) == drain() == 1
    assert len(runs) == 2


def test_the_database_refuses_the_second_note_of_a_day(runs):
    OutboxEntry.objects.create(topic="daily", key="test:2026-11-23")
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxEntry.objects.create(topic="daily", key="test:2026-11-23")
    for _ in range(2):  # other topics may repeat themselves
        OutboxEntry.objects.create(topic="mail", key="test:2026-11-23")


def test_two_workers_that_look_at_once_write_one_note(runs, monkeypatch):
    monkeypatch.setattr(schedule, "set", lambda found: set(), raising=False)
    both = [schedule.post_due(at(23, 8)) for _ in range(2)]
    assert both == [1, 1], "both believed that it was missing"
    assert OutboxEntry.objects.count() == 1


def test_a_job_that_fails_is_tried_again_and_one_taken_out_is_parked(runs):
    attempts = []

    def stumble():
        attempts.append(1)
        raise OSError("mailserveren er væk")

    schedule.daily("stumbles", stumble)
    schedule.post_due(at(23, 8))
    OutboxEntry.objects.create(topic="daily", key="gone:2026-11-23")
    assert drain() == 1
    entry = OutboxEntry.objects.get(key="stumbles:2026-11-23")
    assert (entry.attempts, entry.parked_at, len(attempts)) == (1, None, 1)
    assert OutboxEntry.objects.get(key="gone:2026-11-23").parked_at


def test_by_command(runs):
    out = StringIO()
    call_command("daily", stdout=out)
    call_command("daily", "test", stdout=out)
    assert (len(runs), out.getvalue()) == (2, "test: udført\n" * 2)
    with pytest.raises(CommandError, match="Ukendt opgave: nej"):
        call_command("daily", "nej")


@pytest.mark.django_db(transaction=True)
def test_the_worker_looks_at_the_clock(runs, monkeypatch, settings):
    from gufu.outbox.management.commands.worker import Command

    settings.OUTBOX_POLL_SECONDS = 0.02
    monkeypatch.setattr(schedule, "HOUR", 0)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    done = threading.Event()
    schedule.daily("test", done.set)
    command = Command(stdout=StringIO(), stderr=StringIO())

    def watch():
        done.wait(10)
        command.told_to_stop(15, None)

    watcher = threading.Thread(target=watch)
    watcher.start()
    call_command(command)
    watcher.join()
    connection.close()
    assert done.is_set()
