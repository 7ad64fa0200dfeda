"""The documents tell the truth: commands and variables exist, and the cheap commands are run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
# What a command line may begin with, in a document. Another tool needs a check of its own below.
TOOLS = {
    "make",
    "docker",
    ".venv/bin/python",
    ".venv/bin/pre-commit",
    ".venv/bin/gunicorn",
    ".ci/elasticsearch",
}
COMPOSE_COMMANDS = {"build", "up", "down", "exec", "cp", "logs", "run", "ps", "config", "restart"}


def command_lines() -> list:
    """Every line of every fenced bash block, as parameters named by file and line."""
    found = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for block in re.finditer(r"^ *```bash\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
            for line in block[1].splitlines():
                if line.strip() and not line.strip().startswith("#"):
                    found.append(pytest.param(line.strip(), id=f"{document.name}: {line.strip()}"))
    return found


def readme_table(heading: str) -> dict[str, str]:
    """The first two columns of the table below a heading of README.md."""
    section = re.split(r"^##+ ", README, flags=re.MULTILINE)
    body = next(part for part in section if part.startswith(f"{heading}\n"))
    rows = re.findall(r"^\| `([^`]+)`[^|]*\| ([^|]*)\|", body, re.MULTILINE)
    return {name: text.strip() for name, text in rows}


def environment_without(*names: str) -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in names}


@pytest.mark.parametrize("line", command_lines())
def test_every_command_in_the_documents_exists(line):
    words = shlex.split(line)
    if words[0].startswith("ELASTICSEARCH_URL="):
        words = words[1:]
    assert words[0] in TOOLS
    if words[0] == "make":
        targets = [word for word in words[1:] if "=" not in word]
        assert set(targets) <= TARGETS
        dry = subprocess.run(
            ["make", "--dry-run", *words[1:]], cwd=ROOT, capture_output=True, text=True
        )
        assert dry.returncode == 0, dry.stderr
    elif "manage.py" in words:
        assert words[words.index("manage.py") + 1] in get_commands()
    if words[0] == ".ci/elasticsearch":
        assert os.access(ROOT / words[0], os.X_OK)
        assert words[1] in ("start", "stop")
    if words[0] == "docker":
        assert words[1] == "compose"
        assert words[2] in COMPOSE_COMMANDS
        if words[2] == "exec":
            assert words[3] in COMPOSE["services"]
        if words[2] == "cp":
            services = {word.partition(":")[0] for word in words[3:] if ":" in word}
            assert services <= set(COMPOSE["services"])
    for word in words:
        if word.startswith(("tests/", "deploy/", "docs/")):
            assert (ROOT / word).exists()


@pytest.mark.parametrize(
    "line",
    ["make help", ".venv/bin/python manage.py check", ".venv/bin/python manage.py outbox --help"],
)
def test_cheap_commands_of_the_readme_work(line, tmp_path):
    words = shlex.split(line.replace(".venv/bin/python", sys.executable))
    done = subprocess.run(
        words,
        cwd=ROOT,
        env=environment_without("DJANGO_SETTINGS_MODULE") | {"GUFU_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_readme_and_make_help_list_the_same_commands():
    table = readme_table("Commands")
    for command in table:
        tool, name = command.split()[:2]
        assert name in (TARGETS if tool == "make" else get_commands()), command
    helped = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    described = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    assert described == set(re.findall(r"^  make ([a-z-]+)", helped, re.MULTILINE))
    assert {"demo", "demo-reset", "test"} <= described


def test_readme_lists_every_variable_that_is_read():
    sources = [*(ROOT / "gufu/settings").glob("*.py"), ROOT / "deploy/gunicorn.conf.py"]
    reading = re.compile(r"(?:env(?:\.\w+|_or_file)|environ\.get)\(\s*\"([A-Z][A-Z_]+)\"")
    read = {name for source in sources for name in reading.findall(source.read_text())}
    listed = set(readme_table("Configuration"))
    assert read - listed == set(), "read and not in README.md"
    assert listed - read == {"DJANGO_SETTINGS_MODULE"}, "in README.md and not read"


def test_readme_marks_the_variables_that_may_come_from_files():
    source = "".join(path.read_text() for path in (ROOT / "gufu/settings").glob("*.py"))
    from_files = set(re.findall(r"env_or_file\(\"([A-Z_]+)\"", source))
    assert set(re.findall(r"^\| `([A-Z_]+)` \*", README, re.MULTILINE)) == from_files


def test_readme_and_the_demo_name_the_same_accounts():
    script = (ROOT / "deploy/demo.py").read_text()
    accounts = re.search(r"ACCOUNTS = \{(.*?)\}", script, re.DOTALL)
    assert accounts is not None
    assert set(readme_table("Accounts")) == set(re.findall(r"^ +\"(\w+)\":", accounts[1], re.M))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target
