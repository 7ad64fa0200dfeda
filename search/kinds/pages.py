# ruff: noqa: SIM905 - lists of names read better as text
"""What pages tell search."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cases.models import ArenaPage, BusinessCasePage, CasePortraitPage
from gufu.models import KnowledgePage
from search.attachments import attached_to
from search.documents import Kind, Link, Text
from search.kinds.links import (
    ANSWERED,
    CLOSED_REQUESTS,
    FEEDBACK,
    answers,
    feedback,
    owner,
    shown,
    support,
)
from toolbox.models import FeedbackModelPage, ToolPage, ToolTrial

YEAR = 365
RELATED = ("centre",)
PREFETCH = (
    "subject_areas",
    "target_groups",
    "tagged_items__tag",
    "hidden_evidence",
    CLOSED_REQUESTS,
    ANSWERED,
    FEEDBACK,
)
OPEN_TRIALS = Prefetch("trials", ToolTrial.objects.filter(contactable=True), to_attr="open_trials")
CASE_TEXTS = """
    problem citizen_view story mindset_elements municipal_role partners location resources
    outcomes evidence challenges conditions lessons three_tips replicability
""".split()
TOOL_TEXTS = """
    purpose when_to_use when_not materials preparation steps
    tips pitfalls variations follow_up
""".split()
ARENA_TEXTS = ("challenge", "why_together", "partners", "next_step", "how_to_join")
BUSINESS_TEXTS = ("baseline", "change", "nonfinancial", "decision")


def page(
    thing: KnowledgePage,
    texts: Iterable[str],
    links: Iterable[Link] = (),
    *,
    dated: date | None = None,
    **labelled: Any,
) -> Text:
    """Return what every knowledge page tells, with its own texts and facets.

    `labelled` are facets of one value: field -> (slug, label).
    """
    areas, groups = list(thing.subject_areas.all()), list(thing.target_groups.all())
    centre = [thing.centre] if thing.centre else []
    published = thing.first_published_at
    day = dated or (published.date() if published else None)
    parts = thing.get_url_parts()
    return Text(
        title=thing.title,
        url=parts[2] if parts and parts[2] else "",
        slug=thing.slug,
        summary=thing.summary,
        body=[getattr(thing, name) for name in texts],
        tags=[
            *(item.tag.name for item in thing.tagged_items.all()),
            *(label for slug, label in labelled.values() if slug),
        ],
        phrases=thing.phrases(),
        terms=[term.name for term in (*centre, *areas, *groups)],
        facets={
            "centre": [term.slug for term in centre],
            "subject": [term.slug for term in areas],
            "target": [term.slug for term in groups],
            **{name: [slug] for name, (slug, _label) in labelled.items() if slug},
        },
        meta=thing.centre.name if thing.centre else "",
        dated=day,
        review_due=thing.review_due,
        trail=trail(thing.path),
        links=shown(thing, [*links, *support(thing), *answers(thing), *feedback(thing)]),
        attachments=attached_to(thing),
        is_illustrative=thing.is_illustrative,
    )


def trail(path: str) -> Iterator[str]:
    """Yield the keys of the pages whose subtree a page stands in, its own included.

    Keys and not paths: a path changes when a sibling is moved, and nobody is told.
    """
    paths = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    keys = Page.objects.filter(path__in=paths).order_by("path").values_list("pk", flat=True)
    return map(str, keys)


def case(thing: CasePortraitPage) -> Text:
    """A portrait ages with what it tells of."""
    dated = thing.end_date or thing.start_date
    key = f"case:{thing.pk}"
    links = [(person.pk, key, dated) for person in thing.contacts.all()]
    return page(
        thing,
        CASE_TEXTS,
        [*links, *owner(thing, dated)],
        dated=dated,
        track=(thing.track, thing.get_track_display()),
    )


def tool(thing: ToolPage) -> Text:
    """A tool is linked to those who tried it and may be asked."""
    links: list[Link] = [
        (trial.colleague_id, f"trial:{trial.pk}", trial.date)
        for trial in thing.open_trials
        if trial.colleague_id
    ]
    links += owner(thing)
    return page(thing, TOOL_TEXTS, links, phase=(thing.phase, thing.get_phase_display()))


def arena(thing: ArenaPage) -> Text:
    """An arena is linked to its coordinator."""
    key = f"arena:{thing.pk}"
    links: list[Link] = [(thing.coordinator_id, key, None)] if thing.coordinator_id else []
    return page(thing, ARENA_TEXTS, [*links, *owner(thing)])


def business_case(thing: BusinessCasePage) -> Text:
    """A business case is linked to whoever owns the benefit."""
    key = f"business_case:{thing.pk}"
    links: list[Link] = [(thing.benefit_owner_id, key, None)] if thing.benefit_owner_id else []
    return page(thing, BUSINESS_TEXTS, [*links, *owner(thing)])


def feedback_model(thing: FeedbackModelPage) -> Text:
    """The steps and the phrases."""
    return page(thing, ("steps", "good_phrases"))


def live(things: Any) -> Any:
    """Keep the live pages."""
    return things.live()


CASE = Kind(
    "case",
    _("Case"),
    _("Cases"),
    "page",
    CasePortraitPage,
    case,
    live,
    RELATED,
    (*PREFETCH, "contacts"),
    half_life=4 * YEAR,
)
TOOL = Kind(
    "tool",
    _("Værktøj"),
    _("Værktøjer"),
    "page",
    ToolPage,
    tool,
    live,
    RELATED,
    (*PREFETCH, OPEN_TRIALS),
)
ARENA = Kind(
    "arena",
    _("Arena"),
    _("Arenaer"),
    "page",
    ArenaPage,
    arena,
    live,
    RELATED,
    PREFETCH,
    half_life=3 * YEAR,
)
BUSINESS_CASE = Kind(
    "business_case",
    _("Business case"),
    _("Business cases"),
    "page",
    BusinessCasePage,
    business_case,
    live,
    RELATED,
    PREFETCH,
    half_life=3 * YEAR,
)
FEEDBACK_MODEL = Kind(
    "feedback_model",
    _("Model for feedback"),
    _("Modeller for feedback"),
    "page",
    FeedbackModelPage,
    feedback_model,
    live,
    RELATED,
    PREFETCH,
)
