"""From the tree of queries.py to Elasticsearch's query DSL."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query

from search import queries
from search.contract import Ask, Node
from search.engines.elastic.fields import WORDS
from search.queries import TIE

COLUMNS = ("number", "dated", "half_life", "review_due")
SHOWN, MOST_SHOWN = "shown", 40  # the sources of the best, and how many come with the hits
MOST_VALUES = 1000  # different values counted of one field
LONGEST_START = 80  #: characters of a word's beginning; no token is longer


def compile_query(node: Node) -> Query:
    """Return `node` as a query. Raises KeyError for a node of no known kind."""
    (kind,) = node.keys() - {"boost", "of"}
    return _KINDS[kind](node, float(node.get("boost", 1.0)))


def _all(node: Node, boost: float) -> Query:
    return Q("bool", must=[compile_query(part) for part in node["all"]], boost=boost)


def _some(node: Node, boost: float) -> Query:
    parts = [compile_query(part) for part in node["some"]]
    return Q("bool", should=parts, minimum_should_match=node["of"], boost=boost)


def _best(node: Node, boost: float) -> Query:
    parts = [compile_query(part) for part in node["best"]]
    return Q("dis_max", queries=parts, tie_breaker=TIE, boost=boost)


def _unless(node: Node, boost: float) -> Query:
    kept, closed = (compile_query(part) for part in node["unless"])
    return Q("bool", must=[kept], must_not=[closed], boost=boost)


def _also(node: Node, boost: float) -> Query:
    first, more = node["also"]
    parts = [compile_query(part) for part in more]
    return Q("bool", must=[compile_query(first)], should=parts, boost=boost)


def _term(node: Node, boost: float) -> Query:
    field, value = node["term"]
    return Q("term", **{field: {"value": value, "boost": boost}})


def _terms(node: Node, boost: float) -> Query:
    field, values = node["terms"]
    return Q("constant_score", filter=Q("terms", **{field: list(values)}), boost=boost)


def _phrase(node: Node, boost: float) -> Query:
    field, words = node["phrase"]
    return Q("match_phrase", **{field: {"query": " ".join(words), "boost": boost}})


def _prefix(node: Node, boost: float) -> Query:
    field, start = node["prefix"]
    return Q("prefix", **{field: {"value": start, "boost": boost}})


def _least(node: Node, boost: float) -> Query:
    field, number = node["least"]
    return Q("constant_score", filter=Q("range", **{field: {"gte": number}}), boost=0.0)


_KINDS: dict[str, Callable[[Node, float], Query]] = {
    "all": _all,
    "some": _some,
    "best": _best,
    "unless": _unless,
    "also": _also,
    "term": _term,
    "terms": _terms,
    "phrase": _phrase,
    "prefix": _prefix,
    "least": _least,
    "every": lambda node, boost: Q("match_all", boost=boost),
    "none": lambda node, boost: Q("match_none"),
}


def compile_ask(ask: Ask) -> dict[str, Any]:
    """Return the body of the one request that answers `ask`.

    What was chosen narrows the hits after the counting, since each field is counted without what
    was chosen in itself.
    """
    search = (
        Search()
        .query("bool", must=[compile_query(ask.query)], filter=[compile_query(ask.filter)])
        .extra(
            size=ask.limit,
            track_total_hits=True,
            stored_fields="_none_",
            docvalue_fields=[*COLUMNS, *(["links"] if ask.links else [])],
        )
    )
    narrowing = _filters(queries.chosen(ask.chosen))
    if narrowing:
        search = search.post_filter("bool", filter=narrowing)
    if ask.newest:
        search = search.sort("-dated", "-number").extra(track_scores=True)
    body: dict[str, Any] = search.to_dict()
    body["aggs"] = {
        name: _within(
            _filters(queries.chosen(ask.chosen, without=name)),
            values={"terms": {"field": name, "size": MOST_VALUES}},
        )
        for name in ask.counted
    }
    if 0 < ask.shown <= MOST_SHOWN:
        best = {"size": ask.shown, **({"sort": body["sort"]} if ask.newest else {})}
        body["aggs"][SHOWN] = _within(narrowing, best={"top_hits": best})
    return body


def _within(narrowing: list[Query], **aggregations: Any) -> dict[str, Any]:
    """Return `aggregations` over what matches `narrowing`, as a part of a body.

    Plain dictionaries: for so many small ones dsl takes longer than for everything else.
    """
    filters = [each.to_dict() for each in narrowing]
    return {"filter": {"bool": {"filter": filters}}, "aggs": aggregations}


def compile_reading(ids: Sequence[str]) -> dict[str, Any]:
    """Return the body of the request for the sources of `ids`."""
    return {"query": {"terms": {"id": list(ids)}}, "size": len(ids)}


def _filters(nodes: list[Node]) -> list[Query]:
    return [compile_query(node) for node in nodes]


def compile_words(field: str, start: str, visible: Node, limit: int) -> dict[str, Any]:
    """Return the body of the request for words of `field` that begin with `start`."""
    start = start[:LONGEST_START]
    beginning = re.sub(r"([^0-9A-Za-z])", r"\\\1", start) + ".*"
    search = (
        Search()
        .query("bool", filter=[compile_query(visible), Q("prefix", **{field: start})])
        .extra(size=0)
    )
    search.aggs.bucket("words", "terms", field=field + WORDS, include=beginning, size=limit)
    body: dict[str, Any] = search.to_dict()
    return body
