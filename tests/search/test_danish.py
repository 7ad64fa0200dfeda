"""The Danish analyser, without Django."""

import json
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.danish import analyse, fingerprint, fold, highlight, stem, streams, tokens
from search.danish.compounds import split
from search.danish.fold import clean, unfold
from search.danish.highlight import Wanted, marks, plain
from search.danish.lexicon import pack, unpack

PARADIGMS = [
    "møde møder mødet møderne mødets",
    "bog bøger bogen bøgerne",
    "barn børn barnet børnene",
    "hånd hænder hånden hænderne",
    "mand mænd manden mændene",
    "center centre centret centeret centrene",
    "forum fora forummet",
    "kursus kurser kurset kurserne",
    "regel regler reglen reglerne",
    "eksempel eksempler eksemplet eksemplerne",
    "forening foreninger foreningen foreningerne foreningernes",
    "frivillig frivillige frivilligt",
    "idé ideer ideen idéerne",
    "by byer byen byerne",
    "træ træer træet træerne",
    "sko skoen skoene",
    "ven venner vennen vennerne",
    "videoen video videoer",
    "gik gå går gået",
    "hus huse huset husene husets",
    "værktøj værktøjer værktøjet værktøjerne",
    "politik politikken politikker",
    "borger borgere borgeren borgerne borgernes",
    "råd rådet rådene",
    "by byens byernes",
    "lys lyset lysene",
]


@pytest.mark.parametrize("paradigm", PARADIGMS)
def test_the_forms_of_a_word_meet(paradigm: str) -> None:
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
    ],
)
def test_compounds_are_split(word: str, parts: str) -> None:
    assert split(word) == tuple(parts.split())


WHOLE = """
borgerne fællesskab samskabelse samskabende foreninger møderne skolen læreren stiller kultur natur
station billeder begynde Guldborgsund Nykøbing Stubbekøbing Sørensen muligheder deltagere
bestyrelsen virksomhed formand fortælling morgen system 12345 a
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_whole_words_stay_whole(word: str) -> None:
    assert split(word) == ()


def test_streams_keep_every_word_for_phrases() -> None:
    exact, stems, parts = streams("Til borgermøderne på Ærø!")
    assert exact == "til borgermoederne paa aeroe"
    assert stems == "til borgermoed paa aeroe"
    assert parts == "borg moed"


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

    def test_the_best_stretch_is_shown(self) -> None:
        text = "ord " * 200 + "her er mødet " + "ord " * 200
        pieces = highlight(text, self.wanted, 100)
        assert pieces[0] == ("…", False)
        assert pieces[-1] == ("…", False)
        assert "mødet" in plain(pieces)
        assert len(plain(pieces)) < 120

    def test_without_a_mark_the_text_begins_at_its_beginning(self) -> None:
        assert plain(highlight("ord " * 100, self.wanted, 40)).startswith("ord ord")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_analysed(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unfold(folded)) == folded
    assert clean(clean(text)) == clean(text)
    for token in analyse(text):
        assert 0 <= token.start < token.end <= len(text)
        assert " " not in token.exact
        assert stem(token.exact) == token.stem
    wanted = Wanted(stems=frozenset(token.stem for token in analyse(text)))
    assert plain(highlight(text, wanted)) == text
    assert all(text[start:end] for start, end, _ in marks(text, wanted))
    for size in (1, 10, 50):
        highlight(text, wanted, size)


def test_packing_keeps_every_line() -> None:
    lines = {"a", "ab", "abc\tx", "b" * 200, "b" * 200 + "c", "æ\tø"}
    assert set(unpack(pack(lines).split("\n"))) == lines


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
