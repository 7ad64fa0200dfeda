"""What an engine finds for one reading of a request, and the colleagues who have done it.

One heavy question to the engine. Who has done what comes from the sources of the best hits, and
colleagues whose own words do not match are asked for by their ids.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from typing import Any

from search import people, queries
from search.contract import (
    FACETS,
    MOST_RESULTS,
    NEWEST,
    Answer,
    Ask,
    Engine,
    Node,
    Row,
    SearchRequest,
)
from search.ranking import RERANKED, rank

COLLEAGUE = "colleague"
COUNTED = ("kind", *FACETS)


class Found:
    """The rows found, their number and counts; `sources` has what was read on the way."""

    def __init__(
        self,
        engine: Engine,
        request: SearchRequest,
        visible: Node,
        query: Node,
        today: int,
        pins: Sequence[str] = (),
        *,
        asks_people: bool = False,
        hidden: Container[tuple[int, str]] = frozenset(),
    ) -> None:
        self.engine, self.request, self.visible, self.today = engine, request, visible, today
        self.asks_people = asks_people or request.kinds == {COLLEAGUE}
        self.hidden = hidden  # what colleagues have hidden just now
        self.pins = {each: at for at, each in enumerate(pins)}
        self.wanted_page = max(1, min(request.page, MOST_RESULTS // request.size))
        self.people: dict[str, float] = {}
        self.best = 0.0  # the score of the best hit, people apart
        self.reason: Callable[[str], str] = lambda person: ""
        self.sources: dict[str, dict[str, Any]] = {}
        answer = self._ask(queries.pinned(query, pins))
        self.rows = [
            replace(row, score=row.score - queries.PINNED) if row.id in self.pins else row
            for row in answer.rows
        ]
        self.total, self.counts = answer.total, answer.counts
        self.total_by_words = answer.total  # without people by what they have done, or facets
        if "every" not in query and "none" not in query:
            self._join_people(query)

    @property
    def chosen(self) -> dict[str, frozenset[str]]:
        """The facets and kinds that narrow the request."""
        chosen = {**self.request.facets, "kind": self.request.kinds}
        return {name: values for name, values in chosen.items() if values}

    def _ask(self, query: Node) -> Answer:
        return self.engine.ask(
            Ask(
                query=query,
                filter=self.visible,
                chosen=self.chosen,
                counted=COUNTED,
                limit=max(RERANKED, self.wanted_page * self.request.size),
                newest=self.request.sort == NEWEST,
            )
        )

    def _join_people(self, query: Node) -> None:
        """Score colleagues by what they have done, and add those whose own words do not match."""
        rows = self.rows
        if self.chosen or self.request.sort == NEWEST:
            best = self.engine.ask(Ask(query=query, filter=self.visible, limit=people.COUNTED))
            rows, self.total_by_words = best.rows, best.total
        ranked = rank(rows[: people.COUNTED], self.today, {})
        self.read([row.id for _, row in ranked])
        pairs = [(score, self.sources[row.id]) for score, row in ranked if row.id in self.sources]
        self.people, self.reason = people.experience(pairs, self.hidden)
        self.best = max((score for score, _ in pairs), default=0.0)
        least = 0.0 if self.asks_people else people.LEAST * self.best
        if known := people.knowing(self.people, least):
            others = self._ask({"unless": [{"terms": ["id", known]}, query]})
            self.rows = [*self.rows, *(replace(row, score=0.0) for row in others.rows)]
            self.total += others.total
            for name, counts in others.counts.items():
                for value, count in counts.items():
                    self.counts[name][value] = self.counts[name].get(value, 0) + count

    def read(self, ids: Sequence[str]) -> None:
        """Read the sources that were not read yet."""
        if missing := [each for each in ids if each not in self.sources]:
            self.sources |= self.engine.fetch(missing)

    def page(self) -> tuple[list[tuple[float, Row]], int, int]:
        """Return (the page's rows with scores, its number, how many pages); numbers clamp."""
        size = self.request.size
        pages = max(1, -(-min(self.total, MOST_RESULTS) // size))
        number = min(self.wanted_page, pages)
        if self.request.sort == NEWEST:
            ranked = [(row.score, row) for row in self.rows]
        else:
            ranked = rank(self.rows, self.today, self._scores_of_people())
            ranked.sort(key=lambda pair: self.pins.get(pair[1].id, len(self.pins)))
        shown = ranked[(number - 1) * size : number * size]
        self.read([row.id for _, row in shown])
        return shown, number, pages

    def _scores_of_people(self) -> dict[str, float]:
        scores = {}
        for row in self.rows:
            if row.id.startswith(COLLEAGUE):
                known = self.people.get(row.id, 0.0)
                scores[row.id] = (
                    people.among_colleagues(known, row.score)
                    if self.asks_people
                    else people.among_all(known, row.score, self.best)
                )
        return scores
