"""What a register says about one member of staff: a SCIM user as a dict, and its meaning here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

CORE = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

Document = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What a document means for account and profile; empty strings where it says nothing.

    `centres` are the names under which the centre may be found, the best first.
    """

    username: str = ""
    external_id: str = ""
    first_name: str = ""
    last_name: str = ""
    name: str = ""
    email: str = ""
    job_title: str = ""
    centres: tuple[str, ...] = ()
    place: str = ""
    phone: str = ""
    teams_upn: str = ""
    active: bool = True


def said_by(document: Document) -> Said:
    """Return the meaning of `document`. An empty document says nothing."""
    names = document.get("name") or {}
    first, last = names.get("givenName") or "", names.get("familyName") or ""
    whole = document.get("displayName") or names.get("formatted") or f"{first} {last}".strip()
    username = (document.get("userName") or "").lower()
    more = document.get(ENTERPRISE) or {}
    email = _best(document.get("emails"), "value", "work") or (username if _at(username) else "")
    return Said(
        username=username,
        external_id=document.get("externalId") or "",
        first_name=first[:150],
        last_name=last[:150],
        name=whole[:120],
        email=email.lower(),
        job_title=(document.get("title") or "")[:120],
        centres=tuple(
            filter(None, (more.get(key) for key in ("division", "department", "organization")))
        ),
        place=_place(document.get("addresses"))[:120],
        phone=telephone(_best(document.get("phoneNumbers"), "value", "work", "mobile")),
        teams_upn=username[:120] if _at(username) else "",
        active=document.get("active") is not False,
    )


def telephone(text: str) -> str:
    """Return a telephone number as profiles hold it, at most 20 signs; empty if it is none."""
    digits = "".join(c for c in text if c.isdigit() and c.isascii())
    plus = "+" if text.strip().startswith(("+", "00")) else ""
    digits = digits.removeprefix("00") if plus else digits
    return f"{plus}{digits}" if 8 <= len(digits) <= 15 else ""


def _at(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    return bool(local and at and domain)


def _best(entries: Iterable[dict[str, Any]] | None, key: str, *types: str) -> str:
    """Return `key` of the primary entry, else of the first type of `types`, else of any."""
    rank = {name: number for number, name in enumerate(types, start=1)}
    found = [entry for entry in entries or () if entry.get(key)]
    found.sort(key=lambda each: 0 if each.get("primary") else rank.get(each.get("type") or "", 99))
    return str(found[0][key]) if found else ""


def _place(addresses: Iterable[dict[str, Any]] | None) -> str:
    """Return where somebody works; an address at home is nobody's business here."""
    work = [each for each in addresses or () if each.get("type") != "home"]
    text = _best(work, "formatted", "work", "other") or _best(work, "locality", "work", "other")
    return " ".join(text.split())
