"""The Danish analyser, without Django."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.danish import analyse, fingerprint, fold, highlight, stem, streams, tokens
from search.danish.compounds import split
from search.danish.fold import clean, unfold
from search.danish.highlight import Wanted, look, marks, plain, words_of
from search.danish.lexicon import Table, edit, edited

HERE = Path(__file__).parent
PARADIGMS = [
    forms
    for line in (HERE / "paradigms.txt").read_text(encoding="utf-8").splitlines()
    if (forms := line.split("#")[0].split())
]


def test_the_forms_of_a_word_meet() -> None:
    parted = [forms for forms in PARADIGMS if len({stem(form) for form in forms}) > 1]
    assert len(PARADIGMS) >= 150
    assert len(parted) <= 0.05 * len(PARADIGMS), parted


@pytest.mark.parametrize(
    "paradigm",
    [
        "plejecenter plejecentrene",
        "bog bøgerne",
        "barn børnenes",
        "idé ideen",
        "borgerbudget borgerbudgettet",  # in no dictionary: inflected as its last part
        "kollega kollegerne",
        "hånd hænder",
    ],
)
def test_forms_that_must_meet(paradigm: str) -> None:
    assert len({stem(form) for form in paradigm.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "år ar",
        "får far",
        "møde mode",
        "hus hust",
        "ældre gammel",
        "bro bror",
        "kage kog",
        "skab skib",
        "bord bor",
        "byg by",
        "mand mad",
        "kort kor",
        "sag sang",
        "skole skål",
        "pligt pleje",
        "lov løv",
        "læse løse",
        "ven vane",
        "vej vejr",
        "lære lår",
        "hver hvor",
        "fest fast",
        "ret rat",
        "tand tang",
        "ord orden",
        "sø sod",
        "træ træne",
        "bog bag",
        "dag dug",
        "time tømme",
        "gade gud",
        "råd rød",
        "bænk bank",
        "region regn",
        "kost kyst",
        "aften aftale",
        "ansvar ansat",
        "erhverv erfaring",
        "kommune komme",
        "kultur kult",
        "politi politik",
        "station stat",
        "natur nat",
        "mor morder",
        "forening fornem",
        "venner vende",
        "lys lyst",
        "hånd hund",
        "frivillig fri",
        "lykke lukke",
        "hold holdning",
        "sted stad",
        "bil billede",
        "kur kursus",
        "form formand",
        "bar barn",
    ],
)
def test_different_words_do_not_meet(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ærø", "Aeroe"),
        ("Åbenrå", "Aabenraa"),
        ("BLÅBÆRGRØD", "blaabaergroed"),
        ("Öland", "Øland"),
        ("idé", "ide"),
        ("Müller", "Muller"),
        ("sam\u00adskabelse", "samskabelse"),
        ("møde\u200b", "møde"),
    ],
)
def test_spellings_meet(left: str, right: str) -> None:
    assert fold(left) == fold(right)
    assert stem(left) == stem(right)
    assert fold(unicodedata.normalize("NFD", left)) == fold(right)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dialogmøderne", "dialog møde"),
        ("plejecentrene", "pleje center"),
        ("landsbyråd", "landsby råd"),
        ("foreningsnetværkene", "forening netværk"),
        ("aeldreraadet", "ældre råd"),
        ("børnehave", "børn have"),
        ("lokalsamfundets", "lokal samfund"),
        ("værktøjskassen", "værktøj kasse"),
        ("udviklingsprocessen", "udvikling proces"),
        ("detailhandel", "detail handel"),  # the dictionary's own compounds say so
        ("beslutningstagere", "beslutning tager"),
        ("dagsordenpunkt", "dagsorden punkt"),  # no other reading is left
        ("Rosendahlsgade", "rosendahl gade"),  # a name before a street
        ("pårørendegruppe", "pårørende gruppe"),
    ],
)
def test_compounds_are_split(word: str, parts: str) -> None:
    assert split(word) == tuple(parts.split())


WHOLE = """
borgerne fællesskab samskabelse samskabende foreninger møderne skolen læreren stiller kultur natur
station billeder begynde Guldborgsund Nykøbing Stubbekøbing Sørensen muligheder deltagere
bestyrelsen virksomhed formand fortælling morgen system 12345 a
borgmester kolleger kærligheden overbevise studerende genoptræning Frederikshavn Aarhus
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_whole_words_stay_whole(word: str) -> None:
    assert split(word) == ()


def test_streams_keep_every_word_for_phrases() -> None:
    exact, stems, parts = streams("Til borgermøderne på Ærø!")
    assert exact == "til borgermoederne paa aeroe"
    assert stems == "til borgermoed paa aeroe"
    assert parts == "borg moed"


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("e-mail", ["email"]),
        ("gå-tur-møder", ["gaaturmoed", "gaatur", "moed", "gaatur", "turmoed", "tur", "moed"]),
        ("co\u2011creation", ["cocreation"]),
        ("ga\u030a-tur", ["gaatur"]),  # decomposed
        ("17-4-udvalget", []),  # a date
        ("fra- og tilvalg", []),
        ("på - eller", []),
    ],
)
def test_what_has_hyphens_may_be_written_as_one_word(text: str, also: list[str]) -> None:
    apart = [part for token in tokens(text) for part in token.parts]
    assert streams(text)[2].split() == [*apart, *also]


def test_offsets_point_into_the_original() -> None:
    text = "Åh – ﬁre idéer: co-creation, 3½ m²! 👍🏽 A\u030angstrøm"
    for token in tokens(text):
        assert text[token.start : token.end].strip()
    assert [t.exact for t in tokens("e\u0301n A\u030a")] == ["en", "aa"]


class TestHighlight:
    wanted = Wanted(exact=frozenset({"moede"}), stems=frozenset({stem("møde")}))

    def test_inflections_and_parts_are_marked(self) -> None:
        pieces = highlight("Vi holdt dialogmøder. Mødet gik godt.", self.wanted)
        assert [text for text, on in pieces if on] == ["dialogmøder", "Mødet"]
        assert plain(pieces) == "Vi holdt dialogmøder. Mødet gik godt."

    def test_words_with_hyphens_are_marked_as_one(self) -> None:
        wanted = Wanted(stems=frozenset({stem("gåtur"), stem("tur")}))
        pieces = highlight("Vi bruger gå-tur-møder på en tur.", wanted)
        assert [text for text, on in pieces if on] == ["gå-tur", "tur"]

    def test_the_best_stretch_is_shown(self) -> None:
        text = "ord " * 200 + "her er mødet " + "ord " * 200
        pieces = highlight(text, self.wanted, 100)
        assert pieces[0] == ("…", False)
        assert pieces[-1] == ("…", False)
        assert "mødet" in plain(pieces)
        assert len(plain(pieces)) < 120

    def test_a_stretch_begins_with_a_word(self) -> None:
        starts = set()
        for length in range(30):
            text = f"{'ord ' * 60}· – {'x' * length} mødet {'ord ' * 60}"
            starts.add(plain(highlight(text, self.wanted, 100))[:2])
        assert starts == {"…o", "…x", "…m"}

    def test_without_a_mark_the_text_begins_at_its_beginning(self) -> None:
        assert plain(highlight("ord " * 100, self.wanted, 40)).startswith("ord ord")


WORDS = st.sampled_from(
    ["møde", "Mødet", "dialogmøder", "co", "creation", "borger", "haver", "og", "ﬁre", "\u00ad"]
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.frozensets(WORDS.map(stem), max_size=3),
    st.frozensets(st.tuples(WORDS.map(fold), WORDS.map(fold)), max_size=2),
    st.sampled_from(["", "dia", "bor"]),
    st.lists(WORDS, max_size=6).map(" ".join),
)
def test_what_is_marked_is_what_each_token_answers(
    text: str, stems: frozenset[str], phrases: frozenset[tuple[str, str]], prefix: str, more: str
) -> None:
    wanted = Wanted(stems=stems - {""}, phrases=phrases, prefix=prefix)
    read = tokens(text)
    exact = [token.exact for token in read]
    in_phrase = {
        at
        for phrase in phrases
        for first in range(len(exact) - 1)
        if (exact[first], exact[first + 1]) == phrase
        for at in (first, first + 1)
    }
    expected = [
        (token.start, token.end)
        for at, token in enumerate(read)
        if at in in_phrase or wanted.answer(token.exact, token.stem, token.parts)
    ]
    found = list(marks(text, wanted))
    assert [(start, end) for start, end, _ in found] == expected
    there = look(words_of(f"{more} {text}"), wanted)  # of several texts together
    assert list(marks(text, wanted, there)) == found


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_analysed(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unfold(folded)) == folded
    assert clean(clean(text)) == clean(text)
    assert " ".join(words_of(text)).split() == words_of(text)  # as they are kept in an index
    for token in analyse(text):
        assert 0 <= token.start < token.end <= len(text)
        assert " " not in token.exact
        assert stem(token.exact) == token.stem
    wanted = Wanted(stems=frozenset(token.stem for token in analyse(text)))
    assert plain(highlight(text, wanted)) == text
    assert all(text[start:end] for start, end, _ in marks(text, wanted))
    for size in (1, 10, 50):
        highlight(text, wanted, size)


def test_a_table_is_looked_up_like_a_dictionary() -> None:
    words = {
        f"{word}{number}": str(number) for word in ("a", "ab", "b", "æ") for number in range(400)
    }
    lines = sorted(f"{key}\t{value}".encode() for key, value in words.items())
    lines.sort(key=lambda line: line.split(b"\t")[0])
    table = Table(b"\n".join(lines))
    assert {key: table.get(key) for key in words} == words
    assert [table.get(key) for key in ("", "a", "a400", "zz", "ø", "\n", "a1\t1")] == [None] * 7


@given(st.text(alphabet="abcæø", max_size=12), st.text(alphabet="abcæø", max_size=12))
def test_an_edit_is_undone(form: str, base: str) -> None:
    assert edited(form, edit(form, base)) == base


def test_the_fingerprint_stays_until_something_changes() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16


def test_the_module_shows_its_work_without_django() -> None:
    code = "import sys, search.danish.__main__ as m; m.main(); assert 'django' not in sys.modules"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input="plejecentre\n\nÆrø\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    first, second = map(json.loads, ran.stdout.splitlines())
    assert first == {
        "word": "plejecentre",
        "exact": "plejecentre",
        "stem": "plejecentr",
        "parts": ["pleje", "center"],
    }
    assert second["exact"] == "aeroe"
