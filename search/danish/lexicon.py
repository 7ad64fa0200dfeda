"""The derived lexicon: irregular forms and what can stand first and last in a compound.

`lexicon.txt.xz` is made by `python -m search.danish.build` from the Danish Hunspell dictionary
(see NOTICE.md). Sections are headed `#name`; every line but the first of a section begins with
one character that says how many letters it shares with the line before.
"""

import hashlib
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("lexicon.txt.xz")
RULES = Path(__file__).with_name("never_split.txt")
_ZERO = 48  # "0": shared letters are written as one printable character


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Keys are folded, values as noted."""

    irregular: dict[str, str]  # form -> folded stem
    first: dict[str, str]  # combining form ("forenings") -> base form ("forening")
    words: dict[str, str]  # "moede" -> "møde 7 9", see `Lexicon.word`
    endings: dict[str, tuple[str, ...]]  # what a form adds ("rne") -> what it may replace ("")
    paradigms: tuple[frozenset[tuple[str, str]], ...]  # pairs (replaced, added)
    whole: frozenset[str]  # reviewed words that never split

    def bases(self, form: str) -> Iterator["Base"]:
        """Yield the dictionary words of which `form` (folded, no genitive) may be a form."""
        for cut in range(max(1, len(form) - 7), len(form) + 1):
            added = form[cut:]
            for replaced in self.endings.get(added, ()):
                key = form[:cut] + replaced
                if packed := self.words.get(key):
                    word, every, ends = packed.split(" ")
                    pair = (replaced, added)
                    forms, last = self.paradigms[int(every)], self.paradigms[int(ends)]
                    if pair in forms:
                        yield Base(key, word or key, forms, pair in last)


class Base(NamedTuple):
    """A dictionary word with the forms it has."""

    key: str  # folded
    word: str
    forms: frozenset[tuple[str, str]]  # pairs (replaced, added)
    may_end: bool  # may this form stand last in a compound?


def pack(lines: Iterable[str]) -> str:
    """Return sorted `lines` front-coded."""
    before, packed = "", []
    for line in sorted(lines):
        shared = 0
        while shared < min(len(before), len(line), 70) and before[shared] == line[shared]:
            shared += 1
        packed.append(chr(_ZERO + shared) + line[shared:])
        before = line
    return "\n".join(packed)


def unpack(lines: Iterable[str]) -> Iterator[str]:
    """Yield what `pack` packed."""
    before = ""
    for line in lines:
        before = before[: ord(line[0]) - _ZERO] + line[1:]
        yield before


def never_split(text: str) -> frozenset[str]:
    """Return the folded words of a reviewed list, one a line, `#` begins a comment."""
    from search.danish.fold import fold

    words = (line.split("#")[0].strip() for line in text.splitlines())
    return frozenset(fold(word) for word in words if word)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once a process; load it before forking."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lzma.decompress(PATH.read_bytes()).decode("utf-8").split("\n"):
        if line.startswith("#"):
            current = sections.setdefault(line[1:], [])
        elif line:
            current.append(line)
    rows = {
        name: {key: value for key, _, value in (line.partition("\t") for line in unpack(packed))}
        for name, packed in sections.items()
    }
    numbered = {
        int(number): frozenset(
            (replaced, added) for replaced, added in (pair.split(">") for pair in pairs.split())
        )
        for number, pairs in rows["paradigms"].items()
    }
    endings: dict[str, set[str]] = {}
    for replaced, added in frozenset().union(*numbered.values()):
        endings.setdefault(added, set()).add(replaced)
    return Lexicon(
        irregular=rows["irregular"],
        first=rows["first"],
        words=rows["words"],
        endings={added: tuple(replaced) for added, replaced in endings.items()},
        paradigms=tuple(numbered[number] for number in range(len(numbered))),
        whole=never_split(RULES.read_text(encoding="utf-8")),
    )


@lru_cache(maxsize=1)
def code_and_data() -> str:
    """Return a hash of the analyser's code and data."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted((*here.glob("*.py"), *here.glob("*.txt"), *here.glob("*.xz"))):
        if path.name not in {"build.py", "hunspell.py", "__main__.py", "highlight.py"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
