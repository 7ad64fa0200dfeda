"""Marking why a text was found, with the tokens that found it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from search.danish.analyse import WORD, Forms, Read, analyse, is_inside, joins, reader

#: A piece of text and whether it is marked; joined, the pieces of a snippet are its text.
Piece = tuple[str, bool]
ELLIPSIS = "…"
_BETWEEN = "·–—,;:. "  #: no extract begins with what stands between two words


@dataclass(frozen=True)
class Wanted:
    """What a query looks for; all folded."""

    exact: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()  # also found as parts of compounds
    prefix: str = ""  # what is being typed
    phrases: frozenset[tuple[str, ...]] = frozenset()  # exact words that count side by side

    def answer(self, exact: str, stem: str, parts: tuple[str, ...]) -> str:
        """Return what of the query a word with these forms answers, or nothing."""
        if stem in self.stems:
            return stem
        if exact in self.exact:
            return exact
        if self.prefix and exact.startswith(self.prefix):
            return self.prefix
        return next((part for part in parts if part in self.stems), "") if parts else ""


class Known:
    """Which of the words that have been `read` answer a query. Most words of a text answer nothing,
    so the few that do are looked for, and not each word of each text looked at."""

    def __init__(self, wanted: Wanted, read: Read) -> None:
        self.wanted, self.read = wanted, read
        self.answers: dict[str, str] = {}
        self.side_by_side: dict[str, str] = {}  # the exact form of the words that stand in a phrase
        self._in_phrases = frozenset(word for phrase in wanted.phrases for word in phrase)
        self._looked_at = len(read.order)
        self._look_at(read.having((*wanted.stems, *wanted.exact, *self._in_phrases)))

    def keep_up(self) -> None:
        """Look at the words that have been read since."""
        if self._looked_at < (count := len(self.read.order)):
            self._look_at(self.read.order[self._looked_at : count])
            self._looked_at = count

    def _look_at(self, words: Iterable[tuple[str, Forms]]) -> None:
        for word, (exact, stem, parts) in words:
            if found := self.wanted.answer(exact, stem, parts):
                self.answers[word] = found
            if exact in self._in_phrases:
                self.side_by_side[word] = exact


class There(NamedTuple):
    """What of a query some words answer: by word, and the phrases whose words are all there."""

    answers: Mapping[str, str]
    phrases: Sequence[tuple[str, ...]]


def words_of(text: str) -> list[str]:
    """Return the words of `text` as they are spelt, in order."""
    return WORD.findall(text)


def look(words: Collection[str], wanted: Wanted) -> There:
    """Return what of the query `words` answer."""
    reads = reader()
    known = _known(wanted, reads.read)
    for word in filterfalse(reads.read.forms.__contains__, words):
        reads.forms(word)
    known.keep_up()
    answers = {word: known.answers[word] for word in filter(known.answers.__contains__, words)}
    if wanted.prefix:
        answers |= _begun(set(words) - answers.keys(), wanted.prefix)
    if known.side_by_side.keys().isdisjoint(words):
        return There(answers, ())
    exact = {known.side_by_side.get(word) for word in words}
    return There(answers, [each for each in wanted.phrases if exact.issuperset(each)])


def marks(text: str, wanted: Wanted, there: There | None = None) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, what it answers) of each token of `text` to be marked, in order; words
    that answer as one (gå-tur, who asks for gåtur) are marked as one.

    Whoever marks several texts may `look` at their words together and say what is `there`.
    """
    there = there or look(words_of(text), wanted)
    last = 0
    for start, end, answer in sorted(
        [*_joined(text, wanted), *_single(text, there)], key=_by_place
    ):
        if start >= last:
            yield start, end, answer
            last = end


def _by_place(mark: tuple[int, int, str]) -> tuple[int, int]:
    return mark[0], -mark[1]


def _joined(text: str, wanted: Wanted) -> Iterator[tuple[int, int, str]]:
    """Yield the marks of words that answer as one with the hyphens between them left out."""
    for start, end, word in joins(text):
        exact, stem, _ = reader().forms(word)
        if exact in wanted.exact or stem in wanted.stems:
            yield start, end, stem


def _single(text: str, there: There) -> Iterator[tuple[int, int, str]]:
    if there.phrases:
        return _marks_with_phrases(text, there)
    # To look for the few words that answer is quicker than to take the text apart once more.
    return (
        (start, end, answer)
        for word, answer in there.answers.items()
        for start, end in _places(text, word)
    )


def _begun(words: Iterable[str], prefix: str) -> dict[str, str]:
    """Return what is being typed, by each of `words` that begins with it."""
    forms = reader().forms
    return {word: prefix for word in words if forms(word)[0].startswith(prefix)}


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each place where `word` stands by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (start and is_inside(text[start - 1])) and not is_inside(text[end : end + 1]):
            yield start, end
        start = text.find(word, end)


_known = lru_cache(maxsize=8)(Known)


def _marks_with_phrases(text: str, there: There) -> Iterator[tuple[int, int, str]]:
    read = list(analyse(text))
    side_by_side = _phrases([token.exact for token in read], there.phrases)
    for at, token in enumerate(read):
        word = text[token.start : token.end]
        if found := there.answers.get(word) or side_by_side.get(at, ""):
            yield token.start, token.end, found


def _phrases(words: list[str], phrases: Iterable[tuple[str, ...]]) -> dict[int, str]:
    """Return the places of the words that stand in one of `phrases`, each with its phrase."""
    return {
        at: " ".join(phrase)
        for phrase in phrases
        for first in range(len(words) - len(phrase) + 1)
        if tuple(words[first : first + len(phrase)]) == phrase
        for at in range(first, first + len(phrase))
    }


def highlight(text: str, wanted: Wanted, size: int = 0, there: There | None = None) -> list[Piece]:
    """Return `text`, or its best stretch of about `size` characters, as pieces.

    The best stretch answers most different words of the query. Without a mark the text is
    returned from its beginning. `there` as in `marks`.
    """
    found = list(marks(text, wanted, there))
    start, end = _window(text, found, size) if size and len(text) > size else (0, len(text))
    pieces: list[Piece] = [(ELLIPSIS, False)] if start else []
    at = start
    for first, last, _ in found:
        if first < start or last > end:
            continue
        if first > at:
            pieces.append((text[at:first], False))
        pieces.append((text[first:last], True))
        at = last
    if at < end:
        pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append((ELLIPSIS, False))
    return pieces


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text of `pieces`."""
    return "".join(text for text, _ in pieces)


def _window(text: str, found: list[tuple[int, int, str]], size: int) -> tuple[int, int]:
    best, start = (0, 0), 0
    for index, (first, _, _) in enumerate(found):
        inside = [answer for _, last, answer in found[index : index + 40] if last <= first + size]
        if (score := (len(set(inside)), len(inside))) > best:
            best, start = score, first
    start = max(0, min(start - size // 4, len(text) - size))
    if start:
        space = text.find(" ", start, start + size // 4)
        start = space + 1 if space >= 0 else start
        while start < len(text) and text[start] in _BETWEEN:
            start += 1
    end = min(len(text), start + size)
    if end < len(text):
        space = text.rfind(" ", end - size // 4, end)
        end = space if space > start else end
    return start, end
