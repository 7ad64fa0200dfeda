"""The figures as text."""

from collections.abc import Iterator, Sequence

from bench.relevance.judged import SETS, Judged
from bench.relevance.measures import Measures, mean, measure

Answers = dict[str, list[list[str]]]


def table(queries: Sequence[Judged], found: Answers) -> Iterator[str]:
    """Yield a row for each class, for the tuned and the held-out queries, and for all."""
    measured = {
        name: [measure(one, query.grades) for query, one in zip(queries, all_, strict=True)]
        for name, all_ in found.items()
    }
    yield f"{'nDCG@10 MRR recall@50':<22} {'n':>4}  " + "  ".join(f"{name:^17}" for name in found)
    groups = list(dict.fromkeys(query.group for query in queries))
    parts = [(group, [query.group == group for query in queries]) for group in groups]
    parts += [
        ("tuned on", [not query.held_out for query in queries]),
        ("held out", [query.held_out and query.part == "first set" for query in queries]),
        *((part, [query.part == part for query in queries]) for part in SETS.values()),
        ("all", [True] * len(queries)),
    ]
    for label, inside in parts:
        if count := sum(inside):
            cells = "  ".join(row(measured[name], inside) for name in found)
            yield f"{label:<22} {count:>4}  {cells}"
    yield from agreement(queries, found)


def row(measured: Sequence[Measures], inside: Sequence[bool]) -> str:
    """Return the means of the queries `inside` as one cell."""
    got = mean([one for one, on in zip(measured, inside, strict=True) if on])
    return f"{got.ndcg:5.3f} {got.mrr:5.3f} {got.recall:5.3f}"


def agreement(queries: Sequence[Judged], found: Answers) -> Iterator[str]:
    """Yield how often both engines have the same top hit, and where they differ."""
    ours = [found[name] for name in ("embedded", "elasticsearch") if name in found]
    if len(ours) == 2:
        differing = [
            query.text
            for query, *tops in zip(queries, *ours, strict=True)
            if tops[0][:1] != tops[1][:1]
        ]
        share = 1 - len(differing) / len(queries)
        yield f"same top hit: {share:.1%}" + (f" – not: {differing}" if differing else "")


def worst(queries: Sequence[Judged], found: Answers, count: int) -> Iterator[str]:
    """Yield the answers of each engine that are furthest from the best possible."""
    for name, all_ in found.items():
        pairs = [
            (measure(one, query.grades).ndcg, query, one)
            for query, one in zip(queries, all_, strict=True)
        ]
        for ndcg, query, one in sorted(pairs, key=lambda pair: pair[0])[:count]:
            got = " ".join(f"{slug}:{query.grades.get(slug, 0)}" for slug in one[:10])
            missed = [
                slug for slug, grade in query.grades.items() if grade > 1 and slug not in one[:10]
            ]
            yield f"{name} {ndcg:.2f} {query.text} {dict(query.filters) or ''}"
            yield f"    {got}\n    missed: {missed}"
