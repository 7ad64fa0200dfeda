"""Compounds: dialogmøderne = dialog + møde. Conservative: rather whole than wrongly split."""

from functools import lru_cache

from search.danish.fold import fold
from search.danish.lexicon import Base, lexicon
from search.danish.stem import stem

#: Parts shorter than this must not stand first, last.
SHORTEST_FIRST, SHORTEST_LAST = 2, 3
#: Words shorter than this are left whole.
SHORTEST = 6
MOST_PARTS = 4


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[str, ...]:
    """Return the base forms of the parts of `word`, in order; empty when it is no compound.

    The split with the fewest parts wins; among those, the one whose first part is longest. A form
    of a word in the dictionary is split as that word is, and only when it is inflected like its
    last part: billede (et billede) is not bil + lede (en lede), skolen is a form of skole.
    """
    form = fold(word)
    if len(form) < SHORTEST or not form.isalpha():
        return ()
    exact, stems = _whole()
    if form in exact or stem(form) in stems:
        return ()
    plain = form.removesuffix("s")
    known = [base for one in {form, plain} for base in lexicon().bases(one)]
    if not known:
        return _fewest(form)
    found = [_known(base) for base in known]
    return max(found, key=len) if all(found) else ()


def _known(base: Base) -> tuple[str, ...]:
    """Return the parts of a dictionary word."""
    if base.key in _whole()[0] or len(base.key) < SHORTEST:
        return ()
    parts = _fewest(base.key)
    if not parts:
        return ()
    heads = [head for head in lexicon().bases(fold(parts[-1])) if head.word == parts[-1]]
    return parts if any(base.forms <= head.forms for head in heads) else ()


def _fewest(form: str) -> tuple[str, ...]:
    for count in range(2, MOST_PARTS + 1):
        if found := _split(form, count):
            return max(found, key=lambda parts: len(parts[0]))
    return ()


@lru_cache(maxsize=1)
def _whole() -> tuple[frozenset[str], frozenset[str]]:
    """Return the reviewed never-split words and their stems."""
    words = lexicon().whole
    return words, frozenset(stem(word) for word in words)


@lru_cache(maxsize=65536)
def _split(rest: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Return every way to read `rest` as exactly `count` parts."""
    words = lexicon()
    if count == 1:
        base = _base(rest)
        return ((base,),) if base else ()
    found: list[tuple[str, ...]] = []
    for cut in range(SHORTEST_FIRST, len(rest) - SHORTEST_LAST + 1):
        if base := words.first.get(rest[:cut]):
            found.extend((base, *tail) for tail in _split(rest[cut:], count - 1))
    return tuple(found)


@lru_cache(maxsize=65536)
def _base(form: str) -> str | None:
    """Return the base form when `form` can stand last in a compound."""
    found = [
        base.word
        for one in {form, form.removesuffix("s")}
        for base in lexicon().bases(one)
        if base.may_end
    ]
    # The base form itself first, then the longest: leder is leder, not a form of led.
    return max(found, key=lambda base: (fold(base) == form, len(base), base)) if found else None
