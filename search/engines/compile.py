"""From the tree of queries.py to a tantivy query."""

from collections.abc import Callable
from typing import Any

from tantivy import FieldType, Occur, Query, Schema

from search.contract import Node
from search.queries import TIE


def compile_query(schema: Schema, node: Node) -> Query:
    """Return `node` as a tantivy query. Raises KeyError for a node of no known kind."""
    (kind,) = node.keys() - {"boost", "of"}
    query = _KINDS[kind](schema, node)
    boost = node.get("boost", 1.0)
    return query if boost == 1.0 else Query.boost_query(query, float(boost))


def compile_filtered(schema: Schema, node: Node, filters: list[Node]) -> Query:
    """Return `node` narrowed by `filters`, which add nothing to the score."""
    narrowing = Query.const_score_query(compile_query(schema, {"all": filters}), 0.0)
    return _boolean(Occur.Must, [compile_query(schema, node), narrowing])


def _all(schema: Schema, node: Node) -> Query:
    parts = [compile_query(schema, part) for part in node["all"]]
    return parts[0] if len(parts) == 1 else _boolean(Occur.Must, parts)


def _some(schema: Schema, node: Node) -> Query:
    parts = [(Occur.Should, compile_query(schema, part)) for part in node["some"]]
    return Query.boolean_query(parts, minimum_number_should_match=node["of"])


def _best(schema: Schema, node: Node) -> Query:
    parts = [compile_query(schema, part) for part in node["best"]]
    return Query.disjunction_max_query(parts, tie_breaker=TIE)


def _unless(schema: Schema, node: Node) -> Query:
    kept, closed = (compile_query(schema, part) for part in node["unless"])
    return Query.boolean_query([(Occur.Must, kept), (Occur.MustNot, closed)])


def _also(schema: Schema, node: Node) -> Query:
    first, more = node["also"]
    parts = [(Occur.Should, compile_query(schema, part)) for part in more]
    return Query.boolean_query([(Occur.Must, compile_query(schema, first)), *parts])


def _boolean(occur: Occur, parts: list[Query]) -> Query:
    return Query.boolean_query([(occur, part) for part in parts])


def _term(schema: Schema, node: Node) -> Query:
    field, value = node["term"]
    return Query.term_query(schema, field, value, index_option=index_option(field))


def _terms(schema: Schema, node: Node) -> Query:
    return Query.const_score_query(Query.term_set_query(schema, *node["terms"]), 1.0)


def _prefix(schema: Schema, node: Node) -> Query:
    field, start = node["prefix"]
    # A word at no distance from its beginning: the same words as by "start.*", and 1 ms less.
    return Query.fuzzy_term_query(schema, field, start, distance=0, prefix=True)


def _least(schema: Schema, node: Node) -> Query:
    field, number = node["least"]
    found = Query.range_query(schema, field, FieldType.Unsigned, lower_bound=number)
    return Query.const_score_query(found, 0.0)


def index_option(field: str) -> str:
    """Return what is kept of the words of `field`: positions where phrases are looked for."""
    return "position" if field.endswith("_x") else "freq" if field[-2:] in ("_s", "_p") else "basic"


_KINDS: dict[str, Callable[[Schema, Node], Any]] = {
    "all": _all,
    "some": _some,
    "best": _best,
    "unless": _unless,
    "also": _also,
    "term": _term,
    "terms": _terms,
    "prefix": _prefix,
    "least": _least,
    "phrase": lambda schema, node: Query.phrase_query(schema, *node["phrase"]),
    "every": lambda schema, node: Query.all_query(),
    "none": lambda schema, node: Query.empty_query(),
}
