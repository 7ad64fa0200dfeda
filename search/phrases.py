"""What an editor says colleagues search for (gufu.phrases). Its words count as the thing's text; a
hit shows a line of it where that answers more of what was asked than what is shown otherwise."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from search.danish import Token, highlight
from search.danish.highlight import Piece, There, Wanted, marks, plain
from search.documents import side_by_side
from search.plans import Plan

#: Between two lines: a letter that nobody writes is a word by itself, so no phrase joins the two.
APART = "\n\ua66e\n"


def phrase_tokens(lines: Iterable[str]) -> dict[str, str]:
    """Return the tokens that the phrases give a document, by field: they count as its text."""
    return dict(zip(("body_x", "body_s", "body_p"), side_by_side(lines), strict=True))


class Asked(NamedTuple):
    """One word of a query, folded: as it was asked for, and what answers it nearly."""

    very: set[str]
    nearly: set[str]


def answering(
    lines: Sequence[str],
    wanted: Wanted,
    asked: Sequence[Asked],
    extract: Iterable[Piece],
    there: There | None = None,
) -> list[Piece] | None:
    """Return the line that answers most of the query, marked, or None where the extract answers as
    much. Of two that answer as many words, the one with more of the very words answers more.

    `there` is what of the query the words of all these texts answer, if that is known.
    """
    found = answers(lines, wanted, there) if lines else []
    if not any(found):
        return None
    worths = [worth(each, asked) for each in found]
    best = max(worths)
    if best <= worth({answer for _, _, answer in marks(plain(extract), wanted, there)}, asked):
        return None
    return highlight(lines[worths.index(best)], wanted, there=there)


def answers(lines: Sequence[str], wanted: Wanted, there: There | None = None) -> list[set[str]]:
    """Return what of the query each line answers. They are read as one text: there may be twenty,
    for each of ten hits."""
    found: list[set[str]] = [set() for _ in lines]
    ends = [*accumulate(len(line) + len(APART) for line in lines)]
    for start, _, answer in marks(APART.join(lines), wanted, there):
        found[bisect(ends, start)].add(answer)
    return found


def worth(found: set[str], asked: Iterable[Asked]) -> tuple[int, int]:
    """Return (how many words of the query a text with the answers `found` answers, how many of
    them as they were asked)."""
    very = sum(not word.very.isdisjoint(found) for word in asked)
    return sum(not found.isdisjoint(word.very | word.nearly) for word in asked), very


def asked_by(plan: Plan) -> list[Asked]:
    """Return the words of a query with what marks them in a text (search.plans.wanted)."""
    asked = [Asked(_forms([word]), set(word.parts)) for phrase in plan.phrases for word in phrase]
    for at, term in enumerate(plan.terms):
        others = [
            other for span in plan.spans if span.first <= at < span.last for other in span.others
        ]
        nearly = {
            *_forms(term.guesses),
            *_forms(other[0] for other in others if not other[1:]),
            *(" ".join(word.exact for word in other) for other in others),
            *(part for word in (term.token, *term.guesses) for part in word.parts),
            *term.kin,
            *term.near,
        }
        asked.append(Asked(_forms([term.token]), nearly))
    return asked


def _forms(words: Iterable[Token]) -> set[str]:
    return {form for word in words for form in (word.exact, word.stem)}
