"""Small pieces that a page has by the dozen, drawn in Python. A builtin library.

A template needs fifteen times as long for them, and the filters of a list were a third of the
result page.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gufu.templatetags.ui import Text, icon, page_links

register = template.Library()


@register.simple_tag
def facet_options(facet: dict[str, Any]) -> SafeString:
    """Draw the options of a facet (includes/facets.html) as items of a list."""
    language = get_language()
    items = [_option(facet["name"], option, language) for option in facet["options"]]
    return SafeString("".join(items))


def _option(name: str, option: dict[str, Any], language: str | None) -> str:
    count, selected = option["count"], option["selected"]
    is_empty = count == 0 and not selected
    before, after = _named(name, option["value"], option["label"], selected, is_empty, language)
    shown = "" if count is None else _count(count, language)
    return f"<li>{before}{escape(option['url'])}{after}{shown}</a></li>"


# What stands before and after the address is the same at every search.
@lru_cache(maxsize=1000, typed=True)
def _named(
    name: str, value: str, label: Text, selected: bool, is_empty: bool, language: str | None
) -> tuple[str, str]:
    before = format_html(
        '<a id="valg-{}-{}" class="facet__option{}" href="',
        name,
        value,
        " is-empty" if is_empty else "",
    )
    after = format_html(
        '" rel="nofollow"{}><span class="facet__box" aria-hidden="true">{}</span>'
        '<span class="facet__label">{}{}</span>',
        SafeString(' aria-current="true"') if selected else "",
        icon("check") if selected else "",
        label,
        format_html('<span class="visually-hidden"> ({})</span>', _("valgt")) if selected else "",
    )
    return before, after


@lru_cache(maxsize=1000)
def _count(count: int, language: str | None) -> str:
    return format_html(
        '<span class="facet__count"><span class="visually-hidden">{} </span>{}</span>',
        _("antal:"),
        _figure(count, language),
    )


@lru_cache(maxsize=1000)
def _figure(number: int, language: str | None) -> str:
    return str(localize(number))


@register.simple_tag
def tab_items(tabs: Iterable[dict[str, Any]]) -> SafeString:
    """Draw tabs (includes/tabs.html) as items of a list."""
    language = get_language()
    return SafeString("".join([_tab(tab, language) for tab in tabs]))


def _tab(tab: dict[str, Any], language: str | None) -> str:
    current = ' aria-current="page"' if tab.get("current") else ""
    label, count = conditional_escape(tab["label"]), tab.get("count")
    shown = "" if count is None else f' <span class="tabs__count">{_figure(count, language)}</span>'
    return f'<li><a href="{escape(tab["url"])}"{current}>{label}{shown}</a></li>'


@register.simple_tag(takes_context=True)
def page_items(context: Context, page: Page[Any]) -> SafeString:
    """Draw the numbers of a pagination (includes/pagination.html) as items of a list."""
    language, named = get_language(), escape(_("Side"))
    links = page_links(context, page)
    return SafeString("".join([_page_item(link, named, language) for link in links]))


def _page_item(link: dict[str, Any], named: str, language: str | None) -> str:
    if link.get("gap"):
        return '<li><span class="pagination__gap">…</span></li>'
    current = ' aria-current="page"' if link["current"] else ""
    name = f'<span class="visually-hidden">{named} </span>{_figure(link["number"], language)}'
    return f'<li><a href="{escape(link["url"])}"{current}>{name}</a></li>'


@register.filter
def marked(pieces: Iterable[tuple[str, bool]]) -> SafeString:
    """Draw a text whose found words are marked: [("et ", False), ("møde", True)]."""
    return SafeString(
        "".join([f"<mark>{escape(text)}</mark>" if on else escape(text) for text, on in pieces])
    )
