"""Whom a page speaks for: links to those who can tell about it (`colleagues.evidence`)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from colleagues.traces import closed
from gufu.models import KnowledgePage
from search.documents import Link

CLOSED_REQUESTS = Prefetch(
    "support_requests",
    closed().select_related("requester__profile"),
    to_attr="closed_requests",
)


def owner(thing: KnowledgePage, day: date | None = None) -> list[Link]:
    """Return the link of a page to whoever looks after it."""
    who = thing.colleague_owner_id
    return [(who, f"{thing.kind}:{thing.pk}", day)] if who else []


def support(thing: Any) -> list[Link]:
    """Return the links of a page to the consultants who helped somebody that came from it, and to
    those who had help and said yes to being found by it."""
    links: list[Link] = []
    for request in thing.closed_requests:
        day = timezone.localdate(request.closed_at) if request.closed_at else None
        if request.assigned_to_id:
            links.append((request.assigned_to_id, f"support:{request.pk}", day))
        profile = getattr(request.requester, "profile", None)
        if request.is_experience and profile:
            links.append((profile.pk, f"helped:{request.pk}", day))
    return links


def shown(thing: Any, links: Iterable[Link]) -> list[Link]:
    """Leave out what its owner has hidden (`colleagues.evidence`)."""
    hidden = {(row.profile_id, row.key) for row in thing.hidden_evidence.all()}
    return [link for link in links if (link[0], link[1]) not in hidden]
