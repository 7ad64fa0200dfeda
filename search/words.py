"""The editors' words as search uses them: synonyms, pinned results, additions to the dictionary.

Every process keeps them in memory under the version they were read in. The version comes with
what a viewer may see (search.sight), so a change holds from the next request on, everywhere, and
costs no query of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from search import danish
from search.danish import Additions, tokens
from search.danish.analyse import HYPHEN
from search.models import Direction, LexiconWord, PinnedResult, SynonymGroup, WordsVersion
from search.plans import Synonyms, Words, content, key_of, read


@dataclass(frozen=True)
class Book:
    """The editors' words, read once."""

    version: str = ""
    synonyms: Synonyms = field(default_factory=dict)
    pins: Mapping[tuple[str, ...], tuple[PinnedResult, ...]] = field(default_factory=dict)
    additions: Additions = field(default_factory=Additions)

    def pinned(self, text: str, today: date) -> list[str]:
        """Return the ids of what comes first when somebody searches for `text`."""
        if not self.pins:
            return []
        key = key_of(read(danish.clean(text))[0])
        return [pin.document for pin in self.pins.get(key, ()) if pin.is_current(today)]


NOTHING = Book()
_book = NOTHING
_lock = Lock()


def current(version: str) -> Book:
    """Return the words of `version`; they are read from the database when this process has
    others. Three queries, once after a change."""
    global _book
    if version != _book.version:
        with _lock:  # the book and what the analyser knows change together
            if version != _book.version:
                _book = load(version) if version else NOTHING
                danish.use(_book.additions)
    return _book


def refresh() -> Book:
    """Return the words as they are now: for those who do not ask on behalf of a viewer."""
    return current(WordsVersion.objects.values_list("token", flat=True).first() or "")


def load(version: str) -> Book:
    """Read the editors' words."""
    words = additions_of(LexiconWord.objects.all())
    with danish.trying(words):
        synonyms = synonyms_of(SynonymGroup.objects.all())
        return Book(version, synonyms, pins_of(PinnedResult.objects.all()), words)


def pins_of(pins: Iterable[PinnedResult]) -> dict[tuple[str, ...], tuple[PinnedResult, ...]]:
    """Return `pins` by what they answer, in their order."""
    found: dict[tuple[str, ...], tuple[PinnedResult, ...]] = {}
    for pin in sorted(pins, key=lambda pin: (pin.order, pin.pk or 0)):
        key = key_of(read(danish.clean(pin.query))[0])
        found[key] = (*found.get(key, ()), pin)
    return found


def additions_of(words: Iterable[LexiconWord]) -> Additions:
    """Return `words` as the analyser takes them."""
    return Additions((word.word, word.split()) for word in words)


def synonyms_of(groups: Iterable[SynonymGroup]) -> Synonyms:
    """Return what each wording also finds; a word that stands in two groups finds both, and one
    with hyphens is also read without them (co-creation, cocreation)."""
    found: dict[tuple[str, ...], dict[tuple[str, ...], Words]] = defaultdict(dict)
    for group in groups:
        texts = [(text, words) for text in group.lines() if (words := tokens(text))]
        others = {key_of(words): tuple(content(words) or words) for _, words in texts}
        for text, words in texts[:1] if group.direction == Direction.ONE_WAY else texts:
            for key in (key_of(words), key_of(tokens(HYPHEN.sub("", text)))):
                found[key].update((other, line) for other, line in others.items() if other != key)
    return {key: tuple(others.values()) for key, others in found.items() if others}
