"""nDCG, MRR and recall of a ranked list. Pure."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

DEPTH = 10  # of nDCG: one page of results
REACH = 50  # of recall
USEFUL = 2  # the least grade that counts as an answer for MRR


class Measures(NamedTuple):
    """Of one query, or the mean of many; each from 0 to 1."""

    ndcg: float
    mrr: float
    recall: float


def measure(found: Sequence[str], grades: Mapping[str, int]) -> Measures:
    """Return the measures of the slugs `found`, best first.

    A grade is worth 2^grade - 1: what answers the question counts seven times what only touches it.
    """
    best = sorted(grades.values(), reverse=True)
    gained = [grades.get(slug, 0) for slug in found]
    useful = (1 / rank for rank, grade in enumerate(gained, start=1) if grade >= USEFUL)
    return Measures(
        ndcg=_dcg(gained) / _dcg(best),
        mrr=next(useful, 0.0),
        recall=sum(grade > 0 for grade in gained[:REACH]) / min(len(best), REACH),
    )


def mean(of: Sequence[Measures]) -> Measures:
    """Return the mean of each measure; raises ZeroDivisionError for none."""
    return Measures(*(sum(each) / len(of) for each in zip(*of, strict=True)))


def _dcg(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades[:DEPTH], start=1)
    )
