"""Every kind of page in a real window: no rule of axe broken, nothing wider than the window."""

import pytest

from tests.journeys.test_search_editors import assert_ours_sound

pytestmark = pytest.mark.browser

GUIDE = "/guide/?kerneopgave=ja&udefra=delvist&mobilisering=nej&innovation=ja&koordinering="

PAGES = [
    "/",
    "/cases/",
    "/cases/?spor=find_og_forstoer&side=1",
    "/cases/park-og-vej-fra-borgernes-stol/",
    "/vaerktoejer/",
    "/vaerktoejer/?tid=30&antal=10",
    "/vaerktoejer/stille-start/",
    "/vaerktoejer/model-for-feedback/",
    "/min-vaerktoejskasse/",
    "/spoergsmaal/",
    "/spoergsmaal/hvad-er-vigtigt-for-dig/",
    "/principper/",
    "/principper/resonans-4/",
    "/goer-og-undgaa/",
    "/business-cases/",
    "/business-cases/brobygning-til-ungdomsuddannelse/",
    "/borgernes-stemmer/",
    "/arenaer/",
    "/arenaer/landsbynetvaerk/",
    "/kolleger/",
    "/kolleger/?center=sundhed-omsorg",
    "/kolleger/mette-lindgaard/",
    "/kolleger/yvonne-boegelund/",
    "/kolleger/mette-lindgaard/kontakt/?fra=/cases/park-og-vej-fra-borgernes-stol/",
    "/kolleger/mig/",
    "/kolleger/mig/som-andre-ser-dig/",
    "/kolleger/mig/bekraeft/",
    "/kolleger/mine-beskeder/",
    "/kolleger/mine-data/",
    "/stoette/",
    "/stoette/mine/",
    "/guide/",
    GUIDE + "ja",
    GUIDE + "nej",
    "/soeg/",
    "/soeg/?q=brobygning",
    "/soeg/?q=brobygning&slags=colleague",
    "/soeg/?q=samskablse",
    "/soeg/?q=xqzwv",
    "/feedback/",
    "/konto/adgangskode/",
    "/konto/totrin/",
    "/udvikling/post/",
    "/udvikling/design/",
]


@pytest.mark.parametrize(
    ("width", "dark"),
    [("narrow", False), ("narrow", True), ("wide", False), ("wide", True)],
    ids=str,
)
def test_every_kind_of_page_is_sound(visit, width, dark):
    staff = visit(width=width)
    if dark:
        staff.page.emulate_media(color_scheme="dark")
    faults = []
    for path in PAGES:
        staff.go(path)
        try:
            staff.assert_sound()
        except AssertionError as fault:
            faults.append(f"{path}: {fault}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("width", "dark"), [("narrow", False), ("narrow", True), ("wide", False)], ids=str
)
def test_the_consultants_rooms_are_sound(visit, width, dark):
    consultant = visit("konsulent", width=width)
    if dark:
        consultant.page.emulate_media(color_scheme="dark")
    consultant.go("/stoette/koe/")
    consultant.assert_sound()
    request = consultant.page.locator("main a[href^='/stoette/koe/']").first.get_attribute("href")
    for path in (request, "/stoette/tal/", "/kolleger/mine-beskeder/"):
        consultant.go(path)
        consultant.assert_sound()


@pytest.mark.parametrize("width", ["narrow", "wide"])
def test_the_door_is_sound(visit, width):
    stranger = visit(None, width=width)
    stranger.go("/cases/")
    assert "/konto/login/" in stranger.page.url
    stranger.assert_sound()
    stranger.go("/konto/noedadgang/")
    stranger.assert_sound()


@pytest.mark.parametrize("width", ["narrow", "wide"])
def test_a_toolbox_with_something_in_it_is_sound(visit, width):
    staff = visit(width=width)
    for tool in ("stille-start", "idecafe"):
        staff.go(f"/vaerktoejer/{tool}/")
        save = staff.page.get_by_role("button", name="Gem i min værktøjskasse")
        if save.count():  # the other window may have saved it
            save.first.click()
            staff.page.get_by_role("button", name="Fjern fra min værktøjskasse").first.wait_for()
    staff.go("/min-vaerktoejskasse/")
    assert staff.sees("Idécafé")
    staff.assert_sound()
    wider = staff.page.evaluate(
        """() => [...document.querySelectorAll("main .own-item *")].filter((each) =>
             each.getBoundingClientRect().right >
             each.closest(".own-item").getBoundingClientRect().right).length"""
    )
    assert wider == 0


@pytest.mark.parametrize("width", ["narrow", "wide"])
@pytest.mark.parametrize(
    ("path", "status"),
    [("/findes-ikke/", 404), ("/kolleger/findes-ikke/", 404), ("/stoette/koe/", 403)],
)
def test_what_cannot_be_shown_is_said_soundly(visit, width, path, status):
    staff = visit(width=width)
    response = staff.page.goto(staff.site.url + path)
    assert response.status == status
    staff.assert_sound()


def test_editors_report_is_sound(visit):
    editor = visit("fagredaktoer")
    editor.go("/cms/rapporter/sider-uden-ejer/")
    assert_ours_sound(editor)


def test_no_page_writes_an_error_into_the_console(visit):
    staff = visit()
    said: list[str] = []
    staff.page.on("console", lambda line: line.type == "error" and said.append(line.text))
    staff.page.on("pageerror", lambda error: said.append(str(error)))
    for path in PAGES:
        staff.go(path)
    assert said == []
