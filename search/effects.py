"""What a change of the editors' words would do, before it is saved."""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from search import danish, words
from search.contract import Hit, SearchRequest
from search.danish import fold, parts_of, tokens
from search.engines import at_hand
from search.models import LexiconWord, PinnedResult, SynonymGroup
from search.queries import visible
from search.service import search
from search.sight import sight_of

if TYPE_CHECKING:
    from gufu.visibility import Viewer

SHOWN = 10
MOST_FORMS = 200  # words of the index that are looked through


@dataclass(frozen=True)
class Line:
    """One result, with its place now and its place with the change; 0 where it is not shown."""

    hit: Hit
    now: int
    then: int


@dataclass(frozen=True)
class Effect:
    """What a search gives now and with the change."""

    text: str
    total_now: int
    total_then: int
    lines: list[Line]  # by their place with the change, what falls out last
    readings: list[tuple[str, str, str]]  # word, its parts now, its parts with the change


def effect(changed: Any, text: str, viewer: "Viewer") -> Effect:
    """Return what searching for `text` gives with `changed`, a valid instance not saved."""
    book = words.refresh()
    then = with_change(book, changed)
    request = SearchRequest(text=text, viewer=viewer, size=SHOWN)
    before = search(request, book=book)
    trial = danish.trying(then.additions) if then.additions is not book.additions else nullcontext()
    with trial:
        after = search(request, book=then)
    now = {hit.id: at for at, hit in enumerate(before.hits, start=1)}
    later = {hit.id: at for at, hit in enumerate(after.hits, start=1)}
    lines = [Line(hit, now.get(hit.id, 0), later[hit.id]) for hit in after.hits]
    lines += [Line(hit, now[hit.id], 0) for hit in before.hits if hit.id not in later]
    readings = _readings(changed, text, then, viewer) if isinstance(changed, LexiconWord) else []
    return Effect(text, before.total, after.total, lines, readings)


def with_change(book: words.Book, changed: Any) -> words.Book:
    """Return `book` as it would be with `changed` saved."""
    model = type(changed)
    others = [each for each in model.objects.all() if each.pk != changed.pk]
    if model is SynonymGroup:
        return replace(book, synonyms=words.synonyms_of([*others, changed]))
    if model is PinnedResult:
        return replace(book, pins=words.pins_of([*others, changed]))
    return replace(book, additions=words.additions_of([*others, changed]))


def _readings(
    changed: LexiconWord, text: str, then: words.Book, viewer: "Viewer"
) -> list[tuple[str, str, str]]:
    """Return the words of the pages, and of the search, that would be read otherwise."""
    start = fold(changed.word)[: max(3, len(changed.word) - 3)]
    engine = at_hand()
    known = engine.words("body_x", start, visible(sight_of(viewer, engine)), MOST_FORMS)
    seen = dict.fromkeys([changed.word, *(token.exact for token in tokens(text)), *known])
    now = {word: _shown(parts_of(word)) for word in seen}
    with danish.trying(then.additions):
        later = {word: _shown(parts_of(word)) for word in seen}
    return [(word, now[word], later[word]) for word in seen if now[word] != later[word]]


def _shown(parts: Iterable[str]) -> str:
    return " + ".join(parts)
