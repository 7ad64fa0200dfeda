"""deploy/demo.py: says what is wrong, keeps what was written, removes only its own."""

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "deploy/demo.py"


@pytest.fixture
def demo(tmp_path, monkeypatch):
    """The script as a module, with a var/ of its own."""
    monkeypatch.setenv("GUFU_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    spec = importlib.util.spec_from_file_location("demo_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VAR.mkdir()
    return module


@pytest.fixture
def taken_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_a_way_out(demo, taken_port):
    with pytest.raises(SystemExit, match=f"Port {taken_port} cannot be used") as stopped:
        demo.check_port(taken_port)
    assert f"make demo PORT={taken_port + 1}" in str(stopped.value)


def test_a_port_just_left_can_be_used_again(demo, taken_port):
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    demo.check_port(port)


def test_a_second_demo_on_the_same_data_is_refused_with_the_address_of_the_first(demo):
    with (
        demo.only_one("http://localhost:8765/"),
        pytest.raises(SystemExit, match="already runs: http://localhost:8765/"),
        demo.only_one("http://localhost:8766/"),
    ):
        pass
    with demo.only_one("http://localhost:8766/"):  # free again
        pass


def test_reset_removes_what_the_demo_made_and_nothing_else(demo):
    for name in (
        "media/a/picture.jpg",
        "index/x",
        "mail/1.eml",
        "log/access.log",
        "notes/mine.txt",
    ):
        (demo.VAR / name).parent.mkdir(parents=True, exist_ok=True)
        (demo.VAR / name).write_text("x")
    for name in ("db.sqlite3", "db.sqlite3-wal", "content.stamp", "mine.txt"):
        (demo.VAR / name).write_text("x")
    demo.reset()
    left = {path.name for path in demo.VAR.iterdir()}
    assert left == {"notes", "mine.txt", "demo.lock"}
    demo.reset()  # nothing there: nothing to complain about


def test_reset_is_refused_while_the_demo_runs(demo):
    (demo.VAR / "db.sqlite3").write_text("x")
    with demo.only_one("http://localhost:8765/"), pytest.raises(SystemExit, match="End it first"):
        demo.reset()
    assert (demo.VAR / "db.sqlite3").exists()


def test_content_is_built_again_only_when_its_sources_or_its_database_change(demo, monkeypatch):
    ran = []
    monkeypatch.setattr(demo, "manage", lambda *arguments: ran.append(arguments[0]))
    key = {"digest": "one"}
    monkeypatch.setattr(demo, "digest", lambda *places: key["digest"])

    def build() -> list[str]:
        ran.clear()
        demo.build()
        (demo.VAR / "db.sqlite3").touch()  # as migrate leaves it
        return list(ran)

    assert build() == ["migrate", "demo", "collectstatic"]
    assert build() == ["migrate"]
    key["digest"] = "two"
    assert build() == ["migrate", "demo", "collectstatic"]
    (demo.VAR / "db.sqlite3").unlink()
    assert build() == ["migrate", "demo"]


def test_a_step_that_fails_is_done_again_next_time(demo, monkeypatch):
    def fail(*arguments: str) -> None:
        raise SystemExit("`manage.py demo` failed")

    monkeypatch.setattr(demo, "manage", fail)
    with pytest.raises(SystemExit):
        demo.once("content", "key", "Content …", "demo")
    assert not (demo.VAR / "content.stamp").exists()


def test_the_digest_follows_content_and_names(demo, tmp_path, monkeypatch):
    monkeypatch.setattr(demo, "ROOT", tmp_path)
    source = tmp_path / "content" / "a.yaml"
    source.parent.mkdir()
    source.write_text("one")
    first = demo.digest("content")
    assert demo.digest("content") == first
    source.write_text("two")
    second = demo.digest("content")
    source.rename(source.with_name("b.yaml"))
    assert len({first, second, demo.digest("content")}) == 3


# A stand-in for web server and worker: it says when it was ended, or ends by itself.
CHILD = """
import os, signal, sys, time
def say(word):
    os.write(1, f"{sys.argv[1]} {word}\\n".encode())  # one write, so that two do not mingle
def end(*_):
    say("ended")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
say("up")
time.sleep(float(sys.argv[2]))
sys.exit(3)
"""
SERVE = """
import importlib.util, signal, subprocess, sys
spec = importlib.util.spec_from_file_location("demo_script", sys.argv[1])
demo = importlib.util.module_from_spec(spec)
spec.loader.exec_module(demo)
def start(port):
    return {
        name: subprocess.Popen(
            [sys.executable, "-c", sys.argv[2], name, seconds], start_new_session=True
        )
        for name, seconds in (("web", "60"), ("worker", sys.argv[3]))
    }
demo.start = start
demo.wait_until_ready = lambda port, children: None
for number in demo.STOP_SIGNALS:
    signal.signal(number, demo.interrupt)
sys.exit(demo.serve(8000))
"""


def serve(worker_seconds: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SERVE, str(SCRIPT), CHILD, worker_seconds]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_web_and_worker_together(number):
    process = serve("60")
    said = ""
    while not ("web up" in said and "worker up" in said):
        said += process.stdout.readline()
    os.killpg(process.pid, number)
    rest = process.communicate(timeout=20)[0]
    assert "web ended" in rest
    assert "worker ended" in rest
    assert process.returncode == 0


def test_a_signal_between_the_two_starts_leaves_nobody_behind(demo, monkeypatch):
    started = {}

    def start(port):
        sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
        started["web"] = subprocess.Popen(sleep, start_new_session=True)
        os.kill(os.getpid(), signal.SIGTERM)
        started["worker"] = subprocess.Popen(sleep, start_new_session=True)
        return started

    monkeypatch.setattr(demo, "start", start)
    before = {number: signal.signal(number, demo.interrupt) for number in demo.STOP_SIGNALS}
    try:
        assert demo.serve(8000) == 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert {child.returncode for child in started.values()} == {-signal.SIGTERM}


def test_styles_are_collected_from_the_apps_and_not_from_where_they_are_collected(
    demo, tmp_path, monkeypatch
):
    monkeypatch.setattr(demo, "ROOT", tmp_path)
    for name in ("gufu/static/a.css", "gufu/apps.py", "var/static/a.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert demo.static_folders() == [tmp_path / "gufu/static"]


def test_when_one_ends_by_itself_the_other_is_ended_and_it_is_said():
    process = serve("0.5")
    said = process.communicate(timeout=20)[0]
    assert "The worker process ended (status 3)" in said
    assert "web ended" in said
    assert process.returncode == 1


def test_make_demo_says_so_at_once_when_the_port_is_taken(taken_port, tmp_path):
    began = time.monotonic()
    done = subprocess.run(
        ["make", "demo", f"PORT={taken_port}"],
        cwd=ROOT,
        env=os.environ | {"GUFU_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert f"Port {taken_port} cannot be used" in done.stderr
    assert time.monotonic() - began < 5
    assert list(tmp_path.iterdir()) == []
