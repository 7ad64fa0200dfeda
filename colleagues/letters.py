"""The letters about messages between colleagues: the message itself, and the sender's receipt."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.mail import Letter, address, compose, full_url, latest_note, post_letter
from colleagues.models import ColleagueProfile, ContactMessage
from colleagues.origin import Origin, find_origin, ordinary_member
from colleagues.people import person_of
from gufu.outbox import Undeliverable
from gufu.visibility import Viewer

Status = ContactMessage.Status


def viewer_of(profile: ColleagueProfile) -> Viewer:
    """Return who looks when `profile` reads a mail: its account, or any member of staff."""
    return profile.user or ordinary_member()


def contact_letter(ident: str) -> Letter | None:
    """Write the letter of the ContactMessage `ident`; None when it has gone, or is gone."""
    row = _row(ident)
    if row is None or row.sent_at:
        return None
    mailbox = row.mailbox
    if not mailbox:
        note_failure(row)
        raise Undeliverable("a leaver without deputy, and a centre without mailbox")
    sender = person_of(row.sender)
    # What the page is called is said only to those who may see it, today.
    origin = find_origin(row.context_url, [row.sender, viewer_of(row.delivered_to)])
    message = compose(
        "contact",
        {
            "row": row,
            "sender": sender,
            "answered_url": full_url(row.get_absolute_url()),
            "profile_url": full_url(reverse("my_profile")),
            **origin_context(origin),
        },
        message_id=f"besked.{row.token}",
        subject=row.subject,
        to=address("" if row.is_to_centre else row.delivered_to.name, mailbox),
        from_name=_("%(name)s via GUFU") % {"name": sender.name},
        reply_to=address(sender.name, sender.email) if sender.email else "",
    )

    @transaction.atomic
    def sent() -> None:
        ContactMessage.objects.filter(pk=row.pk).update(
            status=Status.SENT,
            sent_at=timezone.now(),
            sent_to=mailbox,
            message_id=message.extra_headers["Message-ID"],
        )
        post_letter("contact_receipt", row.pk)

    return Letter(message, sent, lambda: note_failure(row))


@transaction.atomic
def note_failure(row: ContactMessage) -> None:
    """Note that a message cannot be delivered, and that its sender is to be told.

    The number tells this time from the next, should the sender try again.
    """
    ContactMessage.objects.filter(pk=row.pk).update(status=Status.FAILED)
    post_letter("contact_receipt", f"{row.pk}-{latest_note('contact', row.pk)}")


def contact_receipt_letter(ident: str) -> Letter | None:
    """Tell the sender that the mail server has taken the message, or that it could not go.

    `ident` is "17", or "17-52" for the message and the note that was given up.
    """
    pk, *number = ident.split("-")
    row = _row(pk)
    if row is None or row.status == Status.WAITING:
        return None
    sender = person_of(row.sender)
    if not sender.email:
        return None
    origin = find_origin(row.context_url, [row.sender])
    failed = row.status == Status.FAILED
    name = f"fejl.{'.'.join([str(row.token), *number])}" if failed else f"kvittering.{row.token}"
    subject = _("Ikke leveret: %(subject)s") if failed else _("Kvittering: %(subject)s")
    message = compose(
        "contact_receipt",
        {
            "row": row,
            "sender": sender,
            "failed": failed,
            "url": full_url(row.get_absolute_url()),
            **origin_context(origin),
        },
        message_id=name,
        subject=subject % {"subject": row.subject},
        to=address(sender.name, sender.email),
        in_reply_to=f"besked.{row.token}",
        automatic=True,
    )
    return Letter(message)


def origin_context(origin: Origin | None) -> dict[str, object]:
    """Return what a mail needs to name the page that it is about."""
    return {"origin": origin, "origin_url": full_url(origin.url) if origin else ""}


def _row(ident: str) -> ContactMessage | None:
    return (
        ContactMessage.objects.filter(pk=ident)
        .select_related(
            "sender__profile__centre", "recipient", "delivered_to__user", "delivered_to__centre"
        )
        .first()
    )


LETTERS = {"contact": contact_letter, "contact_receipt": contact_receipt_letter}
