"""What somebody may be looking for, while they type."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from search import attachments, queries
from search.contract import LONGEST_TEXT, Ask, Engine, Row, Sight
from search.danish import Token, clean, highlight, tokens
from search.danish.highlight import Piece, Wanted, look, marks
from search.engines import answered
from search.guess import MOST_IDS, last_guess, read_sight
from search.kinds import KINDS
from search.ranking import rank
from search.sight import allowed

if TYPE_CHECKING:
    from gufu.visibility import Viewer

MOST = 8  #: suggestions
ORDER = {name: number for number, name in enumerate(KINDS)}


@dataclass(frozen=True)
class Suggestion:
    """One thing somebody may be looking for."""

    kind: str
    url: str
    title: list[Piece]  # what was typed is marked
    meta: str = ""  # of a colleague: job title and centre


def suggest(
    text: str, viewer: "Viewer", limit: int = MOST, engine: Engine | None = None
) -> list[Suggestion]:
    """Return what somebody may be looking for while typing, best first."""
    if engine is None:
        return answered(lambda each: suggest(text, viewer, limit, each))
    words = tokens(clean(text[:LONGEST_TEXT]))[: queries.MOST_TERMS]
    if not words:
        return []
    guess = last_guess(viewer, engine)
    rows, anywhere = _candidates(engine, words, guess.sight, limit) if guess else ([], False)
    seen = guess.seen([row.id for row in rows]) if guess else None
    if seen is None:
        rows, anywhere = _candidates(engine, words, read_sight(viewer, engine), limit)
        seen, _ = allowed(viewer, [row.id for row in rows])
    sources = engine.sources([row for row in rows if row.id in seen])
    wanted = Wanted(
        exact=frozenset(word.exact for word in words[:-1]),
        stems=frozenset(word.stem for word in words),
        prefix=words[-1].exact,
    )
    if anywhere:
        for each in _taken_back(viewer, sources.values(), wanted):
            del sources[each]
    start = words[0].exact
    found = [
        (not _begins(sources[row.id]["title"], start), sources[row.id])
        for row in rows
        if row.id in sources
    ]
    # What begins like that is kept first; of what is kept, its kinds come first too, in the order
    # that the kinds always have. Within all that the ranking stays.
    kept = sorted(found, key=lambda each: each[0])[:limit]
    kept.sort(key=lambda each: (each[0], ORDER[each[1]["kind"]]))
    return [_suggestion(source, wanted) for _, source in kept]


def _candidates(
    engine: Engine, words: Sequence[Token], sight: Sight, limit: int
) -> tuple[list[Row], bool]:
    """Return (the rows of twice as many as are shown, but MOST_IDS, best first; whether their texts
    were looked at)."""
    visible = queries.visible(sight)

    def rows(*, anywhere: bool) -> list[Row]:
        query = queries.suggestion(words, anywhere=anywhere)
        return engine.ask(Ask(query, visible, limit=4 * limit)).rows

    # A page that has the word in its text is better than no suggestion.
    named = rows(anywhere=False)
    found = named or rows(anywhere=True)
    ranked = rank(found, sight.today, {}, min(2 * limit, MOST_IDS))
    return [row for _, row in ranked], not named


def _taken_back(viewer: "Viewer", sources: Iterable[dict[str, Any]], wanted: Wanted) -> list[str]:
    """Return the ids of those of `sources` that only a document speaks for which may not be shown
    now. One query more, where there are documents."""
    unsure = [each for each in sources if each["attachments"] and not _says(each, wanted)]
    seen, _ = allowed(viewer, (), more=attachments.checks(unsure))
    return [
        each["id"]
        for each in unsure
        if attachments.trim(each, seen) and not attachments.found_in(each, wanted, (), 0)
    ]


def _says(source: dict[str, Any], wanted: Wanted) -> bool:
    there = look(source["words"].split(), wanted)
    texts = (*(source[name] for name in ("title", "summary", "body")), *source["phrases"])
    return any(True for text in texts for _ in marks(text, wanted, there))


def _suggestion(source: dict[str, Any], wanted: Wanted) -> Suggestion:
    return Suggestion(
        kind=source["kind"],
        url=source["url"],
        title=highlight(source["title"], wanted),
        meta=source["meta"] if source["kind"] == "colleague" else "",
    )


def _begins(title: str, start: str) -> bool:
    return next((word.exact.startswith(start) for word in tokens(title)), False)
