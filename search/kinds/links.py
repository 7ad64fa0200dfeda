"""Whom a page speaks for: links to those who can tell about it (`colleagues.evidence`)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage
from colleagues.models import ColleagueProfile, ContactMessage
from colleagues.traces import closed
from gufu.models import KnowledgePage
from search.documents import Link
from toolbox.models import ToolPage

CLOSED_REQUESTS = Prefetch(
    "support_requests",
    closed().select_related("requester__profile"),
    to_attr="closed_requests",
)
ANSWERED = Prefetch(
    "contact_messages",
    ContactMessage.objects.filter(status=ContactMessage.Status.ANSWERED),
    to_attr="answered_messages",
)
FEEDBACK = Prefetch("feedback", to_attr="all_feedback")


def owner(thing: KnowledgePage, day: date | None = None) -> list[Link]:
    """Return the link of a page to whoever looks after it."""
    who = thing.colleague_owner_id
    return [(who, f"{thing.kind}:{thing.pk}", day)] if who else []


def support(thing: Any) -> list[Link]:
    """Return the links of a page to the consultants who helped somebody that came from it, and to
    those who had help and said yes to being found by it."""
    links: list[Link] = []
    for request in thing.closed_requests:
        day = day_of(request.closed_at)
        if request.assigned_to_id:
            links.append((request.assigned_to_id, f"support:{request.pk}", day))
        profile = getattr(request.requester, "profile", None)
        if request.is_experience and profile:
            links.append((profile.pk, f"helped:{request.pk}", day))
    return links


def answers(thing: Any) -> list[Link]:
    """Return the links of a page to those who have answered a question that came from it."""
    return [
        (
            message.delivered_to_id,
            f"answer:{message.pk}",
            day_of(message.answered_at or message.sent_at),
        )
        for message in thing.answered_messages
    ]


def feedback(thing: Any) -> list[Link]:
    """Return the links of a page to those who have given feedback on it."""
    return [
        (given.author_id, f"feedback:{given.pk}", day_of(given.created_at))
        for given in thing.all_feedback
        if given.author_id
    ]


def day_of(moment: datetime | None) -> date | None:
    """Return the local day of a moment, if there is one."""
    return timezone.localdate(moment) if moment else None


def shown(thing: Any, links: Iterable[Link]) -> list[Link]:
    """Leave out what its owner has hidden (`colleagues.evidence`)."""
    hidden = {(row.profile_id, row.key) for row in thing.hidden_evidence.all()}
    return [link for link in links if (link[0], link[1]) not in hidden]


def pages_for(person: ColleagueProfile) -> QuerySet[KnowledgePage]:
    """Return the pages that may speak for a colleague."""
    first, *others = (
        pages.order_by().values("pk")
        for pages in (
            KnowledgePage.objects.filter(colleague_owner=person),
            CasePortraitPage.objects.filter(contacts=person),
            ArenaPage.objects.filter(coordinator=person),
            BusinessCasePage.objects.filter(benefit_owner=person),
            ToolPage.objects.filter(trials__colleague=person),
            KnowledgePage.objects.filter(support_requests__assigned_to=person),
            KnowledgePage.objects.filter(contact_messages__delivered_to=person),
            KnowledgePage.objects.filter(feedback__author=person),
            pages_helped([person.user_id]),
        )
    )
    return KnowledgePage.objects.filter(pk__in=first.union(*others))


def pages_helped(accounts: Iterable[int | None]) -> QuerySet[KnowledgePage]:
    """Return the pages from which those with `accounts` have asked for help."""
    requesters = [each for each in accounts if each]
    return KnowledgePage.objects.filter(support_requests__requester__in=requesters).distinct()
