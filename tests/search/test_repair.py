"""Compounds that nobody wrote, misspelt."""

import pytest

from search.danish import fold
from search.danish.repair import repaired


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bestyrelssamarbejde", "bestyrelsessamarbejde"),
        ("dialgmøde", "dialogmøde"),
        ("borgerpnael", ""),  # the error is in the last part
        ("forenigsnetværk", "foreningsnetværk"),
        ("bestyrelsessamarbejde", ""),  # is a compound already
        ("xyzzyqwerty", ""),
        ("", ""),
    ],
)
def test_one_letter_from_a_compound(typed: str, meant: str) -> None:
    assert repaired(fold(typed)) == fold(meant)
