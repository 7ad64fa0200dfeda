"""The stem of a word that is not taken apart: bøger and bogen become one.

The lexicon's table of irregular forms answers first; every other word goes through Snowball's
Danish stemmer. The result is folded: stemming comes first, since it needs æ, ø and å.
"""

from functools import lru_cache

import snowballstemmer

from search.danish.fold import fold, unfold
from search.danish.lexicon import lexicon

_snowball = snowballstemmer.stemmer("danish")


def snowball(folded: str) -> str:
    """Return the folded Snowball stem of a folded word."""
    return fold(_snowball.stemWord(unfold(folded)))


@lru_cache(maxsize=65536)
def simple_stem(word: str) -> str:
    """Return the folded stem of `word`; a word without letters is its own stem."""
    folded = fold(word)
    irregular = lexicon().irregular_stem
    if found := irregular(folded):
        return found
    if folded.endswith("s") and (found := irregular(folded[:-1])):  # the genitive
        return found
    return snowball(folded)
