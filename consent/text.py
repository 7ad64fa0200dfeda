"""The text of attachments, for search: read by the worker, kept once for each file."""

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from consent.extract import MOST_BYTES, SECONDS
from gufu import outbox

if TYPE_CHECKING:
    from consent.models import Attachment
    from gufu.outbox.models import OutboxEntry

logger = logging.getLogger(__name__)
TOPIC = "attachments"


def note_attachment(instance: "Attachment", raw: bool = False, **kwargs: Any) -> None:
    """Note that a document was saved: its text is to be read."""
    if not raw:
        outbox.post(TOPIC, str(instance.pk))


def forget_texts(**kwargs: Any) -> None:
    """Forget the texts of files that no document has any more."""
    from consent.models import Attachment, AttachmentText

    AttachmentText.objects.exclude(file_hash__in=Attachment.objects.values("file_hash")).delete()


def read_attachments(entries: Sequence["OutboxEntry"]) -> None:
    """Read the documents in these entries whose file was not read before."""
    from consent.models import Attachment

    for attachment in Attachment.objects.filter(pk__in=[entry.key for entry in entries]):
        read_attachment(attachment)
    forget_texts()


def read_attachment(attachment: "Attachment") -> None:
    """Keep the text of one document, or why it has none. A file that is gone has none."""
    from consent.models import Attachment, AttachmentText

    try:
        with attachment.file.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        logger.warning("attachment_gone", extra={"attachment": attachment.pk})
        return
    digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()  # Wagtail's own kind of name
    if attachment.file_hash != digest and len(data) <= MOST_BYTES:
        Attachment.objects.filter(pk=attachment.pk).update(file_hash=digest)
        attachment.file_hash = digest
    if AttachmentText.objects.filter(file_hash=attachment.file_hash).exists():
        return
    found = extracted(data, PurePath(attachment.file.name).suffix.lower())
    if found["problem"]:
        logger.warning("attachment_unread", extra={"attachment": attachment.pk, **found})
    AttachmentText.objects.update_or_create(file_hash=attachment.file_hash, defaults=found)


def extracted(data: bytes, suffix: str) -> dict[str, str]:
    """Return {"text", "problem"} of a file, read in a process of its own (consent.extract)."""
    try:
        done = subprocess.run(  # noqa: S603 - our own file, and a suffix that it knows or refuses
            [sys.executable, "-I", str(Path(__file__).with_name("extract.py")), suffix],
            input=data,
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
            env={"PYTHONIOENCODING": "utf-8"},
        )
        found: dict[str, str] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"text": "", "problem": "too_slow"}
    except ValueError:  # ended by a limit, before it could say anything
        return {"text": "", "problem": "too_slow" if done.returncode < 0 else "too_large"}
    return found
