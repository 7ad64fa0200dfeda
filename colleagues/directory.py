"""The list of colleagues: what the address asks for, and what each further choice would give."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.evidence import matching_q, people_by_tool, used_tools, with_tool_q
from colleagues.models import ColleagueProfile
from colleagues.models.offers import Offer
from colleagues.words import contains, words_of
from gufu.browse import browse
from gufu.facets import Facet, Option, TermFacet
from gufu.slugs import FOLDED
from gufu.taxonomy import SubjectArea
from gufu.visibility import Viewer

#: Where a colleague's own words stand.
OWN_TEXTS = ("name", "job_title", "place", "ask_me_about", "centre__name")
BY_NAME = ("navn", _("Navn"), ("name", "pk"))
BY_CENTRE = ("center", _("Center"), ("centre__name", "name", "pk"))
BY_FRESHNESS = (
    "bekraeftet",
    _("Senest bekræftet"),
    (F("confirmed_at").desc(nulls_last=True), "name", "pk"),
)
#: With words: those who have done it come first, in the order of the alphabet like everybody.
BY_EXPERIENCE = ("erfaring", _("Har prøvet det"), ("-has_done", "name", "pk"))


def text_q(words: Iterable[str], done: Q) -> Q:
    """Return the condition for colleagues whose profile has all `words`, or who did it (`done`)."""
    every = Q()
    for word in words:
        some = Q(slug__contains=word.lower().translate(FOLDED))
        for field in OWN_TEXTS:
            some |= contains(field, word)
        subjects = SubjectArea.objects.filter(contains("name", word))
        some |= Q(pk__in=_links().filter(subjectarea__in=subjects).values("colleagueprofile"))
        every &= some
    return every | done


@dataclass(frozen=True)
class OfferFacet(Facet):
    """What colleagues offer. The list is stored as JSON, so it is asked as text."""

    def offered(self, values: Sequence[str]) -> list[Option]:
        return [
            Option(value, label, Q(offers_text__contains=f'"{value}"'))
            for value, label in Offer.choices
        ]


@dataclass(frozen=True)
class PlaceFacet(Facet):
    """Where colleagues work, as they have written it."""

    people: QuerySet[Any]

    def offered(self, values: Sequence[str]) -> list[Option]:
        places = self.people.exclude(place="").order_by("place").values_list("place", flat=True)
        return [Option(place, place, Q(place=place)) for place in places.distinct()]

    def counts(self, left: QuerySet[Any]) -> dict[str, int]:
        return dict(left.order_by().values_list("place").annotate(Count("pk")))


@dataclass(frozen=True)
class TechniqueFacet(Facet):
    """The techniques that colleagues have tried, or that their cases used."""

    viewer: Viewer

    def offered(self, values: Sequence[str]) -> list[Option]:
        tools = used_tools(self.viewer).order_by("title").values_list("slug", "title")
        # The counts are our own, so a condition is asked for only where a technique is chosen.
        return [
            Option(slug, title, with_tool_q(slug, self.viewer) if slug in values else Q())
            for slug, title in tools
        ]

    def counts(self, left: QuerySet[Any]) -> dict[str, int]:
        return people_by_tool(left, self.viewer)


@dataclass(frozen=True)
class AvailableFacet(Facet):
    """Whether a colleague answers today."""

    def offered(self, values: Sequence[str]) -> list[Option]:
        here = Q(paused_until=None) | Q(paused_until__lt=timezone.localdate())
        return [Option("1", _("Holder ikke pause"), here)]


def facets_for(viewer: Viewer, everybody: QuerySet[Any]) -> list[Facet]:
    """Return the facets, in the order in which they stand."""
    return [
        TermFacet("center", _("Center"), "centre"),
        TermFacet("emne", _("Fagområde"), "subject_areas"),
        TechniqueFacet("greb", _("Har prøvet"), viewer),
        PlaceFacet("sted", _("Arbejdssted"), everybody),
        OfferFacet("tilbud", _("Tilbyder")),
        AvailableFacet("nu", _("Kan svare nu")),
    ]


def colleagues_for(params: QueryDict, viewer: Viewer) -> dict[str, Any]:
    """Return what the directory shows for its parameters: the context of `browse`, and `words`,
    what was looked for.
    """
    words = words_of(params.get("q", ""))
    everybody = ColleagueProfile.objects.visible_to(viewer)
    people = everybody.for_cards().alias(offers_text=Cast("offers", TextField()))
    sorts = [BY_NAME, BY_CENTRE, BY_FRESHNESS]
    if words:
        done = matching_q(words, viewer)
        has_done = Case(When(done, then=Value(1)), default=Value(0))
        people = people.filter(text_q(words, done)).alias(has_done=has_done)
        sorts.insert(0, BY_EXPERIENCE)
    return {**browse(params, people, facets_for(viewer, everybody), sorts), "words": words}


def _links() -> Any:
    return ColleagueProfile.subject_areas.through.objects
