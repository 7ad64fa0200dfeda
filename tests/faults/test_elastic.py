"""Elasticsearch away, silent, slow, busy, read-only: pages stay, search answers, all is kept."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from search import engines as choice
from search.contract import SearchRequest
from search.engines import EMBEDDED, TOPICS, first_choice, get_engine
from search.engines.elastic.engine import ElasticEngine
from search.indexing import differences
from search.service import search
from tests.elastic import own_engine
from tests.factories import CasePortraitPageFactory, restrict
from tests.faults.proxy import BUSY, REFUSING_ITEMS, SILENT, SLOW, WELL, Proxy, closed_port, proxied

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
ALL_WELL = {"missing": [], "ghosts": [], "stale": []}
NOTES = TOPICS["elasticsearch"]
MOODS = ["refused", "read-only", SILENT, SLOW, BUSY, REFUSING_ITEMS]


@pytest.fixture(scope="module")
def shared() -> Iterator[ElasticEngine]:
    """What the tests look through, past the proxy."""
    with own_engine() as engine:
        engine.rebuild([])
        yield engine


@pytest.fixture
def proxy(
    shared: ElasticEngine, settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Proxy]:
    """The way to Elasticsearch. Writing is as impatient as reading, so that the tests are quick."""
    shared.write([], shared.digests())
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr("search.engines.elastic.cluster.WRITE_SECONDS", 2)
    monkeypatch.setattr("search.engines.elastic.cluster.HASTY_SECONDS", 1)
    with proxied(settings.ELASTICSEARCH_TEST_URL.split(",")[0]) as proxy:
        settings.ELASTICSEARCH_URL = proxy.url
        settings.ELASTICSEARCH_PREFIX = shared.cluster.prefix
        yield proxy
    choice._preferred.cache_clear()


@pytest.fixture
def turn(proxy: Proxy, shared: ElasticEngine, settings: Any) -> Iterator[Callable[[str], None]]:
    """Make Elasticsearch fail in a way, or be well."""
    index = shared.cluster.current()

    def turned(mood: str) -> None:
        block = True if mood == "read-only" else None
        shared.client.indices.put_settings(
            index=index, settings={"index.blocks.read_only_allow_delete": block}
        )
        proxy.mood = WELL if mood in ("refused", "read-only") else mood
        if mood == "refused":
            settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{closed_port()}"
        else:
            settings.ELASTICSEARCH_URL = proxy.url

    yield turned
    turned(WELL)


def make_due() -> None:
    OutboxEntry.objects.waiting().update(available_at=timezone.now())


def rested() -> None:
    """Let the breaker try again now."""
    first = first_choice()
    assert first is not None
    first._looks_at = 0.0
    if first._rests_until is not None:
        first._rests_until = 0.0


@pytest.mark.parametrize("mood", MOODS)
def test_pages_stay_search_answers_and_nothing_is_lost(
    turn: Callable, shared: ElasticEngine, reader: Client, mood: str, caplog: Any
) -> None:
    CasePortraitPageFactory(title="Haven")
    closed = CasePortraitPageFactory(title="Havens hemmelighed")
    restrict(closed, Group.objects.create(name="Hemmelig"))
    drain()
    assert found_by(reader)[0] == "elasticsearch"

    turn(mood)
    began = time.monotonic()
    page = CasePortraitPageFactory(title="Havelågen")
    assert time.monotonic() - began < 2, "publishing does not wait for it"
    drain(TOPICS[EMBEDDED])
    drain(NOTES)
    waiting = OutboxEntry.objects.filter(topic=NOTES, done_at=None)
    assert waiting.count() == 1
    assert waiting.get().parked_at is None
    waiting.update(created_at=timezone.now() - timedelta(seconds=20))
    rested()
    for _ in range(3):
        began = time.monotonic()
        engine, titles = found_by(reader)
        assert time.monotonic() - began < 2
        assert (engine, titles) == ("embedded", ["Haven", "Havelågen"]), "the same, and the newest"
    for path in ("/", "/cases/", "/soeg/?q=haven", "/soeg/forslag/?q=have"):
        began = time.monotonic()
        assert reader.get(path, headers={"accept": "text/html"}).status_code == 200
        assert time.monotonic() - began < 2 or "soeg" not in path  # others draw new pictures
    page.unpublish()
    assert found_by(reader)[1] == ["Haven"], "the other index hides it at once as well"

    turn(WELL)
    make_due()
    drain()
    assert not OutboxEntry.objects.filter(topic=NOTES, done_at=None).exists()
    assert differences(shared) == ALL_WELL
    rested()
    assert found_by(reader) == ("elasticsearch", ["Haven"])


def found_by(reader: Client) -> tuple[str, list[str]]:
    """Return the engine that answered the reader, and what it found."""
    response = reader.get("/soeg/?q=have")
    assert response.status_code == 200
    found = response.context["search"]
    return found.engine, [hit.title for hit in found.hits]


@pytest.mark.parametrize("mood", ["refused", SILENT, SLOW, BUSY])
def test_the_first_who_notices_is_answered_in_time_and_the_rest_at_once(
    turn: Callable, proxy: Proxy, member: Any, mood: str
) -> None:
    CasePortraitPageFactory(title="Haven")
    drain()
    turn(mood)
    first_choice()._looks_at = 0.0  # type: ignore[union-attr]
    asked = proxy.asked
    for limit in (2, 0.9, 0.9, 0.9):
        began = time.monotonic()
        found = search(SearchRequest(text="haven", viewer=member))
        assert time.monotonic() - began < limit
        assert (found.engine, found.total) == ("embedded", 1)
    assert proxy.asked - asked <= 1, "it is left alone"


def test_after_a_rest_one_tries_and_all_come_back(
    turn: Callable, proxy: Proxy, member: Any
) -> None:
    CasePortraitPageFactory(title="Haven")
    drain()
    turn(BUSY)
    request = SearchRequest(text="haven", viewer=member)
    assert search(request).engine == "embedded"
    ready = Client().get("/health/ready")
    assert ready.status_code == 200
    assert "Elasticsearch" in ready.json()["notes"]["search"]
    rested()
    asked = proxy.asked
    assert [search(request).engine for _ in range(3)] == ["embedded"] * 3
    assert proxy.asked - asked == 1, "one tried"
    turn(WELL)
    assert search(request).engine == "embedded", "not before its time"
    rested()
    assert [search(request).engine for _ in range(2)] == ["elasticsearch"] * 2
    assert get_engine().name == "elasticsearch"
    assert Client().get("/health/ready").json()["notes"] == {}


def test_an_outage_of_days_parks_nothing(turn: Callable, shared: ElasticEngine) -> None:
    turn("refused")
    CasePortraitPageFactory(title="Haven")
    for _ in range(15):  # more often than poison is given
        make_due()
        drain(NOTES)
    entry = OutboxEntry.objects.get(topic=NOTES)
    assert (entry.parked_at, entry.attempts, entry.done_at) == (None, 0, None)
    turn(WELL)
    make_due()
    drain()
    assert differences(shared) == ALL_WELL


def test_poison_is_alone(
    proxy: Proxy, shared: ElasticEngine, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OUTBOX_MAX_ATTEMPTS = 2
    pages = [CasePortraitPageFactory(title=title) for title in ("Haven", "Gift", "Huset")]
    from search.engines.elastic import engine as module

    real = module.to_elastic

    def poisoned(document: Any) -> Any:
        made = real(document)
        return {**made, "dated": "i går"} if "Gift" in document["source"]["title"] else made

    monkeypatch.setattr(module, "to_elastic", poisoned)
    for _ in range(3):
        make_due()
        drain(NOTES)
    assert sorted(shared.digests()) == sorted(f"page:{pages[n].pk}" for n in (0, 2))
    parked = OutboxEntry.objects.exclude(parked_at=None).get()
    assert parked.key == f"write:page:{pages[1].pk}"
    assert "RefusedError" in parked.last_error
