"""Words nobody wrote: what they may have been meant as. Only words the viewer may see."""

from collections.abc import Callable, Iterator

from search.contract import Ask, Engine, Node
from search.danish import Token, parts_of
from search.danish.fold import unfold
from search.danish.repair import repaired
from search.queries import ANYWHERE, part, word

SHORTEST, TWO_ERRORS = 4, 8
CANDIDATES, GUESSES = 3000, 2
#: Where words are looked for, and whether as spelt or as stems: ressoursekort is one letter from
#: the stem of ressourcekortet.
FIELDS = {"title_x": False, "body_x": False, "title_s": True}


def distance(left: str, right: str, most: int) -> int:
    """Return the Damerau–Levenshtein distance (neighbours swapped count one), `most` + 1 when
    it is more than `most`."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]


class Guesser:
    """Names the words an unknown word may be meant as, nearest first; asks once for each."""

    def __init__(self, engine: Engine, visible: Node) -> None:
        self.engine, self.visible = engine, visible
        self._asked: dict[Token, list[str]] = {}

    def words(self, token: Token) -> list[str]:
        """Return what any word may be meant as; nothing for a word that somebody wrote."""
        if token not in self._asked:
            self._asked[token] = [] if self._is_known(token) else self._meant(token)
        return self._asked[token]

    def compounds(self, token: Token) -> list[str]:
        """Return what a compound may be meant as. Its parts find something whether or not anybody
        wrote it (dialogmode); other words show by finding nothing that they are misspelt."""
        return self.words(token) if token.parts else []

    def _meant(self, token: Token) -> list[str]:
        """Return the nearest words that somebody wrote, or else a compound that nobody did, of
        words that stand together in something the viewer may see."""
        if found := nearest(token, self._words):
            return found
        compound = repaired(token.exact)
        parts = [part(stem, ANYWHERE) for stem in parts_of(compound)]
        if not parts or not self.engine.ask(Ask({"all": parts}, self.visible, limit=1)).total:
            return []
        return [compound]

    def _is_known(self, token: Token) -> bool:
        if len(token.exact) < SHORTEST or token.exact.isdigit():
            return True
        ask = Ask(query=word(token, apart=()), filter=self.visible, limit=1)
        return bool(self.engine.ask(ask).total)

    def _words(self, field: str, start: str) -> dict[str, int]:
        return self.engine.words(field, start, self.visible, CANDIDATES)


def nearest(token: Token, words: Callable[[str, str], dict[str, int]]) -> list[str]:
    """Return the words nearest to `token`, the most frequent first.

    `words` gives the words of a field that begin with some letters, with their frequency.
    """
    # A compound of known words is more likely new than misspelt.
    most = 2 if len(token.exact) >= TWO_ERRORS and not token.parts else 1
    found: dict[str, tuple[int, int]] = {}
    for start in starts(token.exact):
        for field, stemmed in FIELDS.items():
            asked = token.stem if stemmed else token.exact
            letters = set(asked)
            for other, count in words(field, start).items():
                if (
                    other not in found
                    and abs(len(other) - len(asked)) <= most
                    and len(letters.symmetric_difference(other)) <= 2 * most
                    and (far := distance(asked, other, most)) <= most
                ):
                    found[other] = (far, -count)
        if any(far == 1 for far, _ in found.values()):
            break
    least = min((far for far, _ in found.values()), default=0)
    near = [other for other, (far, _) in found.items() if far == least]
    return sorted(near, key=lambda other: found[other])[:GUESSES]


def starts(asked: str) -> Iterator[str]:
    """Yield how a word may begin that is meant by `asked`: as typed, with an error in the second
    letter, with the first letter missing or the first two swapped."""
    yield from dict.fromkeys((asked[:2], asked[:1], asked[1:2]))


def spelling(word_exact: str, texts: list[str]) -> str:
    """Return `word_exact` (folded) as it is spelt in one of `texts`, or itself."""
    from search.danish import analyse

    for text in texts:
        for token in analyse(text):
            if word_exact in (token.exact, token.stem):
                return text[token.start : token.end].lower()
    return unfold(word_exact)
