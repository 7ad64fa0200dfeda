"""Staff files, and a way to import them."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from gufu.taxonomy import Centre

HEADER = "Medarbejdernr.;Navn;Stilling;Center;Arbejdssted;E-mail;Telefon;Teams/UPN"


@pytest.fixture
def centre(site: SimpleNamespace) -> Centre:
    return Centre.objects.create(name="Børn & Læring", slug="boern-laering")


def person(nth: int, /, **changes: str) -> str:
    """Return one line of a staff file under HEADER."""
    cells = {
        "number": f"{nth:05d}",
        "name": f"Åse Ærø Nummer{nth}",
        "title": "Pædagog",
        "centre": "Børn & Læring",
        "place": "Nykøbing F.",
        "email": f"aase{nth}@kommune.example",
        "phone": "54 73 10 00",
        "upn": f"aase{nth}@kommune.example",
    } | changes
    return ";".join(cells.values())


@pytest.fixture
def staff_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a staff file of these lines below HEADER."""

    def write(*lines: str, encoding: str = "utf-8", header: str = HEADER) -> Path:
        path = tmp_path / "medarbejdere.csv"
        path.write_bytes("\r\n".join([header, *lines, ""]).encode(encoding))
        return path

    return write


@pytest.fixture
def run() -> Callable[..., SimpleNamespace]:
    """Import a file; return .code, .out and .err."""

    def import_staff(path: Path, *options: str) -> SimpleNamespace:
        out, err = StringIO(), StringIO()
        try:
            call_command("import_staff", path, *options, stdout=out, stderr=err)
        except CommandError as error:
            err.write(str(error))
            code = error.returncode
        else:
            code = 0
        return SimpleNamespace(code=code, out=out.getvalue(), err=err.getvalue())

    return import_staff
