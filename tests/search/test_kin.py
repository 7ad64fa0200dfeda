"""Words of one family, and nouns whose verb is said in two words."""

import pytest

from search.danish import fold, stem
from search.danish.kin import apart, kin, together


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("evaluering", "evaluere"),
        ("evaluerede", "evaluering"),
        ("facilitering", "faciliterende"),
        ("facilitator", "facilitering"),
        ("iværksætteri", "iværksætter"),
        ("iværksætteren", "iværksætteri"),
        ("invitationer", "invitere"),
        ("afstemmer", "afstemning"),
        ("bosætning", "bosætte"),
        ("planter", "plantning"),
    ],
)
def test_kin(word: str, other: str) -> None:
    assert stem(other) in kin(fold(word))


@pytest.mark.parametrize(
    "word", ["kommune", "station", "kontor", "billede", "udvalg", "råd", "ukendtord", "12", "æ"]
)
def test_words_without_kin(word: str) -> None:
    assert kin(fold(word)) == ()


def test_a_noun_may_be_said_in_two_words() -> None:
    assert ("rydder", "op") in apart("oprydning")
    assert ("foelg", "op") in apart("opfoelgning")
    assert apart("kommune") == ()


def test_a_verb_and_its_particle_are_one_word() -> None:
    assert "oprydning" in together("rydder", "op")
    assert together("rydder", "og") == ()
    assert together("bord", "op") == ()
