"""Reading what tantivy gives back."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import tantivy

from search.contract import Row, id_of
from search.engines.schema import BETWEEN, IN_ROW, KEPT, SETS

MOST_KEPT = 5_000  # different values of `Kept`, some megabytes
MOST_SETS = 20_000  # different sets of values that are counted of one field


def read_rows(searcher: tantivy.Searcher, hits: list[tuple[Any, tantivy.DocAddress]]) -> list[Row]:
    """Return what ranking needs of `hits`, from columns, without touching stored documents."""
    addresses = [address for _, address in hits]
    if not addresses:
        return []
    columns = [searcher.fast_field_values(name, addresses) for name in IN_ROW]
    return [
        Row(id_of(number), float(score), dated, half_life, review_due, (searcher, address))
        for (score, address), number, dated, half_life, review_due in zip(
            hits, *columns, strict=True
        )
    ]


def read_source(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> dict[str, Any]:
    """Return the stored source of one document."""
    source: dict[str, Any] = orjson.loads(searcher.doc(address)["source"][0])
    return source


class Kept:
    """What documents have stored under `name`; what has been read is kept by its hash."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._known: dict[Any, Any] = {}  # by hash

    def of(self, searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress]) -> list[Any]:
        """Return what each of some documents has; not to be changed."""
        if not addresses:
            return []
        known = self._known if len(self._known) < MOST_KEPT else {}
        hashes = searcher.fast_field_values(KEPT[self.name], addresses)
        for each, address in zip(hashes, addresses, strict=True):
            if each not in known:
                known[each] = orjson.loads(searcher.doc(address)[self.name][0])
        self._known = known
        return [known[each] for each in hashes]


def count_values(
    searcher: tantivy.Searcher, query: tantivy.Query, fields: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Return field -> value -> number of documents that match `query`."""
    if not fields:
        return {}
    wanted = {name: {"terms": {"field": SETS[name], "size": MOST_SETS}} for name in fields}
    found = searcher.aggregate(query, wanted)
    return {name: _parted(found[name]["buckets"]) for name in fields}


def _parted(buckets: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Return value -> number of documents, from the numbers by sets of values."""
    counts: dict[str, int] = {}
    for bucket in buckets:
        for value in bucket["key"].split(BETWEEN):
            counts[value] = counts.get(value, 0) + bucket["doc_count"]
    return counts
