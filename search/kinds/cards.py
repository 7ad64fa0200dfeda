"""What cards, quotes and colleagues tell search."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.models import Quote
from colleagues.models import ColleagueProfile
from consent.models import valid_consent_q
from search.documents import Kind, Text
from toolbox.models import DoDont, Principle, QuestionCard


def question(thing: QuestionCard) -> Text:
    """The question itself is the title."""
    audience = [thing.audience] if thing.audience else []
    areas = list(thing.subject_areas.all())
    return Text(
        title=thing.text,
        url=thing.get_absolute_url(),
        slug=thing.slug,
        summary=thing.purpose,
        body=[thing.follow_ups, thing.avoid],
        tags=[thing.get_phase_display()],
        phrases=thing.phrases(),
        terms=[term.name for term in (*audience, *areas)],
        facets={
            "phase": [thing.phase],
            "target": [term.slug for term in audience],
            "subject": [term.slug for term in areas],
            "centre": [thing.centre.slug] if thing.centre else [],
        },
        meta=thing.get_phase_display(),
        is_illustrative=thing.is_illustrative,
    )


def principle(thing: Principle) -> Text:
    """A principle with its signs, or a movement of the Rostock table."""
    return Text(
        title=thing.statement,
        url=thing.get_absolute_url(),
        slug=thing.slug,
        summary=thing.explanation,
        body=[thing.from_to, thing.practice_signs],
        tags=[thing.get_origin_display()],
        phrases=thing.phrases(),
        meta=thing.get_origin_display(),
        is_illustrative=thing.is_illustrative,
    )


def do_dont(thing: DoDont) -> Text:
    """A piece of advice, why, and what to do instead."""
    return Text(
        title=thing.advice,
        url=thing.get_absolute_url(),
        slug=thing.slug,
        summary=thing.rationale,
        body=[thing.instead],
        tags=[thing.get_kind_display()],
        phrases=thing.phrases(),
        terms=[term.name for term in thing.subject_areas.all()],
        facets={"subject": [term.slug for term in thing.subject_areas.all()]},
        meta=thing.get_kind_display(),
        is_illustrative=thing.is_illustrative,
    )


def quote(thing: Quote) -> Text:
    """Somebody's words, as long as their consent lasts."""
    return Text(
        title=thing.text,
        url=thing.get_absolute_url(),
        slug=thing.slug,
        summary=thing.context,
        body=[thing.speaker],
        tags=[thing.get_theme_display()],
        meta=thing.said_by,
        dated=thing.said_on,
        until=thing.consent.expires_on if thing.consent else None,
        is_illustrative=thing.is_illustrative,
    )


def colleague(thing: ColleagueProfile) -> Text:
    """A colleague's own words; what they have done comes from what is linked to them."""
    areas, centre = list(thing.subject_areas.all()), thing.centre
    return Text(
        title=thing.name,
        url=thing.get_absolute_url(),
        slug=thing.slug,
        summary=thing.ask_me_about,
        body=[thing.job_title, thing.place, thing.email],
        tags=[thing.job_title],
        terms=[centre, *thing.offer_labels, *(term.name for term in areas)],
        facets={
            "centre": [centre.slug] if centre else [],
            "subject": [term.slug for term in areas],
        },
        meta=", ".join(filter(None, (thing.job_title, centre.name if centre else ""))),
    )


def published(things: Any) -> Any:
    """Keep the published cards."""
    return things.filter(is_published=True)


QUESTION = Kind(
    "question",
    _("Godt spørgsmål"),
    _("Gode spørgsmål"),
    "question",
    QuestionCard,
    question,
    published,
    ("audience", "centre"),
    ("subject_areas",),
)
PRINCIPLE = Kind(
    "principle", _("Princip"), _("Principper"), "principle", Principle, principle, published
)
DO_DONT = Kind(
    "do_dont",
    _("Gør og undgå"),
    _("Gør og undgå"),
    "do_dont",
    DoDont,
    do_dont,
    published,
    (),
    ("subject_areas",),
)
QUOTE = Kind(
    "quote",
    _("Citat"),
    _("Citater"),
    "quote",
    Quote,
    quote,
    lambda things: things.filter(valid_consent_q("consent__")),
    ("consent",),
)
COLLEAGUE = Kind(
    "colleague",
    _("Kollega"),
    _("Kolleger"),
    "colleague",
    ColleagueProfile,
    colleague,
    lambda things: things.in_directory(),
    ("centre",),
    ("subject_areas",),
)
