"""Looking for something: from any page to what others did, and from the front page to somebody
who has done it. Mouse and keyboard, wide and narrow, with scripts and without."""

import re

import pytest

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", ["wide", "narrow"])
FIELD, LIST = "#site-search", "#site-search-forslag"
PROFILE = re.compile(r"/kolleger/[a-z-]+/$")
REASON = re.compile(r"\d+ cases?, .*senest .*20\d\d")


def type_into(staff, selector, text):
    """Type as somebody does, and return the field."""
    field = staff.page.locator(selector)
    field.press_sequentially(text, delay=30)
    return field


def tab_to(staff, selector, most=40):
    """Move by the keyboard alone until `selector` has the focus."""
    for _step in range(most):
        staff.page.keyboard.press("Tab")
        if staff.page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached in {most} steps")


def active(staff, selector=FIELD):
    """The option that the field says is chosen."""
    chosen = staff.page.locator(selector).get_attribute("aria-activedescendant")
    return staff.page.locator(f"#{chosen}") if chosen else None


@WIDTHS
def test_borgermoeder_by_mouse(visit, width):
    staff = visit(width=width)
    staff.go("/goer-og-undgaa/")
    staff.page.locator(FIELD).click()
    type_into(staff, FIELD, "borgermøder")
    staff.page.locator(f"{LIST} [role=option]").first.wait_for()
    staff.assert_sound()
    staff.page.locator(FIELD).press("Enter")
    assert len("borgermøder") + 1 <= 14
    staff.arrives(lambda url: "/soeg/?" in url)
    assert staff.page.locator("main a[href^='/cases/park-og-vej']").count() >= 1
    staff.assert_sound()
    staff.page.locator("main a[href^='/cases/park-og-vej']").first.click()
    staff.arrives(lambda url: "/cases/park-og-vej" in url)


@WIDTHS
def test_borgermoeder_by_keyboard(visit, width):
    staff = visit(width=width)
    staff.go("/goer-og-undgaa/")
    tab_to(staff, FIELD)
    keys = staff.page.keyboard
    keys.type("borgermøde", delay=30)
    options = staff.page.locator(f"{LIST} [role=option]")
    options.filter(has_text="»borgermøde«").wait_for()  # the answer to the last key
    count = options.count()
    assert staff.page.locator(f"{LIST} [role=group]").count() >= 1
    for key, index in (("ArrowDown", 0), ("End", count - 1), ("Home", 0), ("ArrowUp", None)):
        keys.press(key)
        chosen = active(staff)
        if index is None:
            assert chosen is None  # back in the field
        else:
            assert chosen.text_content() == options.nth(index).text_content()
            assert chosen.get_attribute("aria-selected") == "true"
    keys.press("Escape")
    assert staff.page.locator(LIST).is_hidden()
    assert staff.page.locator(FIELD).input_value() == "borgermøde"
    keys.type("r")
    keys.press("Enter")
    staff.arrives(lambda url: "/soeg/?" in url)
    tab_to(staff, "main a[href^='/cases/park-og-vej']", most=140)
    keys.press("Enter")
    staff.arrives(lambda url: "/cases/park-og-vej" in url)


def test_a_suggestion_opens_its_page(visit):
    staff = visit()
    staff.go("/")
    field = type_into(staff, "#home-search", "mette lind")
    staff.page.locator("#home-search-forslag [role=option]").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    staff.arrives(lambda url: url.endswith("/kolleger/mette-lindgaard/"))


def test_recent_searches_stay_in_the_browser(visit):
    staff = visit()
    staff.go("/soeg/")
    type_into(staff, FIELD, "havnefest")
    staff.page.locator(FIELD).press("Enter")
    staff.arrives(lambda url: "q=havnefest" in url)
    staff.go("/cases/")
    staff.page.locator(FIELD).click()
    recent = staff.page.locator(f"{LIST} [role=option]")
    recent.first.wait_for()
    assert recent.first.text_content() == "havnefest"
    staff.assert_sound()
    staff.page.locator(FIELD).press("ArrowDown")
    staff.page.locator(FIELD).press("Enter")
    staff.arrives(lambda url: "q=havnefest" in url)
    staff.go("/cases/")
    staff.page.locator(FIELD).click()
    staff.page.get_by_role("option", name="Ryd seneste søgninger").click()
    staff.page.locator("h1").click()
    staff.page.locator(FIELD).click()
    assert staff.page.locator(LIST).is_hidden()


@WIDTHS
def test_who_knows_about_brobygning_by_mouse(visit, width):
    staff = visit(width=width)
    staff.go("/")
    type_into(staff, "#home-search", "brobygning")
    staff.page.locator("#home-search").press("Enter")
    staff.arrives(lambda url: "/soeg/?q=brobygning" in url)
    staff.activate(".tabs a[href*='slags=colleague']")
    staff.arrives(lambda url: "slags=colleague" in url)
    first = staff.page.locator(".result").first
    staff.page.locator(".tabs [aria-current]", has_text="Kolleger").wait_for()
    assert REASON.search(first.inner_text())
    for start in ("mailto:", "tel:", "https://teams.microsoft.com/", "/kolleger/"):
        assert first.locator(f"a[href^='{start}']").first.is_visible(), start
    assert first.locator("a[href$='kort.vcf']").is_visible()
    staff.assert_sound()
    staff.activate(".result h2 a")
    staff.arrives(lambda url: PROFILE.search(url) is not None)
    staff.assert_sound()
    assert staff.clicks <= 3


@WIDTHS
def test_who_knows_about_brobygning_by_keyboard(visit, width):
    staff = visit(width=width)
    staff.go("/")
    tab_to(staff, "#home-search")
    staff.page.keyboard.type("brobygning")
    staff.page.keyboard.press("Enter")
    staff.arrives(lambda url: "/soeg/?q=brobygning" in url)
    staff.activate(".tabs a[href*='slags=colleague']", keyboard=True)
    staff.arrives(lambda url: "slags=colleague" in url)
    staff.page.locator(".tabs [aria-current]", has_text="Kolleger").wait_for()
    staff.assert_sound()
    tab_to(staff, ".result h2 a", most=80)
    ways = ("mailto:", "tel:", "https://teams.microsoft.com/", "/kolleger/")
    for start in ways:  # each the next stop after the name
        staff.page.keyboard.press("Tab")
        focused = "document.activeElement.getAttribute('href')"
        assert staff.page.evaluate(focused).startswith(start)
    assert staff.page.evaluate(focused).endswith("kort.vcf")
    for _back in ways:
        staff.page.keyboard.press("Shift+Tab")
    staff.clicks += 1
    staff.page.keyboard.press("Enter")
    staff.arrives(lambda url: PROFILE.search(url) is not None)
    staff.assert_sound()
    assert staff.clicks <= 3


@WIDTHS
def test_who_knows_about_brobygning_without_scripts(visit, width):
    staff = visit(scripts=False, width=width)
    staff.go("/")
    staff.page.locator("#home-search").fill("brobygning")
    staff.page.locator("#home-search").press("Enter")
    staff.arrives(lambda url: "/soeg/?q=brobygning" in url)
    staff.activate(".tabs a[href*='slags=colleague']")
    staff.arrives(lambda url: "slags=colleague" in url)
    assert REASON.search(staff.page.locator(".result").first.inner_text())
    staff.activate(".result h2 a")
    staff.arrives(lambda url: PROFILE.search(url) is not None)
    assert staff.clicks <= 3


def test_filters_exchange_what_was_found_and_nothing_else(visit):
    staff = visit()
    staff.go("/soeg/?q=borgermøder")
    staff.page.evaluate("window.same = true")
    option = staff.page.locator("a.facet__option", has_text="Forstå")
    option.focus()
    staff.page.keyboard.press("Enter")
    staff.arrives(lambda url: "fase=forstaa" in url)
    chip = staff.page.locator(".chip--on", has_text="Forstå")
    chip.wait_for()
    assert staff.page.evaluate("window.same") is True
    assert staff.page.evaluate("document.activeElement.id") == "valg-fase-forstaa"
    staff.assert_sound()
    chip.click()
    staff.arrives(lambda url: "fase" not in url)
    staff.page.go_back(wait_until="domcontentloaded")
    staff.page.locator(".chip--on", has_text="Forstå").wait_for()


def test_words_of_a_document_find_its_page(visit):
    staff = visit(width="narrow")
    staff.go("/soeg/?q=nøglebærer")
    note = staff.page.get_by_role("link", name=re.compile("Fundet i bilaget .*docx"))
    assert note.is_visible()
    staff.assert_sound()
    with staff.page.expect_download() as download:
        note.click()
    assert download.value.suggested_filename.endswith(".docx")
