"""Elasticsearch refuses: one line in the log says so, search and the worker go on."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gufu.logs import JsonFormatter
from gufu.outbox.models import OutboxEntry
from gufu.outbox.schedule import start
from gufu.outbox.worker import drain
from search import engines as choice
from search.contract import SearchResults
from search.engines import ELASTICSEARCH, TOPICS
from search.word_changes import TOPIC as REINDEX
from tests.factories import CasePortraitPageFactory
from tests.faults.proxy import closed_port
from tests.search.conftest import titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(settings: Any) -> Iterator[None]:
    """An installation whose Elasticsearch does not run."""
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{closed_port()}"
    yield
    choice._preferred.cache_clear()


@pytest.fixture
def log() -> Iterator[list[str]]:
    """The lines that an operator reads at the level the house is delivered with."""
    lines: list[str] = []

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    root, handler = logging.getLogger(), Lines(logging.INFO)
    handler.setFormatter(JsonFormatter())
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lines
    root.setLevel(level)
    root.removeHandler(handler)


def test_a_search_says_it_in_one_line(
    refused: None, log: list[str], site: Any, work: Callable, find: Callable[..., SearchResults]
) -> None:
    CasePortraitPageFactory(title="Haven")
    work()
    log.clear()
    for _ in range(3):
        assert titles(find("haven")) == ["Haven"]
    (line,) = log
    assert "search_engine_left" in line
    assert "Connection" in line
    assert "Traceback" not in line


def test_the_worker_says_it_in_one_line(refused: None, log: list[str], site: Any) -> None:
    OutboxEntry.objects.all().delete()
    CasePortraitPageFactory(title="Haven")
    log.clear()
    assert drain(TOPICS[ELASTICSEARCH]) == 0
    (line,) = log
    assert "outbox_waits" in line
    assert "Connection" in line
    assert "Traceback" not in line


def test_a_worker_that_starts_waits_for_the_first_index(refused: None, site: Any) -> None:
    OutboxEntry.objects.all().delete()
    start()
    assert drain(REINDEX) == 0
    assert OutboxEntry.objects.waiting().get().attempts == 0, "an outage is no fault of the note"
