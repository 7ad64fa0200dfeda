"""The lists of the toolbox: tools, questions, principles, and what to do and to avoid."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from consent.presets import prefetch_photos
from gufu.browse import browse
from gufu.facets import ChoiceFacet, Facet, NumberFacet, TermFacet, Text
from gufu.reading import as_kind, cards
from gufu.taxonomy import Criterion
from toolbox.models import DoDont, FeedbackModelPage, Phase, Principle, QuestionCard, ToolPage

Sorts = Sequence[tuple[str, Text, Sequence[str]]]

EITHER = [ToolPage.Format.EITHER.value]
TOOL_FACETS: list[Facet] = [
    NumberFacet(
        "tid",
        _("Hvor lang tid har du?"),
        steps=(15, 30, 60, 120),
        text=lambda n: _("Højst %(minutes)d min.") % {"minutes": n},
        condition=lambda n: Q(minutes_min__lte=n),
    ),
    NumberFacet(
        "antal",
        _("Hvor mange er I?"),
        steps=(2, 5, 10, 20, 50),
        text=lambda n: _("%(people)d personer") % {"people": n},
        condition=lambda n: Q(group_min__lte=n, group_max__gte=n),
    ),
    ChoiceFacet("fase", _("Fase"), "phase", Phase.choices),
    ChoiceFacet("svaerhedsgrad", _("Sværhedsgrad"), "difficulty", ToolPage.Difficulty.choices),
    ChoiceFacet(
        "form",
        _("Form"),
        "format",
        ToolPage.Format.choices,
        # What can be done either way is found by both ways.
        wider={"fysisk": EITHER, "digital": EITHER},
    ),
    TermFacet("emne", _("Fagområde"), "subject_areas"),
    TermFacet("maalgruppe", _("Målgruppe"), "target_groups"),
]
TOOL_SORTS: Sorts = (
    ("titel", _("Titel"), ("title", "pk")),
    ("korteste", _("Korteste først"), ("minutes_min", "minutes_max", "title", "pk")),
    ("nyeste", _("Nyeste først"), ("-first_published_at", "title", "pk")),
)
QUESTION_FACETS: list[Facet] = [
    ChoiceFacet("fase", _("Fase"), "phase", Phase.choices),
    TermFacet("maalgruppe", _("Til hvem?"), "audience"),
    TermFacet("emne", _("Fagområde"), "subject_areas"),
    TermFacet("center", _("Center"), "centre"),
]
QUESTION_SORTS: Sorts = (
    ("spoergsmaal", _("Alfabetisk"), ("text", "pk")),
    ("fase", _("Efter fase"), ("phase", "text", "pk")),
)


def tool_list_context(request: HttpRequest) -> dict[str, Any]:
    """Return the toolbox's list, its facets, and the models for feedback beside it."""
    tools = (
        ToolPage.objects.visible_to(request.user)
        .select_related("picture__consent")
        .defer_streamfields()
    )
    context = browse(request.GET, tools, TOOL_FACETS, TOOL_SORTS)
    prefetch_photos([tool.picture for tool in context["page_obj"]], "card")
    models = FeedbackModelPage.objects.visible_to(request.user).order_by("title")
    return context | {"models": models}


def question_list_context(request: HttpRequest) -> dict[str, Any]:
    """Return the questions with their facets."""
    questions = QuestionCard.objects.visible_to(request.user)
    return browse(request.GET, questions, QUESTION_FACETS, QUESTION_SORTS, per_page=30)


def principles_context(request: HttpRequest) -> dict[str, Any]:
    """Return the criteria, the principles by origin, and the Rostock table."""
    principles = list(Principle.objects.visible_to(request.user))
    origins = [
        {
            "origin": origin,
            "label": origin.label,
            "principles": [p for p in principles if p.origin == origin],
        }
        for origin in (Principle.Origin.VOLUNTEER_COUNCIL, Principle.Origin.RESONANS)
    ]
    return {
        "criteria": Criterion.objects.all(),
        "origins": origins,
        "rostock": [p for p in principles if p.origin == Principle.Origin.ROSTOCK],
    }


def advice_context(request: HttpRequest) -> dict[str, Any]:
    """Return what to do and what to avoid, each with the case that shows it, if one may see it."""
    advice = list(DoDont.objects.visible_to(request.user))
    wanted = [item.evidence_case_id for item in advice if item.evidence_case_id]
    cases = {case.pk: case for case in visible_pages(request, wanted)}
    for item in advice:
        item.shown_case = cases.get(item.evidence_case_id)
    return {
        "dos": [item for item in advice if item.kind == DoDont.Kind.DO],
        "donts": [item for item in advice if item.kind == DoDont.Kind.DONT],
    }


def visible_pages(request: HttpRequest, wanted: Sequence[int]) -> list[Any]:
    """Return those of the pages with these keys that the reader may see."""
    return [as_kind(page) for page in cards(request.user).filter(pk__in=wanted)] if wanted else []
