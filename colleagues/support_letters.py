"""The letters about support: to the consultants, and to the one who asked."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from colleagues.letters import origin_context
from colleagues.mail import Letter, address, compose, full_url
from colleagues.models import SupportEvent, SupportRequest
from colleagues.origin import find_origin, ordinary_member
from colleagues.people import person_of


def support_letter(ident: str) -> Letter | None:
    """Tell the consultants' shared list of the SupportRequest `ident`."""
    row = _row(ident)
    if row is None:
        return None
    requester = person_of(row.requester)
    origin = find_origin(row.context_url, [row.requester, ordinary_member()])
    message = compose(
        "support",
        {"row": row, "requester": requester, "url": _queue_url(row), **origin_context(origin)},
        message_id=f"stoette.{row.token}",
        subject=_("Ny støtteanmodning: %(topic)s") % {"topic": row.topic},
        to=settings.CONSULTANTS_EMAIL,
        reply_to=address(requester.name, requester.email) if requester.email else "",
    )
    return Letter(message)


def support_receipt_letter(ident: str) -> Letter | None:
    """Confirm to the requester that the SupportRequest `ident` has come in, with its deadline."""
    row = _row(ident)
    if row is None or not person_of(row.requester).email:
        return None
    requester = person_of(row.requester)
    origin = find_origin(row.context_url, [row.requester])
    message = compose(
        "support_receipt",
        {
            "row": row,
            "requester": requester,
            "url": full_url(row.get_absolute_url()),
            **origin_context(origin),
        },
        message_id=f"kvittering.{row.token}",
        subject=_("Vi har modtaget din anmodning: %(topic)s") % {"topic": row.topic},
        to=address(requester.name, requester.email),
        automatic=True,
    )
    return Letter(message)


def support_answer_letter(ident: str) -> Letter | None:
    """Tell the requester of one answer, the SupportEvent `ident`, from whoever wrote it."""
    event = (
        SupportEvent.objects.filter(pk=ident, kind=SupportEvent.Kind.ANSWERED)
        .select_related("request__requester__profile__centre", "by__profile__centre")
        .first()
    )
    if event is None or not person_of(event.request.requester).email:
        return None
    row = event.request
    requester = person_of(row.requester)
    consultant = person_of(event.by) if event.by else None
    message = compose(
        "support_answer",
        {
            "row": row,
            "answer": event.text,
            "consultant": consultant,
            "requester": requester,
            "url": full_url(row.get_absolute_url()),
        },
        message_id=f"svar.{row.token}.{event.pk}",
        subject=_("Svar på din støtteanmodning: %(topic)s") % {"topic": row.topic},
        to=address(requester.name, requester.email),
        reply_to=address(consultant.name, consultant.email)
        if consultant and consultant.email
        else "",
        in_reply_to=f"kvittering.{row.token}",
    )
    return Letter(message)


def support_assigned_letter(ident: str) -> Letter | None:
    """Tell a consultant that a colleague has given them a request.

    `ident` is "17-3-52": the request, the profile, and the SupportEvent, so that being given the
    same request again is a letter of its own.
    """
    pk, profile, *event = ident.split("-")
    row = _row(pk)
    if row is None or row.assigned_to is None or str(row.assigned_to.pk) != profile:
        return None  # it has gone on to somebody else meanwhile
    consultant = row.assigned_to
    requester = person_of(row.requester)
    message = compose(
        "support_assigned",
        {"row": row, "requester": requester, "consultant": consultant, "url": _queue_url(row)},
        message_id=".".join(["tildelt", str(row.token), profile, *event]),
        subject=_("Du har fået en støtteanmodning: %(topic)s") % {"topic": row.topic},
        to=address(consultant.name, consultant.email),
        reply_to=address(requester.name, requester.email) if requester.email else "",
        in_reply_to=f"stoette.{row.token}",
        automatic=True,
    )
    return Letter(message)


def support_reminder_letter(ident: str) -> Letter | None:
    """Remind whoever has the SupportRequest of `ident` ("17-2026-11-30": request, deadline).

    It goes to the consultant, or to the shared mailbox where nobody has taken it; None when it
    has been answered, or has another deadline, by now.
    """
    pk, _dash, due = ident.partition("-")
    row = _row(pk)
    if row is None or row.status not in SupportRequest.WAITING:
        return None
    if row.response_due.isoformat() != due.removesuffix("-sen"):
        return None
    # A deputy answers for a consultant who is away.
    consultant = row.assigned_to.recipient if row.assigned_to else None
    subject = _("Fristen er overskredet: %(topic)s") if row.is_late else _("Svar snart: %(topic)s")
    message = compose(
        "support_reminder",
        {
            "row": row,
            "requester": person_of(row.requester),
            "consultant": consultant,
            "url": _queue_url(row),
        },
        message_id=f"paamindelse.{row.token}.{due}",
        subject=subject % {"topic": row.topic},
        to=address(consultant.name, consultant.email) if consultant else settings.CONSULTANTS_EMAIL,
        in_reply_to=f"stoette.{row.token}",
        automatic=True,
    )
    return Letter(message)


def _queue_url(row: SupportRequest) -> str:
    return full_url(reverse("support_detail", args=[row.pk]))


def _row(pk: str) -> SupportRequest | None:
    return (
        SupportRequest.objects.filter(pk=pk)
        .select_related("requester__profile__centre", "assigned_to", "subject_area")
        .first()
    )


LETTERS = {
    "support": support_letter,
    "support_receipt": support_receipt_letter,
    "support_answer": support_answer_letter,
    "support_assigned": support_assigned_letter,
    "support_reminder": support_reminder_letter,
}
