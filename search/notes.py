"""By which other words a hit was found: another word for the same, a part of a word, a guess.

Read from what is marked in the hit, so a note says nothing that the viewer does not see.
"""

from collections.abc import Iterable, Sequence

from search.contract import PART, SYNONYM, TYPO, Note
from search.danish import Token, stem, tokens
from search.danish.analyse import joins
from search.danish.highlight import Piece
from search.plans import Plan

MOST_WORDS = 3  #: different words named in one note


def notes_of(plan: Plan, pieces: Iterable[Piece], phrases: Iterable[str] = ()) -> tuple[Note, ...]:
    """Return the notes of a hit whose title and text are `pieces`.

    A word that the hit has as it was asked for, or in another form of it, gets no note; nor does
    one that stands in one of its `phrases`.
    """
    texts = [text for text, on in pieces if on]
    marked = [(text, token) for text in texts for token in tokens(text)]
    stems = {token.stem for _, token in marked}
    stems |= {stem(word) for text in texts for _, _, word in joins(text)}
    names = {at: name for at, name in enumerate(plan.asked) if name[0] not in stems}
    if names:  # there may be twenty lines, and they are read for ten hits
        told = {token.stem for line in phrases for token in tokens(line)}
        names = {at: name for at, name in names.items() if name[0] not in told}
    found: dict[tuple[str, str], dict[str, None]] = {}
    for text, token in marked:
        for at, (_, asked) in names.items():
            if kind := _kind(plan, at, token):
                spelt = text[token.start : token.end].lower()
                found.setdefault((kind, asked), {})[spelt] = None
    return tuple(Note(*key, tuple(words)[:MOST_WORDS]) for key, words in found.items())


def together(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return `notes` with those of one kind and one word joined."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for note in notes:
        found.setdefault((note.kind, note.asked), {}).update(dict.fromkeys(note.found))
    return tuple(Note(*key, tuple(words)[:MOST_WORDS]) for key, words in found.items())


def _kind(plan: Plan, at: int, token: Token) -> str:
    """Return how `token` answers the term number `at`, or nothing."""
    term = plan.terms[at]
    others: Sequence[Token] = [
        word
        for span in plan.spans
        if span.first <= at < span.last and not span.is_joined
        for words in span.others
        for word in words
    ]
    if token.stem in term.near or any(token.stem == other.stem for other in others):
        return SYNONYM
    if any(token.stem == guess.stem for guess in term.guesses):
        return TYPO
    of_it = {term.token.stem, *term.token.parts, *(other.stem for other in others)}
    return PART if token.stem in of_it or not of_it.isdisjoint(token.parts) else ""
