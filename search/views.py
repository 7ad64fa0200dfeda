"""The result page and the suggestions. Both read only, and work without JavaScript."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from search import empty_searches
from search.contract import LONGEST_TEXT, MOST_RESULTS, NEWEST, RELEVANCE, SearchRequest
from search.contract import SearchUnavailableError as Unavailable
from search.kinds import KINDS
from search.labels import LOOKS, PARAMETERS
from search.page import KIND, SORT, result_context, start_context
from search.service import search
from search.suggestions import Suggestion, suggest

logger = logging.getLogger(__name__)
SIZE = 10
MOST_CHOSEN = 20  #: values of one facet that are read


def results(request: HttpRequest) -> HttpResponse:
    """Show what was found, by kind and with facets; without words, how to begin.

    htmx, which follows the links of the page where scripts run, gets what has changed alone.
    """
    text = request.GET.get("q", "").replace("\0", " ").strip()
    asked = read_request(request, text)
    context: dict[str, Any] = {"search_text": text[:LONGEST_TEXT], "search": None}
    try:
        found = search(asked)
    except Unavailable:
        logger.exception("search_unavailable")
        context["unavailable"] = True
    else:
        begun = text or asked.facets or asked.kinds
        context |= result_context(request, asked, found) if begun else start_context(found)
        if text and not (found.total or asked.facets or asked.kinds):
            empty_searches.note(text)
    part = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    response = render(request, "search/part.html" if part else "search/results.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


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
        sort=NEWEST if request.GET.get(SORT) == "nyeste" else RELEVANCE,
        page=page_number(request.GET.get("side", "")),
        size=SIZE,
    )


def page_number(text: str) -> int:
    """Return a page number from 1 on; what is none is 1, what is too high the highest."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return MOST_RESULTS if len(digits) > 6 else max(1, int(digits))


def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer while somebody types: JSON, or a fragment of HTML for those who ask for that."""
    text = request.GET.get("q", "")
    try:
        found = suggest(text, request.user)
    except Unavailable:
        logger.exception("search_unavailable")
        found = []
    if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
        context = {"groups": grouped(found), "search_text": text[:LONGEST_TEXT]}
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
    return JsonResponse({"query": text[:LONGEST_TEXT], "suggestions": items})


def grouped(found: list[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions by kind, in the order that they came in."""
    groups: dict[str, dict[str, Any]] = {}
    for each in found:
        look, icon = LOOKS[each.kind]
        group = {"kind": each.kind, "label": str(KINDS[each.kind].plural), "look": look}
        groups.setdefault(each.kind, {**group, "icon": icon, "items": []})["items"].append(each)
    return list(groups.values())
