"""Journey 8: from the guide's result to a consultant's answer and an outcome."""

import re

import pytest

from tests.journeys.conftest import eventually, plain

pytestmark = pytest.mark.browser

ANSWERS = "kerneopgave=ja&udefra=ja&mobilisering=ja&innovation=delvist&koordinering=nej"
BOARD = "/stoette/koe/"


def ask(staff, topic, *, keyboard):
    """Ask for a consultant from the guide's result, by at most three typed fields."""
    staff.go(f"/guide/?{ANSWERS}")
    link = "main a[href^='/stoette/?fra=']"
    staff.activate(link, keyboard=keyboard)
    staff.arrives(lambda url: "/stoette/?fra=" in url)
    typed = staff.page.locator(
        "main form :is(textarea, input:not([type=hidden], [type=radio], [type=checkbox]))"
    )
    assert typed.count() <= 3
    assert "Guiden siger: Ja" in staff.page.get_by_label("Situationen").input_value()
    staff.write("input[name=topic]", topic, keyboard=keyboard)
    staff.activate("main form button[type=submit]", keyboard=keyboard)
    staff.arrives(lambda url: "/stoette/mine/" in url)
    assert staff.sees("Din anmodning er modtaget")
    assert staff.page.get_by_text("senest").first.is_visible(), "the deadline"


@pytest.mark.parametrize(
    ("width", "scripts"), [("wide", True), ("narrow", True), ("wide", False), ("narrow", False)]
)
def test_asked_taken_answered_and_closed_with_the_mouse(visit, width, scripts):
    topic = f"Havnens unge {width} {scripts}"
    staff = visit(width=width, scripts=scripts)
    ask(staff, topic, keyboard=False)
    if scripts:
        staff.assert_sound()
    assert eventually(lambda: len(staff.site.letters(topic)) == 2, seconds=10)
    to = {letter["To"].addresses[0].addr_spec for letter in staff.site.letters(topic)}
    assert to == {"konsulenter@gufu.example", "signe.rosenvang@gufu.example"}

    consultant = visit("konsulent", width=width, scripts=scripts)
    consultant.go(BOARD + "?kolonne=ny")
    if scripts:
        consultant.assert_sound()
    card = consultant.page.locator("[data-board-card]", has_text=topic)
    card.get_by_role("button", name="Tag den").click()
    consultant.page.get_by_text(f"»{topic}« er din.").first.wait_for()
    consultant.go(BOARD + "?mine=1")
    consultant.page.get_by_role("link", name=topic, exact=True).click()
    consultant.arrives(lambda url: BOARD in url and "?" not in url)
    if scripts:
        consultant.assert_sound()
    consultant.page.get_by_label("Note til kollegerne").fill("Jeg ringer til ungerådet.")
    consultant.click("button", "Gem noten")
    consultant.page.get_by_text("Noten er gemt.").wait_for()
    consultant.page.get_by_label("Dit svar").fill(f"Vi mødes på havnen. {topic}")
    consultant.click("button", "Send svaret")
    consultant.page.get_by_text("Svaret er gemt og på vej med mail.").wait_for()
    consultant.page.get_by_label("Vi holdt mødet eller forløbet sammen").check()
    consultant.page.get_by_label("Udbytte").fill("Tolv unge kom.")
    consultant.click("button", "Afslut anmodningen")
    consultant.page.get_by_text("Anmodningen er lukket.").first.wait_for()
    consultant.page.locator("details.history summary").click()
    for line in ("Modtaget", "Taget", "Note skrevet", "Besvaret", "Afsluttet"):
        assert consultant.page.locator(".history__list").get_by_text(line).first.is_visible()
    if scripts:
        consultant.assert_sound()

    answer = f"Vi mødes på havnen. {topic}"
    assert eventually(lambda: staff.site.letters(answer), seconds=10)
    letter = staff.site.letters(answer)[0]
    assert letter["Reply-To"].addresses[0].addr_spec == "mette.lindgaard@gufu.example"
    assert "Mette Lindgaard har svaret" in plain(letter)
    staff.page.reload()
    assert staff.sees("Anmodningen er lukket")
    assert staff.sees("Tolv unge kom.")
    staff.click("button", "Ja, det må de gerne")
    staff.page.get_by_text("Du har sagt ja.").wait_for()


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_board_by_keyboard_alone(visit, width):
    topic = f"Uden mus {width}"
    ask(visit(width=width), topic, keyboard=True)
    consultant = visit("konsulent", width=width)
    page, press = consultant.page, consultant.page.keyboard.press
    consultant.go(BOARD)
    consultant.assert_sound()
    consultant.reaches("[data-board-link]")
    stops = page.locator("[data-board] :is(a, button):not([tabindex='-1'])")
    on_card = page.locator("[data-board-card]:focus-within :is(a, button)").count()
    others = page.locator("[data-board-column] :is(a, button):not([tabindex='-1'])").count()
    assert others == on_card, "one card is one stop"
    assert stops.count() >= others
    focused = "document.activeElement.textContent.trim()"
    for _step in range(20):
        if page.evaluate(focused) == topic:
            break
        press("ArrowDown")
    assert page.evaluate(focused) == topic
    press("Tab")
    assert page.evaluate(focused).startswith("Tag den")
    press("Enter")
    page.locator("[data-board-status]", has_text=f"»{topic}« er din.").wait_for(state="attached")
    moved = "document.activeElement.closest('section').className"
    assert page.evaluate(focused) == topic, "the focus stays on the card that moved"
    assert "board__column--tildelt" in page.evaluate(moved)
    press("ArrowLeft")
    assert "board__column--ny" in page.evaluate(moved)
    press("ArrowRight")
    press("Home")
    assert "board__column--tildelt" in page.evaluate(moved)
    consultant.assert_sound()
    for _step in range(20):
        if page.evaluate(focused) == topic:
            break
        press("ArrowDown")
    press("Enter")  # the card's name leads to the request
    consultant.arrives(lambda url: re.search(BOARD + r"\d+/", url) is not None)
    for field, words, done in (
        ("text", "Jeg ringer til ungerådet.", "Noten er gemt."),
        ("answer", f"Vi mødes på havnen. {topic}", "Svaret er gemt og på vej med mail."),
    ):
        consultant.write(f"textarea[name={field}]", words, keyboard=True)
        consultant.activate("main form button[type=submit]", keyboard=True)
        page.get_by_text(done).first.wait_for()
    consultant.reaches("input[name=outcome_type]")
    press("Space")
    consultant.write("textarea[name=outcome]", "Tolv unge kom.", keyboard=True)
    consultant.activate("main form button[type=submit]", keyboard=True)
    page.get_by_text("Anmodningen er lukket.").first.wait_for()
    consultant.assert_sound()


def test_figures_and_their_file(visit):
    consultant = visit("konsulent", width="narrow")
    consultant.go("/stoette/tal/")
    consultant.assert_sound()
    with consultant.page.expect_download() as download:
        consultant.page.get_by_role("link", name="som regneark").click()
    assert download.value.suggested_filename.startswith("stoette-")


def test_a_closed_request_becomes_a_draft_in_the_editors_hands(visit):
    consultant = visit("konsulent")
    consultant.go(BOARD + "?kolonne=afsluttet")
    consultant.page.get_by_role("link", name="Dialogmøde om havnefronten", exact=True).click()
    consultant.click("button", "Lav et caseudkast")
    consultant.page.get_by_text("ligger hos redaktørerne").first.wait_for()
    consultant.assert_sound()
    where = consultant.page.url.removeprefix(consultant.site.url)
    admin = visit("administrator")
    admin.go(where)
    admin.page.locator("main").get_by_role("link", name="Dialogmøde om havnefronten").click()
    admin.arrives(lambda url: "/cms/pages/" in url)
    admin.page.get_by_text("Udkastet er lavet ud fra en støtteanmodning").wait_for()
    assert admin.page.locator("[name=outcomes]").input_value().startswith("106 kom")
    assert admin.page.locator(f"a[href='{where}']").count() == 1
