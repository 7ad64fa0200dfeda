"""From text to tokens: exact, stemmed and compound parts, with offsets into the original."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from search.danish.additions import Additions, additions
from search.danish.compounds import LONGEST, split
from search.danish.fold import INVISIBLE, fold
from search.danish.lexicon import code_and_data
from search.danish.stem import stem

_BESIDE = rf"[\u0300-\u036f{INVISIBLE}]"
#: Letters and digits, with the combining and invisible characters that may stand inside a word.
WORD = re.compile(rf"[^\W_]+(?:{_BESIDE}+[^\W_]*)*")  # a third faster than "(a|b)*"
_HYPHENS = "-\u2010\u2011"
#: Words with hyphens between them, which may as well be written as one: e-mail, gå-tur-møde.
_HYPHENED = re.compile(rf"{WORD.pattern}(?:[{_HYPHENS}]{WORD.pattern}){{1,3}}")
HYPHEN = re.compile(f"[{_HYPHENS}]")
_INSIDE = re.compile(rf"[^\W_]|{_BESIDE}")


def is_inside(character: str) -> bool:
    """Whether a character may stand inside a word; no character does not."""
    return character.isalnum() or bool(_INSIDE.match(character))


class Token(NamedTuple):
    """One word of a text: `text[start:end]`."""

    start: int
    end: int
    exact: str  # folded
    stem: str  # folded
    parts: tuple[str, ...]  # folded stems of the parts, empty when the word is no compound


#: exact, stem, parts
Forms = tuple[str, str, tuple[str, ...]]
MOST_KEPT = 200_000  # words


class Read:
    """Words that have been read: their `forms`, in which `order`, and which have a form."""

    def __init__(self) -> None:
        self.forms: dict[str, Forms] = {}
        self.order: list[tuple[str, Forms]] = []
        self._by_form: dict[str, list[str]] = {}
        self._sorted = 0  # how many of the words are in it: it is made for those who ask
        self._lock = Lock()

    def add(self, word: str, forms: Forms) -> None:
        """Remember a word."""
        with self._lock:
            if word not in self.forms:
                self.order.append((word, forms))
                self.forms[word] = forms  # last: who sees it here finds it there

    def having(self, forms: Iterable[str]) -> list[tuple[str, Forms]]:
        """Return the words that have one of `forms`, with all that they have."""
        with self._lock:
            for word, (exact, stemmed, parts) in self.order[self._sorted :]:
                for form in {exact, stemmed, *parts}:
                    self._by_form.setdefault(form, []).append(word)
            self._sorted = len(self.order)
            words = {word for form in forms for word in self._by_form.get(form, ())}
            return [(word, self.forms[word]) for word in words]


class Reader:
    """Reads words with certain additions, and remembers what it has read."""

    def __init__(self, words: Additions) -> None:
        self.words = words
        self.read = Read()

    def forms(self, word: str) -> Forms:
        """Return the forms of one word of a text."""
        found = self.read.forms.get(word)
        if found is None:
            if len(self.read.order) >= MOST_KEPT:
                self.read = Read()
            # Longer words are cut: nobody types them, and engines limit the length of a term.
            found = self._forms(fold(word[:LONGEST])[:LONGEST])
            self.read.add(word, found)
        return found

    def _forms(self, exact: str) -> Forms:
        parts = self.words.parts(exact) if self.words else None
        if parts is None:
            parts = split(exact)
        return exact, stem(exact), tuple(dict.fromkeys(map(stem, parts)))


@lru_cache(maxsize=4)
def _reader(words: Additions) -> Reader:
    return Reader(words)


def reader() -> Reader:
    """Return what reads words now."""
    return _reader(additions())


def joins(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) of each way to write what has hyphens in `text` as one word: the
    whole and each two neighbours."""
    if not any(hyphen in text for hyphen in _HYPHENS):  # quicker than to look for a pattern
        return
    for found in _HYPHENED.finditer(text):
        if any(map(str.isnumeric, found.group())):  # a date, a paragraph
            continue
        places = [match.span() for match in WORD.finditer(found.group())]
        words = [found.group()[start:end] for start, end in places]
        count = len(words)
        pairs = ((at, at + 2) for at in range(count - 1))
        for first, last in dict.fromkeys(((0, count), *pairs)):
            start, end = places[first][0], places[last - 1][1]
            yield found.start() + start, found.start() + end, "".join(words[first:last])


def parts_of(word: str) -> tuple[str, ...]:
    """Return the folded stems of the parts of a compound; empty for every other word."""
    return reader().forms(word)[2]


def analyse(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order. Never raises, whatever the text."""
    forms = reader().forms
    for match in WORD.finditer(text):
        exact, stemmed, parts = forms(match.group())
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
    forms = reader().forms
    for word in WORD.findall(text):
        form, stemmed, pieces = forms(word)
        if form:
            exact.append(form)
            stems.append(stemmed)
            parts.extend(pieces)
    for _, _, word in joins(text):
        _, stemmed, pieces = forms(word)
        parts.extend((stemmed, *pieces))
    return " ".join(exact), " ".join(stems), " ".join(parts)


def fingerprint() -> str:
    """Return a hash of the analyser, its data and the words added: another one asks for a new
    index."""
    words = additions()
    return f"{code_and_data()}-{words.fingerprint()}" if words else code_and_data()
