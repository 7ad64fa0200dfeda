"""Reading the text of a file that somebody else made, in a process of its own."""

import json
import subprocess
import sys
import time
import zipfile
from io import BytesIO

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from consent import extract
from consent.text import extracted

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(xml: bytes, name: str = "word/document.xml") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(name, xml)
    return file.getvalue()


def pdf(text: str, pages: int = 1) -> bytes:
    """Return a PDF that says `text` on each page."""
    writer, file = PdfWriter(), BytesIO()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for _number in range(pages):
        page = writer.add_blank_page(300, 300)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(b"BT /F1 12 Tf 20 200 Td (" + text.encode("cp1252") + b") Tj ET")
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(file)
    return file.getvalue()


def test_a_pdf() -> None:
    found = extracted(pdf("Nøglen ligger på rådhuset"), ".pdf")
    assert found == {"text": "Nøglen ligger på rådhuset", "problem": ""}


def test_a_docx_with_a_table_and_a_footer() -> None:
    made, file = docx.Document(), BytesIO()
    made.add_heading("Aftalen", 1)
    made.add_table(1, 2).cell(0, 1).text = "Hvem gør hvad?"
    made.sections[0].footer.paragraphs[0].text = "Guldborgsund"
    made.save(file)
    found = extracted(file.getvalue(), ".docx")
    assert found == {"text": "Aftalen\nHvem gør hvad?\nGuldborgsund", "problem": ""}


@pytest.mark.parametrize(
    ("data", "suffix", "problem"),
    [
        (b"", ".pdf", "broken"),
        (b"%PDF-1.4 \x00\xff", ".pdf", "broken"),
        (b"PK\x03\x04", ".docx", "broken"),
        (b"\xd0\xcf\x11\xe0 with a password", ".docx", "encrypted"),
        (b"MZ", ".exe", "unsupported"),
        (archive(b"<a>" + b"x" * 60_000_000 + b"</a>"), ".docx", "too_large"),
        (archive(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), ".docx", "broken"),
        (b"0" * (extract.MOST_BYTES + 1), ".pdf", "too_large"),
    ],
    ids=["empty", "cut", "zip", "old-office", "program", "bomb", "entities", "huge"],
)
def test_what_cannot_be_read(data: bytes, suffix: str, problem: str) -> None:
    started = time.monotonic()
    assert extracted(data, suffix) == {"text": "", "problem": problem}
    assert time.monotonic() - started < 20


def test_a_lying_archive_is_stopped_while_it_unpacks() -> None:
    stream = extract.Limited(BytesIO(b"x" * (extract.MOST_UNPACKED + 1)))
    with pytest.raises(extract.UnreadableError, match="too_large"):
        list(iter(lambda: stream.read(1_000_000), b""))


def test_not_more_pages_and_letters_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "MOST_PAGES", 2)
    assert extract.extract(pdf("side", pages=4), ".pdf")["text"].split() == ["side", "side"]
    monkeypatch.setattr(extract, "MOST_CHARACTERS", 3)
    assert extract.extract(pdf("side"), ".pdf")["text"] == "sid"


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consent.text.SECONDS", 0.01)
    assert extracted(pdf("side"), ".pdf") == {"text": "", "problem": "too_slow"}


LIMITS = """
import resource, sys
from consent import extract
names = ("RLIMIT_FSIZE", "RLIMIT_AS", "RLIMIT_CPU")
extract.extract = lambda *args: [resource.getrlimit(getattr(resource, name))[0] for name in names]
sys.argv = ["extract", ".pdf"]
extract.main()
"""


def test_the_reader_may_write_nothing_and_take_no_more_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITS], input=b"", capture_output=True, check=True
    )
    assert json.loads(done.stdout) == [0, extract.MEMORY, extract.SECONDS]
