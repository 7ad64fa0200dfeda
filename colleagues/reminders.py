"""Reminders of requests for support: one the working day before the deadline, one after it."""

from django.db import transaction
from django.utils import timezone

from colleagues.handling import log
from colleagues.mail import post_letter
from colleagues.models import SupportEvent, SupportRequest
from gufu.workdays import add_workdays


def remind() -> None:
    """Note the reminders that are due; run daily, and any number of times a day without harm.

    Each request is marked in the transaction that notes its letter, so nobody is reminded twice
    of the same thing, and nobody is forgotten should the worker die in the middle.
    """
    today = timezone.localdate()
    waiting = SupportRequest.objects.unanswered()
    soon = waiting.filter(
        reminded_at=None, response_due__gte=today, response_due__lte=add_workdays(today, 1)
    )
    late = waiting.filter(reminded_late_at=None, response_due__lt=today)
    for pk in soon.values_list("pk", flat=True):
        _remind(pk, "reminded_at")
    for pk in late.values_list("pk", flat=True):
        _remind(pk, "reminded_late_at")


@transaction.atomic
def _remind(pk: int, mark: str) -> None:
    row = (
        SupportRequest.objects.unanswered()
        .select_for_update(of=("self",))
        .select_related("assigned_to")
        .filter(pk=pk, **{mark: None})
        .first()
    )
    if row is None:  # answered, or reminded by another worker, since we looked
        return
    setattr(row, mark, timezone.now())
    row.save(update_fields=[mark])
    late = "-sen" if mark == "reminded_late_at" else ""
    post_letter("support_reminder", f"{row.pk}-{row.response_due.isoformat()}{late}")
    log(row, SupportEvent.Kind.REMINDED, None, row.assigned_to.name if row.assigned_to else "")
