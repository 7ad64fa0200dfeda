"""The list of colleagues: what the address asks for, and what each further choice would give."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from colleagues.evidence import matching_q
from colleagues.models import ColleagueProfile
from colleagues.models.offers import Offer
from gufu.browse import browse
from gufu.facets import Facet, Option, TermFacet
from gufu.slugs import FOLDED
from gufu.taxonomy import SubjectArea
from gufu.visibility import Viewer

MAX_WORDS = 8
MAX_TEXT = 200


def words_of(text: str) -> list[str]:
    """Return the words to look for: at most eight, composed letters, nothing unprintable."""
    text = unicodedata.normalize("NFC", text[:MAX_TEXT])
    text = "".join(c if c.isprintable() and not c.isspace() else " " for c in text)
    return text.replace(",", " ").split()[:MAX_WORDS]


def spellings(word: str) -> set[str]:
    """Return the ways to write a word: SQLite knows small and capital letters only of ASCII."""
    return {word, word.lower(), word.capitalize(), word.upper()}


def contains(field: str, word: str) -> Q:
    """Return the condition that `field` contains `word`, in small or capital letters."""
    condition = Q()
    for spelling in spellings(word):
        condition |= Q(**{f"{field}__icontains": spelling})
    return condition


def text_q(words: Iterable[str], viewer: Viewer) -> Q:
    """Return the condition for colleagues whose profile has all the words, or whose traces do."""
    words = list(words)
    every = Q()
    for word in words:
        some = Q(slug__contains=word.lower().translate(FOLDED))
        for field in ("name", "job_title", "place", "ask_me_about", "centre__name"):
            some |= contains(field, word)
        subjects = SubjectArea.objects.filter(contains("name", word))
        some |= Q(pk__in=_links().filter(subjectarea__in=subjects).values("colleagueprofile"))
        every &= some
    return every | matching_q(words, viewer) if words else every


@dataclass(frozen=True)
class OfferFacet(Facet):
    """What colleagues offer. The list is stored as JSON, so it is asked as text."""

    def offered(self, values: Sequence[str]) -> list[Option]:
        return [
            Option(value, label, Q(offers_text__contains=f'"{value}"'))
            for value, label in Offer.choices
        ]


FACETS = (
    TermFacet("center", _("Center"), "centre"),
    TermFacet("emne", _("Fagområde"), "subject_areas"),
    OfferFacet("tilbud", _("Tilbyder")),
)
SORTS = (("navn", _("Navn"), ("name", "pk")),)


def colleagues_for(params: QueryDict, viewer: Viewer) -> dict[str, Any]:
    """Return what the directory shows for ?q, ?center, ?emne and ?tilbud: the context of `browse`,
    and `words`, what was looked for.
    """
    words = words_of(params.get("q", ""))
    people = (
        ColleagueProfile.objects.visible_to(viewer)
        .for_cards()
        .alias(offers_text=Cast("offers", TextField()))
        .filter(text_q(words, viewer))
    )
    return {**browse(params, people, FACETS, SORTS), "words": words}


def _links() -> Any:
    return ColleagueProfile.subject_areas.through.objects
