"""From the tree of queries.py to a tantivy query."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tantivy import FieldType, Occur, Query, Schema

from search.contract import Node
from search.queries import TIE, kind_of

#: So many words are looked up one by one, which costs less until there are some hundreds: to look
#: them up together is to go through every word of the field.
FEW_WORDS = 250


class Compiler:
    """Makes queries for an index of `schema`; unless they are `scored`, by the nodes' `match`."""

    def __init__(self, schema: Schema, *, scored: bool = True) -> None:
        self.schema, self.scored = schema, scored

    def query(self, node: Node) -> Query:
        """Return `node` as a tantivy query. Raises KeyError for a node of no known kind."""
        if not self.scored:
            return self._of(node.get("match") or node)
        query = self._of(node)
        boost = node.get("boost", 1.0)
        return query if boost == 1.0 else Query.boost_query(query, float(boost))

    def filtered(self, node: Node, filters: Iterable[Node]) -> Query:
        """Return `node` narrowed by `filters`, which add nothing to the score."""
        unscored = Compiler(self.schema, scored=False)
        narrowing = [part for each in filters for part in unscored.narrowing(each)]
        query = self.query(node)
        return Query.boolean_query([(Occur.Must, query), *narrowing]) if narrowing else query

    def named(self, ids: Sequence[str], visible: Node, query: Node) -> Query:
        """Return what finds the `ids` that are `visible`; those that `query` finds too score 1."""
        parts = [(Occur.Must, Query.const_score_query(self.query({"terms": ["id", ids]}), 0.0))]
        found = Query.const_score_query(self.query(query), 1.0)
        return Query.boolean_query([*parts, *self.narrowing(visible), (Occur.Should, found)])

    def narrowing(self, node: Node) -> Iterator[tuple[Occur, Query]]:
        """Yield what `node` asks of a hit beside another query."""
        if "unless" in node:
            kept, closed = node["unless"]
            yield from self.narrowing(kept)
            yield Occur.MustNot, self.query(closed)
        elif "every" not in node:
            yield Occur.Must, Query.const_score_query(self.query(node), 0.0)

    def _of(self, node: Node) -> Query:
        return _KINDS[kind_of(node)](self, node)

    def all(self, node: Node) -> Query:
        parts = self._many(node["all"])
        return parts[0] if len(parts) == 1 else _boolean(Occur.Must, parts)

    def some(self, node: Node) -> Query:
        parts = [(Occur.Should, part) for part in self._many(node["some"])]
        return Query.boolean_query(parts, minimum_number_should_match=node["of"])

    def best(self, node: Node) -> Query:
        parts = self._many(node["best"])
        if self.scored:
            return Query.disjunction_max_query(parts, tie_breaker=TIE)
        return parts[0] if len(parts) == 1 else _boolean(Occur.Should, parts)

    def unless(self, node: Node) -> Query:
        kept, closed = node["unless"]
        out = Compiler(self.schema, scored=False).query(closed)
        return Query.boolean_query([(Occur.Must, self.query(kept)), (Occur.MustNot, out)])

    def also(self, node: Node) -> Query:
        first, more = node["also"]
        if not self.scored:
            return self.query(first)
        parts = [(Occur.Should, part) for part in self._many(more)]
        return Query.boolean_query([(Occur.Must, self.query(first)), *parts])

    def term(self, node: Node) -> Query:
        field, value = node["term"]
        return Query.term_query(self.schema, field, value, index_option=index_option(field))

    def terms(self, node: Node) -> Query:
        field, values = node["terms"]
        if len(values) > FEW_WORDS:
            found = Query.term_set_query(self.schema, field, values)
        else:
            found = _boolean(Occur.Should, [self.term({"term": [field, one]}) for one in values])
        return Query.const_score_query(found, 1.0) if self.scored else found

    def prefix(self, node: Node) -> Query:
        field, start = node["prefix"]
        # A word at no distance from its beginning: the same words as by "start.*", and 1 ms less.
        return Query.fuzzy_term_query(self.schema, field, start, distance=0, prefix=True)

    def below(self, node: Node) -> Query:
        field, number = node["below"]
        found = Query.range_query(
            self.schema, field, FieldType.Unsigned, upper_bound=number, include_upper=False
        )
        return Query.const_score_query(found, 0.0)

    def phrase(self, node: Node) -> Query:
        return Query.phrase_query(self.schema, *node["phrase"])

    def _many(self, nodes: Iterable[Node]) -> list[Query]:
        return [self.query(node) for node in nodes]


def _boolean(occur: Occur, parts: list[Query]) -> Query:
    return Query.boolean_query([(occur, part) for part in parts])


def index_option(field: str) -> str:
    """Return what is kept of the words of `field`: positions where phrases are looked for."""
    return "position" if field.endswith("_x") else "freq" if field[-2:] in ("_s", "_p") else "basic"


_KINDS: dict[str, Callable[[Compiler, Node], Any]] = {
    "all": Compiler.all,
    "some": Compiler.some,
    "best": Compiler.best,
    "unless": Compiler.unless,
    "also": Compiler.also,
    "term": Compiler.term,
    "terms": Compiler.terms,
    "prefix": Compiler.prefix,
    "below": Compiler.below,
    "phrase": Compiler.phrase,
    "every": lambda compiler, node: Query.all_query(),
    "none": lambda compiler, node: Query.empty_query(),
}
