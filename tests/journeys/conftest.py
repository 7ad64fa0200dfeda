"""The whole site as a newcomer has it: its own processes, the demo content, a real browser."""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.provider import Provider, running_provider

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "gufu-demo"
WIDTHS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 320, "height": 640}}


def plain(letter: EmailMessage) -> str:
    """The text of a mail, with plain line breaks."""
    body = letter.get_body(("plain",))
    return body.get_content().replace("\r\n", "\n") if body else ""


@dataclass
class RunningSite:
    """The site's address, its folder, and ways to look behind it."""

    url: str
    var: Path
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a management command against the running site; return what it printed."""
        done = self.tries(*arguments)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def tries(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command that may fail."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def mails(self) -> list[Path]:
        """The mails that have arrived, oldest first."""
        return sorted((self.var / "mail").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)

    def letters(self, text: str) -> list[EmailMessage]:
        """The mails whose text holds `text`, oldest first."""
        letters = [message_from_bytes(p.read_bytes(), policy=policy.default) for p in self.mails()]
        return [letter for letter in letters if text in plain(letter)]  # type: ignore[arg-type]


class Postman:
    """A real SMTP server's hand: puts what arrives where the demo's mailbox looks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / "half"
        half.write_bytes(bytes(envelope.content or b""))
        half.rename(self.folder / f"{time.time_ns()}-{secrets.token_hex(4)}.eml")
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def identity_provider() -> Iterator[Provider]:
    """The municipality's provider of identities, of which the running site knows."""
    with running_provider() as provider:
        yield provider


@pytest.fixture(scope="session")
def running_site(
    tmp_path_factory: pytest.TempPathFactory, identity_provider: Provider
) -> Iterator[RunningSite]:
    """Web server and worker of their own, over the demo content with small pictures."""
    var = tmp_path_factory.mktemp("site")
    port, mail_server = free_port(), Controller(Postman(var / "mail"), "127.0.0.1", free_port())
    mail_server.start()
    ours = ("DATABASE_URL", "EMAIL_URL", "ELASTICSEARCH_URL", "PYTEST_CURRENT_TEST")
    environment = {name: value for name, value in os.environ.items() if name not in ours} | {
        "DJANGO_SETTINGS_MODULE": "gufu.settings.development",
        "GUFU_VAR": str(var),
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "BASE_URL": f"http://localhost:{port}",
        "GUNICORN_BIND": f"127.0.0.1:{port}",
        "ACCESS_LOG": str(var / "access.log"),
        "LOG_LEVEL": "WARNING",
        "OIDC_ISSUER": identity_provider.url,
        "OIDC_CLIENT_ID": "gufu",
        "OIDC_CLIENT_SECRET": "hemmelig",
        "OIDC_NAME": "Guldborgsund-login",
        "OIDC_ALLOWED_DOMAINS": "gufu.example",
    }
    site = RunningSite(f"http://localhost:{port}", var, environment)
    site.manage("migrate", "--verbosity", "0")
    site.manage("demo", "--width", "320")
    site.manage("rebuild_search")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    log = (var / "server.log").open("wb")
    children = [
        subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        for command in (
            ["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"],
            ["manage.py", "worker"],
        )
    ]
    try:
        wait_until_ready(site)
        yield site
    finally:
        for child in children:
            os.killpg(child.pid, signal.SIGTERM)
        for child in children:
            child.wait(20)
        mail_server.stop()
        log.close()


def wait_until_ready(site: RunningSite, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"{site.url}/health/ready", timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise AssertionError((site.var / "server.log").read_text()[-3000:]) from None
            time.sleep(0.2)


@dataclass
class Visitor:
    """Somebody with a browser window on the site."""

    page: Page
    site: RunningSite
    clicks: int = 0

    def go(self, path: str) -> None:
        response = self.page.goto(self.site.url + path, wait_until="domcontentloaded")
        assert response is not None
        assert response.status < 400, f"{path}: {response.status}"

    def arrives(self, address: Callable[[str], bool]) -> None:
        """Wait until the window shows an `address` that it takes, pictures or not."""
        self.page.wait_for_url(address, wait_until="domcontentloaded")

    def click(self, role: str, name: str, *, exact: bool = False) -> None:
        """Activate a control as a person names it; counted."""
        self.clicks += 1
        self.page.get_by_role(role, name=name, exact=exact).first.click()  # type: ignore[arg-type]

    def activate(self, selector: str, *, keyboard: bool = False) -> None:
        """Activate the first control that `selector` names, by the mouse or by Tab and Enter;
        counted."""
        self.clicks += 1
        if keyboard:
            self.reaches(selector)
            self.page.keyboard.press("Enter")
        else:
            self.page.locator(selector).first.click()

    def write(self, selector: str, text: str, *, keyboard: bool = False) -> None:
        """Write in a field, by the mouse or after Tab."""
        if keyboard:
            self.reaches(selector)
            self.page.keyboard.type(text)
        else:
            self.page.locator(selector).fill(text)

    def reaches(self, selector: str, *, most: int = 120) -> None:
        """Go on with Tab until the control that `selector` names has the focus."""
        for _step in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => !!document.activeElement?.matches(s)", selector):
                return
        raise AssertionError(f"Tab never came to {selector}")

    def sees(self, text: str) -> bool:
        return self.page.get_by_text(text).first.is_visible()

    def assert_sound(self) -> None:
        """The page breaks no rule of axe, and nothing runs out of its window sideways."""
        results = Axe().run(self.page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, results.generate_report()
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{self.page.url} is {wider} px too wide"


@pytest.fixture
def visit(browser: Browser, running_site: RunningSite) -> Iterator:
    """`visit("medarbejder", width="narrow", scripts=False)` → a signed-in Visitor."""
    contexts: list[BrowserContext] = []

    def open_window(
        username: str | None = "medarbejder", *, width: str = "wide", scripts: bool = True
    ) -> Visitor:
        context = browser.new_context(
            viewport=WIDTHS[width], java_script_enabled=scripts, locale="da-DK"
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        visitor = Visitor(context.new_page(), running_site)
        if username:
            sign_in(visitor, username)
        return visitor

    yield open_window
    for context in contexts:
        context.close()


def sign_in(visitor: Visitor, username: str) -> None:
    """Sign in by the form, as a person does."""
    page = visitor.page
    page.goto(visitor.site.url + "/konto/login/")
    page.get_by_label(re.compile("brugernavn", re.IGNORECASE)).fill(username)
    page.get_by_label(re.compile("adgangskode", re.IGNORECASE)).first.fill(PASSWORD)
    page.get_by_role("button", name=re.compile("log ind", re.IGNORECASE)).click()
    visitor.arrives(lambda url: "/konto/login/" not in url)


def eventually(check, seconds: float = 5.0, every: float = 0.2):
    """Return the first true answer of `check`, within `seconds`; its last answer otherwise."""
    deadline = time.monotonic() + seconds
    while True:
        answer = check()
        if answer or time.monotonic() > deadline:
            return answer
        time.sleep(every)
