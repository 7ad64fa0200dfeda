"""Danish words as search sees them: tokens, folding, stems, compound parts, highlights.

No Django and no engine in here: the same functions make the tokens of documents and of queries,
so that every engine only has to compare strings. `python -m search.danish` shows the work.
"""

from search.danish.additions import Additions, trying, use
from search.danish.analyse import Token, analyse, fingerprint, parts_of, streams, tokens
from search.danish.fold import clean, fold
from search.danish.highlight import highlight
from search.danish.lexicon import lexicon
from search.danish.stem import stem
from search.danish.stopwords import STOP_WORDS
from search.danish.thesaurus import thesaurus

__all__ = [
    "STOP_WORDS",
    "Additions",
    "Token",
    "analyse",
    "clean",
    "fingerprint",
    "fold",
    "highlight",
    "parts_of",
    "read_dictionaries",
    "stem",
    "streams",
    "tokens",
    "trying",
    "use",
]


def read_dictionaries() -> None:
    """Read what words are looked up in: before there are processes that can share it."""
    lexicon()
    thesaurus()
