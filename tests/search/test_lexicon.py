"""The lexicon is what its command builds from the dictionary, and the analyser can be asked."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from search.danish import build, fold
from search.danish.compounds import split
from search.danish.lexicon import PATH, lexicon
from search.danish.thesaurus import thesaurus

DICTIONARY = Path("/usr/share/hunspell/da_DK")
UNSEEN = Path(__file__).with_name("unseen.tsv")
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


def read_and_missed(path: Path) -> tuple[list, list, int, int]:
    """Return (compounds read otherwise, whole words parted, compounds, whole words) of a list."""
    rows = [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    wrong = [
        (word, readings, read)
        for word, readings in rows
        if (read := fold("+".join(split(word))) or "-") not in map(fold, readings.split("/"))
    ]
    compounds = sum(readings != "-" for _, readings in rows)
    missed = [row for row in wrong if row[1] != "-"]
    parted = [row for row in wrong if row[1] == "-"]
    return missed, parted, compounds, len(rows) - compounds


def test_compounds_are_split_and_whole_words_are_not():
    """Held to the collection beside the repository, where it is at hand."""
    if not COMPOUNDS.exists():
        pytest.skip("no collection of compounds beside the repository")
    missed, parted, compounds, whole = read_and_missed(COMPOUNDS)
    assert len(missed) <= 0.04 * compounds, missed
    assert len(parted) <= 0.01 * whole, parted


def test_words_that_the_analyser_was_not_made_with():
    missed, parted, compounds, whole = read_and_missed(UNSEEN)
    assert compounds >= 150
    assert whole >= 100
    assert len(missed) <= 0.06 * compounds, missed
    assert len(parted) <= 0.02 * whole, parted


def test_any_bytes_are_read_line_by_line():
    odd = [
        b"m\xc3\xb8de",
        b"\xff\xfe\xf8",  # no UTF-8
        b"\xed\xa0\x80surrogat",
        b"nul\0l",
        b"a\xcc\x8a" * 3,
        b"-",
        b"",
        b"   ",
        b"borger" * 9000,
        "dialogmøde".encode() * 5000,
        b"1" * 50_000,
        b"to ord",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "search.danish"],
        input=b"\n".join(odd),
        capture_output=True,
        check=True,
        timeout=60,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [set(line) for line in lines] == [{"word", "exact", "stem", "parts"}] * len(lines)
    assert lines[0] == {"word": "møde", "exact": "moede", "stem": "moed", "parts": []}


def test_the_analyser_is_small():
    """Half as much again as is measured; a lexicon taken apart would need far more."""
    code = (
        "import search.danish as d; d.streams('dialogmøderne i plejecentrene');"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 60 * 1024  # kB


def test_the_server_reads_the_dictionaries_before_it_has_workers():
    config = runpy.run_path(str(PATH.parents[2] / "deploy" / "gunicorn.conf.py"))
    for read in (lexicon, thesaurus):
        read.cache_clear()
    config["on_starting"](None)
    assert [read.cache_info().currsize for read in (lexicon, thesaurus)] == [1, 1]
