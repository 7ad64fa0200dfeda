"""What an engine finds for one reading of a request, and the colleagues who have done it.

One heavy question to the engine. Who has done what comes from the links of the best hits, and
colleagues who are not among the best by their own words are asked for by their ids.
"""

from collections.abc import Callable, Container, Iterable, Sequence

from search import people, queries
from search.contract import (
    COUNTED,
    MOST_RESULTS,
    NEWEST,
    Answer,
    Ask,
    Engine,
    Named,
    Node,
    Row,
    SearchRequest,
)
from search.ranking import RERANKED, aged, rank

COLLEAGUE = "colleague"


class Found:
    """The rows found, their number and counts."""

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
        answer = self._ask(queries.pinned(query, pins))
        self.rows = answer.rows
        for row in self.rows if pins else ():
            row.score -= queries.PINNED if row.id in self.pins else 0.0
        self.total, self.counts = answer.total, answer.counts
        self.total_by_words = answer.total  # without people by what they have done, or facets
        self._query = None if "every" in query or "none" in query else query
        self._best: list[Row] | None = None  # where what was chosen hides some of the best
        if self._query and (self.chosen or request.sort == NEWEST):
            asked = Ask(query=query, filter=visible, limit=people.COUNTED)
            best = engine.ask(asked)
            self._best, self.total_by_words = best.rows, best.total

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

    def prefer(self, strictly: "Found") -> None:
        """Let what was found with every word come before what has some of them: both scores
        count. Asking for both at once would take the engine half as long again."""
        for rows, known in ((self.rows, strictly.rows), (self._best or [], strictly._best or [])):
            scores = {row.id: row.score for row in known}
            for row in rows:
                row.score += scores.get(row.id, 0.0)
            if self.request.sort != NEWEST:
                rows.sort(key=lambda row: -row.score)

    def join_people(self) -> None:
        """Score colleagues by what they have done, and add those whose own words do not match."""
        if not self._query:
            return
        best = self.rows[: people.COUNTED] if self._best is None else self._best
        links = self.engine.links(best)
        pairs = [(aged(row, self.today), links[row.id]) for row in best if row.id in links]
        self.people, self.reason = people.experience(pairs, self.hidden)
        self.best = max((score for score, _ in pairs), default=0.0)
        least = 0.0 if self.asks_people else people.LEAST * self.best
        known = people.knowing(self.people, least)
        here = {row.id for row in self.rows if row.id.startswith(COLLEAGUE)}
        if others := [each for each in known if each not in here]:
            # Where all that words find is here, they find none of the others.
            is_all = not self.chosen and self.total <= len(self.rows)
            query = {"none": True} if is_all else self._query
            self._add(self.engine.named(others, self.visible, query))

    def _add(self, colleagues: Iterable[Named]) -> None:
        """Add colleagues who are not among the best by their words, if what was chosen fits. Words
        may have found them further down: then they are counted already."""
        chosen = self.chosen
        for row, values, is_found in colleagues:
            unfit = [name for name in chosen if chosen[name].isdisjoint(values.get(name, ()))]
            if not unfit:
                self.rows.append(row)
                self.total += not is_found
            if is_found:
                continue
            for name, each in values.items():
                if unfit in ([], [name]):  # each is counted without what was chosen in itself
                    counts = self.counts[name]
                    for value in each:
                        counts[value] = counts.get(value, 0) + 1

    def page(self) -> tuple[list[tuple[float, Row]], int, int]:
        """Return (the page's rows with scores, its number, how many pages); numbers clamp."""
        size = self.request.size
        pages = max(1, -(-min(self.total, MOST_RESULTS) // size))
        number = min(self.wanted_page, pages)
        return self._ranked(number * size)[(number - 1) * size :], number, pages

    def _ranked(self, first: int) -> list[tuple[float, Row]]:
        """Return the `first` of the rows, with their scores."""
        if self.request.sort == NEWEST:
            return [(row.score, row) for row in self.rows[:first]]
        people = self._scores_of_people()
        if not self.pins:
            return rank(self.rows, self.today, people, first)
        ranked = rank(self.rows, self.today, people)
        ranked.sort(key=lambda pair: self.pins.get(pair[1].id, len(self.pins)))
        return ranked[:first]

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
