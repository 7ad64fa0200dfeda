"""What consultants do with a request: each step once, none that crosses a colleague's, and every
step a line in the request's history.

The callers have locked the row and opened a transaction.
"""

from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.mail import post_letter
from colleagues.models import ColleagueProfile, SupportEvent, SupportNote, SupportRequest
from colleagues.models.support import response_deadline

Status = SupportRequest.Status
Kind = SupportEvent.Kind


class Conflict(Exception):  # noqa: N818 - a colleague was quicker; it is no error
    """Somebody else has changed the request meanwhile; the text says what."""


def log(
    row: SupportRequest, kind: str, by: User | None, detail: str = "", text: str = ""
) -> SupportEvent:
    """Add a line to the request's history; `by` is None for what GUFU does by itself."""
    return SupportEvent.objects.create(
        request=row, kind=kind, by=by, detail=detail[:200], text=text
    )


def assign(row: SupportRequest, to: ColleagueProfile, by: User, *, seen: str) -> bool:
    """Give the request to `to`; return whether that changed anything.

    `seen` is the id of whom the page showed as its consultant. Raises Conflict when somebody else
    has it by now, or when it is closed. Who is given a request by a colleague gets a mail.
    """
    if row.status == Status.CLOSED:
        raise Conflict(_("Anmodningen er lukket."))
    before = row.assigned_to
    if before and before.pk == to.pk:
        return False
    if before and str(before.pk) != seen:
        raise Conflict(
            _("%(name)s har taget anmodningen imens. Tag den over, hvis I er enige om det.")
            % {"name": before.name}
        )
    row.assigned_to = to
    if row.status == Status.NEW:
        row.status = Status.ASSIGNED
    row.save(update_fields=["assigned_to", "status"])
    mine = to.user_id == by.pk
    if before:
        detail = _("%(to)s efter %(before)s") % {"to": to.name, "before": before.name}
        event = log(row, Kind.TAKEN_OVER if mine else Kind.ASSIGNED, by, detail)
    else:
        event = log(row, Kind.TAKEN if mine else Kind.ASSIGNED, by, to.name)
    if not mine:
        post_letter("support_assigned", f"{row.pk}-{to.pk}-{event.pk}")
    return True


def release(row: SupportRequest, by: User) -> None:
    """Put a request that nobody has answered yet back into the queue. Raises Conflict."""
    if row.status == Status.NEW:
        return
    if row.status != Status.ASSIGNED:
        raise Conflict(_("Anmodningen er besvaret. Den kan ikke lægges tilbage."))
    before = row.assigned_to.name if row.assigned_to else ""
    row.assigned_to, row.status = None, Status.NEW
    row.save(update_fields=["assigned_to", "status"])
    log(row, Kind.RELEASED, by, before)


def note(row: SupportRequest, form: dict[str, Any], by: User) -> None:
    """Save a note that only consultants read; `form` has token and text."""
    _note, new = SupportNote.objects.get_or_create(
        token=form["token"], defaults={"request": row, "author": by, "text": form["text"]}
    )
    if new:
        log(row, Kind.NOTED, by)


def answer(row: SupportRequest, text: str, by: User, me: ColleagueProfile | None) -> None:
    """Save the answer and note the mail to the requester; the same answer again is no second mail.

    Raises Conflict when the request is closed.
    """
    if row.status == Status.CLOSED:
        raise Conflict(_("Anmodningen er lukket. Dit svar er ikke sendt."))
    if row.answer == text and row.status == Status.ANSWERED:
        return
    now = timezone.now()
    row.answer, row.status = text, Status.ANSWERED
    row.assigned_to = row.assigned_to or me
    if row.answered_at is None:  # what the statistics count is the first answer
        row.answered_at = now
        row.answered_in_time = timezone.localdate(now) <= row.response_due
    row.save(update_fields=["answer", "answered_at", "answered_in_time", "status", "assigned_to"])
    # The letter says what this line says, whatever is answered before it has left.
    post_letter("support_answer", log(row, Kind.ANSWERED, by, text=text).pk)


def close(row: SupportRequest, form: dict[str, Any], by: User) -> None:
    """Close the request with its outcome; `form` has outcome_type and outcome.

    Raises Conflict when it was closed with another.
    """
    if row.status == Status.CLOSED:
        if (row.outcome_type, row.outcome) == (form["outcome_type"], form["outcome"]):
            return
        raise Conflict(_("Anmodningen er lukket i forvejen. Udbyttet er ikke ændret."))
    row.outcome_type, row.outcome = form["outcome_type"], form["outcome"]
    row.status, row.closed_at = Status.CLOSED, timezone.now()
    row.save(update_fields=["outcome_type", "outcome", "status", "closed_at"])
    log(row, Kind.CLOSED, by, row.get_outcome_type_display())


def reopen(row: SupportRequest, by: User) -> None:
    """Take a closed request up again, with a new deadline; nothing that was written is lost."""
    if row.status != Status.CLOSED:
        return
    row.status = Status.ASSIGNED if row.assigned_to else Status.NEW
    row.closed_at, row.response_due = None, response_deadline()
    row.reminded_at = row.reminded_late_at = None
    row.save(
        update_fields=["status", "closed_at", "response_due", "reminded_at", "reminded_late_at"]
    )
    log(row, Kind.REOPENED, by)


def share(row: SupportRequest, yes: bool, by: User) -> None:
    """Note the requester's own yes or no to being found by a closed request. Raises Conflict."""
    if row.status != Status.CLOSED:
        raise Conflict(_("Anmodningen er ikke afsluttet endnu."))
    if row.is_experience == yes:
        return
    row.is_experience = yes
    row.save(update_fields=["is_experience"])
    log(row, Kind.SHARED if yes else Kind.UNSHARED, by)
