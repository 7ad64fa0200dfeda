"""From a change to the index, on Elasticsearch: the tests of the embedded index, run once more."""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from colleagues.models import ColleagueProfile
from gufu.outbox import schedule
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from search.contract import SearchRequest, SearchResults
from search.engines import EMBEDDED, TOPICS, _embedded, engines, first_choice, get_engine
from search.engines.elastic.engine import ElasticEngine
from search.indexing import differences
from search.service import search
from search.sight import sight_of
from search.suggestions import suggest
from tests.elastic import indices, own_engine
from tests.factories import CasePortraitPageFactory, ColleagueFactory, restrict
from tests.search.conftest import titles
from tests.search.test_indexing import (  # noqa: F401 - they are run here too
    TestColleagues,
    TestConsent,
    TestRestrictions,
    test_a_parked_removal_still_hides,
    test_a_rollback_leaves_no_ghost,
    test_a_whole_tree_is_written_again,
    test_all_blocks_of_a_story_are_found,
    test_areas_and_names_of_terms_follow,
    test_bulk_changes_are_found_by_verify_and_mended,
    test_every_kind_is_found_by_its_text,
    test_publish_edit_unpublish_delete,
    test_what_a_consent_can_take_back_is_not_in_a_page,
)
from tests.search.test_people import (  # noqa: F401 - and those about colleagues
    expert,
    test_a_hidden_trace_counts_for_nothing_from_the_next_search_on,
    test_a_pause_holds_from_the_next_search_on,
    test_a_word_that_is_taken_back_counts_for_nothing_from_the_next_search_on,
    test_answers_and_feedback_count_for_the_page_they_are_about,
    test_search_and_directory_say_the_same,
    test_whoever_hides_the_only_trace_is_not_found_by_it,
    test_whoever_leaves_is_not_found_at_all,
)

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]


@pytest.fixture(scope="module")
def shared() -> Iterator[ElasticEngine]:
    with own_engine() as engine:
        engine.rebuild([])
        yield engine


@pytest.fixture(autouse=True)
def elastic(shared: ElasticEngine, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation with an Elasticsearch, empty; it may take its time on a busy machine."""
    shared.write([], shared.digests())
    settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_TEST_URL
    settings.ELASTICSEARCH_PREFIX = shared.cluster.prefix
    monkeypatch.setattr("search.engines.preferred.PATIENCE", 30)


@pytest.fixture
def work(db: None) -> Callable[[], int]:
    """Work off what waits for both indices."""

    def drained() -> int:
        done = sum(drain(topic) for topic in TOPICS.values())
        assert not OutboxEntry.objects.filter(topic__in=TOPICS.values(), done_at=None).exists()
        return done

    return drained


@pytest.fixture
def find(find: Callable[..., SearchResults]) -> Callable[..., SearchResults]:
    """Search as the tests do, and see that it was Elasticsearch that answered."""

    def search_as(*args: Any, **more: Any) -> SearchResults:
        found = find(*args, **more)
        assert found.engine == "elasticsearch"
        return found

    return search_as


def test_each_engine_has_its_own_notes(work: Callable, find: Callable) -> None:
    page = CasePortraitPageFactory(title="Haven")
    assert work() == 2
    assert engines() == ["elasticsearch", "embedded"]
    for name in engines():
        found = differences(get_engine(name))
        assert found == {"missing": [], "ghosts": [], "stale": []}
    page.unpublish()
    drain(TOPICS["elasticsearch"])  # and the worker of the embedded index is stopped
    assert list(get_engine(EMBEDDED).digests()) == [f"page:{page.pk}"]
    assert find("haven").total == 0


def test_notes_of_an_engine_that_was_taken_away_are_dropped(settings: Any) -> None:
    CasePortraitPageFactory(title="Haven")
    settings.ELASTICSEARCH_URL = ""
    assert drain(TOPICS["elasticsearch"]) == 1
    CasePortraitPageFactory(title="Huset")
    assert not OutboxEntry.objects.filter(topic=TOPICS["elasticsearch"], done_at=None).exists()


def test_a_cluster_that_lost_everything_is_built_anew(
    shared: ElasticEngine, work: Callable, find: Callable
) -> None:
    CasePortraitPageFactory(title="Haven")
    work()
    shared.cluster.drop(indices(shared))
    CasePortraitPageFactory(title="Huset")
    work()
    assert titles(find("haven")) == ["Haven"]
    assert titles(find("huset")) == ["Huset"]


def test_a_new_cluster_gets_its_index_when_the_worker_starts(
    work: Callable, find: Callable, shared: ElasticEngine
) -> None:
    CasePortraitPageFactory(title="Kaffestævnet")
    work()
    shared.cluster.drop(indices(shared))
    OutboxEntry.objects.all().delete()
    schedule.start()
    assert drain("reindex") == 1
    found = find("kaffestævne")
    assert titles(found) == ["Kaffestævnet"]
    assert found.engine == "elasticsearch"


def test_a_page_is_closed_to_suggestions_too(work: Callable, member: Any) -> None:
    page = CasePortraitPageFactory(title="Fortroligt byggeri")
    work()
    assert len(suggest("fortro", member)) == 1
    restrict(page, Group.objects.create(name="Hemmelig"))
    member = get_user_model().objects.get(pk=member.pk)  # a new request
    assert suggest("fortro", member) == []


@pytest.mark.parametrize("name", ["embedded", "elasticsearch"])
def test_a_colleagues_change_is_found_within_five_seconds(
    name: str, member: Any, settings: Any
) -> None:
    """From the save to the answer, the worker's pauses included."""
    person = ColleagueFactory(name="Karla Grøn")
    drain()
    person.ask_me_about = "Rabarber"
    began = time.monotonic()
    person.save()
    time.sleep(settings.OUTBOX_POLL_SECONDS)  # the worker sleeps for so long at most
    drain(TOPICS[name])
    request = SearchRequest(text="rabarber", viewer=member)
    assert titles(search(request, get_engine(name))) == ["Karla Grøn"]
    assert time.monotonic() - began < 5


def test_where_a_note_has_waited_for_long_the_other_index_answers(
    work: Callable, member: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    CasePortraitPageFactory(title="Haven")
    work()
    CasePortraitPageFactory(title="Havestien")
    drain(TOPICS[EMBEDDED])
    first = first_choice()
    assert first is not None
    for seconds, engine in ((5, "elasticsearch"), (15, "embedded")):
        written = timezone.now() - timedelta(seconds=seconds)
        OutboxEntry.objects.filter(done_at=None).update(created_at=written)
        monkeypatch.setattr(first, "_looks_at", 0.0)
        found = search(SearchRequest(text="have", viewer=member))
        assert found.engine == engine == get_engine().name
    assert titles(found) == ["Haven", "Havestien"]
    drain()
    monkeypatch.setattr(first, "_looks_at", 0.0)
    found = search(SearchRequest(text="have", viewer=member))
    assert (found.engine, titles(found)) == ("elasticsearch", ["Haven", "Havestien"])


# --- The index beside it -------------------------------------------------------------------------
def karla() -> ColleagueProfile:
    """Return whom the fixture `expert` makes."""
    return ColleagueProfile.objects.get(name="Karla Grøn")


@pytest.mark.usefixtures("expert")
def test_what_waits_for_the_index_beside_it_is_hidden_too(work: Callable, member: Any) -> None:
    work()
    person = karla()
    person.opted_in = False
    person.save()
    drain(TOPICS["elasticsearch"])  # and the worker of the embedded index stands still
    assert get_engine(EMBEDDED).fetch([f"colleague:{person.pk}"]), "it has her still"
    alone = get_engine("elasticsearch")
    assert isinstance(alone, ElasticEngine)
    assert sight_of(member, alone).hidden == ()
    both = alone.within(9, get_engine(EMBEDDED))
    assert sight_of(member, both).hidden == (f"colleague:{person.pk}",)


@pytest.mark.usefixtures("expert")
def test_what_has_waited_there_for_long_is_read_from_elasticsearch(
    work: Callable, find: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    person = karla()
    first = first_choice()
    assert first is not None
    assert first._beside() is get_engine(EMBEDDED)
    person.job_title = "Brobygger"
    person.save()
    drain(TOPICS["elasticsearch"])
    OutboxEntry.objects.filter(done_at=None).update(
        created_at=timezone.now() - timedelta(seconds=15)
    )
    monkeypatch.setattr(first, "_looks_at", 0.0)
    (hit,) = find("brobygning", kinds=frozenset({"colleague"})).hits
    assert hit.meta.startswith("Brobygger"), "the newest"
    assert first._beside() is None
    drain()
    monkeypatch.setattr(first, "_looks_at", 0.0)
    assert first._beside() is get_engine(EMBEDDED)


@pytest.mark.usefixtures("expert")
def test_without_an_index_beside_it_nothing_is_missing(
    work: Callable, find: Callable, settings: Any
) -> None:
    work()
    before = find("brobygning")
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    _embedded.cache_clear()
    after = find("brobygning")
    assert (titles(after), after.totals, after.facets) == (
        titles(before),
        before.totals,
        before.facets,
    )
