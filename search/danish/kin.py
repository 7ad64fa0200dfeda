"""Words of one family: evaluering, evaluere; iværksætteri, iværksætter; oprydning, rydde op.

Snowball keeps a noun apart from the verb it is made of. Only words that the dictionary has are
named, and only where a verb holds the family together.
"""

from collections.abc import Iterable
from functools import lru_cache

from search.danish.fold import fold
from search.danish.lexicon import lexicon
from search.danish.stem import stem

#: What nouns and verbs of a family add to its root.
ENDINGS = ("e", "ere", "ering", "ation", "ator", "else", "ning", "ing", "eri", "er")
SHORTEST_ROOT, SHORTEST_STEM = 4, 4
SHORTEST_AFTER = 3  #: letters of a root after a particle: op-ryd-ning
INSEPARABLE = "else"  #: ends the noun of a verb that keeps its particle in front
#: What a verb is said with, and a noun begins with: rydde op, oprydning.
PARTICLES = tuple(
    map(fold, ("af", "efter", "frem", "ind", "ned", "om", "op", "over", "på", "til", "ud"))
)


@lru_cache(maxsize=16384)
def kin(form: str) -> tuple[str, ...]:
    """Return the stems of the other words of the family of `form` (folded), in a fixed order."""
    found = (word for base in lexicon().bases(form) for word in _family(base.key))
    return tuple(one for one in _stems(found) if one != stem(form))


@lru_cache(maxsize=16384)
def apart(form: str) -> tuple[tuple[str, str], ...]:
    """Return how the verb of a noun is said in two words (folded): oprydning is rydde op.

    Not of a verb: what it means with its particle in front is something else (aftale, tale af).
    Nor of a noun in -else: it is of such a verb (tilladelse is tillade, and not lade til).
    """
    return tuple(
        dict.fromkeys(
            (said, particle)
            for base in lexicon().bases(form)
            for particle in PARTICLES
            if base.key.startswith(particle)
            and not _is_verb(base.key)
            and not base.key.endswith(INSEPARABLE)
            for _root, verb in _verbs(base.key.removeprefix(particle), SHORTEST_AFTER)
            for said in (verb, verb + "r", _imperative(verb))
        )
    )


def together(verb: str, particle: str) -> tuple[str, ...]:
    """Return the stems of the words that a form of a verb and what it is said with (folded) make
    in one: rydder op is oprydning."""
    if particle not in PARTICLES:
        return ()
    bases = [base.key for base in lexicon().bases(verb) if _is_verb(base.key)]
    words = (particle + word for base in bases for word in (base, *_family(base, known=False)))
    return _stems(filter(_is_word, words))


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(map(stem, words))
    return tuple(one for one in found if len(one) >= SHORTEST_STEM)


def _family(key: str, *, known: bool = True) -> list[str]:
    """Return the words, or what may be words, of the family of `key`."""
    roots = dict.fromkeys(root for root, _verb in _verbs(key))
    made = [*(verb for _root, verb in _verbs(key)), *(r + end for r in roots for end in ENDINGS)]
    return [word for word in made if not known or _is_word(word)]


def _verbs(key: str, shortest: int = SHORTEST_ROOT) -> list[tuple[str, str]]:
    """Return (root, verb) of every verb that may be behind a word."""
    found = []
    for end in ENDINGS:
        root = key.removesuffix(end)
        if root != key and len(root) >= shortest:
            single = root[:-1] if root[-1] == root[-2] else root
            made = ((root, root + "e"), (root, root + "ere"), (single, single + single[-1] + "e"))
            found += [pair for pair in made if _is_verb(pair[1])]
    return found


def _imperative(verb: str) -> str:
    root = verb[:-1]
    return root[:-1] if root[-1] == root[-2] else root


@lru_cache(maxsize=16384)
def _is_word(key: str) -> bool:
    return bool(lexicon().forms_of(key))


@lru_cache(maxsize=16384)
def _is_verb(key: str) -> bool:
    """Whether a word has a present tense and a participle in -nde, as no noun has."""
    return {("", "r"), ("", "nde")} <= lexicon().forms_of(key)
