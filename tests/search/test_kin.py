"""Words of one family, and nouns whose verb is said in two words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.danish import fold, stem, tokens
from search.danish.kin import apart, kin, together
from search.danish.repair import repaired
from search.danish.thesaurus import near


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
    assert apart("kommune") == apart("tilladelse") == apart("afgoerelsen") == ()


def test_a_verb_and_its_particle_are_one_word() -> None:
    assert "oprydning" in together("rydder", "op")
    assert together("rydder", "og") == ()
    assert together("bord", "op") == ()


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("abdegilnorstæøå "), st.characters()), max_size=60)
)
def test_any_word_may_be_asked(text: str) -> None:
    for token in tokens(text):
        assert token.stem not in kin(token.exact)
        assert all(len(words) == 2 for words in apart(token.exact))
        assert isinstance(together(token.exact, "op"), tuple)
        assert repaired(token.exact) != token.exact


@pytest.mark.parametrize(
    ("word", "other"),
    [("plejehjem", "alderdomshjem"), ("stridighederne", "konflikt"), ("indbyde", "invitere")],
)
def test_a_thesaurus_has_other_words_each_way(word: str, other: str) -> None:
    assert stem(other) in near(fold(word))
    assert stem(word) in near(fold(other))


def test_what_the_thesaurus_says_says_something() -> None:
    assert "nation" in near("folk")
    assert "man" not in near("folk")


@pytest.mark.parametrize("word", ["ukendtord", "", "12", "æ", "a b"])
def test_a_thesaurus_has_nothing_for_what_is_no_word(word: str) -> None:
    assert near(fold(word)) == ()
