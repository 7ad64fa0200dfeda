"""What the cases know of colleagues: those one may ask, those who own them, and the arenas."""

from typing import Any

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage
from colleagues.evidence import Part, register
from gufu.visibility import Viewer, visible_pages_q

CONTACTS = CasePortraitPage.contacts.through.objects
#: The lookups of a page's own row.
TEXTS = ("title", "summary", "tagged_items__tag__name")
PAGE: Any = {"title": "title", "page": "pk", "address": "url_path", "texts": TEXTS}


def contacts(viewer: Viewer) -> QuerySet[Any]:
    """Return who may be asked about a visible case: a row for each colleague and case."""
    return CONTACTS.filter(visible_pages_q(viewer, "caseportraitpage__")).annotate(
        latest=latest("caseportraitpage__")
    )


def owned_cases(viewer: Viewer) -> QuerySet[Any]:
    """Return the visible cases, each with its latest day."""
    return CasePortraitPage.objects.visible_to(viewer).annotate(latest=latest())


def latest(prefix: str = "") -> Case:
    """Return the day when a case ended, or when it began while it goes on; never a day to come."""
    start, end, today = f"{prefix}start_date", f"{prefix}end_date", timezone.localdate()
    return Case(
        When(Q(**{f"{end}__lte": today}), then=F(end)),
        When(Q(**{f"{end}__gt": today}), then=Value(today)),
        When(Q(**{f"{start}__lte": today}), then=F(start)),
        default=None,
        output_field=DateField(),
    )


def register_evidence() -> None:
    """Tell the directory where traces of colleagues lie in this room."""
    register(
        "case",
        _("Cases"),
        ngettext_lazy("%(count)d case", "%(count)d cases", "count"),
        Part(
            contacts,
            person="colleagueprofile",
            thing="caseportraitpage",
            title="caseportraitpage__title",
            page="caseportraitpage",
            address="caseportraitpage__url_path",
            day=F("latest"),
            note="caseportraitpage__location",
            texts=[f"caseportraitpage__{text}" for text in TEXTS],
            tools="caseportraitpage__tools_used",
            origin=_("Kontakt på casen"),
        ),
        Part(
            owned_cases,
            person="colleague_owner",
            day=F("latest"),
            note="location",
            tools="tools_used",
            origin=_("Ejer af casen"),
            **PAGE,
        ),
        order=10,
    )
    register(
        "arena",
        _("Arenaer"),
        ngettext_lazy("%(count)d arena", "%(count)d arenaer", "count"),
        Part(
            ArenaPage.objects.visible_to,
            person="coordinator",
            origin=_("Koordinerer arenaen"),
            **PAGE,
        ),
        Part(
            ArenaPage.objects.visible_to,
            person="colleague_owner",
            origin=_("Ejer af arenaen"),
            **PAGE,
        ),
        order=60,
    )
    register(
        "business_case",
        _("Business cases"),
        ngettext_lazy("%(count)d business case", "%(count)d business cases", "count"),
        Part(
            BusinessCasePage.objects.visible_to,
            person="benefit_owner",
            origin=_("Står for gevinsten"),
            **PAGE,
        ),
        Part(
            BusinessCasePage.objects.visible_to,
            person="colleague_owner",
            origin=_("Ejer af regnestykket"),
            **PAGE,
        ),
        order=70,
    )
