"""The demo on one's own machine: build it, serve it, start over. Run by `make demo`.

Needs the standard library alone, so that it can say what is wrong before anything is installed.
State lives in var/ (or GUFU_VAR). The web server and the outbox worker run beside each other: when
one ends, or on Ctrl-C or SIGTERM, both end.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("GUFU_VAR") or ROOT / "var").resolve()
LOCK = VAR / "demo.lock"
DATABASE = ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm")
STATE = (*DATABASE, "media", "index", "locks", "mail", "static", "log")
ACCOUNTS = {
    "medarbejder": "a member of staff: reads, searches, writes to colleagues",
    "redaktoer": "an editor: writes portraits, tools and questions",
    "fagredaktoer": "a subject editor: publishes and keeps the subject's pages",
    "konsulent": "a consultant of Borger & Branding: answers requests for support",
    "administrator": "everything",
}
START_SECONDS = 60
STOP_SECONDS = 20
WEB = ("-m", "gunicorn", "--config", "deploy/gunicorn.conf.py")
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def say(text: str = "") -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


def check_port(port: int) -> None:
    """Leave with advice when somebody else already listens on `port` of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            sys.exit(
                f"Port {port} cannot be used: {error.strerror}.\n"
                f"If the demo already runs there, open http://localhost:{port}/ or end it with"
                f" Ctrl-C in its window.\nOtherwise choose another port: make demo PORT={port + 1}"
            )


@contextmanager
def only_one(address: str) -> Iterator[None]:
    """Hold var/ for this process; leave with advice when another demo holds it."""
    VAR.mkdir(parents=True, exist_ok=True)
    with LOCK.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            where = handle.read().strip() or "another window"
            sys.exit(f"The demo in {VAR} already runs: {where}. End it first (Ctrl-C).")
        handle.truncate(0)
        handle.write(address)
        handle.flush()
        yield


def manage(*arguments: str) -> None:
    """Run a management command; leave with its status when it fails."""
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"`manage.py {' '.join(arguments)}` failed (status {done.returncode}); see above.")


def digest(*places: str) -> str:
    """Return a digest of the files below `places`, and of the database's address."""
    total = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    for place in places:
        for path in sorted([ROOT / place, *(ROOT / place).rglob("*")]):
            if path.is_file() and path.suffix != ".pyc":
                total.update(str(path.relative_to(ROOT)).encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def once(name: str, key: str, text: str, *arguments: str) -> None:
    """Run a management command unless it has already run for this `key`."""
    stamp = VAR / f"{name}.stamp"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == key:
        return
    say(text)
    manage(*arguments)
    stamp.write_text(key, encoding="utf-8")


def build() -> None:
    """Bring the database, the demo content and the static files up to date."""
    if not os.environ.get("DATABASE_URL") and not (VAR / "db.sqlite3").exists():
        (VAR / "content.stamp").unlink(missing_ok=True)  # whatever it says, that database is gone
    say("Database …")
    manage("migrate", "--verbosity", "0")
    # What an editor has changed in the demo stays: the content is only built again when its own
    # sources change.
    sources = digest("gufu/demo")
    once("content", sources, "Demo content (the first time about a minute) …", "demo")
    static = digest("requirements/base.txt", *[str(p.relative_to(ROOT)) for p in static_folders()])
    once("static", static, "Styles and scripts …", "collectstatic", "--noinput", "--verbosity", "0")


def static_folders() -> list[Path]:
    """Return the static folders of the site's own apps, not the one they are collected in."""
    return sorted(path for path in ROOT.glob("*/static") if (path.parent / "apps.py").exists())


def start(port: int) -> dict[str, subprocess.Popen[bytes]]:
    """Start web server and worker, each in a session of its own: only we pass signals on."""
    log = VAR / "log"
    log.mkdir(exist_ok=True)
    environment = {
        "LOG_LEVEL": "WARNING",
        "ACCESS_LOG": str(log / "access.log"),
        "GUNICORN_BIND": f"127.0.0.1:{port}",
        "BASE_URL": f"http://localhost:{port}",
        **os.environ,
    }
    commands = {
        # The server gives its own processes less time to end than it is given here.
        "web": [*WEB, "--log-level", "warning", "--graceful-timeout", str(STOP_SECONDS // 2)],
        "worker": ["manage.py", "worker"],
    }
    return {
        name: subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        for name, command in commands.items()
    }


def wait_until_ready(port: int, children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Return when the site answers; leave when a process ends before, or after START_SECONDS."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        for name, child in children.items():
            if child.poll() is not None:
                sys.exit(f"The {name} process ended (status {child.returncode}); see above.")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit(f"The site did not become ready in {START_SECONDS} seconds; see above.")


def stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """End what still runs: politely first, by force after STOP_SECONDS."""
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children.values():
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    # The server's own processes may outlive it for a moment, and hold the port.
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline and any(group_exists(c.pid) for c in children.values()):
        time.sleep(0.05)


def interrupt(number: int, frame: FrameType | None) -> None:
    """Turn a signal to stop into the exception that Ctrl-C raises."""
    raise KeyboardInterrupt


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put a signal to stop off until the end of the block: no process is started and forgotten."""
    noted: list[int] = []
    before = {number: signal.getsignal(number) for number in STOP_SIGNALS}
    for number in STOP_SIGNALS:
        signal.signal(number, lambda number, frame: noted.append(number))
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    if noted:
        raise KeyboardInterrupt


def group_exists(number: int) -> bool:
    """Return whether a process of that group is still there."""
    try:
        os.killpg(number, 0)
    except ProcessLookupError:
        return False
    return True


def serve(port: int) -> int:
    """Serve until told to stop; return 0 then, 1 when a process ended by itself."""
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        with undisturbed():
            children = start(port)
        wait_until_ready(port, children)
        say(banner(port))
        while True:
            for name, child in children.items():
                if child.poll() is not None:
                    say(f"The {name} process ended (status {child.returncode}); ending the rest.")
                    return 1
            time.sleep(0.5)
    except KeyboardInterrupt:
        say("\nEnding …")
        return 0
    finally:
        for number in STOP_SIGNALS:  # a second Ctrl-C does not interrupt the clearing up
            signal.signal(number, signal.SIG_IGN)
        stop(children)


def banner(port: int) -> str:
    """Return what a newcomer needs to know: address, accounts, how to end it."""
    accounts = "\n".join(f"    {name:<14} {text}" for name, text in ACCOUNTS.items())
    return (
        f"\nGUFU runs: http://localhost:{port}/\n\n"
        f"  Sign in with the password gufu-demo as\n{accounts}\n\n"
        f"  Mail the site sends:  http://localhost:{port}/udvikling/post/\n"
        f"  Editors' interface:   http://localhost:{port}/cms/\n"
        f"  Its data:             {VAR} (make demo-reset starts over)\n\n"
        "Ctrl-C ends it."
    )


def reset() -> None:
    """Remove what the demo has made in var/, and nothing else there."""
    with only_one("it is being reset"):
        for path in [*(VAR / name for name in STATE), *VAR.glob("*.stamp")]:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    say(f"The demo's data in {VAR} is gone. `make demo` builds it anew.")


def main() -> int:
    """Run the part that the command line names; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["check", "run", "reset"])
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gufu.settings.development")
    if options.part == "reset":
        reset()
        return 0
    check_port(options.port)
    if options.part == "check":
        return 0
    for number in STOP_SIGNALS:
        signal.signal(number, interrupt)
    with only_one(f"http://localhost:{options.port}/"):
        try:
            build()
        except KeyboardInterrupt:
            return 130
        return serve(options.port)


if __name__ == "__main__":
    sys.exit(main())
