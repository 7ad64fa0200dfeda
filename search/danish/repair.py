"""A compound that nobody wrote, misspelt: bestyrelssamarbejde is bestyrelses + samarbejde."""

from collections.abc import Iterator

from search.danish.compounds import can_end, split
from search.danish.lexicon import lexicon

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_HEAD, SHORTEST_TAIL = 4, 4


def repaired(form: str) -> str:
    """Return the compound of known words that is one letter from `form` (folded), or one letter
    and an -s; empty when there is none, or `form` is a compound itself."""
    if split(form):
        return ""
    for cut in range(SHORTEST_HEAD, len(form) - SHORTEST_TAIL + 1):
        head, tail = form[:cut], form[cut:]
        if can_end(tail):
            for other in near(head):
                for linked in (other, other + "s"):
                    if lexicon().first_of(linked) and split(linked + tail):
                        return linked + tail
    return ""


def near(word: str) -> Iterator[str]:
    """Yield what is one letter from `word`, what was left out first."""
    pairs = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + letter + right for left, right in pairs for letter in LETTERS)
    yield from (left + right[1:] for left, right in pairs if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in pairs if right[1:])
    yield from (left + letter + right[1:] for left, right in pairs if right for letter in LETTERS)
