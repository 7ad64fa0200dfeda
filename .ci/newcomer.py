"""Do what the README tells a newcomer: clone, `make demo`, look, end it, start it again.

    python .ci/newcomer.py EMPTY_DIRECTORY

Leaves with a message when something is not as promised. Starts and ends its own processes.
"""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_SECONDS = 420
AGAIN_SECONDS = 60  # it takes about five; the machine may be busy
END_SECONDS = 45
PAGES = ("/", "/cases/", "/vaerktoejer/", "/kolleger/", "/soeg/?q=samskabelse")


def free_port() -> int:
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(clone: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    """Start `make demo` in the clone, as from a plain shell."""
    ours = ("CI", "VIRTUAL_ENV", "DATABASE_URL", "MAKEFLAGS", "MAKELEVEL", "GUFU_VAR")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    with log.open("wb") as output:
        return subprocess.Popen(
            ["make", "demo", f"PORT={port}"],
            cwd=clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # A shell that runs this in the background has it ignore Ctrl-C; a terminal does not.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )


def wait_until_ready(demo: subprocess.Popen[bytes], port: int, log: Path, seconds: float) -> float:
    """Return the seconds until the demo had said where it runs."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if demo.poll() is not None:
            sys.exit(f"make demo ended with {demo.returncode}:\n{log.read_text()[-3000:]}")
        if f"GUFU runs: http://localhost:{port}/" in log.read_text():
            return time.monotonic() - began
        time.sleep(0.2)
    sys.exit(f"make demo was not ready in {seconds} s:\n{log.read_text()[-3000:]}")


def end(demo: subprocess.Popen[bytes], port: int, log: Path, number: int) -> None:
    """End the demo as `number` does, and see that nothing of it stays."""
    if number == signal.SIGINT:
        os.killpg(demo.pid, number)  # what Ctrl-C in a terminal does
    else:
        demo.send_signal(number)
    try:
        demo.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(demo.pid, signal.SIGKILL)
        sys.exit(f"make demo did not end in {END_SECONDS} s:\n{log.read_text()[-3000:]}")
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            sys.exit("make demo has ended, but its server still answers")


def processes_in(place: Path) -> list[str]:
    """Return the command lines of processes whose working directory is below `place`."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").readlink().is_relative_to(place):
                found.append((entry / "cmdline").read_text().replace("\0", " "))
        except OSError:  # it has ended meanwhile, or is not ours to look into
            continue
    return found


def read(opener: urllib.request.OpenerDirector, url: str, form: bytes | None = None) -> tuple:
    """Return the address that answers, after redirects, and its text; leave when it is an error."""
    request = urllib.request.Request(url, form, {"Referer": url})
    try:
        with opener.open(request, timeout=30) as answer:
            return answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.url} answers {error.code}")


def look(port: int) -> None:
    """Sign in as a member of staff and read pages; nobody else may."""
    site = f"http://localhost:{port}"
    opener = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    for place in ("/health/live", "/health/ready"):
        read(opener, site + place)
    for place in PAGES:
        where, page = read(opener, site + place)
        assert "/konto/login/" in where, f"{place} is open to anybody: {where}"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token, "no sign-in form"
    form = {"username": "medarbejder", "password": "gufu-demo", "next": "/"}
    form["csrfmiddlewaretoken"] = token[1]
    where, page = read(opener, f"{site}/konto/login/", urllib.parse.urlencode(form).encode())
    assert where == f"{site}/", f"signing in leads to {where}"
    for place in PAGES:
        where, page = read(opener, site + place)
        assert where == site + place, f"{place} leads to {where}"
        assert "GUFU" in page, place


def refused(clone: Path, port: int) -> None:
    """A second demo on the same port says what is wrong instead of failing somewhere."""
    done = subprocess.run(
        ["make", "demo", f"PORT={port}"], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.returncode, "two demos on one port"
    assert f"Port {port} cannot be used" in done.stderr, done.stderr
    assert f"PORT={port + 1}" in done.stderr, done.stderr


def main() -> None:
    """Clone, start, look, end, start again, end."""
    place = Path(sys.argv[1])
    place.mkdir(parents=True)
    clone, log = place / "gufu", place / "log"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    port = free_port()
    for number, seconds in ((signal.SIGTERM, FIRST_SECONDS), (signal.SIGINT, AGAIN_SECONDS)):
        demo = start(clone, port, log)
        try:
            took = wait_until_ready(demo, port, log, seconds)
            print(f"make demo: ready after {took:.0f} s", flush=True)
            look(port)
            refused(clone, port)
        except (Exception, SystemExit):
            print(log.read_text()[-5000:], flush=True)
            raise
        finally:
            end(demo, port, log, number)
        assert not processes_in(clone), processes_in(clone)
    written = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert not written.stdout, f"the demo left files that git sees:\n{written.stdout}"


if __name__ == "__main__":
    main()
