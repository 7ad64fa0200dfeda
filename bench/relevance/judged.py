"""Reading the judged queries: what was asked, and how good each answer would be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

QUERIES = Path(__file__).with_name("queries.txt")
UNSEEN = Path(__file__).with_name("unseen.txt")  # written later, all of it held out
THIRD = Path(__file__).with_name("third.txt")  # by somebody who had not seen an engine, held out
FOURTH = Path(__file__).with_name("fourth.txt")  # the same way, by somebody else again
FIFTH = Path(__file__).with_name("fifth.txt")  # and once more
SETS = {
    QUERIES: "first set",
    UNSEEN: "second set",
    THIRD: "third set",
    FOURTH: "fourth set",
    FIFTH: "fifth set",
}
GRADES = ("3", "2", "1")
HELD_OUT = 3  # every third query is not looked at while the ranking is tuned


@dataclass(frozen=True)
class Judged:
    """One query with the grade of every answer worth having; all others have grade 0."""

    text: str
    group: str  # inflection, compound, typo …
    filters: dict[str, frozenset[str]]  # "kind" or a facet -> values
    grades: dict[str, int]  # slug -> 1 to 3
    held_out: bool = field(default=False)
    part: str = field(default="first set")


def judged_queries(path: Path = QUERIES) -> list[Judged]:
    """Return the judged queries of a file. Raises ValueError for a line that means nothing."""
    read = _read(path.read_text(encoding="utf-8").splitlines())
    part = SETS.get(path, "first set")
    return [
        replace(each, part=part, held_out=each.held_out or part != "first set") for each in read
    ]


def _read(lines: Iterable[str]) -> Iterator[Judged]:
    group, asked, grades, number = "", "", dict[str, int](), 0
    for line in [*lines, "=="]:
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("  "):
            grade, *slugs = line.split()
            if grade not in GRADES or not slugs:
                raise ValueError(f"no grade with slugs: {line!r}")
            grades |= dict.fromkeys(slugs, int(grade))
            continue
        if asked:
            number += 1
            yield _judged(asked, group, grades, held_out=number % HELD_OUT == 0)
        asked, grades = "", {}
        if line.startswith("=="):
            group = line.strip("= ")
        else:
            asked = line


def _judged(line: str, group: str, grades: dict[str, int], *, held_out: bool) -> Judged:
    text, _, filters = line.partition(" | ")
    if not grades:
        raise ValueError(f"no answer has a grade: {line!r}")
    pairs = (each.partition("=") for each in filters.split())
    chosen = {name: frozenset(values.split(",")) for name, _, values in pairs}
    return Judged(text.strip(), group, chosen, grades, held_out)
