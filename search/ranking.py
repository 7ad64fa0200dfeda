"""Ranking after the engine: age and freshness. Pure."""

from collections.abc import Mapping, Sequence

from search.contract import Row

PAGE = "page:"
CARD = 0.85  #: of a card's score: BM25 favours a card of two lines over the page that tells it all
RERANKED = 200  #: rows that are ranked again
KEPT = 0.6  #: of the score stays however old
PLACES = 4  #: decimals of a score; what is the same so far is a tie
TIE = 10**-PLACES


def aged(row: Row, today: int) -> float:
    """Return the score of `row` with its age: half of 40 % is gone after its half-life."""
    score = row.score if row.id.startswith(PAGE) else row.score * CARD
    if not row.half_life or not row.dated:
        return score
    age = max(0, today - row.dated)
    return score * (KEPT + (1 - KEPT) * 0.5 ** (age / row.half_life))


def rank(
    rows: Sequence[Row], today: int, people: Mapping[str, float], first: int | None = None
) -> list[tuple[float, Row]]:
    """Return (score, row), best first, or the `first` of them; at a tie what is due for review
    comes last.

    `people` has the scores of colleagues, whose experience the engine does not know.
    """
    scored = [(people[row.id] if row.id in people else aged(row, today), row) for row in rows]
    if first is not None and first < len(scored):  # to order all takes twice as long
        least = sorted([score for score, _ in scored], reverse=True)[first - 1] - TIE
        scored = [pair for pair in scored if pair[0] >= least]
    ranked = sorted(
        scored,
        key=lambda pair: (
            -round(pair[0], PLACES),
            0 < pair[1].review_due < today,
            -pair[1].dated,
            pair[1].id,
        ),
    )
    return ranked[:first]
