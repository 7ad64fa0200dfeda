"""Timing in rounds, one after the other and back again, and the ratios between them."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

ROUNDS = 4


class Taken(NamedTuple):
    """Milliseconds of one question: on the clock, and of this process's processor time."""

    clock: float
    processor: float


def timed(question: Callable[[str], Any], texts: Sequence[str]) -> list[Taken]:
    """Return how long each question took."""
    taken = []
    for text in texts:
        clock, processor = time.perf_counter(), time.process_time()
        question(text)
        taken.append(
            Taken((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)
        )
    return taken


def interleaved(
    questions: Mapping[str, Callable[[str], Any]], texts: Sequence[str], rounds: int = ROUNDS
) -> dict[str, list[list[Taken]]]:
    """Return name -> the times of each round; every other round goes backwards."""
    taken: dict[str, list[list[Taken]]] = {name: [] for name in questions}
    for question in questions.values():
        timed(question, texts[:20])  # nobody pays for being first
    for number in range(rounds):
        names = list(questions)
        for name in names if number % 2 == 0 else reversed(names):
            taken[name].append(timed(questions[name], texts))
    return taken


def line(name: str, rounds: Sequence[Sequence[Taken]], base: Sequence[Sequence[Taken]]) -> str:
    """Return p50 and p95 by clock and by processor, and the ratio to `base`: the median of the
    rounds' with lowest and highest."""
    cells = [
        f"{label} p50 {at(values, 0.5):7.2f} p95 {at(values, 0.95):7.2f}"
        for label, values in (
            ("clock", [one.clock for each in rounds for one in each]),
            ("CPU", [one.processor for each in rounds for one in each]),
        )
    ]
    ratios = sorted(
        statistics.mean(one.clock for one in mine) / statistics.mean(one.clock for one in other)
        for mine, other in zip(rounds, base, strict=True)
    )
    middle = statistics.median(ratios)
    return f"{name:<26} {'  '.join(cells)}  × {middle:5.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


def at(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values are."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
