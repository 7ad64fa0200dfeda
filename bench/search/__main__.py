"""`python -m bench.search`: search and suggestions at 1,000 documents and more, side by side.

The database is left out: what a viewer may see costs the same however many documents there are.
With ELASTICSEARCH_URL set, Elasticsearch is timed too, under a prefix of its own. Above 100,000
documents only the embedded index is built.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import django

SIZES = [1_000, 10_000, 100_000]


def main() -> None:
    """Run, and print a table with a column for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--queries", type=int, default=100, help="of each kind, in each round")
    parser.add_argument("--cache", type=Path, help="for documents and indices; var/bench")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.development")
    django.setup()
    from django.conf import settings

    for line in run(options.sizes, options.queries, options.cache or settings.VAR / "bench"):
        print(line)


def run(
    sizes: list[int], queries: int, cache: Path, apart: Callable[..., Any] | None = None
) -> Iterator[str]:
    """Yield the lines of the report; `apart` calls a function elsewhere (`in_a_process`)."""
    from bench.search import asking, building, kept, report

    apart = apart or in_a_process
    url = os.environ.get("ELASTICSEARCH_URL", "")
    every = []
    for size in sizes:
        if kept.has_room(cache, size):
            built = apart(building.build, cache, size)
            every.append(apart(asking.measure, built, queries, url))
        else:
            print(f"{size:,} documents need {size * kept.BYTES / 1e9:.1f} GB", file=sys.stderr)
    yield f"Load {' '.join(f'{one:.1f}' for one in os.getloadavg())} on {os.cpu_count()} cores."
    yield ""
    yield from report.table(every)
    yield ""
    for each in every:
        yield from report.verdicts(each)


def in_a_process(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return what `function` gives in a process of its own: nobody searches in the memory, or with
    the words, of whoever has built an index."""
    context = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, initializer=django.setup) as pool:
        return pool.submit(function, *arguments).result()


if __name__ == "__main__":
    main()
