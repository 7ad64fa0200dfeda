"""What the result page shows of an answer: tabs, facets, notes and ways on, each as an address."""

from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gufu.templatetags.ui import query_url, toggle_url
from search.contract import (
    MOST_RESULTS,
    PART,
    RELEVANCE,
    SYNONYM,
    TYPO,
    Hit,
    Note,
    SearchRequest,
    SearchResults,
)
from search.danish.highlight import plain
from search.kinds import KINDS
from search.labels import LOOKS, PARAMETERS

KIND, SORT = "slags", "sorter"
MOST_POPULAR = 8  #: subjects to begin with
#: How a hit was found by another word than the one asked for.
NOTES = {
    SYNONYM: gettext_lazy("Fundet ved %(found)s, et andet ord for »%(asked)s«"),
    PART: gettext_lazy("Fundet ved en del af »%(asked)s«: %(found)s"),
    TYPO: gettext_lazy("»%(asked)s« er læst som %(found)s"),
}
#: The same for a part of a word, where all of what was asked is the part.
WITHIN = gettext_lazy("»%(asked)s« er en del af %(found)s")


def result_context(request: HttpRequest, asked: SearchRequest, found: SearchResults) -> Any:
    """Return what templates/search/results.html shows of `found`."""
    chosen = {name for name, _label in PARAMETERS.values()} & request.GET.keys()
    shown = facets(request, found)
    return {
        "search": found,
        "hits": [shown_hit(hit, found) for hit in found.hits],
        "tabs": tabs(request, asked, found),
        "facets": shown,
        "chosen": [option for facet in shown for option in facet["options"] if option["selected"]],
        "clear_url": cleared(request, chosen) if chosen else "",
        "every_kind_url": query_url(request.GET, slags=None) if asked.kinds else "",
        "elsewhere": sum(found.totals.values()) if asked.kinds else 0,
        "sorts": sorts(request, asked),
        "page_obj": Paginator(range(min(found.total, MOST_RESULTS)), asked.size).page(found.page),
        "meant_url": query_url(request.GET, q=found.did_you_mean) if found.did_you_mean else "",
        "notes": [note_text(note) for note in found.notes if note.kind != TYPO],
        "popular": popular(found.subjects),
        "ask_url": ask_url(asked.text),
    }


def cleared(request: HttpRequest, chosen: set[str]) -> str:
    """Return the address without the parameters `chosen`."""
    query = request.GET.copy()
    for name in chosen:
        del query[name]
    return query_url(query)


def start_context(found: SearchResults) -> dict[str, Any]:
    """Return what is shown before the first word: how much there is, and of what."""
    return {
        "kinds": [
            {
                "label": known.plural,
                "look": LOOKS[name][0],
                "icon": LOOKS[name][1],
                "count": found.totals[name],
                "url": f"?{urlencode({KIND: name})}",
            }
            for name, known in KINDS.items()
            if found.totals.get(name)
        ],
        "popular": popular(found.subjects),
    }


def shown_hit(hit: Hit, found: SearchResults) -> dict[str, Any]:
    """Return a hit in the design's words, with the ways to reach the person it is.

    What `hit` has stands beside what is made of it, as one dictionary: templates look up keys
    first, and only then attributes.
    """
    look, icon = LOOKS[hit.kind]
    return {
        **vars(hit),
        "look": look,
        "icon_name": icon,
        "label": kind_names(get_language())[hit.kind][0],
        "year": str(hit.dated.year) if hit.dated and look != "tool" else "",
        "lead": lead(hit),
        "notes": [note_text(note) for note in hit.notes],
        "contact": found.contacts.get(hit.id),
    }


def lead(hit: Hit) -> str:
    """Return what introduces the extract, where that is a line of what colleagues search for."""
    if not hit.answers:
        return ""
    is_question = plain(hit.snippet).endswith("?")
    return _("Svarer på:") if is_question else _("Sådan søger kolleger:")


@cache
def kind_names(language: str | None) -> dict[str, tuple[str, str]]:
    """Return what one and many of each kind are called in the active `language`."""
    return {name: (str(known.label), str(known.plural)) for name, known in KINDS.items()}


def note_text(note: Note) -> str:
    """Return a note as a sentence: "»møde« er en del af »borgermøde« og »dialogmøde«"."""
    within = note.kind == PART and all(note.asked.lower() in word for word in note.found)
    words = [_("»%(word)s«") % {"word": word} for word in note.found]
    *first, last = words
    listed = _("%(first)s og %(last)s") % {"first": ", ".join(first), "last": last}
    return str(WITHIN if within else NOTES[note.kind]) % {
        "asked": note.asked,
        "found": listed if first else last,
    }


def tabs(request: HttpRequest, asked: SearchRequest, found: SearchResults) -> list[dict[str, Any]]:
    """Return a tab for everything and for each kind that has a hit, or that was chosen."""

    def tab(label: Any, kind: str | None, count: int) -> dict[str, Any]:
        url, current = query_url(request.GET, slags=kind), asked.kinds == {kind} - {None}
        return {"label": label, "url": url, "count": count, "current": current}

    totals, names = found.totals, kind_names(get_language())
    return [
        tab(_("Alt"), None, sum(totals.values())),
        *(
            tab(many, name, totals.get(name, 0))
            for name, (_one, many) in names.items()
            if totals.get(name) or name in asked.kinds
        ),
    ]


def sorts(request: HttpRequest, asked: SearchRequest) -> list[dict[str, Any]]:
    """Return the two orders."""
    by_relevance = asked.sort == RELEVANCE
    return [
        {
            "label": _("Relevans"),
            "url": query_url(request.GET, sorter=None),
            "selected": by_relevance,
        },
        {
            "label": _("Nyeste"),
            "url": query_url(request.GET, sorter="nyeste"),
            "selected": not by_relevance,
        },
    ]


def facets(request: HttpRequest, found: SearchResults) -> list[dict[str, Any]]:
    """Return the facets that part the results, as includes/facets.html wants them."""
    shown = []
    for field, (name, label) in PARAMETERS.items():
        chosen = set(request.GET.getlist(name))
        options = [
            {
                "value": slug,
                "label": text,
                "count": count,
                "selected": slug in chosen,
                "url": toggle_url(request.GET, name, slug),
            }
            for slug, text, count in found.facets.get(field, [])
        ]
        if len(options) > 1 or any(option["selected"] for option in options):
            shown.append({"name": name, "label": label, "options": options})
    return shown


def popular(subjects: list[tuple[str, str, int]]) -> list[dict[str, Any]]:
    """Return the subjects that most is written about, as addresses."""
    name = PARAMETERS["subject"][0]
    return [
        {"label": label, "count": count, "url": f"?{urlencode({name: slug})}"}
        for slug, label, count in subjects[:MOST_POPULAR]
    ]


def ask_url(text: str) -> str:
    """Return the address of the form to the consultants, with the words filled in."""
    query = f"?{urlencode({'om': text[:150]})}" if text else ""
    return reverse("support") + query
