"""The lexicon is what its command builds from the dictionary, and the analyser can be asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from search.danish import build
from search.danish.lexicon import PATH

DICTIONARY = Path("/usr/share/hunspell/da_DK")


def test_the_command_builds_the_lexicon_that_ships(tmp_path, monkeypatch, capsys):
    if not DICTIONARY.with_suffix(".dic").exists():
        pytest.skip("no Danish dictionary: install hunspell-da")
    made = tmp_path / "lexicon.txt.xz"
    monkeypatch.setattr(sys, "argv", ["build", str(DICTIONARY), "--output", str(made)])
    build.main()
    assert made.read_bytes() == PATH.read_bytes()
    assert str(made.stat().st_size) in capsys.readouterr().out


def test_the_analyser_answers_a_line_of_json_for_each_word():
    done = subprocess.run(
        [sys.executable, "-m", "search.danish"],
        input="dialogmøderne\n\nÅbenrå\n",
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["word"] == "dialogmøderne"
    assert len(first["parts"]) == 2
    assert second["exact"] == "aabenraa"
