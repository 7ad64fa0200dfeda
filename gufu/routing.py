"""From an address to its page, with as few queries as that takes.

Wagtail walks the tree a level at a time, two queries each, and then asks for the page's ancestors
and their restrictions. Here one query finds the page by its whole path, as what it is, and the
visibility rule (`gufu.visibility`), which every list asks as well, says whether it may be shown.

A page that the reader may not see answers as one that does not exist: a sign-in form would tell
that it does, and signing in again would not open it.
"""

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page, PageViewRestriction, Site, get_page_models
from wagtail.views import serve as serve_by_wagtail

from gufu.visibility import visible_pages_q


@cache
def lineages() -> tuple[str, ...]:
    """Return for each kind of page the lookup from `Page` to its row: "knowledgepage__toolpage"."""
    found = []
    for model in get_page_models():
        chain = [model, *model._meta.get_base_chain(Page)][:-1]
        if model is not Page:
            found.append("__".join(step._meta.model_name for step in reversed(chain)))
    return tuple(found)


def as_what_it_is(page: Page) -> Page:
    """Return the page as an instance of its own class, from the rows that came with it."""
    kind = page.cached_content_type.model
    lineage = next((name for name in lineages() if name.split("__")[-1] == kind), "")
    specific: Any = page
    for step in filter(None, lineage.split("__")):
        specific = specific._state.fields_cache.get(step)
        if specific is None:
            return page.specific
    return specific


def find_page(request: HttpRequest, path: str) -> Page | None:
    """Return the page at `path` that the reader may see, or None: two queries."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    url_path = f"{site.root_page.url_path}{path}"
    found = Page.objects.filter(visible_pages_q(request.user), url_path=url_path)
    page = found.select_related(*lineages()).first()
    return as_what_it_is(page) if page else None


def serve(request: Any, path: str = "") -> HttpResponse:
    """Show the page at `path`, through Wagtail's own hooks."""
    page = find_page(request, path)
    if page is None:
        raise Http404
    request._wagtail_route_for_request = (page, [], {})
    # The visibility rule has answered already; Wagtail's own check would ask three queries more.
    page.get_view_restrictions = PageViewRestriction.objects.none
    return serve_by_wagtail(request, path)
