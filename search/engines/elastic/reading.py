"""Reading what Elasticsearch gives back."""

from binascii import a2b_base64
from collections.abc import Mapping
from typing import Any

from search.contract import COUNTED, Answer, Ask, Named, Row, id_of
from search.engines.elastic.compile import TOTAL, VALUES
from search.engines.elastic.fields import numbers_of

Found = Mapping[str, Any]


def read_rows(found: Found) -> list[Row]:
    """Return what ranking needs of each hit; its place is the column with the rest."""
    rows = []
    for hit in found.get("hits", {}).get("hits", ()):
        column = a2b_base64(hit["fields"]["row"][0])
        number, dated, half_life, review_due = numbers_of(column)
        score = hit.get("_score") or 0.0
        rows.append(Row(id_of(number), score, dated, half_life, review_due, column))
    return rows


def read_answer(ask: Ask, rows: Found, counts: Found | None) -> Answer:
    """Return the answer to what `compile_rows` asked and, where something is counted,
    `compile_counts`."""
    found = read_rows(rows)
    if counts is None:
        return Answer(rows["hits"]["total"]["value"], found, {})
    aggregations = counts["aggregations"]
    total = aggregations.get(TOTAL, {}).get("doc_count", counts["hits"]["total"]["value"])
    return Answer(total, found, {name: _counts(aggregations[name]) for name in ask.counted})


def read_named(found: Found) -> list[Named]:
    """Return the answer to what `compile_named` asked."""
    named = []
    for row, hit in zip(read_rows(found), found.get("hits", {}).get("hits", ()), strict=True):
        values = {name: hit["fields"].get(name, ()) for name in COUNTED}
        named.append(Named(row, values, row.score > 0))
        row.score = 0.0
    return named


def _counts(counted: Found) -> dict[str, int]:
    buckets = counted.get(VALUES, counted)["buckets"]
    return {bucket["key"]: bucket["doc_count"] for bucket in buckets}
