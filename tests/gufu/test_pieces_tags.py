"""Pieces that Python draws: options of a facet, and marked words."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy

OPTION = {"value": "a", "label": "A & B", "count": 1234, "selected": False, "url": "?x=1&fase=a"}


def options(**changed: object) -> str:
    facet = {"name": "fase", "options": [{**OPTION, **changed}]}
    return Template("{% facet_options facet %}").render(Context({"facet": facet}))


def test_an_option_is_a_link_with_its_number() -> None:
    assert options() == (
        '<li><a id="valg-fase-a" class="facet__option" href="?x=1&amp;fase=a" rel="nofollow">'
        '<span class="facet__box" aria-hidden="true"></span><span class="facet__label">A &amp; B'
        '</span><span class="facet__count"><span class="visually-hidden">antal: </span>1.234</span>'
        "</a></li>"
    )


@pytest.mark.parametrize("name", ["value", "label", "url"])
def test_nothing_in_an_option_becomes_markup(name: str) -> None:
    html = options(**{name: '"><script>'})
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_chosen_option_says_so() -> None:
    html = options(selected=True, count=0)
    assert 'aria-current="true"' in html
    assert "(valgt)" in html
    assert "#check" in html
    assert "is-empty" not in html


def test_an_option_without_hits_or_number() -> None:
    assert "is-empty" in options(count=0)
    assert "facet__count" not in options(count=None)


def test_an_option_speaks_the_language_of_the_page() -> None:
    label = gettext_lazy("Kolleger")
    assert ">Kolleger<" in options(label=label)
    with translation.override("en"):
        assert ">Colleagues<" in options(label=label)


def test_found_words_are_marked_and_nothing_else_is_markup() -> None:
    pieces = [("et <b>", False), ("mø&de", True)]
    html = Template("{{ pieces|marked }}").render(Context({"pieces": pieces}))
    assert html == "et &lt;b&gt;<mark>mø&amp;de</mark>"


def test_tabs_are_links_with_or_without_a_number() -> None:
    tabs = [
        {"label": "Alt & <b>", "url": "?a=1&b=2", "count": 1234, "current": True},
        {"label": gettext_lazy("Kolleger"), "url": "?", "current": False},
    ]
    assert Template("{% tab_items tabs %}").render(Context({"tabs": tabs})) == (
        '<li><a href="?a=1&amp;b=2" aria-current="page">Alt &amp; &lt;b&gt;'
        ' <span class="tabs__count">1.234</span></a></li><li><a href="?">Kolleger</a></li>'
    )
