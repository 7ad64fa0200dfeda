"""Writers, workers and builders at once, and some of them killed: index and database agree."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from search.engines import TOPICS, engines, get_engine
from search.engines.elastic.engine import ElasticEngine
from search.indexing import differences
from tests.elastic import indices, own_engine
from tests.factories import PrincipleFactory
from tests.faults.proxy import Proxy, proxied
from tests.gufu.test_outbox_worker import database_url
from toolbox.models import Principle

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.postgres,  # where several write at once
    pytest.mark.django_db(transaction=True),
]
ROOT = Path(__file__).resolve().parents[2]
ALL_WELL = {"missing": [], "ghosts": [], "stale": []}


@pytest.fixture
def elastic(settings: Any, tmp_path: Path) -> Iterator[ElasticEngine]:
    """An installation of its own with both engines."""
    settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_TEST_URL
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    with own_engine() as engine:
        settings.ELASTICSEARCH_PREFIX = engine.cluster.prefix
        yield engine


def agree() -> None:
    """Both indices say what the database says, once all notes are worked off."""
    deadline = time.monotonic() + 60
    while OutboxEntry.objects.waiting().filter(topic__in=TOPICS.values()).exists():
        assert time.monotonic() < deadline
        OutboxEntry.objects.waiting().update(available_at=timezone.now())
        drain()
    assert not OutboxEntry.objects.exclude(parked_at=None).exists()
    for name in engines():
        assert differences(get_engine(name)) == ALL_WELL, name


def change(number: int, chance: random.Random) -> None:
    """Write, rewrite or delete something."""
    there = list(Principle.objects.values_list("pk", flat=True))
    what = chance.random()
    if what < 0.4 or not there:
        PrincipleFactory(statement=f"Sætning {number}")
    elif what < 0.8:
        for principle in Principle.objects.filter(pk=chance.choice(there)):
            principle.statement = f"Ændret {number}"
            principle.save()
    else:
        Principle.objects.filter(pk=chance.choice(there)).first().delete()  # type: ignore[union-attr]


class Crowd:
    """Threads that do a thing over and over until told to stop."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.errors: list[BaseException] = []
        self.threads: list[threading.Thread] = []

    def start(self, job: Callable[[], object], pause: float = 0.0) -> None:
        """Let a thread of its own do `job`."""

        def work() -> None:
            try:
                while not self.stop.wait(pause):
                    job()
            except Exception as error:  # noqa: BLE001 - it is told at the end
                self.errors.append(error)
            finally:
                connection.close()

        self.threads.append(threading.Thread(target=work))
        self.threads[-1].start()

    def end(self) -> None:
        """Stop, and fail where one of them did."""
        self.stop.set()
        for thread in self.threads:
            thread.join()
        assert not self.errors, self.errors


def test_an_index_built_under_writes_is_the_database(elastic: ElasticEngine) -> None:
    """Twenty writes a second, two workers an engine, three buildings, one builder killed."""
    for number in range(30):
        PrincipleFactory(statement=f"Første {number}")
    call_command("rebuild_search", verbosity=0)
    numbers = iter(range(10_000))
    crowd = Crowd()
    chance = random.Random(5)
    try:
        crowd.start(lambda: change(next(numbers), chance), pause=0.05)
        for topic in TOPICS.values():
            for _ in range(2):
                crowd.start(lambda topic=topic: drain(topic), pause=0.1)
        for _ in range(3):
            time.sleep(1)
            call_command("rebuild_search", engine="elasticsearch", verbosity=0)
        left = elastic.cluster.create()  # and its builder is killed
        time.sleep(1)
    finally:
        crowd.end()
    change(next(numbers), chance)
    agree()
    assert left not in indices(elastic)
    assert len(indices(elastic)) == 2, "the index and the clock"


@pytest.fixture
def proxy(elastic: ElasticEngine, settings: Any) -> Iterator[Proxy]:
    with proxied(settings.ELASTICSEARCH_TEST_URL.split(",")[0]) as proxy:
        yield proxy


def test_a_worker_killed_anywhere_loses_nothing(
    elastic: ElasticEngine, proxy: Proxy, settings: Any, tmp_path: Path
) -> None:
    """kill -9 after its first, second, third and fourth question to the cluster."""
    call_command("rebuild_search", verbosity=0)
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "ELASTICSEARCH_URL": proxy.url,
        "ELASTICSEARCH_PREFIX": elastic.cluster.prefix,
        "SEARCH_INDEX_DIR": str(settings.SEARCH_INDEX_DIR),
        "GUFU_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "gufu.settings.development",
        "LOG_LEVEL": "ERROR",
    }
    chance = random.Random(7)
    command = [sys.executable, "manage.py", "worker"]
    killed = 0
    for questions in (1, 2, 3, 4):  # indices, clock, bulk, refresh
        for number in range(20):
            change(number, chance)
        OutboxEntry.objects.waiting().update(available_at=timezone.now())  # the lease has run out
        asked = proxy.asked
        worker = subprocess.Popen(command, cwd=ROOT, env=environment)
        deadline = time.monotonic() + 60
        while proxy.asked < asked + questions and time.monotonic() < deadline:
            time.sleep(0.002)
        worker.send_signal(signal.SIGKILL)
        killed += worker.wait() == -signal.SIGKILL
        assert proxy.asked >= asked + questions, "it had begun"
    assert killed == 4
    agree()
