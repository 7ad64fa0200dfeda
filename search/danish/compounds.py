"""Compounds: dialogmøderne = dialog + møde. Conservative: rather whole than wrongly split."""

from functools import lru_cache

from search.danish.fold import fold, unfold
from search.danish.lexicon import Base, lexicon
from search.danish.simple import simple_stem

#: Parts shorter than this must not stand first, last.
SHORTEST_FIRST, SHORTEST_LAST = 2, 3
#: Words shorter than this are left whole.
SHORTEST = 6
#: And longer ones, which nobody writes.
LONGEST = 80
MOST_PARTS = 4
#: What the loose reading of a word that is no form of the dictionary asks of its two parts.
LONG_FIRST, LONG_LAST = 5, 4
#: What is called by the name of a person or a place.
PLACES = frozenset(
    map(fold, ("gade", "vej", "plads", "stræde", "torv", "skole", "hal", "kirke", "park", "allé"))
)


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[str, ...]:
    """Return the base forms of the parts of `word`, in order; empty when it is no compound.

    The split with the fewest parts wins; among those, the one whose first part is longest. A form
    of a word in the dictionary is split as that word is, and only when it is inflected like its
    last part: billede (et billede) is not bil + lede (en lede), skolen is a form of skole.
    """
    form = fold(word)
    if not SHORTEST <= len(form) <= LONGEST or not form.isalpha():
        return ()
    exact, stems = _whole()
    if form in exact or simple_stem(form) in stems:
        return ()
    known = _bases(form)
    if not known:
        return _fewest(form, loose=False) or _fewest(form, loose=True)
    # A base form is read as itself, not as a form of another word (grundvand, to grundvande).
    known = [base for base in known if base.key == form] or known
    found = [_known(base) for base in known]
    return max(found, key=len) if all(found) else ()


def is_known(form: str) -> bool:
    """Whether a folded word is a form of a word of the dictionary."""
    return bool(_bases(form)) or lexicon().irregular_stem(form) is not None


def _bases(form: str) -> list[Base]:
    return [base for one in {form, form.removesuffix("s")} for base in lexicon().bases(one)]


def _known(base: Base) -> tuple[str, ...]:
    """Return the parts of a dictionary word."""
    if base.key in _whole()[0] or len(base.key) < SHORTEST:
        return ()
    parts = _fewest(base.key, loose=False)
    if not parts:
        return ()
    heads = [head for head in lexicon().bases(fold(parts[-1])) if head.word == parts[-1]]
    return parts if any(base.forms <= head.forms for head in heads) else ()


def _fewest(form: str, *, loose: bool) -> tuple[str, ...]:
    for count in range(2, MOST_PARTS + 1 if not loose else 3):
        if found := _split(form, count, loose):
            return max(found, key=lambda parts: len(parts[0]))
    return ()


@lru_cache(maxsize=1)
def _whole() -> tuple[frozenset[str], frozenset[str]]:
    """Return the reviewed never-split words and their stems."""
    words = lexicon().whole
    return words, frozenset(simple_stem(word) for word in words)


@lru_cache(maxsize=65536)
def _split(rest: str, count: int, loose: bool) -> tuple[tuple[str, ...], ...]:
    """Return every way to read `rest` as exactly `count` parts."""
    if count == 1:
        base = _base(rest)
        return ((base,),) if base else ()
    found: list[tuple[str, ...]] = []
    for cut in range(SHORTEST_FIRST, len(rest) - SHORTEST_LAST + 1):
        base = lexicon().first_of(rest[:cut]) or (_loose(rest[:cut], rest[cut:]) if loose else "")
        if base:
            found.extend((base, *tail) for tail in _split(rest[cut:], count - 1, loose))
    return tuple(found)


def _loose(first: str, last: str) -> str:
    """Return the base form of `first` where the dictionary does not let it stand first, but no
    other reading is left: a long noun with or without -s (dagsordenpunkt), or a name before a
    street, a school and the like (Rosendahlsgade)."""
    plain = first.removesuffix("s")
    if len(plain) >= LONG_FIRST and len(last) >= LONG_LAST:
        for one in (first, plain):
            if any(base.may_end and base.key == one for base in lexicon().bases(one)):
                return lexicon().spelling(one)
    if first != plain and len(plain) >= LONG_FIRST and fold(_base(last) or "") in PLACES:
        return unfold(plain)
    return ""


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


def can_end(form: str) -> bool:
    """Whether a folded word can stand last in a compound."""
    return _base(form) is not None
