"""What editors own in search, and the searches that found nothing."""

from search.models.lexicon import LexiconWord, Reading
from search.models.log import EmptySearch
from search.models.pins import PinnedResult
from search.models.synonyms import Direction, SynonymGroup
from search.models.version import WordsVersion

__all__ = [
    "Direction",
    "EmptySearch",
    "LexiconWord",
    "PinnedResult",
    "Reading",
    "SynonymGroup",
    "WordsVersion",
]
