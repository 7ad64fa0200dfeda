"""The demo's mailbox: a mail server that is a folder, one file a mail."""

import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage as Parsed
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import gettext as _

NAME = re.compile(r"\d{19,20}-[0-9a-f]{8}\.eml")
SHOWN = 200
HEADERS = ("From", "To", "Reply-To", "Subject", "Date", "Message-ID")


class FileMailbox(BaseEmailBackend):
    """Writes each mail into settings.DEMO_MAILBOX as the bytes an SMTP server would get."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.DEMO_MAILBOX or "")
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{time.time_ns()}-{secrets.token_hex(4)}.eml"
            half = folder / f"{name}.part"
            raw = message.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]
            half.write_bytes(raw)
            half.rename(folder / name)  # nobody reads half a mail
        return len(email_messages)


@dataclass(frozen=True)
class StoredLetter:
    """A mail in the folder, read."""

    name: str
    source: str
    parsed: Parsed

    @property
    def subject(self) -> str:
        return str(self.parsed["Subject"] or _("Uden emne"))

    @property
    def to(self) -> str:
        return str(self.parsed["To"] or "")

    @property
    def sender(self) -> str:
        return str(self.parsed["From"] or "")

    @property
    def date(self) -> datetime:
        """When the mail was written into the folder."""
        seconds = int(self.name.split("-")[0]) / 1e9
        return datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())

    @property
    def text(self) -> str:
        """The plain text of the mail."""
        part = self.parsed.get_body(("plain",))
        return part.get_content() if part else ""

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The headers a reader asks for."""
        return [{"label": name, "value": str(self.parsed[name] or "")} for name in HEADERS]


def letters() -> list[StoredLetter]:
    """Return the mails in the folder, newest first."""
    folder = Path(settings.DEMO_MAILBOX or "")
    names = sorted((path.name for path in folder.glob("*.eml")), reverse=True)
    found = (letter(name) for name in names[:SHOWN])
    return [one for one in found if one]


def letter(name: str) -> StoredLetter | None:
    """Return the mail of that name, if it is one; no other file can be named."""
    path = Path(settings.DEMO_MAILBOX or "") / name
    if not NAME.fullmatch(name) or not path.is_file():
        return None
    source = path.read_bytes()
    parsed = BytesParser(policy=policy.default).parsebytes(source)
    return StoredLetter(name, source.decode(errors="replace"), parsed)
