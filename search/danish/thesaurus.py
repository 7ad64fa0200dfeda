"""Other words for a word, from a thesaurus: general Danish, where nobody has written synonyms.

They are only near (skænderi, mundhuggeri), so they are looked for where the words themselves find
little. `thesaurus.txt.xz` is made by `python -m search.danish.build_thesaurus` (see NOTICE.md).
"""

import lzma
from functools import lru_cache
from pathlib import Path

from search.danish.lexicon import Table, lexicon
from search.danish.stem import stem
from search.danish.stopwords import STOP_WORDS, WEAK_WORDS

PATH = Path(__file__).with_name("thesaurus.txt.xz")
SHORTEST = 3  #: letters of a stem
MOST = 24  #: words for one


@lru_cache(maxsize=1)
def thesaurus() -> Table:
    """Return base form -> base forms, all folded; read once a process."""
    return Table(lzma.decompress(PATH.read_bytes()))


@lru_cache(maxsize=16384)
def near(form: str) -> tuple[str, ...]:
    """Return the stems of other words for `form` (folded) that say something, in a fixed order."""
    keys = {base.key for base in lexicon().bases(form)} or {form}
    words = {word for key in sorted(keys) for word in (thesaurus().get(key) or "").split()}
    stems = {stem(word) for word in words - STOP_WORDS - WEAK_WORDS} - {stem(form)}
    return tuple(sorted(one for one in stems if len(one) >= SHORTEST)[:MOST])
