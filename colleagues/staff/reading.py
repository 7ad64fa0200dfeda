"""Reading a staff file: CSV in the encodings and separators that registers write, or XLSX.

Nothing is guessed silently: what cannot be read is an error with its line.
"""

import codecs
import csv
import io
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from colleagues.staff.columns import column_of

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200  #: a sheet may have 16,384, empty but for the last, on each line
MOST_UNPACKED = 60 * 1024 * 1024  #: bytes of an XLSX when unpacked; 50,000 people need half of it
SEPARATORS = ";,\t|"


class Unreadable(Exception):  # noqa: N818 - said of a file, in words for whoever sent it
    """The file as a whole cannot be read; the text says why."""


class Row(NamedTuple):
    """One line of the file: its number as an editor or Excel shows it, and its cells.

    `fault` is why it could not be read; it has no cells then.
    """

    line: int
    cells: list[str]
    fault: str = ""


def read_rows(path: Path, sheet: str = "") -> list[Row]:
    """Return the rows of the file, the header first; empty lines are left out.

    `sheet` names the sheet of a workbook; without it the first is read. Raises Unreadable.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(
                _("Filen fylder mere end 50 MB. Det er for meget for en medarbejderfil.")
            )
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            _("Filen kan ikke åbnes: %(reason)s") % {"reason": error.strerror}
        ) from error
    rows = []
    for row in _workbook(data, sheet) if data.startswith(b"PK\x03\x04") else _text(data):
        if any(row.cells[MOST_COLUMNS:]):
            raise Unreadable(
                _("Linje %(line)d har mere end %(most)d felter. Det er ikke en medarbejderfil.")
                % {"line": row.line, "most": MOST_COLUMNS}
            )
        if row.fault or any(row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise Unreadable(_("Filen har mere end 100.000 linjer."))
    if not rows:
        raise Unreadable(_("Filen er tom."))
    return rows


def clean(text: str) -> str:
    """Return the text of a cell: one line, composed letters (NFC), nothing invisible."""
    if text.isascii() and text.isprintable():  # nearly all are; the rest takes ten times as long
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.

    Raises Unreadable when it is none of them.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in data[:200]:
        encodings = ["utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(_("Filen er ikke tekst. Gem den som CSV (UTF-8) eller som XLSX."))


def _text(data: bytes) -> Iterator[Row]:
    text = decode(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep=") and len(first) == 5:  # Excel's own first line
        separator, skipped = first[4], 1
    else:
        separator, skipped = _separator(first), 0
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, [], _("Linjen kan ikke læses. Mangler der et anførselstegn?"))
            return
        if line > skipped:
            yield Row(line, [clean(cell) for cell in cells])
        line = reader.line_num + 1


def _separator(header: str) -> str:
    """Return the separator that gives the most columns we know."""

    def known(separator: str) -> int:
        return sum(column_of(cell.strip('" ')) is not None for cell in header.split(separator))

    return max(SEPARATORS, key=known)


def _workbook(data: bytes, sheet: str) -> Iterator[Row]:
    """Yield the rows of a workbook; of formulas only the values that were saved with them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # A member unpacks to no more than it says: zipfile stops there.
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise Unreadable(_("Regnearket er for stort, når det pakkes ud."))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it does not know
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            if sheet and sheet not in book.sheetnames:
                names = ", ".join(book.sheetnames)
                raise Unreadable(
                    _("Arket »%(sheet)s« findes ikke. Regnearket har: %(names)s.")
                    % {"sheet": sheet, "names": names}
                )
            chosen = book[sheet] if sheet else book.worksheets[0]
            # What the sheet says of its size may be wrong, and a wrong one costs hours.
            chosen.reset_dimensions()
            for number, values in enumerate(chosen.iter_rows(values_only=True), start=1):
                if number > MOST_ROWS + 1:
                    raise Unreadable(_("Filen har mere end 100.000 linjer."))
                # Formatted cells to the right are there, and empty; one that is not is enough.
                beyond = [value for value in values[MOST_COLUMNS:] if value is not None]
                yield Row(number, [_cell(each) for each in (*values[:MOST_COLUMNS], *beyond[:1])])
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError,
            SyntaxError, TypeError, EOFError) as error:  # fmt: skip
        raise Unreadable(_("Regnearket kan ikke læses. Er det en XLSX-fil?")) from error


def _cell(value: object) -> str:
    """Return a cell as text; Excel keeps a telephone number as a number."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))
