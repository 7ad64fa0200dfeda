"""The embedded engine: tantivy, in the process that asks. No server, one writer."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings

from search import queries
from search.contract import (
    Answer,
    Ask,
    Engine,
    IndexBusyError,
    Link,
    Named,
    Node,
    NoIndexError,
    Row,
    SearchUnavailableError,
)
from search.engines.compile import Compiler
from search.engines.reading import Kept, count_values, read_rows, read_source
from search.engines.schema import FILLER, SCHEMA_HASH, build_schema, made_of, to_tantivy
from search.engines.store import Store

HEAP = 30_000_000  # bytes a writer may fill before it writes a segment


class EmbeddedEngine(Engine):
    """Reads the current index; writes under the lock of its store."""

    name = "embedded"

    def __init__(self, root: Path | None = None) -> None:
        self.store = Store(root or settings.SEARCH_INDEX_DIR)
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._index: tantivy.Index | None = None
        self._commit: tuple[int, ...] = ()  # what the index was read as of
        self._links, self._values = Kept("links"), Kept("values")

    # --- Reading ---------------------------------------------------------------------------------
    def _open(self) -> tantivy.Index | None:
        """Return the current index as of its last commit, or None before there is one."""
        path = self.store.current()
        if path is None:
            return None
        with self._lock:
            if path != self._path or self._index is None:
                if not path.name.startswith(SCHEMA_HASH):
                    raise NoIndexError("the index has an old schema: run rebuild_search")
                try:
                    self._index = tantivy.Index.open(str(path))
                except ValueError as error:
                    raise SearchUnavailableError(f"the index cannot be read: {error}") from error
                self._path = path
                self._commit = ()
            # Reading the commit costs ten times what looking at its file does, and a search asks
            # several times.
            stat = (path / "meta.json").stat()
            if (commit := (stat.st_ino, stat.st_mtime_ns)) != self._commit:
                self._index.reload()
                self._commit = commit
            return self._index

    def ask(self, ask: Ask) -> Answer:
        index = self._open()
        if index is None:
            return Answer(0, [], {name: {} for name in ask.counted})
        searcher = index.searcher()
        scored, counting = Compiler(index.schema), Compiler(index.schema, scored=False)

        def narrowed(compiler: Compiler, node: Node, without: str = "") -> tantivy.Query:
            return compiler.filtered(node, [ask.filter, *queries.chosen(ask.chosen, without)])

        query = narrowed(scored, ask.query)
        found = searcher.search(
            query, limit=max(1, ask.limit), order_by_field="dated" if ask.newest else None
        )
        counts: dict[str, dict[str, int]] = {name: {} for name in ask.counted}
        for without, names in parted(ask):
            counts |= count_values(searcher, narrowed(counting, ask.query, without), names)
        total: int = found.count  # type: ignore[attr-defined]  # its stub forgets it
        return Answer(total, read_rows(searcher, found.hits[: ask.limit]), counts)

    def named(self, ids: Sequence[str], visible: Node, query: Node) -> list[Named]:
        index = self._open()
        if index is None:
            return []
        searcher, compiler = index.searcher(), Compiler(index.schema, scored=False)
        found = searcher.search(compiler.named(ids, visible, query), limit=len(ids), count=False)
        rows = read_rows(searcher, found.hits)
        every = self._values.of(searcher, [address for _, address in found.hits])
        named = [Named(row, values, row.score > 0) for row, values in zip(rows, every, strict=True)]
        for row in rows:
            row.score = 0.0
        return named

    # A row's place is (searcher, address): what is read is as of the moment it was found.
    def links(self, rows: Sequence[Row]) -> dict[str, Sequence[Link]]:
        if not rows:
            return {}
        searcher = rows[0].place[0]
        links = self._links.of(searcher, [row.place[1] for row in rows])
        return {row.id: each for row, each in zip(rows, links, strict=True)}

    def sources(self, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
        return {row.id: read_source(*row.place) for row in rows}

    def fetch(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        index = self._open()
        if index is None or not ids:
            return {}
        searcher = index.searcher()
        query = Compiler(index.schema).query({"terms": ["id", list(ids)]})
        found = searcher.search(query, limit=len(ids), count=False).hits
        sources = [read_source(searcher, address) for _, address in found]
        return {source["id"]: source for source in sources}

    def words(self, field_name: str, start: str, visible: Node, limit: int) -> dict[str, int]:
        index = self._open()
        if index is None:
            return {}
        query = Compiler(index.schema).query(visible)
        found = index.searcher().terms_with_prefix(field_name, start, query, limit + 1)
        return dict([pair for pair in found if pair[0] != FILLER][:limit])

    def digests(self) -> dict[str, str]:
        sources = self._sources({"every": True})
        return {source["id"]: source["digest"] for source in sources}

    def under(self, page: str) -> list[str]:
        return [source["id"] for source in self._sources({"terms": ["trail", [page]]})]

    def _sources(self, node: Node) -> list[dict[str, Any]]:
        index = self._open()
        if index is None or not index.searcher().num_docs:
            return []
        searcher = index.searcher()
        found = searcher.search(Compiler(index.schema).query(node), limit=searcher.num_docs).hits
        return [read_source(searcher, address) for _, address in found]

    def status(self) -> dict[str, Any]:
        path = self.store.current()
        fresh = bool(path) and self.store.meta(path) == made_of()  # type: ignore[arg-type]
        try:
            index = self._open()
        except SearchUnavailableError as error:
            return {"engine": self.name, "ready": False, "why": str(error), "rebuild_needed": True}
        documents = index.searcher().num_docs if index else 0
        return {
            "engine": self.name,
            "ready": index is not None,
            "documents": documents,
            "rebuild_needed": not fresh,
        }

    # --- Writing ---------------------------------------------------------------------------------
    def write(self, documents: Iterable[Mapping[str, Any]], gone: Iterable[str]) -> None:
        with self.store.locked():
            if self.store.current() is None:
                path = self._create()
                self.store.swap(path)
            index = self._open()
            if index is None:
                raise SearchUnavailableError("the index vanished")
            writer = _writer(index)
            for document in documents:
                if self._has(document):
                    continue
                writer.delete_documents_by_term("id", document["source"]["id"])
                writer.add_document(to_tantivy(document))
            for document_id in gone:
                writer.delete_documents_by_term("id", document_id)
            writer.commit()
            del writer

    def _has(self, document: Mapping[str, Any]) -> bool:
        """Whether the index says all this already. What is replaced still counts in how rare its
        words are until tantivy tidies up, so nothing is written for nothing."""
        source = document["source"]
        kept = self.fetch([source["id"]]).get(source["id"], {})
        return bool(kept.get("digest") == source["digest"])

    def rebuild(
        self,
        documents: Iterable[Mapping[str, Any]],
        progress: Callable[[int], None] = lambda done: None,
    ) -> int:
        done = 0
        # While the lock is held the worker's notes wait; they are worked off in the new index.
        with self.store.locked(wait=30):
            path = self._create()
            writer = _writer(tantivy.Index.open(str(path)))
            for done, document in enumerate(documents, start=1):
                writer.add_document(to_tantivy(document))
                progress(done)
            writer.commit()
            writer.wait_merging_threads()
            del writer
            self.store.swap(path)
        return done

    def _create(self) -> Path:
        path = self.store.new(SCHEMA_HASH)
        tantivy.Index(build_schema(), path=str(path))
        self.store.write_meta(path, made_of())
        return path


def parted(ask: Ask) -> Iterator[tuple[str, list[str]]]:
    """Yield what is to be counted, field by field or together, and the field whose own choice
    does not narrow the count."""
    if free := [name for name in ask.counted if not ask.chosen.get(name)]:
        yield "", free
    for name in ask.counted:
        if name not in free:
            yield name, [name]


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    try:
        return index.writer(HEAP, 1)
    except ValueError as error:
        raise IndexBusyError(str(error)) from error
