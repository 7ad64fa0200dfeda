"""Search: from a request to results, in one place for page, command and tests."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from search import attachments, queries, words
from search.contract import (
    FACETS,
    LONGEST_TEXT,
    MOST_RESULTS,
    NEWEST,
    Ask,
    Engine,
    Hit,
    Row,
    SearchRequest,
    SearchResults,
    Sight,
)
from search.danish import highlight
from search.danish.highlight import Wanted
from search.engines import answered
from search.labels import labelled
from search.notes import noted, together
from search.people import COUNTED, contacts, experience
from search.ranking import RERANKED, rank
from search.sight import allowed, sight_of
from search.vocabulary import guesser, spelling

SNIPPET = 220  #: characters
COLLEAGUE = "colleague"


def search(
    request: SearchRequest, engine: Engine | None = None, book: words.Book | None = None
) -> SearchResults:
    """Answer `request`, with the words of `book` instead of the editors' where it is given.
    Never raises for what somebody typed; SearchUnavailableError is the engine's."""
    if engine is None:
        return answered(lambda each: search(request, each, book))
    started = time.perf_counter()
    sight = sight_of(request.viewer, engine)
    book = book or words.current(sight.words)
    visible = queries.visible(sight)
    text = request.text[:LONGEST_TEXT]
    plan = queries.plan(text, guesser(engine, visible), book.synonyms)
    pins = book.pinned(text, date.fromordinal(sight.today)) if sight.today else []
    asks_all = plan.is_empty and not text.strip()

    def ask(query: queries.Node) -> "Found":
        return Found(engine, query, visible, request, sight, pins)

    found = ask({"every": True} if asks_all else queries.text_query(plan))
    relaxed = False
    if not found.total and len(plan.terms) > 1:
        found = ask(queries.text_query(plan, relaxed=True))
        relaxed = bool(found.total)
    ranked, page, pages = found.page()
    sources = engine.fetch([row.id for _, row in ranked])
    more = attachments.checks(sources.values())
    seen, names = allowed(request.viewer, sources, facets=True, more=more)
    lost = {each for each, source in sources.items() if attachments.trim(source, seen)}
    hits = [
        noted(hit(sources[row.id], score, plan.wanted, found.reason(row.id)), plan, row.id in pins)
        for score, row in ranked
        if row.id in seen and row.id in sources
    ]
    hits = [each for each in hits if each.id not in lost or attachments.is_marked(each)]
    guesses = [term.guesses[0].exact for term in plan.terms if term.guesses]
    texts = [text for each in sources.values() for text in (each["title"], each["body"])]
    expanded = tuple(spelling(guess, texts) for guess in guesses)
    return SearchResults(
        hits=hits,
        total=found.total,
        totals=found.answer.counts["kind"],
        facets={
            name: labelled(name, found.answer.counts[name], names, request.facets.get(name, ()))
            for name in FACETS
        },
        page=page,
        pages=pages,
        did_you_mean=meant(plan, expanded) if expanded else "",
        relaxed=relaxed,
        expanded=expanded,
        notes=together(note for each in hits for note in each.notes),
        contacts=contacts(names, date.fromordinal(sight.today or 1)),
        subjects=subjects(engine, visible, names) if asks_all or not found.total else [],
        engine=engine.name,
        took_ms=round((time.perf_counter() - started) * 1000, 2),
    )


class Found:
    """What an engine found for one reading of a request, people joined in."""

    def __init__(
        self,
        engine: Engine,
        query: queries.Node,
        visible: queries.Node,
        request: SearchRequest,
        sight: Sight,
        pins: Sequence[str] = (),
    ) -> None:
        self.request, self.today = request, sight.today
        self.pins = {each: at for at, each in enumerate(pins)}
        self.people: dict[str, float] = {}
        self.reason: Callable[[str], str] = lambda person: ""
        if "every" not in query and "none" not in query:
            query = self._with_people(engine, query, visible)
            query = queries.pinned(query, pins)
        chosen = {**request.facets, "kind": request.kinds}
        self.wanted_page = max(1, min(request.page, MOST_RESULTS // request.size))
        self.answer = engine.ask(
            Ask(
                query=query,
                filter=visible,
                chosen={name: values for name, values in chosen.items() if values},
                counted=("kind", *FACETS),
                limit=max(RERANKED, self.wanted_page * request.size),
                newest=request.sort == NEWEST,
            )
        )
        self.total = self.answer.total
        self.rows = [
            replace(row, score=row.score - queries.PINNED) if row.id in self.pins else row
            for row in self.answer.rows
        ]

    def _with_people(
        self, engine: Engine, query: queries.Node, visible: queries.Node
    ) -> queries.Node:
        linked = engine.ask(Ask(query=query, filter=visible, counted=("people",), limit=COUNTED))
        ids = [row.id for row in linked.rows]
        sources = engine.fetch(ids)
        ranked = rank(linked.rows, self.today, {})
        pairs = [(score, sources[row.id]) for score, row in ranked if row.id in sources]
        self.people, self.reason = experience(pairs)
        return queries.also_people(query, sorted(linked.counts["people"]))

    def page(self) -> tuple[list[tuple[float, Row]], int, int]:
        """Return (the page's rows with scores, its number, how many pages); numbers clamp."""
        size = self.request.size
        pages = max(1, -(-min(self.total, MOST_RESULTS) // size))
        number = min(self.wanted_page, pages)
        rows = self.rows
        if self.request.sort == NEWEST:
            ranked: list[tuple[float, Row]] = [(row.score, row) for row in rows]
        else:
            people = self._people_scores()
            ranked = rank(rows[:RERANKED], self.today, people)
            ranked += [(row.score, row) for row in rows[RERANKED:]]
            ranked.sort(key=lambda pair: self.pins.get(pair[1].id, len(self.pins)))
        return ranked[(number - 1) * size : number * size], number, pages

    def _people_scores(self) -> dict[str, float]:
        """Return what experience adds: whole among colleagues, half among everything, so that a
        person stands after the case that speaks for them."""
        share = 1.0 if self.request.kinds == {COLLEAGUE} else 0.5
        best = max((row.score for row in self.rows), default=0.0)
        return {person: min(score, best) * share for person, score in self.people.items()}


def hit(source: dict[str, Any], score: float, wanted: Wanted, reason: str) -> Hit:
    """Return a source as it is shown."""
    text = source["summary"] or source["body"]
    marked = highlight(text, wanted, SNIPPET)
    if not any(on for _, on in marked) and source["body"]:
        in_body = highlight(source["body"], wanted, SNIPPET)
        marked = in_body if any(on for _, on in in_body) else marked
    title, attachment = highlight(source["title"], wanted), None
    if not any(on for _, on in (*title, *marked)):
        elsewhere = attachments.found_in(source, wanted, SNIPPET)
        marked, attachment = elsewhere or (marked, None)
    return Hit(
        id=source["id"],
        kind=source["kind"],
        slug=source["slug"],
        url=source["url"],
        title=source["title"],
        score=round(score, 4),
        highlighted_title=title,
        snippet=marked,
        reason=reason,
        meta=source["meta"],
        dated=date.fromisoformat(source["dated"]) if source["dated"] else None,
        is_illustrative=source["is_illustrative"],
        attachment=attachment,
    )


def subjects(
    engine: Engine, visible: queries.Node, names: dict[tuple[str, str], str]
) -> list[tuple[str, str, int]]:
    """Return the subject areas that the viewer finds most about, whatever was asked."""
    every = Ask({"every": True}, visible, counted=("subject",), limit=1)
    return labelled("subject", engine.ask(every).counts["subject"], names)


def meant(plan: queries.Plan, expanded: Sequence[str]) -> str:
    """Return the words asked for with the unknown ones replaced."""
    spelt = iter(expanded)
    return " ".join(
        next(spelt) if term.guesses else plan.text[term.token.start : term.token.end]
        for term in plan.terms
    )
