"""Editors' part of search in a real window: tried before it is saved, explained, sound by axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FORMS = {
    "synonymgroup": {"words": "kaffestævne\nborgermøde"},
    "lexiconword": {"word": "kaffestævne", "parts": "kaffe+stævne"},
    "pinnedresult": {"query": "kaffestævne", "address": "/vaerktoejer/stille-start/"},
}
OTHERS = [
    "/cms/snippets/search/synonymgroup/",
    "/cms/snippets/search/lexiconword/",
    "/cms/snippets/search/pinnedresult/",
    "/cms/soegning/uden-resultat/",
    "/cms/soegning/hvorfor/?q=møder+med+borgere&adresse=/cases/park-og-vej-lokal-dialog-horbelev/",
]


@pytest.mark.parametrize("who", ["fagredaktoer", "administrator"])
def test_the_effect_is_seen_before_saving(visit, who):
    editor = visit(who)
    for model, fields in FORMS.items():
        editor.go(f"/cms/snippets/search/{model}/add/")
        for name, text in fields.items():
            editor.page.fill(f"[name={name}]", text)
        editor.page.fill("#proev", "kaffestævne")
        editor.page.press("#proev", "Enter")
        editor.page.get_by_text("Resultater af søgningen »kaffestævne«").wait_for()
        assert "/add/" in editor.page.url, "nothing is saved"
        assert_ours_sound(editor)


def test_lists_and_explanations_are_sound(visit):
    editor = visit("fagredaktoer")
    for path in OTHERS:
        editor.go(path)
        assert_ours_sound(editor)
    assert editor.sees("Derfor findes »Lokal dialog i Horbelev«")


def assert_ours_sound(editor) -> None:
    """Axe finds nothing that WCAG 2.2 AA forbids; Wagtail's forms lack what is mere good custom, a
    heading of the first level."""
    results = Axe().run(editor.page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
