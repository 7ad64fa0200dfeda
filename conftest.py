"""What holds for every test: which belong to this run, and that none is skipped in silence."""

import os
import shutil
from typing import Any

import pytest
from django.conf import settings

pytest_plugins = ["pytester"]

# The browser's driver keeps an event loop in the thread of the tests, where Django would refuse
# the database to every test that follows. Nothing of ours is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no Chromium: install it, or name it in CHROMIUM"


def find_chromium() -> str | None:
    """Return the path of the browser that the tests drive: CHROMIUM, or the first on PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real Chromium; a test that asks for it bears the marker `browser`."""
    path = find_chromium()
    if path is None:
        pytest.skip(NO_CHROMIUM)
    return path


class NothingSkipped:
    """A skipped test shows nothing: on one's own machine that is said, in CI it is a failure."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.skipped: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.add(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.add(report.nodeid)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a parallel process skipped as whole modules; it reports only tests."""
        self.skipped.update(getattr(node, "workeroutput", {}).get("skipped", []))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["skipped"] = sorted(self.skipped)
        elif self.skipped and os.environ.get("CI") == "true":
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.skipped and os.environ.get("CI") == "true":
            terminalreporter.section("skipped, which CI does not allow", red=True)
            terminalreporter.write("".join(f"{name}\n" for name in sorted(self.skipped)))


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(NothingSkipped(config), "nothing-skipped")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of a server to a run that has one; skip the browser's where there is none."""
    there = {
        "postgres": "postgresql" in settings.DATABASES["default"]["ENGINE"],
        "elasticsearch": bool(settings.ELASTICSEARCH_TEST_URL),
    }
    for marker, is_there in there.items():
        if not is_there:
            others = [item for item in items if item.get_closest_marker(marker)]
            config.hook.pytest_deselected(items=others)
            items[:] = [item for item in items if not item.get_closest_marker(marker)]
    if find_chromium() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))
