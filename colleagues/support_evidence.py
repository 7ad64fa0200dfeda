"""Experience from closed requests: the consultant's, and the requester's where they said yes.

What somebody asked is between them and the consultants. So a consultant's trace tells the kind of
support and the subject area alone; the topic is told only by the one who asked.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from colleagues.directory import contains
from colleagues.evidence import Found, Trace
from colleagues.models import ColleagueProfile, SupportRequest
from gufu.visibility import Viewer

Status = SupportRequest.Status


def closed() -> QuerySet[SupportRequest]:
    """Return the requests that something came of."""
    return SupportRequest.objects.filter(status=Status.CLOSED).exclude(
        outcome_type=SupportRequest.OutcomeType.DROPPED
    )


def support_given(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield what consultants have helped with."""
    rows = closed().filter(assigned_to__in=profile_ids).select_related("subject_area")
    for row in rows:
        kind = row.get_support_type_display()
        title = f"{kind}: {row.subject_area.name.lower()}" if row.subject_area else kind
        yield row.assigned_to_id, _trace(f"support:{row.pk}", title, row)


def support_had(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield what colleagues have had help with, and said yes to being asked about."""
    rows = closed().filter(is_experience=True, requester__profile__in=profile_ids)
    for row in rows.select_related("requester__profile"):
        yield row.requester.profile.pk, _trace(f"helped:{row.pk}", row.topic, row)


def _trace(key: str, title: str, row: SupportRequest) -> Trace:
    when = timezone.localdate(row.closed_at) if row.closed_at else None
    return Trace(key, title, "", when, row.get_outcome_type_display())


def given_about(words: Iterable[str], viewer: Viewer) -> QuerySet[Any]:
    """Return the ids of consultants who have helped in a subject area that has all the words."""
    about = Q()
    for word in words:
        about &= contains("subject_area__name", word)
    return closed().filter(about).exclude(assigned_to=None).values("assigned_to")


def had_about(words: Iterable[str], viewer: Viewer) -> QuerySet[Any]:
    """Return the ids of colleagues who said yes, and whose topic or subject has all the words."""
    about = Q()
    for word in words:
        about &= contains("topic", word) | contains("subject_area__name", word)
    found = closed().filter(about, is_experience=True)
    return ColleagueProfile.objects.filter(user__in=found.values("requester")).values("pk")
