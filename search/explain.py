"""Why is this here: what a query's words meet in one document, and what each is worth.

Works on the query's tree and the document's tokens alone, so it tells the same of any engine. The
formula is the engines' (BM25) without the length of fields, which only they know; the figures
compare what is found within one document and do not add up to the engine's score.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from search.contract import Node
from search.queries import TIE

SATURATION = 1.2  #: k1 of BM25: how soon another occurrence counts less


@dataclass(frozen=True)
class Match:
    """One word of the query in one field of the document."""

    field: str
    word: str  # a folded token, or several side by side
    count: int
    weight: float  # of the field, times what the reading is worth
    rarity: float  # the fewer documents have the word, the more
    worth: float  # all together


class Explanation:
    """Reads one document. `rarity` says how rare (field, word) is."""

    def __init__(
        self, tokens: Mapping[str, str], rarity: Callable[[str, str], float] = lambda f, w: 1.0
    ) -> None:
        self._tokens = {field: text.split() for field, text in tokens.items()}
        self._counts = {field: Counter(words) for field, words in self._tokens.items()}
        self._rarity = rarity
        self._found: dict[tuple[str, str], Match] = {}

    @property
    def matches(self) -> list[Match]:
        """Everything met, what counts most first."""
        return sorted(self._found.values(), key=lambda match: (-match.worth, match.field))

    def score(self, node: Node, boost: float = 1.0) -> float:
        """Return what `node` is worth here, 0 where it does not match."""
        boost *= node.get("boost", 1.0)
        if "term" in node:
            return self._leaf(node["term"][0], [node["term"][1]], boost)
        if "phrase" in node:
            return self._leaf(node["phrase"][0], node["phrase"][1], boost)
        if "also" in node:  # what makes a hit better, but no hit by itself
            first, extra = node["also"]
            own = self.score(first, boost)
            return own + sum(self.score(each, boost) for each in extra) if own else 0.0
        for kind in ("all", "best", "some"):
            if kind in node:
                scores = [self.score(each, boost) for each in node[kind]]
                return _joined(kind, scores, node.get("of", 1))
        return 0.0

    def _leaf(self, field: str, words: list[str], boost: float) -> float:
        count = self.count(field, words)
        if not count:
            return 0.0
        rarity = min(self._rarity(field, word) for word in words)
        worth = boost * rarity * count * (SATURATION + 1) / (count + SATURATION)
        key = (field, " ".join(words))
        if key not in self._found or self._found[key].worth < worth:
            self._found[key] = Match(field, key[1], count, round(boost, 3), rarity, worth)
        return worth

    def count(self, field: str, words: list[str]) -> int:
        """Return how often `words` stand side by side in a field."""
        if len(words) == 1:
            return self._counts.get(field, Counter())[words[0]]
        text = self._tokens.get(field, [])
        last = len(text) - len(words) + 1
        return sum(text[at : at + len(words)] == words for at in range(last))


def _joined(kind: str, scores: list[float], needed: int) -> float:
    met = [score for score in scores if score]
    if kind == "best":
        return max(met) + TIE * (sum(met) - max(met)) if met else 0.0
    return sum(met) if len(met) >= (len(scores) if kind == "all" else needed) else 0.0


def rarity(documents: int, having: int) -> float:
    """Return how rare a word is that `having` of all `documents` have (the idf of BM25)."""
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))
