# ruff: noqa: SIM905 - word lists read better as text
"""Build lexicon.txt.xz from the Danish Hunspell dictionary (Debian: hunspell-da).

    python -m search.danish.build /usr/share/hunspell/da_DK

Takes half a minute. The result is derived from the dictionary and stays under its licence
(NOTICE.md). Run it again after a change of the rules below and commit the new file.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from search.danish.build_lists import ALSO_FIRST, NEVER_FIRST, NEVER_LAST, PEOPLE
from search.danish.fold import fold, unfold
from search.danish.hunspell import (
    LAST,
    LINKS,
    Entry,
    Rule,
    apply,
    inflect,
    read_entries,
    read_rules,
)
from search.danish.lexicon import PATH, compress, edit, table
from search.danish.simple import snowball

#: Longer words are compounds themselves and are found by their parts.
LONGEST_PART = 18
LONGEST = 20
VERB = frozenset({"21", "79"})
ADJECTIVE = frozenset({"23", "24", "28", "38", "40", "49", "77", "78"})
IRREGULAR = PATH.with_name("irregular.txt")
#: Old, better: words of their own, not forms of young and good.
SUPPLETIVE = frozenset("ældre ældst ældste bedre bedst bedste yngre yngst yngste".split())

FOLDED_NEVER_FIRST = frozenset(map(fold, NEVER_FIRST))
FOLDED_NEVER_LAST = frozenset(map(fold, NEVER_LAST))
#: Different compounds of the dictionary that must begin with a word of it, with another string,
#: end with the name of a doer, before that counts as a part.
SOME_FIRST, MANY_FIRST, SOME_LAST = 4, 6, 4
AGENT = re.compile("[a-z]{3,}er")


class Word(NamedTuple):
    """A word of the dictionary while the lexicon is built."""

    spelt: str
    every: set[str]  # how its forms are made, see `paradigm`
    ends: set[str]  # those of them that may stand last in a compound


def paradigm(word: str, forms: Iterable[str]) -> frozenset[str]:
    """Return how each form is made from the base form: "strip>add", both folded."""
    base, pairs = fold(word), set()
    for form in map(fold, forms):
        shared = 0
        while shared < min(len(base), len(form)) and base[shared] == form[shared]:
            shared += 1
        pairs.add(f"{base[shared:]}>{form[shared:]}")
    return frozenset(pairs)


def as_last(entry: Entry, forms: set[str]) -> set[str]:
    """Return the forms of `entry` that may stand last in a compound; of verbs the participles
    alone (helhedsorienteret, netværksskabende), since the others end too many other words."""
    if LAST in entry.flags and entry.flags & VERB:
        return {form for form in forms if form.endswith(("ende", "eret"))}
    return forms if LAST in entry.flags else set()


def as_first(entry: Entry, rules: dict[str, list[Rule]]) -> set[str]:
    """Return the combining forms of `entry`; adjectives stand as they are (lokalplan)."""
    forms = {form for form, _ in apply(entry.word, entry.flags & LINKS, rules)}
    if entry.flags & ADJECTIVE and not entry.flags & VERB and len(entry.word) > 3:
        forms.add(entry.word)
    if entry.word.endswith(PEOPLE) and LAST in entry.flags and len(entry.word) > 7:
        forms.add(entry.word)
    return forms


def add_first(first: dict[str, str], entry: Entry, rules: dict[str, list[Rule]]) -> None:
    """Add how `entry` stands first in a compound; of two words the shorter one is meant."""
    if entry.word in NEVER_FIRST or len(entry.word) > LONGEST_PART:
        return
    for form in as_first(entry, rules) - NEVER_FIRST:
        known = first.get(fold(form))
        if known is None or len(entry.word) < len(known):
            first[fold(form)] = entry.word


def vowel_changes() -> dict[str, str]:
    """Return plural -> base form of the reviewed table (børn -> barn)."""
    changes = {}
    for line in IRREGULAR.read_text(encoding="utf-8").splitlines():
        base, _, forms = line.split("#")[0].partition(":")
        changes.update(dict.fromkeys(forms.split(), base.strip()))
    return changes


def best_stem(word: str, forms: Iterable[str]) -> str:
    """Return the stem that most forms get from Snowball; at a tie the base form's."""
    votes = Counter(snowball(fold(form)) for form in forms)
    plain, most = snowball(fold(word)), max(votes.values())
    return plain if votes[plain] == most else max(s for s, n in votes.items() if n == most)


def irregular_stems(entries: list[Entry], rules: dict[str, list[Rule]]) -> dict[str, str]:
    """Return form -> stem where Snowball alone would part a form from its word."""
    changes = vowel_changes()
    stems: dict[str, set[str]] = defaultdict(set)
    best: dict[str, str] = {}
    for entry in entries:
        forms = inflect(entry.word, entry.flags, rules)
        best[entry.word] = winner = best_stem(entry.word, forms)
        for form in forms | {f for f in entry.also if not f.endswith("s")} - SUPPLETIVE:
            stems[fold(form)].add(winner)
    found = {
        form: next(iter(winners))
        for form, winners in stems.items()
        if len(winners) == 1 and snowball(form) not in winners
    }
    for entry in entries:  # adoptivbørn -> adoptivbarn
        for plural, base in changes.items():
            lemma = entry.word.removesuffix(plural) + base
            if entry.word.endswith(plural) and lemma in best:
                forms = inflect(entry.word, entry.flags, rules)
                found.update((fold(form), best[lemma]) for form in forms)
    found.update((fold(plural), best[base]) for plural, base in changes.items() if base in best)
    return found


def evidence(
    words: dict[str, "Word"], first: dict[str, str]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return what stands first or last in the dictionary's own compounds although it does not say
    so: detail(handel, salg, pris …), frilufts(liv, bad …); (arbejds, lån …)tager.

    Both as (form -> base) and (base -> paradigm), folded.
    """
    firsts: dict[str, set[str]] = defaultdict(set)
    lasts: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    taken = {
        key.removesuffix(replaced) + added
        for key, word in words.items()
        for replaced, _, added in (pair.partition(">") for pair in word.ends)
    }
    for key, word in words.items():
        for cut in range(3, len(key) - 3):
            start, end = key[:cut], key[cut:]
            head = words.get(end)
            if head and head.ends and start not in first and head.every >= word.every:
                firsts[start].add(end)
            if start in first and len(start) > 3 and end not in taken:
                lasts[end][start] = frozenset(word.every)
    found: dict[str, str] = {}
    for start, ends in firsts.items():
        plain = start.removesuffix("s")
        base = next((b for b in (start, plain) if b in words), "")
        enough = len(ends) >= (SOME_FIRST if base else MANY_FIRST)
        # What is no word of the dictionary must at least have the -s that links.
        if enough and (base or plain != start) and not {start, plain} & FOLDED_NEVER_FIRST:
            found[start] = words[base].spelt if base else unfold(plain)
    agents: dict[str, set[str]] = {}
    for end, starts in lasts.items():
        if len(starts) >= SOME_LAST and AGENT.fullmatch(end) and end not in FOLDED_NEVER_LAST:
            agents[end] = set(Counter(starts.values()).most_common(1)[0][0])
    return found, agents


def sections(aff: Path, dic: Path) -> dict[str, set[str]]:
    """Return the lines of each section of the lexicon, keys and values parted by a tab."""
    rules, entries = read_rules(aff), list(read_entries(dic))
    first: dict[str, str] = {fold(word): word for word in ALSO_FIRST}
    words: dict[str, Word] = {}
    for entry in entries:
        if len(entry.word) <= LONGEST:
            forms = inflect(entry.word, entry.flags, rules)
            forms |= {form for form in entry.also if form[-1] != "s"}
            word = words.setdefault(fold(entry.word), Word(entry.word, set(), set()))
            word.every.update(paradigm(entry.word, forms))
            if 2 < len(entry.word) <= LONGEST_PART and entry.word not in NEVER_LAST:
                word.ends.update(paradigm(entry.word, as_last(entry, forms)))
            add_first(first, entry, rules)
    more, agents = evidence(words, first)
    first |= more | {fold(word): word for word in ALSO_FIRST}
    for key, forms_of in agents.items():
        word = words.setdefault(key, Word(unfold(key), set(), set()))
        word.every.update(forms_of)
        word.ends.update(forms_of)
    numbers: dict[frozenset[str], int] = {}

    def number(pairs: set[str]) -> int:
        return numbers.setdefault(frozenset(pairs), len(numbers))

    number(set())  # 0: nothing
    irregular = irregular_stems(entries, rules)
    return {
        "irregular": {f"{form}\t{edit(form, stemmed)}" for form, stemmed in irregular.items()},
        "first": {f"{form}\t{edit(form, fold(word))}" for form, word in first.items()},
        "words": {
            f"{key}\t{'' if spelt == unfold(key) else spelt} {number(every)} {number(ends)}"
            for key, (spelt, every, ends) in words.items()
        },
        "paradigms": {f"{number}\t{' '.join(sorted(p))}" for p, number in numbers.items()},
    }


def main() -> None:
    """Read the dictionary, write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path, help="path of the .aff and .dic, without ending")
    parser.add_argument("--output", type=Path, default=PATH)
    options = parser.parse_args()
    found = sections(options.dictionary.with_suffix(".aff"), options.dictionary.with_suffix(".dic"))
    parts = [f"#{name}\n".encode() + table(lines) for name, lines in found.items()]
    options.output.write_bytes(compress(b"".join(parts)))
    counts = ", ".join(f"{len(lines)} {name}" for name, lines in found.items())
    sys.stdout.write(f"{counts}; {options.output.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
