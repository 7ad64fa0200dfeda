"""Template tags of the interface. A builtin library: no template needs to load it."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from gufu.slugs import danish_slug

register = template.Library()

Text = str | Promise
PAGE_PARAMETER = "side"

#: A facet with more options than this is folded until one is chosen.
SHORT_FACET = 6


class NavItem(NamedTuple):
    """One entry of the main navigation; `current` is the value of aria-current or empty."""

    label: Text
    url: str
    icon: str
    current: str = ""


# The five ways in that most people come for; the rest stands under "Mere".
MAIN_NAVIGATION = (
    NavItem(_("Cases"), "/cases/", "case"),
    NavItem(_("Værktøjskasse"), "/vaerktoejer/", "tool"),
    NavItem(_("Gode spørgsmål"), "/spoergsmaal/", "question"),
    NavItem(_("Kolleger"), "/kolleger/", "group"),
    NavItem(_("Er det samskabelse?"), "/guide/", "compass"),
)
MORE_NAVIGATION = (
    NavItem(_("Principper"), "/principper/", "leaf"),
    NavItem(_("Gør og undgå"), "/goer-og-undgaa/", "thumb-up"),
    NavItem(_("Business cases"), "/business-cases/", "scale"),
    NavItem(_("Borgernes stemmer"), "/borgernes-stemmer/", "quote"),
    NavItem(_("Arenaer"), "/arenaer/", "bridge"),
    NavItem(_("Spørg en konsulent"), "/stoette/", "chat"),
)


@register.simple_tag
def icon(name: str, label: str = "", extra: str = "") -> SafeString:
    """Draw the icon `name` from icons.svg: decoration, or an image when it has a `label`."""
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>',
            f"icon {extra}".strip(),
            label,
            f"{static('gufu/icons.svg')}#{name}",
        )
    return _decoration(name, extra)


# A page draws sixty of them. Typed: what is safe and what is to be escaped are not the same.
@lru_cache(maxsize=1000, typed=True)
def _decoration(name: str, extra: str) -> SafeString:
    href = f"{static('gufu/icons.svg')}#{name}"
    css = f"icon {extra}".strip()
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', css, href)


@register.simple_tag
def art(name: str, seed: object = "") -> SafeString:
    """Draw the motif of a kind of page where it has no picture; `seed` picks one of two."""
    number = zlib.crc32(str(seed).encode()) % 2 + 1
    href = f"{static('gufu/art.svg')}#{name or 'case'}-{number}"
    return format_html(
        '<svg class="art" viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice"'
        ' aria-hidden="true"><use href="{}"/></svg>',
        href,
    )


def _marked(items: Iterable[NavItem], path: str) -> list[NavItem]:
    return [
        item._replace(
            current="page" if path == item.url else "true" if path.startswith(item.url) else ""
        )
        for item in items
    ]


@register.simple_tag(takes_context=True)
def place(context: Context) -> str:
    """Return where one stands, as far as the navigation tells: the address of an entry, one below
    it ("/cases/…"), or nothing."""
    path = getattr(context.get("request"), "path", "")
    for item in (*MAIN_NAVIGATION, *MORE_NAVIGATION):
        if path.startswith(item.url):
            return item.url if path == item.url else f"{item.url}…"
    return ""


@register.simple_tag
def navigation(place: str) -> dict[str, Any]:
    """Return {"main", "more": lists of NavItem, "more_current": bool} for where one stands."""
    more = _marked(MORE_NAVIGATION, place)
    return {
        "main": _marked(MAIN_NAVIGATION, place),
        "more": more,
        "more_current": any(item.current for item in more),
    }


def query_url(params: QueryDict, *, path: str = "", **changes: str | int | None) -> str:
    """Return `path?query` with the named parameters set (None removes); the page is forgotten."""
    query = _listed(params)
    for name, value in changes.items():
        query[name] = () if value is None else (str(value),)
    return _address(path, query)


def toggle_url(params: QueryDict, name: str, value: str, *, path: str = "") -> str:
    """Return the address where the option `value` of facet `name` is the other way round."""
    query = _listed(params)
    chosen = query.get(name, ())
    kept = tuple(other for other in chosen if other != value)
    query[name] = kept if len(kept) < len(chosen) else (*chosen, value)
    return _address(path, query)


def _page_url(params: QueryDict, number: int) -> str:
    return _address("", {**_listed(params), PAGE_PARAMETER: (str(number),)})


def _listed(params: QueryDict) -> dict[str, tuple[str, ...]]:
    """Return the parameters without the page's number."""
    return {name: tuple(values) for name, values in params.lists() if name != PAGE_PARAMETER}


def _address(path: str, query: dict[str, tuple[str, ...]]) -> str:
    encoded = "&".join([_encoded(name, values) for name, values in query.items() if values])
    return f"{path}?{encoded}" if encoded else path or "?"


# A page writes the words that were asked for into fifty addresses.
@lru_cache(maxsize=500)
def _encoded(name: str, values: tuple[str, ...]) -> str:
    return urlencode([(name, value) for value in values])


def page_links(context: Context, page: Page[Any]) -> list[dict[str, Any]]:
    """Return the numbers of a pagination: [{"number", "url", "current", "gap"}, …]."""
    request: HttpRequest | None = context.get("request")
    params = request.GET if request else QueryDict()
    links = []
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if isinstance(number, int):
            url = _page_url(params, number)
            links.append({"number": number, "url": url, "current": number == page.number})
        else:
            links.append({"gap": True})
    return links


@register.simple_tag(takes_context=True)
def page_url(context: Context, number: int) -> str:
    """Return the address of page `number` of the list one stands in."""
    request: HttpRequest | None = context.get("request")
    return _page_url(request.GET if request else QueryDict(), number)


@register.filter
def initials(name: object) -> str:
    """Return the letters of an avatar: first and last name, "Karen-Marie Toft" → "KT"."""
    words = str(name or "").split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def tone(name: object) -> int:
    """Return a colour number 1–5 that stays with a name."""
    return zlib.crc32(str(name).encode()) % 5 + 1


@register.filter
def is_past(value: object) -> bool:
    """Tell whether a date lies before today; nothing is never past."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value).date()
    return isinstance(value, dt.date) and value < timezone.localdate()


@register.filter
def starts_open(facet: dict[str, Any]) -> bool:
    """Tell whether a facet shows its options at once: a short one, or one with a choice."""
    options = facet["options"]
    return len(options) <= SHORT_FACET or any(option["selected"] for option in options)


@register.filter
def anchor(text: object) -> str:
    """Return an id for a heading: "Det gode råd" → "det-gode-raad"."""
    return danish_slug(str(text)) or "afsnit"


@register.simple_tag
def between(low: object, high: object = None) -> str:
    """Return "20–40", or one figure where both are the same or one is missing."""
    known = [str(value) for value in (low, high) if value not in (None, "")]
    return known[0] if len(set(known)) == 1 else "–".join(known)


@register.simple_tag
def bars(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lay out bars: each row {"label", "value", "display"?, "kind"?} gets "x" and "width".

    Both are per cent of the drawing, as strings; the zero line stands where the lowest needs it.
    """
    values = [float(row["value"]) for row in rows]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    zero = abs(low) / span * 100
    laid_out = []
    for row, value in zip(rows, values, strict=True):
        width = abs(value) / span * 100
        laid_out.append(
            {
                **row,
                "display": row.get("display", row["value"]),
                "x": f"{zero - width if value < 0 else zero:.2f}%",
                "width": f"{width:.2f}%",
                "zero": f"{zero:.2f}%",
                "negative": value < 0,
            }
        )
    return laid_out
