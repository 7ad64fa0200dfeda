"""The suite's own promise: what CI runs is run, nothing is skipped in silence."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SKIPPED_TEST = """
import pytest

@pytest.mark.skip
def test_left_out(): ...

def test_run(): ...
"""
SKIPPED_MODULE = "import pytest\n\npytest.importorskip('no_such_module')\n"
POSTGRES_TEST = """
import pytest

@pytest.mark.postgres
def test_there(): assert False

def test_here(): ...
"""


@pytest.fixture
def suite(pytester, monkeypatch):
    """A small project with this project's conftest.py."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "gufu.settings.test")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # quick: no Django, no coverage
    pytester.makeconftest((ROOT / "conftest.py").read_text())
    pytester.makeini("[pytest]\nmarkers =\n    browser\n    postgres\n")
    return pytester


@pytest.mark.parametrize(
    "arguments", [(), ("-p", "xdist", "-n", "2")], ids=["one process", "two processes"]
)
@pytest.mark.parametrize("source", [SKIPPED_TEST, SKIPPED_MODULE], ids=["a test", "a module"])
def test_a_skip_fails_in_ci_and_is_allowed_elsewhere(suite, monkeypatch, source, arguments):
    suite.makepyfile(test_skip=source, test_other="def test_run(): ...\n")

    monkeypatch.setenv("CI", "true")
    in_ci = suite.runpytest_subprocess(*arguments)
    assert in_ci.ret == pytest.ExitCode.TESTS_FAILED
    in_ci.stdout.fnmatch_lines(["*skipped, which CI does not allow*", "test_skip.py*"])

    monkeypatch.delenv("CI")
    assert suite.runpytest_subprocess(*arguments).ret == pytest.ExitCode.OK


def test_without_skips_ci_passes(suite, monkeypatch):
    monkeypatch.setenv("CI", "true")
    suite.makepyfile("def test_run(): ...\n")
    assert suite.runpytest_subprocess().ret == pytest.ExitCode.OK


def test_postgresql_tests_wait_for_a_run_with_postgresql(suite, monkeypatch):
    monkeypatch.setenv("CI", "true")
    suite.makepyfile(POSTGRES_TEST)
    suite.runpytest_subprocess().assert_outcomes(passed=1, deselected=1)

    # Which database it is decides the address; the test needs no connection.
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")
    suite.runpytest_subprocess().assert_outcomes(passed=1, failed=1)
