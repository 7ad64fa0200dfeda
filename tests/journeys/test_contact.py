"""Journey 6: from a case to a colleague's inbox, through a real mail server, and back again."""

import re

import pytest

from tests.journeys.conftest import eventually, plain

pytestmark = pytest.mark.browser

CASE = "/cases/park-og-vej-fra-borgernes-stol/"
HOW = pytest.mark.parametrize(
    ("width", "keyboard", "scripts"),
    [
        ("wide", False, True),
        ("narrow", False, True),
        ("wide", True, True),
        ("narrow", True, True),
        ("wide", False, False),
        ("narrow", False, False),
    ],
)


@HOW
def test_asking_for_the_experience(visit, width, keyboard, scripts):
    staff = visit(width=width, scripts=scripts)
    text = f"Hvordan fik I folk med? æøå {width} {keyboard} {scripts}"
    staff.go(CASE)
    staff.activate("main a[href*='/kontakt/?fra=']", keyboard=keyboard)
    staff.arrives(lambda url: "/kontakt/?fra=" in url)
    assert staff.clicks <= 2
    assert "Park & Vej" in staff.page.get_by_label("Emne").input_value()
    if scripts:
        staff.assert_sound()
    staff.write("textarea[name=body]", text, keyboard=keyboard)
    staff.activate("main form button[type=submit]", keyboard=keyboard)
    staff.arrives(lambda url: "/kolleger/mine-beskeder/" in url)
    if scripts:
        staff.assert_sound()
    assert eventually(lambda: len(staff.site.letters(text)) == 2, seconds=10), "message and receipt"
    letter, receipt = staff.site.letters(text)
    assert letter["Reply-To"].addresses[0].addr_spec == "signe.rosenvang@gufu.example"
    assert receipt["To"].addresses[0].addr_spec == "signe.rosenvang@gufu.example"
    assert receipt["In-Reply-To"] == letter["Message-ID"]
    assert CASE in plain(letter)
    staff.page.reload()
    assert staff.sees("Beskeden er leveret")


def test_the_reader_follows_the_link_and_marks_it_answered(visit):
    """The editor's own profile is asked; she reads her mail, and signs on by its link."""
    staff = visit()
    staff.go("/kolleger/line-skovbakke/kontakt/")
    staff.page.get_by_label("Emne").fill("Må jeg låne jeres plakat?")
    staff.page.get_by_label("Besked").fill("Den om samtaler på gaden.")
    staff.click("button", "Send beskeden")
    staff.arrives(lambda url: "/kolleger/mine-beskeder/" in url)
    where = staff.page.url
    assert eventually(lambda: staff.site.letters("Den om samtaler på gaden."), seconds=10)
    letter = staff.site.letters("Den om samtaler på gaden.")[0]
    (link,) = re.findall(r"http://\S+/mine-beskeder/\S+", plain(letter))
    assert link == where

    stranger = visit("fagredaktoer")
    assert stranger.page.goto(link).status == 404

    reader = visit("redaktoer", width="narrow")
    reader.page.goto(link)
    assert reader.sees("Signe Rosenvang har skrevet til dig")
    reader.assert_sound()
    reader.click("button", "Jeg har svaret")
    reader.page.get_by_text("Beskeden er besvaret").wait_for()
    reader.go("/kolleger/mine-beskeder/?vis=modtaget")
    assert reader.sees("Må jeg låne jeres plakat?")
    reader.assert_sound()
    staff.page.reload()
    assert staff.sees("Line Skovbakke har noteret, at beskeden er besvaret.")


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_paused_colleagues_deputy_is_named_first_and_gets_it(visit, width, keyboard):
    staff = visit("fagredaktoer", width=width)  # nobody may send more than ten an hour
    paused, deputy = staff.site.manage(
        "shell",
        "--verbosity",
        "0",
        "-c",
        "from datetime import date, timedelta\n"
        "from colleagues.models import ColleagueProfile as C\n"
        "p = C.objects.get(slug='torben-aagesen'); d = C.objects.get(slug='sofie-enghave')\n"
        "p.paused_until = date.today() + timedelta(days=9); p.deputy = d; p.save()\n"
        "print(p.slug, d.email)",
    ).split()[-2:]
    staff.go(f"/kolleger/{paused}/kontakt/")
    assert staff.sees("Torben holder pause")
    assert staff.sees("Sofie Enghave")
    staff.assert_sound()
    text = f"Til den, der er der {width} {keyboard}"
    staff.write("input[name=subject]", "Grøfter", keyboard=keyboard)
    staff.write("textarea[name=body]", text, keyboard=keyboard)
    staff.activate("main form button[type=submit]", keyboard=keyboard)
    staff.arrives(lambda url: "/kolleger/mine-beskeder/" in url)
    assert eventually(lambda: len(staff.site.letters(text)) == 2, seconds=10)
    letter, receipt = staff.site.letters(text)
    assert letter["To"].addresses[0].addr_spec == deputy
    assert "stedfortræder for Torben Ågesen, der holder pause" in plain(letter)
    assert "Din besked er sendt til stedfortræderen, Sofie Enghave" in plain(receipt)
