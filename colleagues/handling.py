"""What consultants do with a request: each step once, none that crosses a colleague's."""

from django.utils import timezone
from django.utils.translation import gettext as _

from colleagues.mail import post_letter
from colleagues.models import ColleagueProfile, SupportRequest

Status = SupportRequest.Status


class Conflict(Exception):  # noqa: N818 - a colleague was quicker; it is no error
    """Somebody else has changed the request meanwhile; the text says what."""


def assign(row: SupportRequest, me: ColleagueProfile, *, seen: str) -> None:
    """Give the request to `me`. `seen` is the id of whom the page showed as its consultant.

    Raises Conflict when somebody else has taken it since, or when it is closed. The caller has
    locked the row and opened a transaction; so have those of the functions below.
    """
    if row.status == Status.CLOSED:
        raise Conflict(_("Anmodningen er lukket."))
    if row.assigned_to_id == me.pk:
        return
    if row.assigned_to and str(row.assigned_to_id) != seen:
        raise Conflict(
            _("%(name)s har taget anmodningen imens. Tag den over, hvis I er enige om det.")
            % {"name": row.assigned_to.name}
        )
    row.assigned_to = me
    if row.status == Status.NEW:
        row.status = Status.ASSIGNED
    row.save(update_fields=["assigned_to", "status"])


def answer(row: SupportRequest, text: str, me: ColleagueProfile | None) -> None:
    """Save the answer and note the mail to the requester; the same answer again is no second mail.

    Raises Conflict when the request is closed.
    """
    if row.status == Status.CLOSED:
        raise Conflict(_("Anmodningen er lukket. Dit svar er ikke sendt."))
    if row.answer == text and row.status == Status.ANSWERED:
        return
    now = timezone.now()
    row.answer, row.answered_at, row.status = text, now, Status.ANSWERED
    row.assigned_to = row.assigned_to or me
    row.save(update_fields=["answer", "answered_at", "status", "assigned_to"])
    post_letter("support_answer", f"{row.pk}-{now:%Y%m%d%H%M%S%f}")


def close(row: SupportRequest, outcome: str) -> None:
    """Close the request with its outcome. Raises Conflict when it was closed with another."""
    if row.status == Status.CLOSED:
        if row.outcome == outcome:
            return
        raise Conflict(_("Anmodningen er lukket i forvejen. Udbyttet er ikke ændret."))
    row.outcome, row.status, row.closed_at = outcome, Status.CLOSED, timezone.now()
    row.save(update_fields=["outcome", "status", "closed_at"])
