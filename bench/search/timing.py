"""Timing in rounds, one after the other and back again, and the ratios between them."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ROUNDS = 4


class Taken(NamedTuple):
    """Milliseconds of one question: on the clock, and of this process's processor time."""

    clock: float
    processor: float


@dataclass
class Round:
    """The times of some questions, and the milliseconds of processor time that a server spent on
    them meanwhile, all together."""

    taken: list[Taken] = field(default_factory=list)
    server: float = 0.0

    @property
    def clock(self) -> float:
        """The median on the clock, in milliseconds."""
        return statistics.median(one.clock for one in self.taken)

    @property
    def processor(self) -> float:
        """The mean of the processor time, the server's included, in milliseconds a question."""
        return (sum(one.processor for one in self.taken) + self.server) / len(self.taken)


class Contestant(NamedTuple):
    """Somebody who answers. What `ready` makes of a text is asked, and is not timed; `spent` tells
    the seconds of processor time of its server so far."""

    ask: Callable[[Any], Any]
    ready: Callable[[str], Any] = str
    spent: Callable[[], float] = lambda: 0.0


def timed(
    contestant: Contestant, texts: Sequence[str], tick: Callable[[], None] = lambda: None
) -> Round:
    """Return how long each question took."""
    asked = [contestant.ready(text) for text in texts]
    found, spent = Round(), contestant.spent()
    for each in asked:
        clock, processor = time.perf_counter(), time.process_time()
        contestant.ask(each)
        found.taken.append(
            Taken((time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000)
        )
        tick()
    found.server = (contestant.spent() - spent) * 1000
    return found


def interleaved(
    contestants: Mapping[str, Contestant],
    draw: Callable[[], Sequence[str]],
    rounds: int = ROUNDS,
    tick: Callable[[], None] = lambda: None,
) -> dict[str, list[Round]]:
    """Return name -> its rounds; every other round goes backwards.

    `draw` gives new questions for each round, the same for all in it, and for warming up.
    """
    taken: dict[str, list[Round]] = {name: [] for name in contestants}
    first = draw()
    for contestant in contestants.values():
        timed(contestant, first, tick)  # nobody pays for being first
    for number in range(rounds):
        texts = draw()
        names = list(contestants)
        for name in names if number % 2 == 0 else reversed(names):
            taken[name].append(timed(contestants[name], texts, tick))
    return taken


def at(rounds: Sequence[Round], share: float) -> Taken:
    """Return the times below which `share` of the questions of all rounds stay."""
    every = [one for each in rounds for one in each.taken]
    place = min(len(every) - 1, int(len(every) * share))
    return Taken(*(sorted(values)[place] for values in zip(*every, strict=True)))


def ratios(mine: Sequence[float], other: Sequence[float]) -> tuple[float, float, float]:
    """Return the median of the rounds' ratios, the lowest and the highest."""
    found = sorted(a / b for a, b in zip(mine, other, strict=True))
    return statistics.median(found), found[0], found[-1]
