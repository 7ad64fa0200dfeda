"""A colleague has come through the provider: rooms above listen, and prepare their place."""

from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal

#: Sent in the transaction of every sign-on by the provider, with `request`, `user` and `person`.
arrived = Signal()


@dataclass(frozen=True)
class Person:
    """What the provider tells of somebody; "" where it tells nothing. `email` is vouched for."""

    first_name: str
    last_name: str
    email: str
    job_title: str
    department: str
    phone: str
    upn: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


#: What a thing is called by Entra ID, by ADFS and in the standard, the first that is there.
NAMES = {
    "job_title": ("job_title", "jobTitle", "title"),
    "department": ("department", "ou"),
    "phone": ("phone_number", "mobile_phone", "telephoneNumber"),
    "upn": ("upn", "preferred_username"),
}


def plain(value: Any) -> str:
    """Return a claim as one line of text, "" where it is none; no control character comes in."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def person_of(claims: dict[str, Any], email: str) -> Person:
    """Return what `claims` tell; `email` is given, since not every address may be believed."""

    def first(names: tuple[str, ...]) -> str:
        return next(filter(None, (plain(claims.get(name)) for name in names)), "")

    given, family = first(("given_name",)), first(("family_name", "surname"))
    if not (given or family):
        given, _space, family = first(("name",)).rpartition(" ")
        given, family = (given, family) if given else (family, "")
    return Person(
        first_name=given,
        last_name=family,
        email=email,
        **{field: first(names) for field, names in NAMES.items()},
    )
