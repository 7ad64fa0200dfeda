"""What the guide recommends: tools, cases and colleagues, each with its reason."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cases.models import CasePortraitPage
from colleagues.evidence import experience_of, most_about
from colleagues.models import ColleagueProfile
from consent.presets import prefetch_photos
from gufu.taxonomy import Criterion
from gufu.visibility import Viewer
from guide.questions import Outcome
from toolbox.models import ToolPage

HOW_MANY = 3


def recommend(outcome: Outcome, viewer: Viewer) -> dict[str, list[Any]]:
    """Return {"tools", "cases", "people"}: up to three of each, each with `.reason`.

    Pages are those that bear most of the outcome's criteria; colleagues those who own or took part
    in most of such pages, or a consultant where there are none.
    """
    numbers = outcome.criteria
    tools = with_reason(best_pages(ToolPage, numbers, viewer), numbers)
    cases = with_reason(best_pages(CasePortraitPage, numbers, viewer), numbers)
    prefetch_photos([page.picture for page in (*tools, *cases)], "card")
    people = experienced(numbers, viewer) or consultants(viewer)
    prefetch_photos([person.shown_photo for person in people], "avatar")
    return {"tools": tools, "cases": cases, "people": people}


def best_pages(model: Any, numbers: Sequence[int], viewer: Viewer) -> list[Any]:
    """Return the visible pages of a kind that bear most of the criteria, the freshest first."""
    return list(
        model.objects.visible_to(viewer)
        .filter(criteria__number__in=numbers)
        .annotate(shared=Count("criteria", distinct=True))
        .select_related("picture__consent", "centre")
        .prefetch_related("criteria")
        .defer_streamfields()
        .order_by("-shared", F("confirmed_at").desc(nulls_last=True), "pk")[:HOW_MANY]
    )


def with_reason(pages: list[Any], numbers: Sequence[int]) -> list[Any]:
    """Give each page the criterion that it shares with the answers as its `.reason`."""
    for page in pages:
        shared: list[Criterion] = [c for c in page.criteria.all() if c.number in numbers]
        shared.sort(key=lambda criterion: numbers.index(criterion.number))
        names = get_text_list([f"»{criterion.title}«" for criterion in shared], _("og"))
        page.reason = _("Viser %(names)s, som din opgave kalder på.") % {"names": names}
    return pages


def experienced(numbers: Sequence[int], viewer: Viewer) -> list[Any]:
    """Return the colleagues one may ask about most visible cases that bear these criteria."""
    cases = CasePortraitPage.objects.visible_to(viewer).filter(criteria__number__in=numbers)
    cases = cases.values("pk")
    visible = ColleagueProfile.objects.visible_to(viewer)
    most = [pk for pk, _n in most_about(cases, "case", visible, viewer)[:HOW_MANY]]
    done = experience_of(most, viewer, pages=cases)
    people: dict[int, Any] = visible.for_cards().in_bulk(most)
    for pk, person in people.items():
        person.reason = done[pk].summary
    return [people[pk] for pk in most if pk in people]


def consultants(viewer: Viewer) -> list[Any]:
    """Return consultants, for when no colleague has a case like it yet."""
    people: list[Any] = list(
        ColleagueProfile.objects.visible_to(viewer)
        .filter(is_consultant=True)
        .select_related("centre", "photo__consent", "photo_consent")
        .order_by("name")[:HOW_MANY]
    )
    for person in people:
        person.reason = _("Konsulent, der kan hjælpe jer med at begynde")
    return people
