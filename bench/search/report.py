"""The table for bench/README.md, and whether the targets are met."""

from collections.abc import Iterator, Sequence

from bench.search.asking import (
    ELASTIC,
    EMBEDDED,
    FACETS,
    FTS5,
    QUERY,
    RAW,
    SUGGESTION,
    Measured,
)
from bench.search.building import BESIDE
from bench.search.timing import Round, at, ratios

LONGEST = 10.0  #: milliseconds that 95 of 100 searches and suggestions may take
MOST_OVER_RAW = 1.5  #: times as long as Elasticsearch's own `_search`


def table(every: Sequence[Measured]) -> Iterator[str]:
    """Yield the lines of a table with a column for each size."""
    columns = [dict(cells(each)) for each in every]
    names = dict.fromkeys(name for column in columns for name in column)
    sizes = " | ".join(f"{each.size:,}" for each in every)
    yield f"| clock p50/p95 (CPU p50/p95), ms | {sizes} |"
    yield "|---" * (len(every) + 1) + "|"
    for name in names:
        yield f"| {name} | {' | '.join(column.get(name, '–') for column in columns)} |"


def cells(measured: Measured) -> Iterator[tuple[str, str]]:
    """Yield (name of the row, cell) of one size."""
    for kind, by_name in measured.rounds.items():
        for name, rounds in by_name.items():
            yield f"{name}, {kind}", times(rounds)
    for name, kind, mine, other in pairs(measured):
        yield f"{name}, {kind}", ratio([each.clock for each in mine], [o.clock for o in other])
        yield (
            f"{name}, {kind}, all processor time",
            ratio([each.processor for each in mine], [o.processor for o in other]),
        )
    for name, figures in measured.figures.items():
        done = "analysed" if name == "documents" else f"{name}, indexed"
        yield f"{done} a second", f"{figures['rate']:,.0f}"
    for name, figures in measured.figures.items():
        thing = "documents as JSON" if name == "documents" else f"{name}, index"
        yield f"{thing}, MB", f"{figures['size']:,.1f}"
    for name, memory in measured.memory.items():
        yield f"memory (PSS), {name}, MB (files in it)", f"{memory.pss:.0f} ({memory.files:.0f})"


def pairs(measured: Measured) -> Iterator[tuple[str, str, list[Round], list[Round]]]:
    """Yield (name, kind of question, rounds, rounds of what they are compared with)."""
    for mine, other in ((EMBEDDED, FTS5), (ELASTIC, RAW)):
        for kind, by_name in measured.rounds.items():
            if mine in by_name and other in by_name:
                yield f"{mine} ÷ {other}", kind, by_name[mine], by_name[other]


def times(rounds: Sequence[Round]) -> str:
    """Return half and 95 of 100 by the clock and by this process's processor time, with the
    server's mean where there is one."""
    half, most = at(rounds, 0.5), at(rounds, 0.95)
    server = sum(each.server for each in rounds) / sum(len(each.taken) for each in rounds)
    more = f" + {server:.1f}" if server else ""
    return (
        f"{digits(half.clock)}/{digits(most.clock)}"
        f" ({digits(half.processor)}/{digits(most.processor)}{more})"
    )


def digits(value: float) -> str:
    """Return milliseconds with as many digits as say something."""
    return f"{value:.2f}" if value < 1 else f"{value:.1f}"


def ratio(mine: Sequence[float], other: Sequence[float]) -> str:
    """Return the median of the rounds' ratios with the lowest and the highest."""
    middle, least, most = ratios(mine, other)
    return f"{middle:.2f} ({least:.2f}–{most:.2f})"


def verdicts(measured: Measured) -> Iterator[str]:
    """Yield a line for each target that concerns this size; none is set above BESIDE."""
    if measured.size > BESIDE:
        return
    for name, kind in ((EMBEDDED, FACETS), (EMBEDDED, SUGGESTION), (ELASTIC, SUGGESTION)):
        if rounds := measured.rounds[kind].get(name):
            most = at(rounds, 0.95)
            yield (
                f"- {measured.size:,}: {name}, {kind}, p95 {most.clock:.1f} ms by the clock"
                f" {verdict(most.clock, LONGEST)},"
                f" {most.processor:.1f} ms of processor time {verdict(most.processor, LONGEST)}"
            )
    for name, kind, mine, other in pairs(measured):
        if name.startswith(ELASTIC) and kind in (QUERY, FACETS):
            middle, _, _ = ratios([each.clock for each in mine], [each.clock for each in other])
            told = verdict(middle, MOST_OVER_RAW)
            yield f"- {measured.size:,}: {name}, {kind}, {middle:.2f} {told}"


def verdict(value: float, most: float) -> str:
    """Return whether a target is met."""
    return f"({'met' if value <= most else 'MISSED'}: at most {most:g})"
