"""The lists of portraits, business cases, arenas and citizens' voices."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.figures import card_figure
from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage, Quote
from cases.models.portraits import Stage, Track
from colleagues.models import Commitment
from consent.presets import prefetch_photos
from gufu.browse import browse
from gufu.facets import ChoiceFacet, Facet, TermFacet, Text
from gufu.reading import people_by_relation
from gufu.templatetags.ui import query_url
from gufu.visibility import Viewer

Sorts = Sequence[tuple[str, Text, Sequence[str]]]

CASE_FACETS: list[Facet] = [
    ChoiceFacet("spor", _("Spor"), "track", Track.choices),
    TermFacet("emne", _("Fagområde"), "subject_areas"),
    TermFacet("center", _("Center"), "centre"),
    TermFacet("maalgruppe", _("Målgruppe"), "target_groups"),
    ChoiceFacet("hvorlangt", _("Hvor langt?"), "stage", Stage.choices),
]
CASE_SORTS: Sorts = (
    ("friske", _("Senest bekræftet"), ("-confirmed_at", "title", "pk")),
    ("nyeste", _("Nyeste først"), ("-first_published_at", "title", "pk")),
    ("titel", _("Titel"), ("title", "pk")),
)
#: Voices on a page; a theme rarely has more.
VOICES_PER_PAGE = 30


def case_list_context(request: HttpRequest) -> dict[str, Any]:
    """Return the portraits with their facets."""
    portraits = (
        CasePortraitPage.objects.visible_to(request.user)
        .select_related("picture__consent", "centre")
        .defer_streamfields()
    )
    context = browse(request.GET, portraits, CASE_FACETS, CASE_SORTS, per_page=18)
    prefetch_photos([page.picture for page in context["page_obj"]], "card")
    return context


def business_case_list_context(request: HttpRequest) -> dict[str, Any]:
    """Return the business cases, each with its key figure."""
    pages = (
        BusinessCasePage.objects.visible_to(request.user)
        .select_related("picture__consent", "centre")
        .prefetch_related("lines")
        .defer_streamfields()
    )
    facets: list[Facet] = [
        TermFacet("emne", _("Fagområde"), "subject_areas"),
        TermFacet("center", _("Center"), "centre"),
    ]
    sorts = (("titel", _("Titel"), ("title", "pk")),)
    context = browse(request.GET, pages, facets, sorts)
    for page in context["page_obj"]:
        page.key_figure = card_figure(page)
    return context


def arena_list_context(request: HttpRequest) -> dict[str, Any]:
    """Return the arenas, and what the centres have bound themselves to."""
    arenas = (
        ArenaPage.objects.visible_to(request.user)
        .select_related("picture__consent", "centre")
        .defer_streamfields()
        .order_by("title")
    )
    prefetch_photos([page.picture for page in arenas], "card")
    return {"arenas": arenas, "commitments": commitments(request.user)}


def commitments(viewer: Viewer, **which: Any) -> list[Commitment]:
    """Return the centres' commitments, each with `.shown_owner`: its owner if they may be shown."""
    rows: list[Any] = list(
        Commitment.objects.filter(**which).select_related("centre").order_by("centre__name")
    )
    owners = people_by_relation(viewer, {"owner": {row.owner_id for row in rows}})["owner"]
    known = {person.pk: person for person in owners}
    for row in rows:
        row.shown_owner = known.get(row.owner_id)
    return rows


def voices_context(request: HttpRequest) -> dict[str, Any]:
    """Return the quotes that may be shown, by theme; `tema` in the address keeps to one theme."""
    visible = Quote.objects.visible_to(request.user)
    numbers = dict(visible.order_by().values_list("theme").annotate(n=Count("pk")))
    theme = request.GET.get("tema", "")
    chosen = theme if theme in numbers else ""
    shown = visible.filter(theme=chosen) if chosen else visible
    quotes: list[Any] = list(shown.order_by("theme", "pk"))
    cases = cases_with(quotes, request.user)
    for quote in quotes:
        quote.shown_case = cases.get(quote.pk)
    tabs = [
        {
            "label": _("Alle"),
            "url": query_url(request.GET, tema=None),
            "count": sum(numbers.values()),
            "current": not chosen,
        }
    ]
    tabs += [
        {
            "label": label,
            "url": query_url(request.GET, tema=value),
            "count": numbers[value],
            "current": value == chosen,
        }
        for value, label in Quote.Theme.choices
        if value in numbers
    ]
    themes = [
        {"slug": value, "label": label, "quotes": [q for q in quotes if q.theme == value]}
        for value, label in Quote.Theme.choices
        if value in numbers and chosen in ("", value)
    ]
    return {"tabs": tabs, "themes": themes, "count": len(quotes)}


def cases_with(quotes: Sequence[Quote], viewer: Viewer) -> dict[int, CasePortraitPage]:
    """Return for each quote (by primary key) a portrait that uses it and that one may see."""
    field = CasePortraitPage._meta.get_field("quotes")
    rows = field.remote_field.through._default_manager.filter(
        quote__in=[quote.pk for quote in quotes],
        caseportraitpage__in=CasePortraitPage.objects.visible_to(viewer).values("pk"),
    ).values_list("quote_id", "caseportraitpage_id")
    by_quote = dict(rows)
    portraits = CasePortraitPage.objects.visible_to(viewer).defer_streamfields()
    found = {page.pk: page for page in portraits.filter(pk__in=set(by_quote.values()))}
    return {quote: found[page] for quote, page in by_quote.items() if page in found}
