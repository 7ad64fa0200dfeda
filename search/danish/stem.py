"""Stems: bøger and bogen become one word, and so do borgerbudget and borgerbudgettet.

A compound that the dictionary does not have is inflected as its last part is, which it has.
"""

from functools import lru_cache

from search.danish.compounds import LONGEST, SHORTEST_LAST, is_known, split
from search.danish.fold import fold
from search.danish.lexicon import lexicon
from search.danish.simple import simple_stem


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the folded stem of `word`; a word without letters is its own stem."""
    form = fold(word)
    if len(form) > LONGEST or is_known(form):
        return simple_stem(form)
    parts = split(form)
    if not parts:
        return simple_stem(form)
    for cut in range(2, len(form) - SHORTEST_LAST + 1):
        last = form[cut:]
        bases = (base for one in (last, last.removesuffix("s")) for base in lexicon().bases(one))
        if any(base.may_end and base.word == parts[-1] for base in bases):
            return form[:cut] + simple_stem(last)
    return simple_stem(form)
