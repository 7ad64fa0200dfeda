"""Elasticsearch keeps the same contract, and what only it promises."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search import queries
from search.contract import (
    Ask,
    IndexBusyError,
    NoIndexError,
    SearchRequest,
    SearchUnavailableError,
)
from search.engines.elastic import engine as module
from search.engines.elastic.cluster import RefusedError
from search.engines.elastic.engine import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.locks import locked
from search.found import Found
from tests.contract.engine import SIGHT, EngineContract, make, person
from tests.elastic import indices, own_engine

pytestmark = pytest.mark.elasticsearch


@pytest.fixture(scope="module", params=["one node", "three nodes"])
def shared(request: pytest.FixtureRequest) -> Iterator[ElasticEngine]:
    """An engine whose index is made once: emptying it is quicker than making one."""
    url = request.getfixturevalue("nodes").url if request.param == "three nodes" else ""
    with own_engine(url) as engine:
        engine.rebuild([])
        yield engine


@pytest.fixture
def engine(shared: ElasticEngine) -> ElasticEngine:
    """An empty index."""
    shared.write([], shared.digests())
    return shared


@pytest.fixture
def beside(tmp_path: Path) -> EmbeddedEngine:
    """An empty index here."""
    engine = EmbeddedEngine(tmp_path / "beside")
    engine.rebuild([])
    return engine


class TestElasticEngine(EngineContract):
    def test_before_the_first_building_it_says_so(self) -> None:
        with own_engine() as unbuilt:
            with pytest.raises(NoIndexError, match="rebuild_search"):
                self.found(unbuilt, "have")
            with pytest.raises(NoIndexError, match="rebuild_search"):
                unbuilt.write([make(1, "Have")], [])
            status = unbuilt.status()
            assert (status["ready"], status["rebuild_needed"]) == (False, True)
            assert indices(unbuilt) == [], "nothing came to be by itself"

    # --- Read beside it ---------------------------------------------------------------------------
    @pytest.mark.parametrize("number", [1, 2])
    def test_with_an_index_beside_it_a_page_of_hits_is_one_journey(
        self,
        engine: ElasticEngine,
        beside: EmbeddedEngine,
        monkeypatch: pytest.MonkeyPatch,
        number: int,
    ) -> None:
        links = [(each, "case:1", None) for each in range(1, 5)]
        cases = [make(n, "Have", "have " * n, links=links) for n in range(1, 16)]
        everything = [*cases, *(person(n, "Navn") for n in range(1, 4))]
        journeys = self.journeys_of(engine, monkeypatch)
        for each in (engine, beside):
            each.write(everything, [])
        journeys.clear()
        alone = self.page_of(engine, number)
        assert len(journeys) == 3
        journeys.clear()
        rows, pages, _, _, sources = both = self.page_of(engine.within(9, beside), number)
        assert journeys == ["_msearch"]
        assert both == alone
        assert (len(rows), pages) == (10 if number == 1 else 8, [number, 2])
        assert sources.keys() == {row.id for row in rows}

    def journeys_of(self, engine: ElasticEngine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Return the list to which the journeys to the cluster will be added."""
        journeys: list[str] = []
        perform = engine.client.transport.perform_request

        def counted(method: str, target: str, **more: Any) -> Any:
            journeys.append(target.partition("?")[0].rpartition("/")[2])
            return perform(method, target, **more)

        monkeypatch.setattr(engine.client.transport, "perform_request", counted)
        return journeys

    def page_of(self, engine: ElasticEngine, number: int = 1) -> Any:
        """Return a page of what is found for "have", with its sources and counts."""
        request = SearchRequest("have", viewer=None, page=number)
        query = queries.text_query(queries.plan("have"))
        found = Found(engine, request, queries.visible(SIGHT), query, SIGHT.today)
        found.join_people()
        ranked, *numbers = found.page()
        rows = [row for _, row in ranked]
        return rows, numbers, found.total, found.counts, engine.sources(rows)

    def test_what_is_older_beside_it_is_not_shown(
        self, engine: ElasticEngine, beside: EmbeddedEngine
    ) -> None:
        beside.write([make(1, "Have i går"), make(2, "Have")], [])
        engine.write([make(1, "Have i dag"), make(2, "Have"), make(3, "Have")], [])
        now = engine.within(9, beside)
        ask = Ask(queries.text_query(queries.plan("have")), queries.visible(SIGHT))
        sources = now.sources(now.ask(ask).rows)
        titles = {each: source["title"] for each, source in sources.items()}
        assert titles == {"page:1": "Have i dag", "page:2": "Have", "page:3": "Have"}

    def test_an_index_beside_it_that_cannot_be_read_is_passed_over(
        self, engine: ElasticEngine, beside: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: Any) -> Any:
            raise SearchUnavailableError("the index cannot be read")

        engine.write([make(1, "Have", links=[(1, "case:1", None)]), person(1, "Navn")], [])
        alone = self.page_of(engine)
        for name in ("ask", "named", "fetch"):
            monkeypatch.setattr(beside, name, broken)
        assert self.page_of(engine.within(9, beside)) == alone

    def test_before_the_first_building_counting_says_so_too(self) -> None:
        with own_engine() as unbuilt, pytest.raises(NoIndexError, match="rebuild_search"):
            unbuilt.ask(Ask({"every": True}, queries.visible(SIGHT), counted=("kind",)))

    def test_a_part_that_fails_is_an_outage(self, engine: ElasticEngine) -> None:
        with pytest.raises(SearchUnavailableError, match="parsing_exception"):
            engine._search_all({"query": {"match_all": {}}}, {"query": {"no_such": {}}})

    # --- The newest wins -------------------------------------------------------------------------
    def test_who_began_earlier_does_not_win_by_being_late(self, engine: ElasticEngine) -> None:
        def reading() -> Iterator[dict[str, Any]]:
            engine.write([make(1, "Nyt")], ["page:2"])  # another writer, meanwhile
            yield make(1, "Gammelt")
            yield make(2, "Slettet")

        engine.write(reading(), [])
        assert self.found(engine, "nyt") == ["page:1"]
        assert list(engine.digests()) == ["page:1"], "the deleted did not come back"

    def test_what_is_written_during_a_building_is_in_the_new_index(
        self, engine: ElasticEngine
    ) -> None:
        engine.write([make(n, "Have") for n in range(3)], [])

        def reading() -> Iterator[dict[str, Any]]:
            yield make(0, "Have")
            engine.write([make(1, "Nyt"), make(9, "Kommet til")], ["page:2"])
            assert set(self.found(engine, "nyt kommet")) == set()
            yield make(1, "Gammelt")
            yield make(2, "Slettet")

        engine.rebuild(reading())
        assert sorted(engine.digests()) == ["page:0", "page:1", "page:9"]
        assert self.found(engine, "nyt") == ["page:1"]

    # --- Building --------------------------------------------------------------------------------
    def test_a_failing_rebuild_leaves_the_old_index(self, engine: ElasticEngine) -> None:
        engine.write([make(1, "Have")], [])
        before = indices(engine)

        def broken() -> Iterator[dict[str, Any]]:
            yield make(2, "Hus")
            raise OSError("disk full")

        with pytest.raises(OSError, match="disk full"):
            engine.rebuild(broken())
        assert self.found(engine, "have") == ["page:1"]
        assert indices(engine) == before

    def test_what_a_killed_builder_left_is_dropped(self, engine: ElasticEngine) -> None:
        left = engine.cluster.create()
        engine.write([make(1, "Have")], [])
        assert left not in indices(engine)
        assert self.found(engine, "have") == ["page:1"]

    def test_one_builder(self, engine: ElasticEngine) -> None:
        with locked(engine.cluster.lock):
            with pytest.raises(IndexBusyError):
                engine.rebuild([])
            new = engine.cluster.create()  # by the other, which is at work
            engine.write([make(1, "Have")], [])
            assert new in indices(engine)
        assert self.found(engine, "have") == ["page:1"]

    def test_a_late_write_does_not_bring_an_index_back(self, engine: ElasticEngine) -> None:
        old = engine.cluster.current()
        engine.rebuild([make(1, "Have")])
        about = {"_index": old, "version": 10**9, "version_type": "external"}
        engine.cluster.write(
            [{"_op_type": "delete", "_id": "a", **about}, {"_id": "b", **about, "number": 1}]
        )
        assert old not in indices(engine)

    def test_an_index_of_another_version_is_left_alone_until_ours_is_built(
        self, engine: ElasticEngine
    ) -> None:
        other = f"{engine.cluster.prefix}-000000000000-1"
        engine.client.indices.create(index=other, aliases={other[:-2]: {}})
        engine.write([make(1, "Have")], [])
        assert engine.client.count(index=other)["count"] == 0
        engine.rebuild([make(1, "Have")])
        assert other not in indices(engine)

    def test_without_its_clock_an_index_is_not_trusted(self) -> None:
        with own_engine() as engine:
            engine.rebuild([make(1, "Have")])
            engine.client.indices.delete(index=engine.cluster.clock)
            with pytest.raises(NoIndexError):
                engine.write([make(1, "Hus")], [])
            engine.rebuild([make(1, "Hus")])
            engine.write([make(1, "Bro")], [])
            assert self.found(engine, "bro") == ["page:1"]

    def test_another_analyser_asks_for_a_rebuild(
        self, engine: ElasticEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert engine.status()["rebuild_needed"] is False
        monkeypatch.setattr(module, "made_of", lambda: {"schema": "x", "analyser": "y"})
        assert engine.status()["rebuild_needed"] is True

    # --- What goes wrong -------------------------------------------------------------------------
    def test_what_is_never_taken_is_no_outage(self, engine: ElasticEngine) -> None:
        poison = make(2, "Have")
        poison["numbers"]["until"] = "i går"
        with pytest.raises(RefusedError, match="document_parsing_exception"):
            engine.write([make(1, "Have"), poison], [])
        assert self.found(engine, "have") in ([], ["page:1"])
        engine.write([make(1, "Have")], [])
        assert self.found(engine, "have") == ["page:1"]

    @pytest.mark.parametrize("block", ["read_only_allow_delete", "write", "read_only"])
    def test_a_read_only_index_is_an_outage_and_is_still_searched(
        self, engine: ElasticEngine, block: str
    ) -> None:
        engine.write([make(1, "Have")], [])
        index = engine.cluster.current()
        engine.client.indices.put_settings(index=index, settings={f"index.blocks.{block}": True})
        try:
            with pytest.raises(SearchUnavailableError, match="cluster_block_exception"):
                engine.write([make(2, "Have")], [])
            assert self.found(engine, "have") == ["page:1"]
        finally:
            engine.client.indices.put_settings(
                index=index, settings={f"index.blocks.{block}": None}
            )
        engine.write([make(2, "Have")], [])
        assert set(self.found(engine, "have")) == {"page:1", "page:2"}

    # --- One answer ------------------------------------------------------------------------------
    def test_it_scores_like_the_embedded_engine(
        self, engine: ElasticEngine, tmp_path: Path
    ) -> None:
        words = [
            "have",
            "hus",
            "bro",
            "træ",
            "dialogmøde",
            "borger",
            "plejecenter",
            "samskabelse",
            "frivillig",
            "skole",
        ]
        texts = [
            make(
                n,
                " ".join(words[n % 7 : n % 7 + 2]),
                " ".join(words[(n * k) % 10] for k in range(1, 4 + n % 30)),
                facets={"centre": ["ab"[n % 2]]},
            )
            for n in range(1, 200)
        ]
        embedded = EmbeddedEngine(tmp_path / "index")
        embedded.rebuild(texts)
        engine.rebuild(texts)
        for text in [*words, "have bro", '"hus bro"', "dialogmøder frivillige", "møde"]:
            for chosen in ({}, {"centre": frozenset("a")}):
                ours, theirs = (self.scores(each, text, chosen) for each in (engine, embedded))
                assert ours.keys() == theirs.keys()
                for each, score in ours.items():
                    assert score == pytest.approx(theirs[each], rel=0.002), (text, each)

    def scores(self, engine: Any, text: str, chosen: Any) -> dict[str, float]:
        query = queries.text_query(queries.plan(text))
        ask = Ask(query, queries.visible(SIGHT), chosen=chosen, limit=300)
        return {row.id: row.score for row in engine.ask(ask).rows}
