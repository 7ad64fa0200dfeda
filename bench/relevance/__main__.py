"""`python -m bench.relevance`: judged queries against every engine, side by side.

Reads the demo that `make demo` has built. With ELASTICSEARCH_URL set, Elasticsearch answers too,
from an index that is built first.
"""

import argparse
import os

import django

Answers = dict[str, list[list[str]]]


def main() -> None:
    """Run, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    parser.add_argument("--worst", type=int, default=0, help="show so many of the worst answers")
    parser.add_argument("--group", action="append", default=[], help="only this class of queries")
    parser.add_argument("--tuning", action="store_true", help="leave the held-out queries out")
    parser.add_argument("--no-stock", action="store_true", help="leave Wagtail's backend out")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.development")
    django.setup()
    from bench.relevance import answers, judged, report
    from search.engines import engines, get_engine
    from search.indexing import everything

    queries = [
        query
        for path in judged.SETS
        for query in judged.judged_queries(path)
        if (not options.group or query.group in options.group)
        and not (options.tuning and query.held_out)
    ]
    found: Answers = {}
    for name in reversed(engines()):
        engine = get_engine(name)
        if engine.status()["rebuild_needed"]:
            engine.rebuild(everything())
        found[name] = answers.from_engine(name, queries)
    if not options.no_stock:
        found["wagtail"] = answers.from_stock(queries)
    print("\n".join(report.table(queries, found)))
    print("\n".join(report.worst(queries, found, options.worst)))


if __name__ == "__main__":
    main()
