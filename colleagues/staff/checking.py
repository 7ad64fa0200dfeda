"""From rows to documents: every error of a staff file by its line, in words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from colleagues.staff.columns import TITLES, column_of, is_known
from colleagues.staff.documents import CORE, ENTERPRISE, Document, telephone
from colleagues.staff.reading import Row, Unreadable

YES = frozenset({"", "ja", "j", "1", "true", "sand", "aktiv", "active", "ansat", "x"})
NO = frozenset({"nej", "n", "0", "false", "falsk", "inaktiv", "inactive", "fratrådt", "ophørt"})
LONGEST = {"name": 120, "first_name": 80, "last_name": 80, "job_title": 120, "centre": 120,
           "department": 200, "place": 120, "email": 254, "upn": 120, "number": 100}  # fmt: skip
#: What a spreadsheet would take for a formula; a dash, or a number with its country, is none.
FORMULA = re.compile(r"[=@\uff1d\uff20]|[+\-\uff0b\uff0d].*[|!(]")
UPN = re.compile(r"[\w.+\-']+(@[\w.\-]+)?")


@dataclass
class Checked:
    """What a file says: a document a person with its line, and every error with its line."""

    documents: list[tuple[int, Document]] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)
    #: Headers that are no column of ours; somebody may have meant one.
    unknown_headers: list[str] = field(default_factory=list)


def centre_key(name: str) -> str:
    """Return a centre's name for comparing: "Center for Børn og Læring" is "Børn & Læring"."""
    text = name.casefold().replace(" og ", " & ").strip()
    for prefix in ("center for ", "centeret for ", "centret for "):
        text = text.removeprefix(prefix)
    return " ".join(text.split())


def check(rows: list[Row], centres: Iterable[str]) -> Checked:
    """Read `rows`, the header first. Raises Unreadable where the header is no staff file's.

    `centres` are the names of the centres that there are.
    """
    header, found = _header(rows[0])
    known = {centre_key(name): name for name in centres}
    result = Checked(unknown_headers=[cell for cell in header if cell and not is_known(cell)])
    seen: dict[tuple[str, str], int] = {}
    for row in rows[1:]:
        complain = _complaints(result, row.line)
        if row.fault:
            complain(row.fault)
            continue
        if fault := _ragged(row, len(header)):
            complain(fault)
            continue
        cells = {name: row.cells[at] for name, at in found.items() if at < len(row.cells)}
        _check_cells(cells, known, complain)
        _check_unique(cells, row.line, seen, complain)
        result.documents.append((row.line, _document(cells)))
    return result


def _complaints(result: Checked, line: int) -> Callable[[str], None]:
    return lambda text: result.errors.append((line, text))


def _header(row: Row) -> tuple[list[str], dict[str, int]]:
    """Return the header's cells, and where each column of ours stands."""
    if row.fault:
        raise Unreadable(row.fault)
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        name = column_of(cell)
        if name is None:
            continue
        if name in found:
            raise Unreadable(
                _("Overskrifterne »%(first)s« og »%(second)s« betyder det samme. Slet den ene.")
                % {"first": row.cells[found[name]], "second": cell}
            )
        found[name] = at
    missing = [] if "email" in found else [TITLES["email"]]
    if "name" not in found and not {"first_name", "last_name"} <= found.keys():
        missing.insert(0, _("Navn (eller Fornavn og Efternavn)"))
    if missing:
        raise Unreadable(
            _("Første linje skal være overskrifter. Her mangler: %(missing)s.")
            % {"missing": ", ".join(missing)}
        )
    return row.cells, found


def _ragged(row: Row, width: int) -> str:
    """Return what is wrong with the number of cells; a workbook has always enough."""
    cells = len(row.cells)
    if cells < width or any(row.cells[width:]):
        return _("Linjen har %(cells)d felter, men overskriften har %(width)d.") % {
            "cells": cells,
            "width": width,
        }
    return ""


def _check_cells(
    cells: dict[str, str], centres: dict[str, str], complain: Callable[[str], None]
) -> None:
    for name, text in cells.items():
        if FORMULA.match(text):
            complain(_("%(column)s ligner en formel: %(text)s") % _about(name, text))
        elif len(text) > LONGEST.get(name, 200):
            complain(
                _("%(column)s er længere end %(limit)d tegn.")
                % {"column": TITLES[name], "limit": LONGEST.get(name, 200)}
            )
    if not (cells.get("name") or (cells.get("first_name") and cells.get("last_name"))):
        complain(_("Navn mangler."))
    _check_email(cells.get("email", ""), complain)
    if (upn := cells.get("upn")) and not UPN.fullmatch(upn):
        complain(_("%(column)s er ikke et brugernavn: %(text)s") % _about("upn", upn))
    for name in ("phone", "mobile"):
        text = cells.get(name, "")
        if text and (not telephone(text) or re.search(r"[^\W\d]{4,}", text)):
            complain(_("%(column)s er ikke et telefonnummer: %(text)s") % _about(name, text))
    if cells.get("active", "").casefold() not in YES | NO:
        complain(
            _("%(column)s skal være ja eller nej: %(text)s") % _about("active", cells["active"])
        )
    if centre := cells.get("centre"):
        _check_centre(centre, centres, complain)


def _about(name: str, text: str) -> dict[str, str]:
    return {"column": TITLES[name], "text": text if len(text) <= 60 else f"{text[:59]}…"}


def _check_email(email: str, complain: Callable[[str], None]) -> None:
    if not email:
        complain(_("E-mail mangler."))
        return
    try:
        validate_email(email)
    except ValidationError:
        complain(_("%(column)s er ikke en e-mailadresse: %(text)s") % _about("email", email))


def _check_centre(centre: str, centres: dict[str, str], complain: Callable[[str], None]) -> None:
    if centre_key(centre) in centres:
        return
    near = get_close_matches(centre_key(centre), centres, n=1, cutoff=0.7)
    hint = " " + _("Mente du »%(name)s«?") % {"name": centres[near[0]]} if near else ""
    complain(_("Centret »%(name)s« findes ikke.") % {"name": centre[:80]} + hint)


def _check_unique(
    cells: dict[str, str],
    line: int,
    seen: dict[tuple[str, str], int],
    complain: Callable[[str], None],
) -> None:
    """Complain of what only one person can have, and two lines say."""
    for name in ("number", "email", "upn"):
        text = cells.get(name, "").lower()
        if not text:
            continue
        first = seen.setdefault((name, text), line)
        if first != line:
            complain(
                _("%(column)s %(text)s står også på linje %(line)d.")
                % {**_about(name, text), "line": first}
            )


def _document(cells: dict[str, str]) -> Document:
    """Return the cells as a SCIM user; only what the file has."""
    first, last, whole = (cells.get(key, "") for key in ("first_name", "last_name", "name"))
    if not (first and last) and whole:
        first, last = _split(whole)
    if "," in whole:
        whole = ""
    email, phones = cells.get("email", "").lower(), []
    for key, kind in (("phone", "work"), ("mobile", "mobile")):
        if cells.get(key):
            phones.append({"value": telephone(cells[key]), "type": kind})
    number, centre = cells.get("number", ""), cells.get("centre", "")
    more = {"employeeNumber": number, "division": centre, "department": cells.get("department", "")}
    place = cells.get("place", "")
    document: Document = {
        "schemas": [CORE, ENTERPRISE],
        "userName": (cells.get("upn") or email).lower(),
        "externalId": number,
        "name": {"givenName": first, "familyName": last},
        "displayName": whole or f"{first} {last}".strip(),
        "title": cells.get("job_title", ""),
        "active": cells.get("active", "").casefold() in YES,
        "emails": [{"value": email, "type": "work", "primary": True}] if email else [],
        "phoneNumbers": phones,
        "addresses": [{"formatted": place, "type": "work"}] if place else [],
        ENTERPRISE: {key: text for key, text in more.items() if text},
    }
    return {key: value for key, value in document.items() if value or value is False}


def _split(whole: str) -> tuple[str, str]:
    """Return (first, last) of "Inger Marie Holm" or "Holm, Inger Marie"."""
    if "," in whole:
        last, _comma, first = (part.strip() for part in whole.partition(","))
        return first, last
    first, _space, last = whole.rpartition(" ")
    return (first, last) if first else (last, "")
