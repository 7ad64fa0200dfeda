"""From the tree of queries.py to the bodies of Elasticsearch's requests.

Plain dictionaries: a search has some hundred small queries, and to make an object of each takes
longer than everything else that is done for it here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from search import queries
from search.contract import COUNTED, Ask, Node
from search.engines.elastic.fields import WORDS
from search.queries import TIE, kind_of

Body = dict[str, Any]
TOTAL, VALUES = "total", "values"  # names of parts of requests and answers
MOST_VALUES = 1000  # different values counted of one field
LONGEST_START = 80  #: characters of a word's beginning; no token is longer


def compile_query(node: Node, *, scored: bool = True) -> Body:
    """Return `node` as a query, or unless it is `scored`, what finds the same. Raises KeyError for
    a node of no known kind."""
    if not scored:
        node = node.get("match") or node
    return _KINDS[kind_of(node)](node, float(node.get("boost", 1.0)), scored)


def _many(nodes: Iterable[Node], scored: bool) -> list[Body]:
    return [compile_query(node, scored=scored) for node in nodes]


def _all(node: Node, boost: float, scored: bool) -> Body:
    return {"bool": {"must": _many(node["all"], scored), "boost": boost}}


def _some(node: Node, boost: float, scored: bool) -> Body:
    parts = _many(node["some"], scored)
    return {"bool": {"should": parts, "minimum_should_match": node["of"], "boost": boost}}


def _best(node: Node, boost: float, scored: bool) -> Body:
    parts = _many(node["best"], scored)
    return {"dis_max": {"queries": parts, "tie_breaker": TIE, "boost": boost}}


def _unless(node: Node, boost: float, scored: bool) -> Body:
    kept, closed = node["unless"]
    out = compile_query(closed, scored=False)
    return {
        "bool": {"must": [compile_query(kept, scored=scored)], "must_not": [out], "boost": boost}
    }


def _also(node: Node, boost: float, scored: bool) -> Body:
    first, more = node["also"]
    if not scored:
        return compile_query(first, scored=False)
    return {"bool": {"must": [compile_query(first)], "should": _many(more, scored), "boost": boost}}


def _term(node: Node, boost: float, scored: bool) -> Body:
    field, value = node["term"]
    return {"term": {field: {"value": value, "boost": boost}}}


def _terms(node: Node, boost: float, scored: bool) -> Body:
    field, values = node["terms"]
    return {"constant_score": {"filter": {"terms": {field: list(values)}}, "boost": boost}}


def _phrase(node: Node, boost: float, scored: bool) -> Body:
    field, words = node["phrase"]
    return {"match_phrase": {field: {"query": " ".join(words), "boost": boost}}}


def _prefix(node: Node, boost: float, scored: bool) -> Body:
    field, start = node["prefix"]
    return {"prefix": {field: {"value": start, "boost": boost}}}


def _below(node: Node, boost: float, scored: bool) -> Body:
    field, number = node["below"]
    return {"constant_score": {"filter": {"range": {field: {"lt": number}}}, "boost": 0.0}}


_KINDS: dict[str, Callable[[Node, float, bool], Body]] = {
    "all": _all,
    "some": _some,
    "best": _best,
    "unless": _unless,
    "also": _also,
    "term": _term,
    "terms": _terms,
    "phrase": _phrase,
    "prefix": _prefix,
    "below": _below,
    "every": lambda node, boost, scored: {"match_all": {"boost": boost}},
    "none": lambda node, boost, scored: {"match_none": {}},
}


def compile_rows(ask: Ask) -> Body:
    """Return the body of the request for the rows that `ask` asks for, and their number."""
    narrowing = [ask.filter, *queries.chosen(ask.chosen)]
    body: Body = {
        "query": {"bool": {"must": [compile_query(ask.query)], "filter": _filters(narrowing)}},
        "size": ask.limit,
        # The number and an order of its own, or it looks for what it may skip, which is nothing
        # here and takes a fifth longer.
        "track_total_hits": True,
        "sort": ["_score", {"number": "asc"}],
        "stored_fields": "_none_",
        "docvalue_fields": ["row"],
    }
    if ask.newest:
        body |= {"sort": [{"dated": "desc"}, {"number": "desc"}], "track_scores": True}
    return body


def compile_counts(ask: Ask) -> Body:
    """Return the body of the request for the numbers that `ask` asks for. Nothing is scored, so it
    takes a quarter of the time of the rows, and the two go side by side.

    What was chosen narrows what is counted field by field, since each is counted without what was
    chosen in itself.
    """
    query: Body = {"filter": [compile_query(ask.query, scored=False), compile_query(ask.filter)]}
    aggs = {
        name: _within(
            _filters(queries.chosen(ask.chosen, without=name)),
            {"terms": {"field": name, "size": MOST_VALUES}},
        )
        for name in ask.counted
    }
    if narrowing := _filters(queries.chosen(ask.chosen)):
        aggs[TOTAL] = {"filter": {"bool": {"filter": narrowing}}}
    return {"query": {"bool": query}, "size": 0, "track_total_hits": True, "aggs": aggs}


def _within(narrowing: list[Body], counted: Body) -> Body:
    """Return what counts `counted` in what matches `narrowing`."""
    if not narrowing:
        return counted
    return {"filter": {"bool": {"filter": narrowing}}, "aggs": {VALUES: counted}}


def _filters(nodes: list[Node]) -> list[Body]:
    return [compile_query(node) for node in nodes]


def compile_named(ids: Sequence[str], visible: Node, query: Node) -> Body:
    """Return the body of the request for the `ids` that are `visible`; those that `query` finds
    too score 1."""
    found = {"constant_score": {"filter": compile_query(query, scored=False)}}
    filters = [compile_query({"terms": ["id", ids]}), compile_query(visible)]
    return {
        "query": {"bool": {"filter": filters, "should": [found]}},
        "size": len(ids),
        "stored_fields": "_none_",
        "docvalue_fields": ["row", *COUNTED],
    }


def compile_words(field: str, start: str, visible: Node, limit: int) -> Body:
    """Return the body of the request for words of `field` that begin with `start`."""
    start = start[:LONGEST_START]
    beginning = re.sub(r"([^0-9A-Za-z])", r"\\\1", start) + ".*"
    words = {"field": field + WORDS, "include": beginning, "size": limit}
    filters = [compile_query(visible), {"prefix": {field: start}}]
    return {
        "query": {"bool": {"filter": filters}},
        "size": 0,
        "aggs": {"words": {"terms": words}},
    }
