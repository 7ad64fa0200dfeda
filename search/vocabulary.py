"""Words nobody wrote: what they may have been meant as. Only words the viewer may see."""

from collections.abc import Callable

from search.contract import Ask, Engine, Node
from search.danish import Token
from search.queries import word

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SHORTEST, TWO_ERRORS = 4, 8
CANDIDATES, GUESSES = 3000, 2
FIELDS = ("title_x", "body_x")


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


def guesser(engine: Engine, visible: Node) -> Callable[[Token], list[str]]:
    """Return a function that names the words an unknown word may be meant as, nearest first."""

    def guess(token: Token) -> list[str]:
        asked = token.exact
        if len(asked) < SHORTEST or asked.isdigit():
            return []
        if engine.ask(Ask(query=word(token), filter=visible, limit=1)).total:
            return []
        most = 2 if len(asked) >= TWO_ERRORS else 1
        found: dict[str, tuple[int, int]] = {}
        for start in dict.fromkeys((asked[:2], asked[:1], asked[1:2])):
            for field in FIELDS:
                for other, count in engine.words(field, start, visible, CANDIDATES).items():
                    if other not in found and (far := distance(asked, other, most)) <= most:
                        found[other] = (far, -count)
            if found:
                break
        return sorted(found, key=lambda other: found[other])[:GUESSES]

    return guess


def spelling(word_exact: str, texts: list[str]) -> str:
    """Return `word_exact` (folded) as it is spelt in one of `texts`, or itself."""
    from search.danish import analyse

    for text in texts:
        for token in analyse(text):
            if token.exact == word_exact:
                return text[token.start : token.end].lower()
    return word_exact
