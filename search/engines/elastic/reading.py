"""Reading what Elasticsearch gives back."""

from binascii import a2b_base64
from collections.abc import Mapping
from typing import Any

from search.contract import Answer, Ask, Named, Row, id_of
from search.engines.elastic.compile import STANDING, TOTAL, VALUES
from search.engines.elastic.fields import numbers_of

Found = Mapping[str, Any]


def read_row(hit: Found) -> Row:
    """Return what ranking needs of a hit; its place is the column with the rest."""
    column = a2b_base64(hit["fields"]["row"][0])
    number, dated, half_life, review_due = numbers_of(column)
    return Row(id_of(number), hit.get("_score") or 0.0, dated, half_life, review_due, column)


def read_answer(ask: Ask, rows: Found, counts: Found | None) -> Answer:
    """Return the answer to what `compile_rows` asked and, where something is counted,
    `compile_counts`."""
    found = [read_row(hit) for hit in rows.get("hits", {}).get("hits", ())]
    if counts is None:
        return Answer(rows["hits"]["total"]["value"], found, {})
    aggregations = counts["aggregations"]
    total = aggregations.get(TOTAL, {}).get("doc_count", counts["hits"]["total"]["value"])
    return Answer(total, found, {name: _counts(aggregations[name]) for name in ask.counted})


def read_named(found: Found) -> list[Named]:
    """Return the answer to what `compile_named` asked."""
    named = []
    for hit in found.get("hits", {}).get("hits", ()):
        row = read_row(hit)
        values = {name: hit["fields"].get(name, ()) for name in STANDING}
        named.append(Named(row, values, row.score > 0))
        row.score = 0.0
    return named


def _counts(counted: Found) -> dict[str, int]:
    buckets = counted.get(VALUES, counted)["buckets"]
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}
