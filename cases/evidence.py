"""What the cases know of colleagues: those one may ask, those who own them, and the arenas."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import ArenaPage, CasePortraitPage
from colleagues.directory import contains
from colleagues.evidence import Found, Trace
from colleagues.models import ColleagueProfile
from gufu.visibility import Viewer

#: What a list of cases needs; a portrait has a hundred fields.
FIELDS = ("title", "slug", "url_path", "start_date", "end_date", "location", "colleague_owner")


def cases(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield the portraits that name a colleague as the one to ask, or as their owner."""
    links = list(
        CasePortraitPage.contacts.through.objects.filter(
            colleagueprofile__in=profile_ids
        ).values_list("colleagueprofile_id", "caseportraitpage_id")
    )
    pages = (
        CasePortraitPage.objects.visible_to(viewer)
        .filter(Q(pk__in={page for _who, page in links}) | Q(colleague_owner__in=profile_ids))
        .only(*FIELDS)
    )
    for page in pages:
        people = {who for who, linked in links if linked == page.pk}
        if page.colleague_owner_id in profile_ids:
            people.add(page.colleague_owner_id)
        for who in people:
            yield (
                who,
                Trace(f"case:{page.pk}", page.title, page.url, latest(page), page.location),
            )


def latest(page: CasePortraitPage) -> date | None:
    """Return when a case ended, or when it began while it goes on; never a day to come."""
    today = timezone.localdate()
    if page.end_date:
        return min(page.end_date, today)
    return page.start_date if page.start_date and page.start_date <= today else None


def cases_about(words: Iterable[str], viewer: Viewer) -> QuerySet[Any]:
    """Return the ids of colleagues one may ask about cases that have all the words."""
    about = Q()
    for word in words:
        about &= contains("title", word) | contains("summary", word)
    found = CasePortraitPage.objects.visible_to(viewer).filter(about)
    contacts = CasePortraitPage.contacts.through.objects.filter(caseportraitpage__in=found)
    return ColleagueProfile.objects.filter(
        Q(pk__in=contacts.values("colleagueprofile"))
        | Q(pk__in=found.exclude(colleague_owner=None).values("colleague_owner"))
    ).values("pk")


def arenas(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """Yield the arenas that colleagues coordinate."""
    rows = ArenaPage.objects.visible_to(viewer).filter(coordinator__in=profile_ids)
    for page in rows.only("title", "slug", "url_path", "coordinator"):
        yield (
            page.coordinator_id,
            Trace(f"arena:{page.pk}", page.title, page.url, note=_("Koordinator")),
        )
