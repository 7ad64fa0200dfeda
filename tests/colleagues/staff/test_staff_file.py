"""Reading staff files as registers, Excel and people write them; every error by its line."""

import time
import unicodedata
import zipfile
from datetime import date

import openpyxl
import pytest
from django.contrib.auth.models import User

from colleagues.models import ColleagueProfile
from colleagues.staff.columns import column_of
from tests.colleagues.staff.conftest import HEADER, person

pytestmark = pytest.mark.usefixtures("centre")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(run, staff_file, encoding):
    assert run(staff_file(person(1), encoding=encoding)).code == 0
    assert ColleagueProfile.objects.get().name == "Åse Ærø Nummer1"


@pytest.mark.parametrize("separator", [",", "\t", "|"])
def test_separators(run, staff_file, separator):
    path = staff_file(person(1).replace(";", separator), header=HEADER.replace(";", separator))
    assert run(path).code == 0
    assert ColleagueProfile.objects.get().job_title == "Pædagog"


def test_excels_own_first_line(run, staff_file):
    assert run(staff_file(HEADER, person(1), header="sep=;")).code == 0


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Navn", "name"), ("FORNAVN", "first_name"), ("Efternavn:", "last_name"),
        ("Stillingsbetegnelse", "job_title"), ("Center", "centre"), ("Enhed", "department"),
        ("Arbejdssted", "place"), ("E-mail", "email"), ("e_mailadresse", "email"),
        ("Mail", "email"), ("Tlf.", "phone"), ("Telefonnr.", "phone"), ("Mobil", "mobile"),
        ("Teams/UPN", "upn"), ("UserPrincipalName", "upn"), ("Medarbejdernr.", "number"),
        ("Lønnummer", "number"), ("Aktiv", "active"), ("Skostørrelse", None),
    ],
)  # fmt: skip
def test_headers(header, column):
    assert column_of(header) == column


def test_letters_composed_and_decomposed_are_the_same_person(run, staff_file):
    run(staff_file(person(1)))
    again = run(staff_file(unicodedata.normalize("NFD", person(1))))
    assert "Intet er ændret" in again.out


def test_what_cannot_be_seen_is_left_out(run, staff_file):
    run(staff_file(person(1, name="\u202eÅse\u200b\u00a0Ærø  Holm\x07")))
    assert ColleagueProfile.objects.get().name == "Åse Ærø Holm"


def test_names_the_other_way_round(run, staff_file):
    run(staff_file(person(1, name="Holm, Åse Marie")))
    assert ColleagueProfile.objects.get().name == "Åse Marie Holm"
    assert User.objects.get().last_name == "Holm"


def test_every_error_by_its_line_and_nothing_saved(run, staff_file):
    result = run(
        staff_file(
            person(1),
            person(2, email="ikke en adresse"),
            "",
            person(4, phone="ring til Bo"),
            person(5, centre="Børn & Lærring"),
            person(6, centre="Rumfart"),
            person(7, name=""),
            person(8) + ";for;meget",
            "00009;For lidt",
            person(1, number="00010"),
            person(11, name='=HYPERLINK("x")'),
            person(12, title="x" * 121),
            person(13, number="00001"),
        )
    )
    assert result.code == 2
    expected = {
        3: "E-mail er ikke en e-mailadresse: ikke en adresse",
        5: "Telefon er ikke et telefonnummer: ring til Bo",
        6: "Centret »Børn & Lærring« findes ikke. Mente du »Børn & Læring«?",
        7: "Centret »Rumfart« findes ikke.",
        8: "Navn mangler.",
        9: "Linjen har 10 felter, men overskriften har 8.",
        10: "Linjen har 2 felter, men overskriften har 8.",
        11: "E-mail aase1@kommune.example står også på linje 2.",
        12: 'Navn ligner en formel: =HYPERLINK("x")',
        13: "Stilling er længere end 120 tegn.",
        14: "Medarbejdernr. 00001 står også på linje 2.",
    }
    for line, text in expected.items():
        assert f"Linje {line}: {text}\n" in result.err
    assert "Intet er gemt" in result.err
    assert not User.objects.exists()


def test_a_quotation_mark_that_never_ends(run, staff_file):
    result = run(staff_file(person(1), person(2, name='"Åse'), person(3)))
    assert result.code == 2
    assert "Linje 3: Linjen kan ikke læses. Mangler der et anførselstegn?" in result.err


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Filen er tom"),
        (b"\r\n\r\n", "Filen er tom"),
        (b"Navn;Telefon\r\nBo;1", "Her mangler: E-mail"),
        (b"E-mail;Mail\r\na;b", "betyder det samme"),
        (b"PK\x03\x04rubbish", "kan ikke læses"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "ikke tekst"),
        (bytes(range(256)) * 50, "ikke tekst"),
    ],
)
def test_no_staff_file(run, tmp_path, data, says):
    path = tmp_path / "fil.csv"
    path.write_bytes(data)
    result = run(path)
    assert result.code == 1
    assert says in result.err


def test_no_such_file(run, tmp_path):
    assert run(tmp_path / "findes-ikke.csv").code == 1


def test_columns_that_are_not_used_are_named(run, staff_file):
    result = run(staff_file(f"{person(1)};43;Bo", header=f"{HEADER};Skostørrelse;Leder"))
    assert result.code == 0
    assert "Kolonner, som ikke bruges: Skostørrelse\n" in result.err


@pytest.fixture
def workbook(tmp_path):
    def write(*rows, title="Ark1"):
        book = openpyxl.Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        book.create_sheet("Tomt")
        path = tmp_path / "medarbejdere.xlsx"
        book.save(path)
        return path

    return write


def test_a_workbook(run, workbook):
    path = workbook(
        ["Navn", "E-mail", "Telefon", "Medarbejdernr."],
        ["Åse Holm", "aase@kommune.example", 54731000, 17.0],
        [None, None, None, None],
        ["Bo Dam", "bo@kommune.example", "+45 54 73 10 01", date(2026, 1, 2)],
    )
    assert run(path).code == 0
    assert User.objects.get(username="aase@kommune.example").staff_record.external_id == "17"
    assert ColleagueProfile.objects.get(email="bo@kommune.example").phone == "+4554731001"


def test_the_sheet_that_is_asked_for(run, workbook):
    path = workbook(["Navn", "E-mail"], ["Åse Holm", "aase@kommune.example"], title="Ansatte")
    assert run(path, "--sheet", "Ansatte").code == 0
    missing = run(path, "--sheet", "Løn")
    assert missing.code == 1
    assert "Regnearket har: Ansatte, Tomt" in missing.err
    assert "Filen er tom" in run(path, "--sheet", "Tomt").err


def test_a_zip_bomb_is_not_unpacked(run, workbook, tmp_path):
    path = workbook(["Navn", "E-mail"], ["Åse Holm", "aase@kommune.example"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", b"\0" * 61 * 1024 * 1024)
    assert path.stat().st_size < 200_000
    result = run(path)
    assert result.code == 1
    assert "for stort, når det pakkes ud" in result.err


@pytest.fixture
def sheet(workbook, tmp_path):
    """Write a workbook whose sheet is this XML; openpyxl would not write it."""

    def write(rows, before=""):
        good, path = workbook(["Navn", "E-mail"]), tmp_path / "ond.xlsx"
        header = "".join(
            f'<c r="{cell}1" t="inlineStr"><is><t>{text}</t></is></c>'
            for cell, text in (("A", "Navn"), ("B", "E-mail"))
        )
        xml = (
            f'<?xml version="1.0"?>{before}'
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f'<sheetData><row r="1">{header}</row>{rows}</sheetData></worksheet>'
        )
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
        return path

    return write


def test_a_line_as_wide_as_a_sheet_can_be(run, sheet, staff_file):
    begun = time.process_time()
    wide = run(
        sheet("".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 5000)))
    )
    assert (wide.code, "Linje 2 har mere end 200 felter" in wide.err) == (1, True)
    assert "mere end 200 felter" in run(staff_file(";" * 300 + "x")).err
    assert time.process_time() - begun < 5, "CPU seconds"
    # What is only formatted there is nothing.
    assert run(sheet('<row r="2"><c r="A2" t="inlineStr"><is><t>Åse Holm</t></is></c>'
                     '<c r="B2" t="inlineStr"><is><t>aase@kommune.example</t></is></c>'
                     '<c r="XFD2" s="0"/></row>')).code == 0  # fmt: skip


def test_a_line_as_far_down_as_a_sheet_can_be(run, sheet):
    far = sheet('<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>')
    assert "mere end 100.000 linjer" in run(far).err


def test_entities_that_multiply_are_not_read(run, sheet):
    bombs = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    lines = '<row r="2"><c r="A2" t="inlineStr"><is><t>&j;</t></is></c></row>'
    result = run(sheet(lines, f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{bombs}]>'))
    assert (result.code, "Regnearket kan ikke læses" in result.err) == (1, True)


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "\uff1dHYPERLINK(1)", "-2+3+cmd|' /C calc'!A0", "+cmd|x!A0"]
)
@pytest.mark.parametrize("column", ["name", "title", "place"])
def test_what_looks_like_a_formula_is_refused(run, staff_file, column, text):
    result = run(staff_file(person(1, **{column: text})))
    assert result.code == 2
    assert "ligner en formel" in result.err


@pytest.mark.parametrize("text", ["-", "–", "- ikke oplyst -", "+45 54 73 10 00 er nummeret"])
def test_a_dash_is_no_formula(run, staff_file, text):
    assert run(staff_file(person(1, place=text))).code == 0
