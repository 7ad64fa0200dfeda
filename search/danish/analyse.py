"""From text to tokens: exact, stemmed and compound parts, with offsets into the original."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from search.danish.compounds import split
from search.danish.fold import INVISIBLE, fold
from search.danish.stem import stem

#: Letters and digits, with the combining and invisible characters that may stand inside a word.
WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{INVISIBLE}])*")
#: Longer words are cut: nobody types them, and engines limit the length of a term.
LONGEST = 80


class Token(NamedTuple):
    """One word of a text: `text[start:end]`."""

    start: int
    end: int
    exact: str  # folded
    stem: str  # folded
    parts: tuple[str, ...]  # folded stems of the parts, empty when the word is no compound


@lru_cache(maxsize=131072)
def _forms(word: str) -> tuple[str, str, tuple[str, ...]]:
    exact = fold(word)[:LONGEST]
    return exact, stem(exact), parts_of(exact)


def parts_of(word: str) -> tuple[str, ...]:
    """Return the folded stems of the parts of a compound; empty for every other word."""
    return tuple(dict.fromkeys(stem(part) for part in split(word)))


def analyse(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order. Never raises, whatever the text."""
    for match in WORD.finditer(text):
        exact, stemmed, parts = _forms(match.group()[:LONGEST])
        if exact:
            yield Token(match.start(), match.end(), exact, stemmed, parts)


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text` as a list."""
    return list(analyse(text))


def streams(text: str) -> tuple[str, str, str]:
    """Return (exact, stems, parts) of `text`, each a string of tokens parted by spaces."""
    exact: list[str] = []
    stems: list[str] = []
    parts: list[str] = []
    for word in WORD.findall(text):
        form, stemmed, pieces = _forms(word[:LONGEST])
        if form:
            exact.append(form)
            stems.append(stemmed)
            parts.extend(pieces)
    return " ".join(exact), " ".join(stems), " ".join(parts)
