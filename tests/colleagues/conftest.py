"""People to look for, and a mail server that does as it is told."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from colleagues.models import ContactMessage
from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain
from gufu.roles import CONSULTANTS
from tests.factories import CasePortraitPageFactory, ColleagueFactory, UserFactory


@dataclass
class MailServer:
    """What the server answers to RCPT and DATA, one answer a mail, and what it has accepted."""

    recipient_answers: list[str] = field(default_factory=list)
    data_answers: list[str] = field(default_factory=list)
    silent_for: float = 0.0
    rude: bool = False
    accepted: list[Envelope] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.recipient_answers.pop(0) if self.recipient_answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.silent_for:
            time.sleep(self.silent_for)
        answer = self.data_answers.pop(0) if self.data_answers else "250 OK"
        if answer.startswith("250"):
            self.accepted.append(envelope)
        return answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        return "451 not now" if self.rude else "221 Bye"


@pytest.fixture
def smtp(settings) -> Iterator[MailServer]:
    """A real SMTP server on this machine, and the settings that send to it."""
    handler = MailServer(port=free_port())
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", handler.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_TIMEOUT = 5
    yield handler
    controller.stop()


def free_port() -> int:
    """Return a port that nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    """A port that nobody answers."""
    return free_port()


@pytest.fixture
def try_again() -> Callable[[], int]:
    """Let the time pass until everything that waits is due, and drain."""

    def run() -> int:
        OutboxEntry.objects.waiting().update(available_at=timezone.now())
        return drain("mail")

    return run


@pytest.fixture
def without_receipts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the messages themselves are sent; their receipts have tests of their own."""
    monkeypatch.setattr("colleagues.letters.post_letter", lambda kind, ident: None)


@pytest.fixture
def people(site: SimpleNamespace, member: User) -> SimpleNamespace:
    """The one who writes (signed in as `member`), the one she writes to, and a deputy."""
    member.first_name, member.last_name = "Åse", "Nørgaard"
    member.save()
    return SimpleNamespace(
        sender=member,
        mette=ColleagueFactory(name="Mette Ægidius", slug="mette-aegidius"),
        deputy=ColleagueFactory(name="Bo Østergård", slug="bo-oestergaard"),
    )


@pytest.fixture
def consultant(db: None) -> User:
    """A consultant with a profile."""
    user = UserFactory(username="konsulent1", first_name="Karen", last_name="Toft")
    user.groups.add(Group.objects.get_or_create(name=CONSULTANTS)[0])
    ColleagueFactory(
        name="Karen Toft", slug="karen-toft", user=user, email=user.email, is_consultant=True
    )
    return user


@pytest.fixture
def queue_client(consultant: User, site: SimpleNamespace) -> Client:
    """A browser in which the consultant is signed in."""
    client = Client()
    client.force_login(consultant)
    return client


@pytest.fixture
def write(reader: Client, people: SimpleNamespace) -> Callable[..., ContactMessage]:
    """Write to Mette by the form, from a case; return the row."""
    CasePortraitPageFactory(title="Grøfter & gærder på Ærø", slug="horbelev")

    def send(**changes: str) -> ContactMessage:
        data = {"fra": "/cases/horbelev/", "subject": "Rødgrød på æøå", "body": "Kære Mette\n\nÅh!"}
        response = reader.post("/kolleger/mette-aegidius/kontakt/", data | changes)
        assert response.status_code == 302, response.content.decode()
        return ContactMessage.objects.latest("pk")

    return send
