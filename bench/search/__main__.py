"""`python -m bench.search`: search and suggestions at 1,000 documents and more, side by side.

The database is left out: what a viewer may see costs the same however many documents there are.
With ELASTICSEARCH_URL set, Elasticsearch is timed too, under a prefix of its own.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django


def main() -> None:
    """Run, and print a table for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--queries", type=int, default=100, help="different ones, each round")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.development")
    django.setup()
    print("load", *(f"{one:.1f}" for one in os.getloadavg()), "on", os.cpu_count(), "cores")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as place:
            run(Path(place), size, options.queries)


def run(place: Path, size: int, count: int) -> None:
    """Index `size` documents everywhere and time `count` queries in each."""
    from bench.search import contestants, timing
    from bench.search.corpus import Corpus
    from search.engines.embedded import EmbeddedEngine

    corpus = Corpus()
    started = time.perf_counter()
    documents = list(corpus.documents(size))
    print(f"\n{size:,} documents, analysed {rate(size, started)}")
    embedded = EmbeddedEngine(place / "index")
    started = time.perf_counter()
    embedded.rebuild(documents)
    print(f"embedded   indexed {rate(size, started)}, {megabytes(place / 'index'):.1f} MB")
    fts5 = contestants.Fts5(place / "fts5.sqlite3")
    started = time.perf_counter()
    fts5.write(documents)
    print(f"FTS5       indexed {rate(size, started)}, {megabytes(place / 'fts5.sqlite3'):.1f} MB")
    texts = corpus.queries(count)
    with elastic(documents) as engine:
        searches = {
            "embedded": contestants.search_of(embedded),
            "FTS5": fts5.search,
        }
        suggestions = {
            "embedded, suggestion": contestants.suggestions_of(embedded),
            "FTS5, suggestion": fts5.suggest,
        }
        if engine:
            searches["elasticsearch"] = contestants.search_of(engine)
            searches["_search, raw"] = contestants.raw_search_of(engine)
            suggestions["elasticsearch, suggestion"] = contestants.suggestions_of(engine)
        for questions in (searches, suggestions):
            taken = timing.interleaved(questions, texts)
            base = next(iter(taken.values()))
            for name, rounds in taken.items():
                print(timing.line(name, rounds, base))
        if engine:
            raw = taken_ratio(searches, texts)
            print(raw)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of the process at most {peak:.0f} MB, the made-up documents included")


def taken_ratio(searches: dict[str, Any], texts: list[str]) -> str:
    """Return Elasticsearch's path beside its raw `_search`, in rounds of their own."""
    from bench.search import timing

    pair = {name: searches[name] for name in ("_search, raw", "elasticsearch")}
    taken = timing.interleaved(pair, texts)
    return timing.line("elasticsearch / raw", taken["elasticsearch"], taken["_search, raw"])


@contextmanager
def elastic(documents: list[dict[str, Any]]) -> Iterator[Any]:
    """Give an Elasticsearch engine with `documents`, or None where there is no server."""
    url = os.environ.get("ELASTICSEARCH_URL")
    if not url:
        yield None
        return
    from tests.elastic import own_engine

    with own_engine(url) as engine:
        started = time.perf_counter()
        engine.rebuild(documents)
        print(f"elastic    indexed {rate(len(documents), started)}")
        yield engine


def rate(count: int, started: float) -> str:
    """Return how many a second."""
    return f"{count / (time.perf_counter() - started):,.0f}/s"


def megabytes(path: Path) -> float:
    """Return the size of a file, or of all files below a directory."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files) / 1e6


if __name__ == "__main__":
    main()
