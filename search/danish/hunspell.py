"""Reading a Hunspell dictionary: its words, its rules, and the forms they make.

Used when the lexicon is built; nothing of it runs on the site.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

#: Flags whose suffixes make the form that stands first in a compound, and last.
LINKS = frozenset({"29", "30", "31", "55", "56", "60", "61", "62", "63", "67", "68", "69", "83"})
LAST = "39"
PASSIVE = "22"
DOUBLING = "KONSONANT_FORDOBLING"


class Rule(NamedTuple):
    """One suffix rule of the dictionary."""

    strip: str
    add: str
    flags: frozenset[str]
    condition: re.Pattern[str] | None
    note: str


class Entry(NamedTuple):
    """One base form of the dictionary."""

    word: str
    flags: frozenset[str]
    also: tuple[str, ...]  # irregular forms, given in the dictionary


def read_rules(path: Path) -> dict[str, list[Rule]]:
    """Return the suffix rules of an .aff file by flag."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) >= 5 and fields[0] == "SFX":
            add, _, flags = fields[3].partition("/")
            rules[fields[1]].append(
                Rule(
                    strip="" if fields[2] == "0" else fields[2],
                    add="" if add == "0" else add,
                    flags=frozenset(flags.split(",")),
                    condition=None if fields[4] == "." else re.compile(fields[4] + "$"),
                    note=" ".join(fields[5:]),
                )
            )
    return rules


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield the lower-case base forms of a .dic file."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        head, *more = line.split() or [""]
        word, _, flags = head.partition("/")
        if word.isalpha() and word.islower() and not any(m.startswith("st:") for m in more):
            also = tuple(m[3:] for m in more if m.startswith("al:") and m[3:].isalpha())
            yield Entry(word, frozenset(flags.split(",")), also)


def apply(word: str, flags: Iterable[str], rules: dict[str, list[Rule]]) -> Iterator[tuple]:
    """Yield (form, rule) of one application of the rules of `flags` to `word`."""
    for flag in flags:
        for rule in rules.get(flag, ()):
            fits = word.endswith(rule.strip) and len(word) > len(rule.strip)
            if fits and (rule.condition is None or rule.condition.search(word)):
                yield word.removesuffix(rule.strip) + rule.add, rule


def inflect(word: str, flags: Iterable[str], rules: dict[str, list[Rule]]) -> set[str]:
    """Return the forms of `word`, without genitives."""
    found = {word}
    for form, rule in apply(word, (f for f in flags if f not in LINKS and f != LAST), rules):
        if "GENITIV" in rule.note or not form.isalpha():
            continue
        if rule.note.endswith(DOUBLING) and rule.flags - {"34", "35", "8", LAST}:
            deeper = rule.flags - {"34", "35", "8", LAST, PASSIVE}
            found |= {new for new, r in apply(form, deeper, rules) if "GENITIV" not in r.note}
        else:
            found.add(form)
    return found
