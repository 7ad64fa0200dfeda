"""The demo's documents: templates to fill in, made by the project as Word and as PDF."""

from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from textwrap import wrap
from typing import Any

import docx
from django.core.files.base import ContentFile
from docx.shared import Pt, RGBColor
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from consent.models import Attachment
from gufu.demo.texts import read

Row = dict[str, Any]
INK, SEA = "0.08 0.15 0.17", "0.07 0.33 0.42"
LEFT, RIGHT, TOP = 56, 539, 780  # A4 in points, from the lower left corner
WIDE = 92  #: characters of a line of running text


def template_for(tool: str) -> Attachment | None:
    """Return the document of a tool, made where it is missing; None for a tool without one."""
    row = next((row for row in read("documents") if row["tool"] == tool), None)
    if row is None:
        return None
    kept = Attachment.objects.filter(title=row["title"]).first()
    if kept is not None:
        return kept
    make = MAKERS[PurePath(row["file"]).suffix]
    return Attachment.objects.create(
        title=row["title"], file=ContentFile(make(row), name=row["file"])
    )


def word(row: Row) -> bytes:
    """Return the template as DOCX."""
    made = docx.Document()
    made.core_properties.title = row["title"]
    made.core_properties.author = "GUFU"
    made.core_properties.language = "da-DK"
    made.styles["Normal"].font.name = "Calibri"
    made.styles["Normal"].font.size = Pt(11)
    heading = made.add_heading(row["title"], 0)
    heading.runs[0].font.color.rgb = RGBColor(0x0D, 0x41, 0x54)
    made.add_paragraph(row["intro"])
    for field in row["fields"]:
        made.add_heading(field["name"], 2)
        made.add_paragraph(field["help"]).runs[0].italic = True
        table = made.add_table(field["lines"], 1, style="Table Grid")
        for line in table.rows:
            line.height = Pt(22)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def paper(row: Row) -> bytes:
    """Return the template as one page of PDF, with lines to write on."""
    drawn = [_text(20, LEFT, TOP, row["title"], SEA, "F2")]
    y = TOP - 26
    for line in wrap(row["intro"], WIDE):
        drawn.append(_text(10.5, LEFT, y, line))
        y -= 15
    for field in row["fields"]:
        y -= 16
        drawn.append(_text(12.5, LEFT, y, field["name"], SEA, "F2"))
        for line in wrap(field["help"], WIDE):
            y -= 14
            drawn.append(_text(9.5, LEFT, y, line))
        for _line in range(field["lines"]):
            y -= 21
            drawn.append(f"0.6 w 0.55 G {LEFT} {y} m {RIGHT} {y} l S")
    writer, file = PdfWriter(), BytesIO()
    page = writer.add_blank_page(595, 842)
    fonts = {NameObject(f"/{name}"): _font(face) for name, face in FONTS.items()}
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject(fonts)}
    )
    stream = DecodedStreamObject()
    stream.set_data("\n".join(drawn).encode("cp1252"))
    page[NameObject("/Contents")] = stream
    writer.add_metadata({"/Title": row["title"], "/Author": "GUFU"})
    writer.write(file)
    return file.getvalue()


FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}
MAKERS: dict[str, Callable[[Row], bytes]] = {".docx": word, ".pdf": paper}


def _text(size: float, x: int, y: int, text: str, colour: str = INK, font: str = "F1") -> str:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {colour} rg /{font} {size} Tf {x} {y} Td ({safe}) Tj ET"


def _font(face: str) -> DictionaryObject:
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/Encoding": "/WinAnsiEncoding"}
    made = {NameObject(key): NameObject(value) for key, value in names.items()}
    return DictionaryObject({**made, NameObject("/BaseFont"): NameObject(f"/{face}")})
