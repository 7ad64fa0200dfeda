"""The derived lexicon: irregular forms and what can stand first and last in a compound.

`lexicon.txt.xz` is made by `python -m search.danish.build` from the Danish Hunspell dictionary
(see NOTICE.md). Its sections are headed `#name` and have sorted lines "key<tab>value".
"""

import hashlib
import lzma
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from search.danish.fold import fold, unfold

PATH = Path(__file__).with_name("lexicon.txt.xz")
WHOLE = [Path(__file__).with_name(name) for name in ("never_split.txt", "names.txt")]
_ZERO = 48  # "0": a number is written as one printable character
BLOCK = 1024  # bytes of a table that are looked through at once
_KEYS = re.compile(r"^[^\t\n]*(?=\t)", re.MULTILINE)


class Table:
    """Sorted lines "key<tab>value" as one string of bytes, looked up without taking it apart.

    A dictionary of the same would cost ten times the memory, and half a second at start.
    """

    def __init__(self, lines: bytes) -> None:
        self._blob = b"\n" + lines + b"\n"
        self._starts = [0]
        at = self._blob.find(b"\n", BLOCK)
        while 0 < at < len(self._blob) - 1:
            self._starts.append(at)
            at = self._blob.find(b"\n", at + BLOCK)
        self._heads = [self._blob[at + 1 : self._blob.find(b"\t", at)] for at in self._starts]
        self._starts.append(len(self._blob))
        # Most keys asked for are not there, which a byte for each hash says at a tenth of the cost.
        self._hashes = (4 << lines.count(b"\n").bit_length()) - 1
        self._hashed = bytearray(self._hashes + 1)
        for key in _KEYS.finditer(lines.decode()):
            self._hashed[hash(key[0]) & self._hashes] = 1

    def get(self, key: str) -> str | None:
        """Return the value of `key`."""
        if not self._hashed[hash(key) & self._hashes]:
            return None
        raw = key.encode()
        block = bisect_right(self._heads, raw)
        if not block:
            return None
        start, end = self._starts[block - 1], self._starts[block] + 1
        at = self._blob.find(b"\n" + raw + b"\t", start, end)
        if at < 0:
            return None
        at += len(raw) + 2
        return self._blob[at : self._blob.find(b"\n", at)].decode()


def table(lines: Iterable[str]) -> bytes:
    """Return lines "key<tab>value" as a `Table` wants them: in the order of their keys' bytes."""
    return b"\n".join(line.encode() for line in sorted(lines, key=_key))


def _key(line: str) -> bytes:
    return line.partition("\t")[0].encode()


def compress(data: bytes) -> bytes:
    """Return `data` packed in a small window: whoever unpacks needs as much memory as that."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22}]
    return lzma.compress(data, filters=filters)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Keys are folded, values as noted."""

    irregular: Table  # form -> folded stem, as an edit of the form
    first: Table  # combining form ("forenings") -> base form, as an edit of it
    words: Table  # "moede" -> "møde 7 9", see `bases`
    endings: dict[str, tuple[str, ...]]  # what a form adds ("rne") -> what it may replace ("")
    paradigms: tuple[frozenset[tuple[str, str]], ...]  # pairs (replaced, added)
    whole: frozenset[str]  # reviewed words that never split

    def irregular_stem(self, form: str) -> str | None:
        """Return the folded stem of a folded form that Snowball would part from its word."""
        edit = self.irregular.get(form)
        return None if edit is None else edited(form, edit)

    def first_of(self, form: str) -> str | None:
        """Return the base form of what stands first in a compound as `form` (folded)."""
        edit = self.first.get(form)
        return None if edit is None else self.spelling(edited(form, edit))

    def spelling(self, key: str) -> str:
        """Return a folded base form as it is spelt."""
        packed = self.words.get(key)
        return packed.split(" ")[0] or unfold(key) if packed else unfold(key)

    def forms_of(self, key: str) -> frozenset[tuple[str, str]]:
        """Return the forms of the dictionary word `key` (folded, a base form); none for another."""
        packed = self.words.get(key)
        forms = self.paradigms[int(packed.split(" ")[1])] if packed else frozenset()
        return forms if ("", "") in forms else frozenset()

    @lru_cache(maxsize=16384)  # noqa: B019 - one lexicon lives as long as the process
    def bases(self, form: str) -> tuple["Base", ...]:
        """Return the dictionary words of which `form` (folded, no genitive) may be a form."""
        found = []
        for cut in range(max(1, len(form) - 7), len(form) + 1):
            added = form[cut:]
            for replaced in self.endings.get(added, ()):
                key = form[:cut] + replaced
                if packed := self.words.get(key):
                    word, every, ends = packed.split(" ")
                    pair = (replaced, added)
                    forms, last = self.paradigms[int(every)], self.paradigms[int(ends)]
                    if pair in forms:
                        found.append(Base(key, word or unfold(key), forms, pair in last))
        return tuple(found)


class Base(NamedTuple):
    """A dictionary word with the forms it has."""

    key: str  # folded
    word: str
    forms: frozenset[tuple[str, str]]  # pairs (replaced, added)
    may_end: bool  # may this form stand last in a compound?


def edit(form: str, base: str) -> str:
    """Return how `base` is made of `form`: how many letters go, then what is added."""
    shared = 0
    while shared < min(len(form), len(base)) and form[shared] == base[shared]:
        shared += 1
    return chr(_ZERO + len(form) - shared) + base[shared:]


def edited(form: str, edit: str) -> str:
    """Return the base that `edit` makes of `form`."""
    return form[: len(form) - (ord(edit[0]) - _ZERO)] + edit[1:]


def never_split(text: str) -> frozenset[str]:
    """Return the folded words of a reviewed list; `#` begins a comment."""
    lines = (line.split("#")[0].split() for line in text.splitlines())
    return frozenset(fold(word) for words in lines for word in words)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once a process; load it before forking."""
    text = lzma.decompress(PATH.read_bytes())
    sections = dict(part.split(b"\n", 1) for part in text.split(b"#")[1:])
    numbered = {
        int(number): frozenset(
            (replaced, added) for replaced, added in (pair.split(">") for pair in pairs.split())
        )
        for number, _, pairs in (
            line.partition("\t") for line in sections[b"paradigms"].decode().splitlines()
        )
    }
    endings: dict[str, set[str]] = {}
    for replaced, added in frozenset().union(*numbered.values()):
        endings.setdefault(added, set()).add(replaced)
    return Lexicon(
        irregular=Table(sections[b"irregular"]),
        first=Table(sections[b"first"]),
        words=Table(sections[b"words"]),
        endings={added: tuple(replaced) for added, replaced in endings.items()},
        paradigms=tuple(numbered[number] for number in range(len(numbered))),
        whole=never_split("\n".join(path.read_text(encoding="utf-8") for path in WHOLE)),
    )


@lru_cache(maxsize=1)
def code_and_data() -> str:
    """Return a hash of the analyser's code and data."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted((*here.glob("*.py"), *here.glob("*.txt"), *here.glob("*.xz"))):
        if path.name not in {
            "build.py",
            "build_thesaurus.py",
            "thesaurus.py",
            "thesaurus.txt.xz",
            "build_lists.py",
            "hunspell.py",
            "__main__.py",
            "highlight.py",
        }:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
