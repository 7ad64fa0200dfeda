"""Who answers the judged queries: GUFU's engines, and Wagtail's stock database backend."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.relevance.judged import Judged
from bench.relevance.measures import REACH
from search.contract import SearchRequest
from search.engines import get_engine
from search.indexing import everything
from search.management.commands.search import viewer
from search.service import search

ROOT = Path(__file__).resolve().parents[2]


def from_engine(name: str, queries: Sequence[Judged]) -> list[list[str]]:
    """Return the slugs that an engine finds for each query, best first."""
    engine, anybody = get_engine(name), viewer(None)
    answers = []
    for query in queries:
        facets = {field: values for field, values in query.filters.items() if field != "kind"}
        request = SearchRequest(
            query.text, anybody, query.filters.get("kind", frozenset()), facets, size=REACH
        )
        answers.append([hit.slug for hit in search(request, engine).hits])
    return answers


def from_stock(queries: Sequence[Judged]) -> list[list[str]]:
    """Return what Wagtail's database backend finds in the same texts, on a database of its own.

    It runs in a process of its own, because a Django process has one set of settings.
    """
    documents = [
        {**document["source"], "facets": document["keywords"]} for document in everything()
    ]
    asked = [
        {"text": query.text, "filters": {name: sorted(v) for name, v in query.filters.items()}}
        for query in queries
    ]
    done = subprocess.run(
        [sys.executable, "-m", "bench.stock"],
        input=json.dumps({"documents": documents, "queries": asked, "limit": REACH}),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answers: list[list[str]] = json.loads(done.stdout)
    return answers
