"""Looking for words in columns, in every database alike."""

import unicodedata
from collections.abc import Iterable

from django.db.models import Q

MAX_WORDS = 8
MAX_TEXT = 200


def words_of(text: str) -> list[str]:
    """Return the words to look for: at most eight, composed letters, nothing unprintable."""
    text = unicodedata.normalize("NFC", text[:MAX_TEXT])
    text = "".join(c if c.isprintable() and not c.isspace() else " " for c in text)
    return text.replace(",", " ").split()[:MAX_WORDS]


def spellings(word: str) -> set[str]:
    """Return the ways to write a word: SQLite knows small and capital letters only of ASCII."""
    return {word} if word.isascii() else {word.lower(), word.capitalize(), word.upper()}


def contains(field: str, word: str) -> Q:
    """Return the condition that `field` contains `word`, in small or capital letters."""
    condition = Q()
    for spelling in spellings(word):
        condition |= Q(**{f"{field}__icontains": spelling})
    return condition


def every_word(words: Iterable[str], fields: Iterable[str]) -> Q:
    """Return the condition that each of `words` stands in one of `fields`."""
    fields, every = list(fields), Q()
    for word in words:
        some = Q()
        for field in fields:
            some |= contains(field, word)
        every &= some
    return every


def passage(text: str, words: Iterable[str], width: int = 140) -> str:
    """Return the part of `text` in which the first of `words` stands, or nothing.

    At most `width` characters and the ellipses; nothing is cut inside a word.
    """
    low = text.lower()
    places = [low.find(word.lower()) for word in words]
    place = min((at for at in places if at >= 0), default=-1)
    if place < 0:
        return ""
    start = max(0, place - width // 2)
    if start:
        start = text.find(" ", start, place) + 1 or place
    piece = " ".join(text[start:].split())
    if len(piece) > width:
        piece = piece[: piece.rfind(" ", 0, width) if " " in piece[:width] else width] + " …"
    return f"… {piece}" if start else piece
