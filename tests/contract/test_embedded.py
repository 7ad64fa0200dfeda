"""The embedded engine keeps the contract, and what only it promises."""

from pathlib import Path

import pytest

from search import queries
from search.contract import Ask, IndexBusyError, SearchUnavailableError
from search.engines.embedded import EmbeddedEngine
from search.engines.store import Store
from tests.contract.engine import SIGHT, EngineContract, make


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> EmbeddedEngine:
        return EmbeddedEngine(tmp_path / "index")

    def test_another_process_sees_the_last_commit(self, engine: EmbeddedEngine) -> None:
        other = EmbeddedEngine(engine.store.root)
        engine.write([make(1, "Have")], [])
        assert self.found(other, "have") == ["page:1"]
        engine.write([make(2, "Have")], ["page:1"])
        assert self.found(other, "have") == ["page:2"]
        engine.rebuild([make(3, "Have")])
        assert self.found(other, "have") == ["page:3"]

    def test_writing_the_same_again_changes_no_score(self, engine: EmbeddedEngine) -> None:
        documents = [make(n, f"Have {n}", "hus " * n) for n in range(5)]
        ask = Ask(queries.text_query(queries.plan("have")), queries.visible(SIGHT))
        engine.write(documents, [])
        before = engine.ask(ask).rows
        for _ in range(3):
            engine.write(documents, [])
        assert engine.ask(ask).rows == before

    def test_one_writer(self, engine: EmbeddedEngine) -> None:
        with (
            Store(engine.store.root).locked(),
            pytest.raises(IndexBusyError, match="another process"),
        ):
            engine.write([make(1, "Have")], [])
        engine.write([make(1, "Have")], [])
        assert self.found(engine, "have") == ["page:1"]

    def test_a_failing_rebuild_leaves_the_old_index(self, engine: EmbeddedEngine) -> None:
        engine.write([make(1, "Have")], [])

        def broken():
            yield make(2, "Hus")
            raise OSError("disk full")

        with pytest.raises(OSError, match="disk full"):
            engine.rebuild(broken())
        assert self.found(engine, "have") == ["page:1"]
        engine.write([make(3, "Have")], [])
        assert set(self.found(engine, "have")) == {"page:1", "page:3"}

    def test_an_old_schema_says_what_to_do(self, engine: EmbeddedEngine) -> None:
        engine.write([make(1, "Have")], [])
        path = engine.store.current()
        assert path is not None
        old = path.rename(path.with_name("000000000000-1"))
        engine.store.pointer.write_text(old.name)
        with pytest.raises(SearchUnavailableError, match="rebuild_search"):
            self.found(EmbeddedEngine(engine.store.root), "have")
        assert engine.status()["rebuild_needed"] is True

    def test_another_analyser_asks_for_a_rebuild(self, engine: EmbeddedEngine) -> None:
        engine.write([make(1, "Have")], [])
        assert engine.status()["rebuild_needed"] is False
        path = engine.store.current()
        assert path is not None
        engine.store.write_meta(path, {"schema": "x", "analyser": "y"})
        assert engine.status()["rebuild_needed"] is True

    def test_old_directories_are_removed(self, engine: EmbeddedEngine) -> None:
        for number in range(3):
            engine.rebuild([make(number, "Have")])
        assert [p for p in engine.store.root.iterdir() if p.is_dir()] == [engine.store.current()]
