"""Comparing what registers say with what is known: who is new, changed, back or gone.

A field is changed only where the register says something else than it said last time. What a
colleague or an editor has written since then stays, and saying the same again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import User
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.text import slugify
from django.utils.translation import gettext as _

from colleagues.models import ColleagueProfile, StaffRecord
from colleagues.models.profile import RESERVED_SLUGS
from colleagues.staff.checking import centre_key
from colleagues.staff.documents import Document, Said, said_by
from gufu.slugs import FOLDED
from gufu.taxonomy import Centre

USER_FIELDS = ("username", "first_name", "last_name", "email")
PROFILE_FIELDS = ("name", "job_title", "place", "email", "phone", "teams_upn")
NEVER_EMPTY = frozenset({"username", "name", "email"})


class Clash(Exception):  # noqa: N818 - two people want to be one; the text says who
    """What a register says of one person belongs to another."""


@dataclass(eq=False)
class Person:
    """One member of staff as known and as they will be; the sets name the fields that change."""

    user: User
    profile: ColleagueProfile | None
    record: StaffRecord | None
    user_fields: set[str] = field(default_factory=set)
    profile_fields: set[str] = field(default_factory=set)
    record_fields: set[str] = field(default_factory=set)
    #: Whether the account was open before, and whether the colleague was in the directory.
    was_active: bool = False
    was_listed: bool = False

    @property
    def is_new(self) -> bool:
        return self.user.pk is None

    @property
    def is_changed(self) -> bool:
        return bool(self.user_fields or self.profile_fields or self.record_fields)

    @property
    def leaves(self) -> bool:
        return self.was_active and not self.user.is_active

    @property
    def returns(self) -> bool:
        return not self.is_new and not self.was_active and self.user.is_active


class Known:
    """Accounts, profiles and records, by everything a register may know them by."""

    def __init__(self, users: Iterable[User], orphans: Iterable[ColleagueProfile]) -> None:
        self.by_username: dict[str, Person] = {}
        self.by_email: dict[str, Person] = {}
        self.by_external: dict[str, Person] = {}
        self.orphans = {profile.email.lower(): profile for profile in orphans}
        self.people: list[Person] = []
        self.centres = {centre_key(each.name): each for each in Centre.objects.all()}
        for user in users:
            self._add(user)

    @classmethod
    def everything(cls) -> "Known":
        """Everybody: three queries, whatever their number."""
        return cls(
            User.objects.select_related("staff_record", "profile").order_by("pk"),
            ColleagueProfile.objects.filter(user=None),
        )

    @classmethod
    def about(cls, said: Said, record: StaffRecord | None = None) -> "Known":
        """Only those whom `said` may be about or clash with: three queries."""
        emails = [each for each in (said.email, said.username) if each]
        users = User.objects.annotate(low=Lower("username"), mail=Lower("profile__email"))
        about = Q(low=said.username) | Q(mail__in=emails)
        if said.external_id:
            about |= Q(staff_record__external_id=said.external_id)
        if record:
            about |= Q(pk=record.user_id)
        return cls(
            users.filter(about).select_related("staff_record", "profile").order_by("pk"),
            ColleagueProfile.objects.annotate(mail=Lower("email")).filter(
                user=None, mail__in=emails
            ),
        )

    def _add(self, user: User) -> None:
        profile = getattr(user, "profile", None)
        record = getattr(user, "staff_record", None)
        person = Person(user, profile, record, was_active=user.is_active)
        person.was_listed = bool(profile and profile.opted_in and user.is_active)
        self.people.append(person)
        self.by_username.setdefault(user.username.lower(), person)
        if profile:
            self.by_email[profile.email.lower()] = person
        if record and record.external_id:
            self.by_external[record.external_id] = person

    def find(self, said: Said) -> Person | None:
        """Return whom `said` is about: by the register's key, else sign-on name, else e-mail.

        Raises Clash when a name or an address has been another's.
        """
        by_key = self.by_external.get(said.external_id)
        by_name = self.by_username.get(said.username) or self.by_email.get(said.email)
        if not by_key and by_name and _is_somebody_else(by_name, said):
            raise Clash(
                _("%(email)s har tilhørt %(name)s. Er det den samme, så ret navnet først.")
                % {"email": said.email or said.username, "name": by_name.user.get_full_name()}
            )
        return by_key or by_name

    def settle(
        self, person: Person | None, document: Document, source: str, before: Said | None = None
    ) -> Person:
        """Return `person` (a new one for None) as `document` says; nothing is saved.

        `before` is what the register said last, where the record does not tell.
        """
        said = said_by(document)
        if person is None:
            person = Person(User(is_active=said.active, password=no_password()), None, None)
        if person.user.is_superuser:
            raise Clash(_("Administratorens konto holdes uden for registret."))
        if before is None:
            before = said_by(person.record.document) if person.record else Said()
        self._settle_account(person, said, before)
        self._settle_profile(person, said, before)
        self._settle_record(person, said, document, source)
        return person

    def _settle_account(self, person: Person, said: Said, before: Said) -> None:
        _take(person.user, USER_FIELDS, said, before, person.user_fields)
        known = person.record is not None
        if person.is_new or said.active == (before.active if known else person.was_active):
            return
        if person.user.is_active != said.active:
            person.user.is_active = said.active
            person.user_fields.add("is_active")

    def _settle_profile(self, person: Person, said: Said, before: Said) -> None:
        if person.profile is None:
            if not said.email:
                return
            person.profile = self.orphans.pop(said.email, None) or ColleagueProfile(slug="")
            person.profile.user = person.user
            person.profile_fields.add("user")
            before = Said() if person.profile.pk is None else before
        _take(person.profile, PROFILE_FIELDS, said, before, person.profile_fields)
        if said.centres != before.centres:
            centre = self.centre_of(said)
            if centre and person.profile.centre_id != centre.pk:
                person.profile.centre = centre
                person.profile_fields.add("centre")

    def _settle_record(self, person: Person, said: Said, document: Document, source: str) -> None:
        if person.record is None:
            person.record = StaffRecord(user=person.user, source=source)
            person.record_fields.add("source")
        values: dict[str, Any] = {
            "external_id": said.external_id,
            "document": document,
            "source": source,
        }
        if said.active:
            values["left_on"] = None
        for name, value in values.items():
            if getattr(person.record, name) != value:
                setattr(person.record, name, value)
                person.record_fields.add(name)

    def centre_of(self, said: Said) -> Centre | None:
        """Return the centre by the first of its possible names that is one."""
        found = (self.centres.get(centre_key(name)) for name in said.centres)
        return next(filter(None, found), None)


def no_password() -> str:
    """Return what `make_password(None)` does, a password that nothing fits, thirty times faster."""
    return UNUSABLE_PASSWORD_PREFIX + token_urlsafe(30)


def _is_somebody_else(person: Person, said: Said) -> bool:
    """Whether an address has passed on: another key and another name. Nobody inherits messages."""
    record = person.record
    if record is None or not (record.external_id and said.external_id):
        return False
    return said_by(record.document).name != said.name


def _take(thing: Any, names: Iterable[str], said: Said, before: Said, changed: set[str]) -> None:
    """Give `thing` the fields of `names` where the register says something new."""
    for name in names:
        value = getattr(said, name)
        if value == getattr(before, name) or (not value and name in NEVER_EMPTY):
            continue
        if getattr(thing, name) != value:
            setattr(thing, name, value)
            changed.add(name)


def name_slugs(people: Sequence[Person]) -> None:
    """Give new profiles their addresses: "aase-holm", then "aase-holm-2". One query."""
    new = [each.profile for each in people if each.profile and not each.profile.slug]
    if not new:
        return
    taken = set(ColleagueProfile.objects.values_list("slug", flat=True)) | RESERVED_SLUGS
    for profile in new:
        base = slugify(profile.name.translate(FOLDED))[:100] or "kollega"
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        profile.slug = slug


def clashes(known: Known, people: Iterable[Person]) -> list[tuple[Person, str]]:
    """Return whom of `people` would get a sign-on name or an e-mail that another one keeps."""
    faults = []
    everybody = list(dict.fromkeys([*known.people, *people]))
    wanted = set(people)
    owners: dict[tuple[str, str], Person] = {}
    for person in sorted(everybody, key=lambda each: each in wanted):
        for kind, text in (
            ("username", person.user.username),
            ("email", person.profile.email if person.profile else ""),
        ):
            if text and owners.setdefault((kind, text.lower()), person) is not person:
                faults.append(
                    (person, _("%(text)s bruges af en anden medarbejder.") % {"text": text})
                )
    return faults
