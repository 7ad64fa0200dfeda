"""Sending mail from the outbox: one entry a letter, sent once as far as SMTP allows.

An entry's key names the letter ("contact:17"); its text is composed from the database when it is
sent, so the outbox holds no personal data. A letter has a Message-ID of its own that does not
change between attempts: should the worker die between the server's "250 OK" and the commit, the
second copy can be told from a new letter.
"""

import logging
import smtplib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.validators import validate_email
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.encoding import punycode

from gufu.outbox import Undeliverable, post
from gufu.outbox.models import OutboxEntry

logger = logging.getLogger(__name__)

TOPIC = "mail"
PERMANENT = range(500, 600)


@dataclass(frozen=True)
class Letter:
    """A mail ready to go, and what to note when it has gone or cannot go."""

    message: EmailMultiAlternatives
    sent: Callable[[], None] = lambda: None
    failed: Callable[[], None] = lambda: None


#: id of the row → the letter, or None where nothing is to be sent (any more).
Composer = Callable[[str], Letter | None]
_composers: dict[str, Composer] = {}


def register_letter(kind: str, composer: Composer) -> None:
    """Let `composer` write the letters whose keys begin with `kind`."""
    _composers[kind] = composer


def post_letter(kind: str, ident: object) -> OutboxEntry:
    """Note that a letter is to be sent; part of the caller's transaction."""
    return post(TOPIC, f"{kind}:{ident}")


def latest_note(kind: str, ident: object) -> int:
    """Return the number of the latest note that a letter is to be sent; 0 where there is none.

    It stays the same between the attempts at one note.
    """
    notes = OutboxEntry.objects.filter(topic=TOPIC, key=f"{kind}:{ident}")
    return notes.order_by("-pk").values_list("pk", flat=True).first() or 0


def send_letters(entries: Sequence[OutboxEntry]) -> None:
    """Handle the topic "mail"; registered with one entry at a time, so that none goes twice.

    Raises Undeliverable when the server has said no for good, OSError (which SMTPException is)
    when it is worth trying again.
    """
    for entry in entries:
        kind, _colon, ident = entry.key.partition(":")
        composer = _composers.get(kind)
        if composer is None:
            raise Undeliverable(f"nobody writes letters of the kind {kind!r}")
        with translation.override(settings.LANGUAGE_CODE):
            letter = composer(ident)
        if letter is None:
            continue
        try:
            hand_over(letter.message)
        except (OSError, Undeliverable) as error:
            last = entry.attempts + 1 >= settings.OUTBOX_MAX_ATTEMPTS
            if last or isinstance(error, Undeliverable):
                letter.failed()
            raise
        letter.sent()


def hand_over(message: EmailMultiAlternatives) -> None:
    """Give `message` to the mail server. Returns as soon as the server has accepted it.

    Raises Undeliverable when the letter itself is refused. What goes wrong before (no server, a
    refused password) is the installation's fault; what goes wrong while hanging up is nobody's:
    the letter has arrived, and sending it again would be a second one.
    """
    for recipient in message.recipients():
        try:
            validate_email(parseaddr(recipient)[1])
        except ValidationError as error:
            raise Undeliverable(f"no address: {recipient!r}") from error
    connection = get_connection()
    connection.open()
    try:
        connection.send_messages([message])
    except (OSError, ValueError) as error:
        if is_permanent(error):
            raise Undeliverable(str(error)) from error
        raise
    finally:
        try:
            connection.close()
        except OSError as error:
            logger.info("mail_hang_up", extra={"error": type(error).__name__})


def is_permanent(error: OSError | ValueError) -> bool:
    """Return whether a letter is refused for good: 5xx, or an address that is none.

    A 4xx, or a server that falls silent, passes.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code in PERMANENT for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return error.smtp_code in PERMANENT
    return isinstance(error, ValueError | smtplib.SMTPNotSupportedError)


def header_safe(text: str) -> str:
    """Return `text` as one line: no CR, LF or other control character reaches a header."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def address(name: str, email: str) -> str:
    """Return "Name <email>" for a header; a domain with æ, ø or å in the letters of the DNS."""
    local, at, domain = header_safe(email).rpartition("@")
    return formataddr((header_safe(name), local + at + punycode(domain)))


def full_url(path: str) -> str:
    """Return the address of `path` as a mail can link to it."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def full_id(left: str) -> str:
    """Return a Message-ID as headers have it."""
    return f"<{left}@{settings.MAIL_DOMAIN}>"


def compose(
    template: str,
    context: dict[str, object],
    *,
    message_id: str,
    subject: str,
    to: str,
    from_name: str = "GUFU",
    reply_to: str = "",
    in_reply_to: str = "",
    automatic: bool = False,
) -> EmailMultiAlternatives:
    """Return a mail of `templates/mail/<template>.txt` and `.html`.

    `message_id` and `in_reply_to` are the parts before the @; `to` and `reply_to` are addresses as
    headers have them. `automatic` asks other mail systems not to answer with "out of office".
    """
    headers = {"Message-ID": full_id(message_id)}
    if in_reply_to:  # mail programs show the two as one conversation
        headers |= {"In-Reply-To": full_id(in_reply_to), "References": full_id(in_reply_to)}
    if automatic:
        headers["Auto-Submitted"] = "auto-generated"
    message = EmailMultiAlternatives(
        subject=header_safe(subject),
        body=render_to_string(f"mail/{template}.txt", context),
        from_email=address(from_name, settings.DEFAULT_FROM_EMAIL),
        to=[to],
        reply_to=[reply_to] if reply_to else None,
        headers=headers,
    )
    message.attach_alternative(render_to_string(f"mail/{template}.html", context), "text/html")
    return message
