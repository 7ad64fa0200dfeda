"""Build thesaurus.txt.xz from the Danish thesaurus of Stavekontrolden (Debian: mythes-da).

    python -m search.danish.build_thesaurus /usr/share/mythes/th_da_DK.dat

Takes a second. The result is derived from the thesaurus and stays under its licence (NOTICE.md).
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from search.danish.fold import fold
from search.danish.lexicon import compress, table
from search.danish.thesaurus import PATH

#: Of a meaning with more words than this, most are rare or only near: brok, hyr, mas.
MOST_WORDS = 4
LONGEST = 20
NARROWER = "(underbegreb)"


def meanings(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield (word, words for the same) of each meaning in a MyThes .dat file."""
    word = ""
    for line in lines:
        if line.startswith("|"):
            others = [each for each in line.strip("|\n").split("|") if NARROWER not in each]
            yield word, others
        else:
            word = line.partition("|")[0]


def pairs(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return the single words (folded) that mean the same, each way."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, others in meanings(lines):
        if len(others) > MOST_WORDS:
            continue
        for other in others:
            one, two = fold(word.lower()), fold(other.lower())
            if one != two and all(each.isalpha() and len(each) <= LONGEST for each in (one, two)):
                found[one].add(two)
                found[two].add(one)
    return found


def main() -> None:
    """Read the thesaurus, write what search needs of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("thesaurus", type=Path, help="path of the .dat file")
    parser.add_argument("--output", type=Path, default=PATH)
    options = parser.parse_args()
    with options.thesaurus.open(encoding="utf-8") as lines:
        next(lines)  # the encoding
        found = pairs(lines)
    lines = {f"{word}\t{' '.join(sorted(others))}" for word, others in found.items()}
    options.output.write_bytes(compress(table(lines)))
    sys.stdout.write(f"{len(found)} words; {options.output.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
