"""The lexicon is what its command builds from the dictionary, and the analyser can be asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from search.danish import build, fold
from search.danish.compounds import split
from search.danish.lexicon import PATH

DICTIONARY = Path("/usr/share/hunspell/da_DK")
COMPOUNDS = Path(__file__).parents[3] / "shared" / "danish" / "compounds.tsv"


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


def test_compounds_are_split_and_whole_words_are_not():
    """Held to the collection beside the repository, where it is at hand."""
    if not COMPOUNDS.exists():
        pytest.skip("no collection of compounds beside the repository")
    rows = [
        line.split("\t")
        for line in COMPOUNDS.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    right, wrong = [], []
    for word, readings in rows:
        read = fold("+".join(split(word))) or "-"
        (right if read in map(fold, readings.split("/")) else wrong).append((word, readings, read))
    compounds = sum(readings != "-" for _, readings in rows)
    missed = [row for row in wrong if row[1] != "-"]
    parted = [row for row in wrong if row[1] == "-"]
    assert len(missed) <= 0.04 * compounds, missed
    assert len(parted) <= 0.01 * (len(rows) - compounds), parted


def test_the_analyser_is_small():
    """Twice what is measured by bench/danish; a lexicon taken apart would need far more."""
    code = (
        "import search.danish as d; d.streams('dialogmøderne i plejecentrene');"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 60 * 1024  # kB
