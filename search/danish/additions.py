"""Words of one's own: what the dictionary does not know, or reads wrongly.

They hold for the whole process (`use`), or for a trial (`trying`). Without Django: search.words
fills them from what editors have written in the CMS.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from search.danish.fold import fold
from search.danish.stem import stem


class Additions:
    """Words and the parts they are read as; no parts keep a word whole. Inflections follow."""

    def __init__(self, words: Iterable[tuple[str, tuple[str, ...]]] = ()) -> None:
        self.words: Mapping[str, tuple[str, ...]] = {fold(word): parts for word, parts in words}
        self._stems = {stem(word): parts for word, parts in self.words.items()}

    def __bool__(self) -> bool:
        return bool(self.words)

    def parts(self, folded: str) -> tuple[str, ...] | None:
        """Return the parts of a folded word, None for a word that is not here."""
        found = self.words.get(folded)
        return self._stems.get(stem(folded)) if found is None else found

    def fingerprint(self) -> str:
        """Return a hash, the same for the same words in any order."""
        return hashlib.sha256(repr(sorted(self.words.items())).encode()).hexdigest()[:8]


NONE = Additions()
_everywhere = NONE
_here: ContextVar[Additions | None] = ContextVar("search_additions", default=None)


def additions() -> Additions:
    """Return the words that hold now."""
    here = _here.get()
    return _everywhere if here is None else here


def use(found: Additions) -> None:
    """Let `found` hold in this process from now on."""
    global _everywhere
    _everywhere = found


@contextmanager
def trying(found: Additions) -> Iterator[None]:
    """Let `found` hold inside the `with` alone; other threads do not notice."""
    token = _here.set(found)
    try:
        yield
    finally:
        _here.reset(token)
