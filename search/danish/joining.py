"""Compounds the other way: a meeting with borgere may be written borgermøde."""

from search.danish.compounds import is_known
from search.danish.fold import fold
from search.danish.lexicon import lexicon
from search.danish.simple import simple_stem
from search.danish.stem import stem

LINKS = ("", "s", "e")  # what may stand between the parts
SHORTEST = 3  # letters of a part


def joined(left: str, right: str) -> tuple[str, ...]:
    """Return the stems of the compounds that two words (folded) make, in either order.

    Whether such a word exists is for the index to say: træning and bane make træningsbane, and
    also banetræning. A word that the dictionary does not know is joined as it stands (nordby
    skole).
    """
    if min(len(left), len(right)) < SHORTEST or left == right:
        return ()
    pairs = ((left, right), (right, left))
    found = (_stem(first, last) for a, b in pairs for last in _bases(b) for first in _combining(a))
    return tuple(dict.fromkeys(found))


def _stem(first: str, last: str) -> str:
    """Return the stem of a compound whose parts are known: taking it apart again would cost most
    of the time that reading a query takes."""
    word = first + last
    return stem(word) if is_known(word) else first + simple_stem(last)


def _bases(form: str) -> list[str]:
    """Return the words of the dictionary that `form` is a form of, folded, or itself."""
    return list(dict.fromkeys(base.key for base in lexicon().bases(form))) or [form]


def _combining(form: str) -> list[str]:
    """Return how the word behind `form` stands first in a compound."""
    return [
        base + link
        for base in _bases(form)
        for link in LINKS
        if fold(lexicon().first_of(base + link) or "") == base
    ] or [form]
