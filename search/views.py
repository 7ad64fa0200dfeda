"""The result page and the suggestions. Both read only, and work without JavaScript."""

import logging
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gufu.templatetags.ui import query_url, toggle_url
from search.contract import MOST_RESULTS, NEWEST, RELEVANCE, Hit, SearchRequest, SearchResults
from search.contract import SearchUnavailableError as Unavailable
from search.kinds import KINDS
from search.labels import LOOKS, PARAMETERS
from search.service import search
from search.suggestions import Suggestion, suggest

logger = logging.getLogger(__name__)
SIZE = 10
KIND = "slags"
MOST_CHOSEN = 20  #: values of one facet that are read


def results(request: HttpRequest) -> HttpResponse:
    """Show what was found, by kind and with facets; without words, how to begin."""
    text = request.GET.get("q", "").replace("\0", " ").strip()
    asked = read_request(request, text)
    context: dict[str, Any] = {"search_text": text[:500], "search": None, "unavailable": False}
    if text or asked.facets or asked.kinds:
        try:
            found = search(asked)
        except Unavailable:
            logger.exception("search_unavailable")
            context["unavailable"] = True
        else:
            context |= result_context(request, found)
    return render(request, "search/results.html", context)


def read_request(request: HttpRequest, text: str) -> SearchRequest:
    """Return what the address asks for; what it cannot mean is left out."""
    facets = {
        field: frozenset(values)
        for field, (name, _label) in PARAMETERS.items()
        if (values := [v for v in request.GET.getlist(name)[:MOST_CHOSEN] if v])
    }
    kind = request.GET.get(KIND, "")
    return SearchRequest(
        text=text,
        viewer=request.user,
        kinds=frozenset({kind} & KINDS.keys()),
        facets=facets,
        sort=NEWEST if request.GET.get("sorter") == "nyeste" else RELEVANCE,
        page=page_number(request.GET.get("side", "")),
        size=SIZE,
    )


def page_number(text: str) -> int:
    """Return a page number from 1 on; what is none is 1, what is too high the highest."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return MOST_RESULTS if len(digits) > 6 else max(1, int(digits))


def result_context(request: HttpRequest, found: SearchResults) -> dict[str, Any]:
    """Return what the template shows of `found`."""
    kind = request.GET.get(KIND, "")
    kind = kind if kind in KINDS else ""
    chosen = {name for name, _label in PARAMETERS.values()} & request.GET.keys()
    tabs: list[dict[str, Any]] = [
        {
            "label": _("Alt"),
            "url": query_url(request.GET, slags=None),
            "count": sum(found.totals.values()),
            "current": not kind,
        }
    ]
    for name, known in KINDS.items():
        if found.totals.get(name) or name == kind:
            url = query_url(request.GET, slags=name)
            count = found.totals.get(name, 0)
            tabs.append(
                {"label": known.plural, "url": url, "count": count, "current": name == kind}
            )
    newest = request.GET.get("sorter") == "nyeste"
    sorts = [(_("Relevans"), None, not newest), (_("Nyeste"), "nyeste", newest)]
    return {
        "search": found,
        "hits": [(hit, *look(hit)) for hit in found.hits],
        "tabs": tabs,
        "facets": facets(request, found),
        "clear_url": cleared(request, chosen) if chosen else "",
        "sorts": [
            {"label": label, "url": query_url(request.GET, sorter=value), "selected": on}
            for label, value, on in sorts
        ],
        "page_obj": Paginator(range(min(found.total, MOST_RESULTS)), SIZE).page(found.page),
        "meant_url": query_url(request.GET, q=found.did_you_mean) if found.did_you_mean else "",
    }


def cleared(request: HttpRequest, chosen: set[str]) -> str:
    """Return the address without the parameters `chosen`."""
    query = request.GET.copy()
    for name in chosen:
        del query[name]
    return query_url(query)


def look(hit: Hit) -> tuple[str, str, object]:
    """Return (kind, icon, label) of a hit in the design's words."""
    kind, icon = LOOKS[hit.kind]
    return kind, icon, KINDS[hit.kind].label


def facets(request: HttpRequest, found: SearchResults) -> list[dict[str, Any]]:
    """Return the facets that part the results, as includes/facets.html wants them."""
    shown = []
    for field, (name, label) in PARAMETERS.items():
        chosen = set(request.GET.getlist(name))
        values = found.facets.get(field, [])
        if len(values) > 1 or chosen:
            options = [
                {
                    "value": slug,
                    "label": text,
                    "count": count,
                    "selected": slug in chosen,
                    "url": toggle_url(request.GET, name, slug),
                }
                for slug, text, count in values
            ]
            shown.append({"name": name, "label": label, "options": options})
    return shown


def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer while somebody types: JSON, or a fragment of HTML for those who ask for that."""
    text = request.GET.get("q", "")
    try:
        found = suggest(text, request.user)
    except Unavailable:
        logger.exception("search_unavailable")
        found = []
    if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
        context = {"groups": grouped(found), "search_text": text[:500]}
        return render(request, "search/suggestions.html", context)
    items = [
        {
            "title": "".join(text for text, _ in each.title),
            "pieces": each.title,
            "url": each.url,
            "kind": each.kind,
            "kind_label": group["label"],
            "look": group["look"],
            "icon": group["icon"],
            "meta": each.meta,
        }
        for group in grouped(found)
        for each in group["items"]
    ]
    return JsonResponse({"query": text[:500], "suggestions": items})


def grouped(found: list[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions by kind, in the order that they came in."""
    groups: dict[str, dict[str, Any]] = {}
    for each in found:
        look, icon = LOOKS[each.kind]
        group = {"kind": each.kind, "label": str(KINDS[each.kind].plural), "look": look}
        groups.setdefault(each.kind, {**group, "icon": icon, "items": []})["items"].append(each)
    return list(groups.values())
