"""A member of staff: browses, searches, finds a colleague and writes to her. Mouse and keyboard,
wide and narrow, with scripts and without."""

import pytest

from tests.journeys.conftest import eventually, plain

pytestmark = pytest.mark.browser

WINDOWS = pytest.mark.parametrize(
    ("width", "scripts"), [("wide", True), ("narrow", True), ("wide", False)]
)


@WINDOWS
def test_a_technique_for_thirty_minutes_and_ten_people_in_four_clicks(visit, width, scripts):
    staff = visit(width=width, scripts=scripts)
    staff.go("/")
    staff.page.get_by_label("Hvor lang tid har du?").select_option("30")
    staff.page.get_by_label("Hvor mange er I?").select_option("10")
    staff.click("button", "Vis greb")
    staff.arrives(lambda url: "/vaerktoejer/?" in url)
    assert "tid=30" in staff.page.url
    assert "antal=10" in staff.page.url
    staff.page.locator("main .card a").first.click()
    staff.arrives(lambda url: "/vaerktoejer/" in url and "?" not in url)
    assert staff.page.get_by_role("heading", level=1).is_visible()
    assert staff.clicks + 1 <= 4


def test_searching_for_borgermoeder_finds_park_og_vej(visit):
    staff = visit()
    staff.go("/kolleger/")
    field = staff.page.get_by_role("banner").get_by_role("combobox")
    field.press_sequentially("borgermøder", delay=30)
    suggestion = staff.page.locator("[role=listbox] [role=option]").first
    suggestion.wait_for()
    field.press("Enter")
    staff.arrives(lambda url: "/soeg/?" in url)
    links = staff.page.locator("main a[href^='/cases/park-og-vej']")
    assert links.count() >= 1
    staff.assert_sound()


def test_search_works_without_scripts(visit):
    staff = visit(scripts=False, width="narrow")
    staff.go("/soeg/?q=b%C3%B8rnehave")
    assert staff.page.locator("main a[href^='/cases/']").count() >= 1


@WINDOWS
def test_a_message_to_a_colleague_lands_in_a_mailbox_that_can_be_read(visit, width, scripts):
    # Not the account of the journeys of contact: nobody may write more than ten messages an hour.
    staff = visit("fagredaktoer", width=width, scripts=scripts)
    staff.go("/cases/park-og-vej-fra-borgernes-stol/")
    contact = staff.page.locator("main a[href*='/kontakt/?fra=']").first
    contact.click()
    staff.arrives(lambda url: "/kontakt/?fra=" in url)
    assert staff.page.get_by_text("Park & Vej ser verden fra borgernes stol").first.is_visible()
    text = f"Hvordan fik I folk til at komme? {width} {scripts} æøå"
    staff.page.get_by_label("Besked").fill(text)
    staff.click("button", "Send")
    staff.arrives(lambda url: "/kontakt/?fra=" not in url)
    assert eventually(lambda: staff.site.letters(text))
    mail = staff.site.letters(text)[0]
    assert "/cases/park-og-vej-fra-borgernes-stol/" in plain(mail)
    assert mail["Reply-To"]
    staff.go("/udvikling/post/")
    assert staff.page.get_by_text(mail["To"].addresses[0].addr_spec).first.is_visible()


def test_by_keyboard_alone_from_the_front_page_to_a_portrait(visit):
    staff = visit()
    staff.go("/")
    keyboard = staff.page.keyboard
    keyboard.press("Tab")
    assert "indhold" in staff.page.evaluate("document.activeElement.textContent").lower()
    for _step in range(80):
        keyboard.press("Tab")
        if (staff.page.evaluate("document.activeElement.getAttribute('href')") or "").startswith(
            "/cases/park-og-vej"
        ):
            break
    keyboard.press("Enter")
    staff.arrives(lambda url: "/cases/park-og-vej-" in url)
    assert staff.page.get_by_role("heading", level=1).is_visible()
