"""Ranking after the engine: age and freshness. Pure."""

from collections.abc import Sequence

from search.contract import Row

PAGE = "page:"
CARD = 0.85  #: of a card's score: BM25 favours a card of two lines over the page that tells it all
RERANKED = 200  #: rows that are ranked again
KEPT = 0.6  #: of the score stays however old


def aged(row: Row, today: int) -> float:
    """Return the score of `row` with its age: half of 40 % is gone after its half-life."""
    score = row.score if row.id.startswith(PAGE) else row.score * CARD
    if not row.half_life or not row.dated:
        return score
    age = max(0, today - row.dated)
    return score * (KEPT + (1 - KEPT) * 0.5 ** (age / row.half_life))


def rank(rows: Sequence[Row], today: int, people: dict[str, float]) -> list[tuple[float, Row]]:
    """Return (score, row), best first; at a tie what is due for review comes last.

    `people` has the scores of colleagues, whose experience the engine does not know.
    """
    scored = [(people.get(row.id, aged(row, today)), row) for row in rows]
    return sorted(
        scored,
        key=lambda pair: (
            -round(pair[0], 4),
            0 < pair[1].review_due < today,
            -pair[1].dated,
            pair[1].id,
        ),
    )
