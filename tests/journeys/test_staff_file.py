"""Journey 15: 5,000 staff from a file, with errors in it, then twice; whoever has left is gone at
once, and an editor finds new owners for their pages."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import RunningSite, eventually
from tests.provider import Provider

pytestmark = pytest.mark.browser

MANY = 5000
HEADER = "Medarbejdernr.;Navn;Stilling;Center;E-mail"
REPORT = "/cms/rapporter/sider-uden-ejer/"
BUTTON = "Log ind med Guldborgsund-login"
#: Who leaves, with the page that each of them owns.
LEAVERS = {
    "Birk Sejersen": "Bålhytten ved åen",
    "Eva Munkholm": "Fælles madplan",
    "Jon Overgaard": "Læsevenner på biblioteket",
    "Nanna Torsager": "Cykelværkstedet",
}
AT_REST = "document.getAnimations().every(each => each.playState !== 'running')"
MAKE_PAGES = """
from cases.models import CaseIndexPage, CasePortraitPage
from colleagues.models import ColleagueProfile
index = CaseIndexPage.objects.get()
for name, title in {leavers!r}.items():
    owner = ColleagueProfile.objects.get(name=name)
    owner.opted_in = True
    owner.save()
    more = {{"centre": owner.centre, "colleague_owner": owner}}
    index.add_child(instance=CasePortraitPage(title=title, summary="Kort.", **more))
"""


def address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@gufu.example"


@dataclass
class Register:
    """The municipality's register of staff, as a file that somebody exports."""

    folder: Path
    people: list[str] = field(
        default_factory=lambda: [
            *LEAVERS,
            *(f"Åse Ærø Nummer{number}" for number in range(len(LEAVERS) + 1, MANY + 1)),
        ]
    )

    def export(self, *, errors: bool = False, without: Any = ()) -> str:
        lines = [
            f"{number:05d};{name};Pædagog;Kultur & Fritid;"
            + (address(name) if name in LEAVERS else f"aase{number}@gufu.example")
            for number, name in enumerate(self.people, start=1)
            if name not in without
        ]
        if errors:  # the header is line 1
            lines[997] = "00998;Åse Ærø Nummer998;Pædagog;Kultur & Fritid;ikke en adresse"
            lines[2999] = "03000;Åse;Pædagog"
        path = self.folder / "medarbejdere.csv"
        path.write_bytes("\r\n".join([HEADER, *lines]).encode("cp1252"))
        return str(path)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, running_site: RunningSite) -> Register:
    """The file has been imported, with errors first and then twice."""
    register = Register(tmp_path_factory.mktemp("register"))
    wrong = running_site.tries("import_staff", register.export(errors=True))
    assert wrong.returncode == 2
    assert "Linje 999: E-mail er ikke en e-mailadresse: ikke en adresse" in wrong.stderr
    assert "Linje 3001: Linjen har 3 felter, men overskriften har 5." in wrong.stderr
    assert "Der er 2 fejl i filen. Intet er gemt." in wrong.stderr

    first = running_site.manage("import_staff", register.export())
    assert f"Nye {MANY}".split() == next(li.split() for li in first.splitlines() if "Nye" in li)
    assert "Intet er ændret" in running_site.manage("import_staff", register.export())
    running_site.manage("shell", "-v", "0", "-c", MAKE_PAGES.format(leavers=LEAVERS))
    return register


@pytest.fixture(scope="module")
def gone(register: Register, running_site: RunningSite) -> None:
    """The next file does not have the leavers."""
    said = running_site.manage("import_staff", register.export(without=LEAVERS))
    for name, title in LEAVERS.items():
        assert f"  {title} ({name})" in said


def test_who_has_left_is_gone_at_once(
    visit, register: Register, identity_provider: Provider, request: pytest.FixtureRequest
) -> None:
    """First of the tests here: it looks before and after."""
    name = "Birk Sejersen"
    identity_provider.behave()
    identity_provider.knows("birk", email=address(name), name=name)
    birk, staff = visit(None), visit()
    birk.go("/kolleger/")
    birk.click("link", BUTTON)
    birk.page.locator("input[name=sub]").fill("birk")
    birk.page.get_by_role("button", name="Authorize").click()
    birk.arrives(lambda url: "/kolleger/" in url and "login" not in url)
    profile = "/kolleger/birk-sejersen/"
    staff.go(profile)
    places = ("/kolleger/?q=birk", "/soeg/?q=birk", "/soeg/forslag/?q=birk")

    def seen(place: str) -> bool:
        return profile in staff.page.request.get(staff.site.url + place).text()

    for place in places:
        assert eventually(lambda place=place: seen(place), seconds=20), place

    request.getfixturevalue("gone")
    assert not [place for place in places if seen(place)]
    assert staff.page.request.get(staff.site.url + profile).status == 404
    birk.go("/kolleger/")
    assert "/konto/login/" in birk.page.url
    birk.click("link", BUTTON)
    birk.page.locator("input[name=sub]").fill("birk")
    birk.page.get_by_role("button", name="Authorize").click()
    birk.page.get_by_role("heading", name="Din konto er lukket").wait_for()
    birk.assert_sound()


@pytest.mark.parametrize(
    ("width", "keyboard", "title"),
    [
        (width, keyboard, title)
        for (width, keyboard), title in zip(
            [("wide", False), ("narrow", False), ("wide", True), ("narrow", True)],
            LEAVERS.values(),
            strict=True,
        )
    ],
)
def test_their_pages_get_a_new_owner(visit, gone: None, width, keyboard, title) -> None:
    editor = visit("fagredaktoer", width=width)
    editor.go(f"{REPORT}?who=left")
    editor.assert_sound()
    page, press = editor.page, editor.page.keyboard.press
    box = page.get_by_label(title, exact=True)
    if keyboard:
        editor.reaches(f"#{box.get_attribute('id')}")
        press("Space")
        editor.reaches("[data-chooser-action-choose]")
        press("Enter")
    else:
        box.check()
        page.locator("[data-chooser-action-choose]").first.click()
    choices = page.locator("[data-chooser-modal-choice]")
    chosen = choices.filter(has_text="Mette Lindgaard")
    page.locator("dialog #id_q, .modal #id_q").fill("Mette Lindgaard")
    # She may stand in the list that is there at first, and what is found replaces it: what had the
    # focus is gone then.
    others = choices.filter(has_not_text="Mette Lindgaard")
    eventually(lambda: chosen.count() and not others.count(), seconds=10)
    picked = page.locator(".chosen, [data-chooser-title]").get_by_text("Mette Lindgaard").first
    for _ in range(3):
        chosen.first.focus()
        press("Enter")
        if eventually(picked.is_visible, seconds=5):
            break
    assert picked.is_visible()
    if keyboard:
        editor.reaches("main form[method=post] button[type=submit]")
        press("Enter")
    else:
        editor.click("button", "Giv siderne videre")
    page.get_by_text("1 side har fået en ny ejer: Mette Lindgaard.").wait_for()
    assert page.get_by_label(title, exact=True).count() == 0
    # The CMS's message fades in, and axe would measure its colours on the way.
    assert eventually(lambda: page.evaluate(AT_REST), seconds=10)
    editor.assert_sound()
