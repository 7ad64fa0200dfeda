"""Reading what Elasticsearch gives back."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from search.contract import Answer, Ask, Row, id_of
from search.engines.elastic.compile import TOTAL, VALUES
from search.engines.elastic.fields import unpack

Found = Mapping[str, Any]


def read_row(hit: Found) -> Row:
    """Return what ranking needs of a hit; its place is the lines of links that came with it."""
    (number, dated, half_life, review_due), links = unpack(hit["fields"]["row"][0])
    return Row(id_of(number), hit.get("_score") or 0.0, dated, half_life, review_due, links)


def read_answer(ask: Ask, found: Found) -> Answer:
    """Return the answer to what `compile_ask` asked."""
    aggregations = found.get("aggregations", {})
    total = aggregations[TOTAL]["doc_count"] if ask.uncounted else found["hits"]["total"]["value"]
    counts = {name: _counts(aggregations[name]) for name in ask.counted}
    return Answer(total, [read_row(hit) for hit in found["hits"].get("hits", ())], counts)


def _counts(counted: Found) -> dict[str, int]:
    buckets = counted.get(VALUES, counted)["buckets"]
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}


def read_named(ask: Ask, found: Found) -> Answer:
    """Return the answer to what `compile_named` asked; counted here, as each hit's columns say."""
    rows, total = [], 0
    counts: dict[str, Counter[str]] = {name: Counter() for name in ask.counted}
    for hit in found["hits"].get("hits", ()):
        columns = hit["fields"]
        others = [
            name
            for name, wanted in ask.chosen.items()
            if wanted and wanted.isdisjoint(columns.get(name, ()))
        ]
        if not others:
            rows.append(read_row(hit))
        if hit.get("matched_queries"):  # it is among what is left uncounted
            continue
        total += not others
        for name in ask.counted:
            if others in ([], [name]):
                counts[name].update(columns.get(name, ()))
    return Answer(total, rows, {name: dict(counted) for name, counted in counts.items()})


def read_sources(hits: Iterable[Found]) -> dict[str, dict[str, Any]]:
    """Return by id the stored sources of `hits`."""
    sources = (hit["_source"]["source"] for hit in hits)
    return {source["id"]: source for source in sources}
