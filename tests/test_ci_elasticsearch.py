"""The script that starts Elasticsearch: two that fetch it at once do not hinder each other."""

import importlib.machinery
import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.elastic import SCRIPT


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("ci_elasticsearch", str(SCRIPT))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    loader.exec_module(module)
    monkeypatch.setattr(module, "cache", lambda: tmp_path / "cache")
    return module


def package(place: Path) -> None:
    """Lay down what Maven fetches."""
    with zipfile.ZipFile(place / "sonar.zip", "w") as archive:
        archive.writestr("sonar-1/elasticsearch/lib/a.jar", "jar")


def test_the_second_of_two_that_fetch_at_once_uses_what_the_first_has(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def maven(arguments: list[str], *, cwd: str, **more: Any) -> None:
        asked.append(arguments[3])
        if asked == ["dependency:get", "dependency:copy"]:
            script.fetch()  # another one, which is done before this one
        if arguments[3] == "dependency:copy":
            package(Path(cwd))

    monkeypatch.setattr(script.subprocess, "run", maven)
    home = script.fetch()
    assert len(asked) == 4, "both have fetched"
    assert (home / "lib/a.jar").read_text() == "jar"
    assert [each.name for each in home.parent.iterdir()] == [home.name], "nothing else is left"
    assert script.fetch() == home
    assert len(asked) == 4, "it is fetched once"


def test_what_cannot_be_put_there_is_an_error(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script.subprocess, "run", lambda *args, cwd, **more: package(Path(cwd)))

    def full(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="disk full"):
        script.fetch()
