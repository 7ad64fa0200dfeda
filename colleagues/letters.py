"""The letters that this room writes: a message to a colleague, and news about support."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.mail import Letter, address, compose, full_url
from colleagues.models import ColleagueProfile, ContactMessage, SupportRequest
from colleagues.origin import Origin, find_origin, ordinary_member
from colleagues.people import person_of
from gufu.visibility import Viewer


def viewer_of(profile: ColleagueProfile) -> Viewer:
    """Return who looks when `profile` reads a mail: its account, or any member of staff."""
    return profile.user or ordinary_member()


def contact_letter(ident: str) -> Letter | None:
    """Write the letter of the ContactMessage `ident`; None when it has gone, or is gone."""
    row = (
        ContactMessage.objects.filter(pk=ident)
        .select_related(
            "sender__profile__centre", "recipient", "delivered_to__user", "delivered_to__centre"
        )
        .first()
    )
    if row is None or row.sent_at:
        return None
    sender = person_of(row.sender)
    # What the page is called is said only to those who may see it, today.
    origin = find_origin(row.context_url, [row.sender, viewer_of(row.delivered_to)])
    message = compose(
        "contact",
        {"row": row, "sender": sender, **_origin_context(origin), **_links()},
        message_id=f"besked.{row.token}",
        subject=row.subject,
        to=address(row.delivered_to.name, row.delivered_to.email),
        from_name=_("%(name)s via GUFU") % {"name": sender.name},
        reply_to=address(sender.name, sender.email) if sender.email else "",
    )

    def sent() -> None:
        ContactMessage.objects.filter(pk=row.pk).update(
            status=ContactMessage.Status.SENT,
            sent_at=timezone.now(),
            message_id=message.extra_headers["Message-ID"],
        )

    def failed() -> None:
        ContactMessage.objects.filter(pk=row.pk).update(status=ContactMessage.Status.FAILED)

    return Letter(message, sent, failed)


def support_letter(ident: str) -> Letter | None:
    """Tell the consultants' shared list of the SupportRequest `ident`."""
    row = SupportRequest.objects.filter(pk=ident).select_related("requester__profile").first()
    if row is None:
        return None
    requester = person_of(row.requester)
    origin = find_origin(row.context_url, [row.requester, ordinary_member()])
    url = full_url(reverse("support_detail", args=[row.pk]))
    message = compose(
        "support",
        {"row": row, "requester": requester, "url": url, **_origin_context(origin)},
        message_id=f"stoette.{row.token}",
        subject=_("Ny støtteanmodning: %(topic)s") % {"topic": row.topic},
        to=settings.CONSULTANTS_EMAIL,
        reply_to=address(requester.name, requester.email) if requester.email else "",
    )
    return Letter(message)


def support_answer_letter(ident: str) -> Letter | None:
    """Tell the requester of the answer to the SupportRequest `ident`."""
    row = (
        SupportRequest.objects.filter(pk=ident.partition("-")[0])
        .select_related("requester__profile", "assigned_to")
        .first()
    )
    if row is None or not row.answer:
        return None
    requester = person_of(row.requester)
    if not requester.email:
        return None
    consultant = row.assigned_to
    message = compose(
        "support_answer",
        {"row": row, "requester": requester, "url": full_url(row.get_absolute_url())},
        message_id=f"svar.{row.token}.{ident.partition('-')[2] or 1}",
        subject=_("Svar på din støtteanmodning: %(topic)s") % {"topic": row.topic},
        to=address(requester.name, requester.email),
        reply_to=address(consultant.name, consultant.email) if consultant else "",
    )
    return Letter(message)


def _origin_context(origin: Origin | None) -> dict[str, object]:
    return {"origin": origin, "origin_url": full_url(origin.url) if origin else ""}


def _links() -> dict[str, object]:
    return {"profile_url": full_url(reverse("my_profile"))}
