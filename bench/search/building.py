"""Making documents and indices; a document at a time, whatever their number."""

import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bench.search.corpus import SEED, Corpus
from bench.search.fts5 import Fts5
from bench.search.kept import FTS5, INDEXERS, MAKERS, kept, key_of, megabytes
from bench.search.progress import bar
from search.engines.embedded import EmbeddedEngine

BESIDE = 100_000  #: above so many documents only the embedded index is built

Document = dict[str, Any]


class Built(NamedTuple):
    """Where everything lies, and the figures of its making: a second, megabytes."""

    size: int
    documents: Path
    embedded: Path
    fts5: Path | None
    figures: dict[str, dict[str, float]]


class Timed:
    """An iterable whose own share of the time is known: `seconds`."""

    def __init__(self, items: Iterable[Document]) -> None:
        self.items, self.seconds = items, 0.0

    def __iter__(self) -> Iterator[Document]:
        items = iter(self.items)
        while True:
            started = time.perf_counter()
            item = next(items, None)
            self.seconds += time.perf_counter() - started
            if item is None:
                return
            yield item


def build(cache: Path, size: int, seed: int = SEED) -> Built:
    """Make what is not there yet below `cache`."""
    place = cache / str(size)
    figures = {}
    documents, figures["documents"] = kept(
        place, "documents", key_of(MAKERS, size, seed), lambda path: analyse(path, size, seed)
    )
    embedded, figures["embedded"] = kept(
        place,
        "embedded",
        key_of(INDEXERS, size, seed),
        lambda path: index_embedded(path, documents, size),
    )
    fts5 = None
    if size <= BESIDE:
        fts5, figures["FTS5"] = kept(
            place, "fts5", key_of(FTS5, size, seed), lambda path: index_fts5(path, documents, size)
        )
    return Built(size, documents, embedded, fts5, figures)


def analyse(path: Path, size: int, seed: int) -> dict[str, float]:
    """Write `size` documents, a line each; the rate is one of processor time."""
    tick, started = bar(f"{size:,} documents are made", size), time.process_time()
    with path.open("w", encoding="utf-8") as file:
        for number, each in enumerate(Corpus(seed).documents(size), start=1):
            file.write(json.dumps(each, ensure_ascii=False) + "\n")
            tick(number)
    return {"rate": size / (time.process_time() - started), "size": megabytes(path)}


def read(path: Path) -> Iterator[Document]:
    """Yield the documents that `analyse` wrote."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def index_embedded(path: Path, documents: Path, size: int) -> dict[str, float]:
    """Build the embedded index; the rate is without reading the documents."""
    timed, started = Timed(read(documents)), time.perf_counter()
    EmbeddedEngine(path).rebuild(timed, bar(f"{size:,}: embedded index", size))
    seconds = time.perf_counter() - started - timed.seconds
    return {"rate": size / seconds, "size": megabytes(path)}


def index_fts5(path: Path, documents: Path, size: int) -> dict[str, float]:
    """Build SQLite's index; the rate is without reading the documents."""
    timed, started = Timed(read(documents)), time.perf_counter()
    Fts5(path).write(timed, bar(f"{size:,}: FTS5", size))
    seconds = time.perf_counter() - started - timed.seconds
    return {"rate": size / seconds, "size": megabytes(path)}
