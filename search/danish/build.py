# ruff: noqa: SIM905 - word lists read better as text
"""Build lexicon.txt.xz from the Danish Hunspell dictionary (Debian: hunspell-da).

    python -m search.danish.build /usr/share/hunspell/da_DK

Takes half a minute. The result is derived from the dictionary and stays under its licence
(NOTICE.md). Run it again after a change of the rules below and commit the new file.
"""

import argparse
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from search.danish.fold import fold
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
from search.danish.lexicon import PATH, pack
from search.danish.stem import snowball

#: Longer words are compounds themselves and are found by their parts.
LONGEST_PART = 14
LONGEST = 20
VERB = frozenset({"21", "79"})
ADJECTIVE = frozenset({"23", "24", "28", "38", "40", "49", "77", "78"})
IRREGULAR = PATH.with_name("irregular.txt")
#: Old, better: words of their own, not forms of young and good.
SUPPLETIVE = frozenset("ældre ældst ældste bedre bedst bedste yngre yngst yngste".split())

#: Prefixes and particles: what they begin is a word of its own, not a compound.
NEVER_FIRST = frozenset(
    """ad af al alt an and at be bi bort da de den der di din dis du e efter ek eks em en end er et
    ex for fore forbi foran fra frem få gen gennem hen her hid hin hjem hvad hver hvor i ild im imod
    in ind inden inter is ja jo kan ko kom kon lig man med mellem men mil min mis mod ned nej non nu
    ny od om omkring ond op os over pa par per po pro på ra re ri ro sam sammen se si sin so som sub
    sur så ta te til tilbage to trans tro u ud uden un und under ur ve ved vi vor å år ør øl
    bo by dy fe fi fy gi gå gø hi hø hy ky la le li lo lu ly lå mi mo mu må ni no ny næ nå pi ra
    ro ru ry rå sa se si sk sl sp st su sy sø ti tu ty tå va vi vo vy vå æg ær ø ås
    kul per pol sta stat kar tar mar bar par far for fat for mat ter tre vir dom lig lov el hel
    """.split()
) - frozenset(["by", "bo", "hjem", "sø", "rå", "ø", "å", "år", "is", "sy", "stat", "sammen", "æg"])
#: Endings that make words rather than compounds.
NEVER_LAST = frozenset(
    """skab hed hede dom else ing ning ling ring inger eri ur er ere erne ende ene ens ie lig løs
    som sel sen ser sætte sige tion ion ter ted lægning stande at et en es ed ad an art bar del der
    fri for gal hav her hen ham hun ind kan kom kun lad les man men min mon nat nej nit nok nu og
    om op os over på ris ro se sin ske skal te ti til ud var ved vi vil ø å si ni ner ten tet tor
    iv ist ister ikke tel tæt abe kab ilbud former tunge lige rige vis isme ale
    pe kur nag nor rus rad rat ras ral agn lat lak tat """.split()
)
#: Stand first without a link although the dictionary does not say so.
ALSO_FIRST = ("dag", "ældre", "envej", "friluft", "detalje", "mini", "forvaltning", "sted")


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
    return forms


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


def sections(aff: Path, dic: Path) -> dict[str, set[str]]:
    """Return the lines of each section of the lexicon, keys and values parted by a tab."""
    rules, entries = read_rules(aff), list(read_entries(dic))
    first: dict[str, str] = {fold(word): word for word in ALSO_FIRST}
    words: dict[str, tuple[str, set[str], set[str]]] = {}
    for entry in entries:
        word, key = entry.word, fold(entry.word)
        if len(word) > LONGEST:
            continue
        forms = inflect(word, entry.flags, rules) | {f for f in entry.also if f[-1] != "s"}
        _, every, ends = words.setdefault(key, (word, set(), set()))
        every.update(paradigm(word, forms))
        if 2 < len(word) <= LONGEST_PART and word not in NEVER_LAST:
            ends.update(paradigm(word, as_last(entry, forms)))
        if word not in NEVER_FIRST and len(word) <= LONGEST_PART:
            for form in as_first(entry, rules) - NEVER_FIRST:
                known = first.get(fold(form))
                if known is None or len(word) < len(known):
                    first[fold(form)] = word
    numbers: dict[frozenset[str], int] = {}

    def number(pairs: set[str]) -> int:
        return numbers.setdefault(frozenset(pairs), len(numbers))

    number(set())  # 0: nothing
    irregular = irregular_stems(entries, rules)
    return {
        "irregular": {f"{form}\t{stemmed}" for form, stemmed in irregular.items()},
        "first": {f"{form}\t{word}" for form, word in first.items()},
        "words": {
            f"{key}\t{'' if word == key else word} {number(every)} {number(ends)}"
            for key, (word, every, ends) in words.items()
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
    text = "\n".join(f"#{name}\n{pack(lines)}" for name, lines in found.items())
    options.output.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    counts = ", ".join(f"{len(lines)} {name}" for name, lines in found.items())
    sys.stdout.write(f"{counts}; {options.output.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
