"""The vCard: a file that address books read, in which no text can begin a line."""

import pytest

from colleagues.vcard import vcard
from tests.factories import ColleagueFactory

pytestmark = pytest.mark.django_db


def test_the_card_is_a_file_that_address_books_read(reader):
    ColleagueFactory(name="Karen-Marie Åby Toft", slug="kmt", place="Rådhuset, Parkvej")
    response = reader.get("/kolleger/kmt/kort.vcf")
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="kmt.vcf"'
    lines = response.content.decode().split("\r\n")
    assert lines[:4] == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Karen-Marie Åby Toft",
        "N:Toft;Karen-Marie Åby;;;",
    ]
    assert "ORG:Guldborgsund Kommune;Børn & Læring" in lines
    assert "ADR;TYPE=WORK:;;Rådhuset\\, Parkvej;;;;" in lines
    assert "URL:http://testserver/kolleger/kmt/" in lines
    assert lines[-2:] == ["END:VCARD", ""]


def test_no_text_begins_a_line_of_its_own_in_the_card(site):
    person = ColleagueFactory(
        name="Anna\r\nTEL:112",
        job_title="Chef\nEMAIL:ond@example.org\u2028X\x85Y\rZ",
        ask_me_about="a;b,c\\d\r\n" + "æ" * 200,
    )
    card = vcard(person, "https://gufu.example/")
    assert b"\nTEL:112" not in card
    for line in card.split(b"\r\n"):
        assert b"\n" not in line
        assert b"\r" not in line
        assert len(line) <= 75
        line.decode()  # no letter is broken
    unfolded = card.replace(b"\r\n ", b"").decode()
    assert "NOTE:a\\;b\\,c\\\\d\\n" + "æ" * 200 in unfolded
    names = {line.split(":")[0].split(";")[0] for line in unfolded.split("\r\n") if line}
    assert names == {
        "BEGIN", "VERSION", "FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "NOTE", "URL", "END"
    }  # fmt: skip


def test_a_single_name_is_a_card_too(site):
    person = ColleagueFactory(name="Bo", centre=None, phone="", job_title="")
    text = vcard(person, "https://x/").decode()
    assert "N:Bo;;;;" in text
    assert "ORG:Guldborgsund Kommune\r\n" in text
    assert "TEL" not in text
