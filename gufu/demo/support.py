"""The demo's requests for support, on every column of the board and back through the year."""

from datetime import datetime, time
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from colleagues.models import ColleagueProfile, SupportEvent, SupportRequest
from colleagues.models.support import RESPONSE_DAYS
from colleagues.writing import centre_of
from gufu.demo.texts import plain, read
from gufu.taxonomy import SubjectArea
from gufu.workdays import add_workdays

Status, Kind = SupportRequest.Status, SupportEvent.Kind


def build_support() -> None:
    """Make the requests with their history, once."""
    if SupportRequest.objects.exists():
        return
    people = {person.slug: person for person in ColleagueProfile.objects.all()}
    subjects = {term.slug: term for term in SubjectArea.objects.all()}
    for row in read("support"):
        build_request(row, people.get(row.get("assigned_to", "")), subjects[row["subject_area"]])


def build_request(
    row: dict[str, Any], consultant: ColleagueProfile | None, subject: SubjectArea
) -> None:
    """Make one request as it would have come to be."""
    requester = User.objects.get(username=row["from"])
    asked = moment(row["asked"])
    answered = moment(row["answered"]) if "answered" in row else None
    closed = moment(row["closed"]) if "closed" in row else None
    due = add_workdays(timezone.localdate(asked), RESPONSE_DAYS)
    request = SupportRequest.objects.create(
        requester=requester,
        centre=centre_of(requester),
        subject_area=subject,
        topic=row["topic"],
        situation=plain(row["situation"]),
        support_type=row["support_type"],
        assigned_to=consultant,
        status=status_of(row),
        response_due=due,
        answer=plain(row.get("answer", "")),
        outcome_type=row.get("outcome_type", ""),
        outcome=plain(row.get("outcome", "")),
        created_at=asked,
        answered_at=answered,
        answered_in_time=timezone.localdate(answered) <= due if answered else None,
        closed_at=closed,
    )
    by = consultant.user if consultant else None
    name = consultant.name if consultant else ""
    for kind, at, who, detail in (
        (Kind.RECEIVED, asked, requester, ""),
        (Kind.TAKEN, consultant and asked, by, name),
        (Kind.ANSWERED, answered, by, ""),
        (Kind.CLOSED, closed, by, request.get_outcome_type_display()),
    ):
        if at:
            SupportEvent.objects.create(request=request, kind=kind, at=at, by=who, detail=detail)


def moment(days_ago: int) -> datetime:
    """Return ten in the morning so many working days ago; this moment for today."""
    if not days_ago:
        return timezone.now()
    day = add_workdays(timezone.localdate(), -days_ago)
    return timezone.make_aware(datetime.combine(day, time(10)))


def status_of(row: dict[str, Any]) -> str:
    """Return how far a request of the content file has come."""
    if "closed" in row:
        return Status.CLOSED
    if "answered" in row:
        return Status.ANSWERED
    return Status.ASSIGNED if "assigned_to" in row else Status.NEW
