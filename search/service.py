"""Search: from a request to results, in one place for page, command and tests."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from search import attachments, phrases, queries, words
from search.contract import (
    FACETS,
    LONGEST_TEXT,
    Ask,
    Engine,
    Hit,
    SearchRequest,
    SearchResults,
)
from search.danish.highlight import highlight, look
from search.engines import answered
from search.found import Found
from search.labels import labelled
from search.notes import notes_of, together
from search.people import contacts
from search.sight import allowed, sight_of
from search.vocabulary import Guesser, spelling

SNIPPET = 220  #: characters
ROUNDS = 4  #: an index that is further behind than so many pages of hits is mended by `verify`


def search(
    request: SearchRequest, engine: Engine | None = None, book: words.Book | None = None
) -> SearchResults:
    """Answer `request`, with the words of `book` instead of the editors' where it is given.
    Never raises for what somebody typed; SearchUnavailableError is the engine's."""
    if engine is None:
        return answered(lambda each: search(request, each, book))
    without: frozenset[str] = frozenset()
    for _ in range(ROUNDS):
        results, stale = answer(request, engine, book, without)
        if not stale:
            break
        # The index is behind. What it must not show shows in no count, guess or facet either.
        without |= stale
    return results


def answer(
    request: SearchRequest, engine: Engine, book: words.Book | None, without: frozenset[str]
) -> tuple[SearchResults, frozenset[str]]:
    """Return (the answer as if the ids `without` were not in the index, the ids of those among
    its hits that the database does not let the viewer find)."""
    started = time.perf_counter()
    sight = sight_of(request.viewer, engine)
    sight = replace(sight, hidden=(*sight.hidden, *sorted(without))) if without else sight
    book = book or words.current(sight.words)
    visible = queries.visible(sight)
    text = request.text[:LONGEST_TEXT]
    asks_all = not text.strip()
    guess = Guesser(engine, visible)
    plan = queries.plan(text, guess.compounds, book.synonyms)
    pins = book.pinned(text, date.fromordinal(sight.today)) if sight.today else []

    def ask(*, relaxed: bool = False) -> Found:
        query = {"every": True} if asks_all else queries.text_query(plan, relaxed=relaxed)
        return Found(
            engine,
            request,
            visible,
            query,
            sight.today,
            pins,
            asks_people=plan.asks_people,
            hidden=sight.forgotten,
        )

    found = ask()
    if not found.total_by_words and plan.terms:
        plan = queries.plan(text, guess.words, book.synonyms)
        found = ask() if any(term.guesses for term in plan.terms) else found
    widened = bool(plan.terms) and found.total_by_words < queries.FEW
    if widened:
        plan = queries.widened(plan)
        strictly, found = found, ask(relaxed=True)
        found.prefer(strictly)
    found.join_people()
    ranked, page, pages = found.page()
    read = engine.sources([row for _, row in ranked])
    sources = {row.id: read[row.id] for _, row in ranked if row.id in read}
    more = attachments.checks(sources.values())
    seen, names = allowed(request.viewer, sources, facets=True, more=more)
    lost = {each for each, source in sources.items() if attachments.trim(source, seen)}
    asked = phrases.asked_by(plan)
    hits = [
        hit(sources[row.id], score, plan, asked, found.reason(row.id), row.id in pins)
        for score, row in ranked
        if row.id in seen
    ]
    hits = [each for each in hits if each.id not in lost or attachments.is_marked(each)]
    guesses = [term.guesses[0].exact for term in plan.terms if term.guesses]
    texts = [
        text
        for each in sources.values()
        for text in (each["title"], each["body"], *each["phrases"])
    ]
    expanded = tuple(spelling(guess, texts) for guess in guesses)
    stale = {row.id for _, row in ranked} - {each.id for each in hits}
    results = SearchResults(
        hits=hits,
        total=found.total,
        totals=found.counts["kind"],
        facets={
            name: values
            for name in FACETS
            if (values := labelled(name, found.counts[name], names, request.facets.get(name, ())))
        },
        page=page,
        pages=pages,
        did_you_mean=meant(plan, expanded) if expanded else "",
        relaxed=widened and bool(found.total) and len(plan.terms) > 1,
        widened=widened,
        expanded=expanded,
        notes=together(note for each in hits for note in each.notes),
        contacts=contacts(names, date.fromordinal(sight.today or 1)),
        subjects=subjects(engine, visible, names) if asks_all or not found.total else [],
        engine=engine.name,
        took_ms=round((time.perf_counter() - started) * 1000, 2),
    )
    return results, frozenset(stale)


def hit(
    source: dict[str, Any],
    score: float,
    plan: queries.Plan,
    asked: Sequence[phrases.Asked],
    reason: str,
    is_pinned: bool,
) -> Hit:
    """Return a source as it is shown, with what it says about how it came here."""
    wanted = plan.wanted
    there = look(source["words"].split(), wanted)
    text = source["summary"] or source["body"]
    marked = highlight(text, wanted, SNIPPET, there)
    if not any(on for _, on in marked) and source["body"]:
        in_body = highlight(source["body"], wanted, SNIPPET, there)
        marked = in_body if any(on for _, on in in_body) else marked
    title = highlight(source["title"], wanted, there=there)
    answer = phrases.answering(source["phrases"], wanted, asked, marked, there)
    marked = answer or marked
    elsewhere = attachments.found_in(source, wanted, [*title, *marked], SNIPPET)
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
        is_pinned=is_pinned,
        notes=notes_of(plan, [*title, *marked], source["phrases"]),
        attachment=attachment,
        answers=bool(answer and not attachment),
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
