"""The list of colleagues: what the address asks for, and what each further choice would give."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext as _

from colleagues.evidence import matching_q
from colleagues.models import ColleagueProfile
from colleagues.models.profile import ColleagueQuerySet, Offer
from gufu.taxonomy import Centre, SubjectArea
from gufu.templatetags.ui import toggle_url
from gufu.visibility import Viewer

MAX_WORDS = 8
MAX_TEXT = 200
SLUG = re.compile(r"[a-z0-9-]{1,80}")
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
#: Letters in the order of the Danish alphabet, for sorting names outside the database.
ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


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


class Directory:
    """What `params` (q, center, emne, tilbud) asks for, to be seen by `viewer`."""

    def __init__(self, params: QueryDict, viewer: Viewer) -> None:
        self.params = params
        self.words = words_of(params.get("q", ""))
        self.chosen = {
            name: [value for value in params.getlist(name)[:20] if SLUG.fullmatch(value)]
            for name in ("center", "emne", "tilbud")
        }
        self.base = (
            ColleagueProfile.objects.visible_to(viewer)
            .alias(offers_text=Cast("offers", TextField()))
            .filter(text_q(self.words, viewer))
        )

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or any(self.chosen.values()))

    def condition(self, name: str) -> Q:
        """Return the condition of one facet; several choices in it widen the list."""
        values = self.chosen[name]
        if not values:
            return Q()
        if name == "center":
            return Q(centre__slug__in=values)
        if name == "emne":
            links = _links().filter(subjectarea__slug__in=values)
            return Q(pk__in=links.values("colleagueprofile"))
        offered = Q()
        for value in values:
            offered |= offers_q(value)
        return offered

    def results(self, but: str = "") -> ColleagueQuerySet:
        """Return the colleagues that all facets leave; all facets but one for its counts."""
        found = self.base
        for name in self.chosen:
            if name != but:
                found = found.filter(self.condition(name))
        return found

    def facets(self) -> list[dict[str, Any]]:
        """Return the facets as `includes/facets.html` reads them; four queries."""
        centres = self.results("center").exclude(centre=None).order_by()
        subjects = _links().filter(colleagueprofile__in=self.results("emne").order_by())
        offers = self.results("tilbud").aggregate(
            **{value: Count("pk", filter=offers_q(value)) for value in Offer.values}
        )
        return [
            self._facet("center", _("Center"), _counted(centres, "centre"), Centre),
            self._facet("emne", _("Fagområde"), _counted(subjects, "subjectarea"), SubjectArea),
            self._facet(
                "tilbud",
                _("Tilbyder"),
                [(value, str(label), offers[value]) for value, label in Offer.choices],
            ),
        ]

    def _facet(
        self, name: str, label: str, rows: list[tuple[str, str, int]], terms: Any = None
    ) -> dict[str, Any]:
        chosen = self.chosen[name]
        if terms and (missing := set(chosen) - {row[0] for row in rows}):
            # A choice that gives nothing is still shown, so that it can be taken off again.
            gone = terms.objects.filter(slug__in=missing)
            rows = [*rows, *((term.slug, term.name, 0) for term in gone)]
        options = [
            {
                "value": value,
                "label": text,
                "count": count,
                "selected": value in chosen,
                "url": toggle_url(self.params, name, value),
            }
            for value, text, count in rows
            if count or value in chosen
        ]
        return {"name": name, "label": label, "options": options}


def offers_q(value: str) -> Q:
    """Return the condition for colleagues who offer `value`: the list is stored as JSON."""
    return Q(offers_text__contains=f'"{value}"')


def _links() -> Any:
    return ColleagueProfile.subject_areas.through.objects


def _counted(rows: Any, term: str) -> list[tuple[str, str, int]]:
    counts = rows.values_list(f"{term}__slug", f"{term}__name").annotate(count=Count("pk"))
    return sorted(counts, key=lambda row: row[1].lower().translate(ALPHABET))
