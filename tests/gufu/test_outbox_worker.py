"""The outbox's commands and the worker's loop."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone

from gufu.outbox import Undeliverable, post, register
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain, purge

ROOT = Path(__file__).resolve().parents[2]
NOTHING_WAITS = {
    "waiting": 0,
    "parked": 0,
    "lag_seconds": 0.0,
    "overdue_seconds": 0.0,
    "topics": {},
}


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_status_tells_what_waits_what_is_parked_and_how_late_it_is(topics):
    assert json.loads(run("outbox", "--status")) == NOTHING_WAITS
    entry = post("test", "1")
    OutboxEntry.objects.filter(pk=entry.pk).update(
        created_at=timezone.now() - timedelta(seconds=90)
    )
    post("test", "2").failed(Undeliverable("nej"))
    post("other", "3").failed(OSError("senere"))
    told = json.loads(run("outbox", "--status"))
    assert (told["waiting"], told["parked"]) == (2, 1)
    assert 90 <= told["lag_seconds"] == told["topics"]["test"]["lag_seconds"] < 100
    assert told["topics"]["other"]["overdue_seconds"] == 0, "nobody is late for it"
    assert told["topics"]["other"]["waiting"] == 1


@pytest.mark.django_db
def test_the_parked_is_tried_again_by_command(seen):
    post("test", "1").failed(Undeliverable("nej"))
    assert drain() == 0
    told = json.loads(run("outbox", "--retry"))
    assert told == NOTHING_WAITS
    assert seen == [["1"]]


@pytest.mark.django_db
def test_drain_by_command(seen):
    post("test", "1")
    assert json.loads(run("outbox", "--drain"))["waiting"] == 0
    post("test", "2")
    assert run("worker", "--once") == "1 udført\n"


@pytest.mark.django_db
def test_the_command_wants_to_know_what_to_do():
    with pytest.raises(CommandError):
        run("outbox")


@pytest.mark.django_db
def test_what_is_done_is_forgotten_after_a_month(seen):
    for age in (40, 10):
        entry = post("test", str(age))
        entry.done_at = timezone.now() - timedelta(days=age)
        entry.save()
    post("test", "waiting")
    assert purge() == 1
    assert set(OutboxEntry.objects.values_list("key", flat=True)) == {"10", "waiting"}


# --- The worker's loop ----------------------------------------------------------------------------
def run_worker(monkeypatch, settings, stop_when):
    """Run `manage.py worker` in this process until `stop_when(command)`, at most ten seconds."""
    from gufu.outbox.management.commands.worker import Command

    settings.OUTBOX_POLL_SECONDS = 0.02
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    command = Command(stdout=StringIO(), stderr=StringIO())

    def watch():
        deadline = time.monotonic() + 10
        while not hasattr(command, "crash"):
            time.sleep(0.01)
        while not stop_when(command) and time.monotonic() < deadline:
            time.sleep(0.02)
        command.told_to_stop(signal.SIGTERM, None)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        call_command(command)
    finally:
        watcher.join()
    return command


@pytest.mark.django_db(transaction=True)
def test_a_slow_topic_does_not_hold_up_the_others(topics, monkeypatch, settings):
    quick, waiting = threading.Event(), threading.Event()

    def slow(entries):
        waiting.set()
        assert quick.wait(8), "the other topic was held up"

    def swift(entries):
        assert waiting.wait(8)
        quick.set()

    register("slow", slow)
    register("swift", swift)
    post("slow", "1")
    post("swift", "1")
    run_worker(monkeypatch, settings, lambda command: quick.is_set())
    waiting_topics = OutboxEntry.objects.waiting().values_list("topic", flat=True)
    assert {"slow", "swift"}.isdisjoint(waiting_topics)


@pytest.mark.django_db(transaction=True)
def test_the_worker_waits_for_a_database_that_is_away(topics, monkeypatch, settings):
    from gufu.outbox.management.commands import worker as command_module

    calls = []

    def drain_or_fail(topic, *stop):
        calls.append(topic)
        if len(calls) == 1:
            raise OperationalError("server closed the connection")

    register("test", lambda entries: None)
    monkeypatch.setattr(command_module, "drain", drain_or_fail)
    command = run_worker(monkeypatch, settings, lambda command: len(calls) > 2)
    assert len(calls) > 2
    assert "databasen svarer ikke" in command.stderr.getvalue()


@pytest.mark.django_db(transaction=True)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_foresaw_ends_the_worker_so_that_it_is_restarted(topics, monkeypatch, settings):
    from gufu.outbox.management.commands import worker as command_module

    def broken(topic, *stop):
        raise RuntimeError("uventet")

    register("test", lambda entries: None)
    monkeypatch.setattr(command_module, "drain", broken)
    with pytest.raises(CommandError, match="uventet"):
        run_worker(monkeypatch, settings, lambda command: command.crash)


@pytest.mark.django_db(transaction=True)
def test_the_real_worker_works_and_stops_when_told(tmp_path):
    """A process of its own: it does what it finds, and SIGTERM ends it with code 0."""
    entry = post("mail", "contact:0")  # a message that is gone: nothing to send
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "GUFU_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "gufu.settings.development",
        "LOG_LEVEL": "ERROR",
    }
    worker = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment)
    try:
        deadline = time.monotonic() + 60
        while not OutboxEntry.objects.filter(pk=entry.pk).exclude(done_at=None).exists():
            assert worker.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
    finally:
        worker.kill()


def database_url():
    """Return the address of the test's own database, for another process."""
    place = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{place['NAME']}"
    who = f"{place['USER']}:{quote(place['PASSWORD'], safe='')}"
    return (
        f"postgres://{who}@{place['HOST'] or 'localhost'}:{place['PORT'] or 5432}/{place['NAME']}"
    )
