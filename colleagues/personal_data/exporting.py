"""Handing out what is held about a person: as pages show it, as JSON, and as ZIP with the files."""

import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleagues.models import ColleagueProfile
from colleagues.personal_data.registry import Rule, Subject, Text, holdings, sources

ACCOUNT = ("username", "first_name", "last_name", "email", "is_active", "date_joined", "last_login")


class Unknown(Exception):  # noqa: N818 - said of a person
    """Nobody, or more than one, goes by that name."""


@dataclass(frozen=True)
class Section:
    """One kind of what is held: its rows, and what erasure does to them."""

    key: str
    title: Text
    rule: Rule
    rows: list[dict[str, Any]]


def find(name: str) -> Subject:
    """Return the person with this sign-on name or e-mail address. Raises Unknown."""
    users = set(User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)))
    profiles = ColleagueProfile.objects.select_related("user", "photo__consent", "photo_consent")
    found = set(profiles.filter(Q(email__iexact=name) | Q(user__in=users)))
    users |= {profile.user for profile in found if profile.user}
    if len(users) > 1 or len(found) > 1:
        raise Unknown(f"flere end én: {', '.join(sorted(user.username for user in users))}")
    if not users and not found:
        raise Unknown("ingen med det brugernavn eller den e-mail")
    return Subject(next(iter(users), None), next(iter(found), None))


def subject_of(user: User) -> Subject:
    """Return `user` as the person whose data is asked for."""
    return Subject(user, ColleagueProfile.objects.filter(user=user).first())


def sections(subject: Subject) -> list[Section]:
    """Return everything that is held; kinds without rows are left out.

    As many queries as there are kinds, however much is held.
    """
    found = []
    if subject.user:
        account = {name: getattr(subject.user, name) for name in ACCOUNT}
        account["groups"] = list(subject.user.groups.values_list("name", flat=True))
        found.append(Section("auth.User", _("Din konto"), Rule.DELETE, [account]))
    if subject.profile and not subject.user:
        fields = [field.name for field in subject.profile._meta.concrete_fields]
        profile = {name: str(getattr(subject.profile, name)) for name in fields}
        found.append(Section("profile", _("Profilen"), Rule.DELETE, [profile]))
    for holding in holdings():
        related = [f.name for f in holding.model_class._meta.concrete_fields if f.is_relation]
        wanted = [name for name in related if not holding.fields or name in holding.fields]
        rows = holding.rows(subject).select_related(*wanted) if wanted else holding.rows(subject)
        written = [holding.written(row) for row in rows]
        found.append(Section(holding.key, holding.title, holding.rule, written))
    for source in sources():
        found.append(Section(source.key, source.title, source.rule, source.read(subject)))
    return [section for section in found if section.rows]


def as_json(subject: Subject) -> str:
    """Return everything as JSON."""
    data = {
        "exported_at": timezone.now(),
        "sections": [
            {
                "key": section.key,
                "title": str(section.title),
                "on_erasure": section.rule.value,
                "rows": section.rows,
            }
            for section in sections(subject)
        ],
    }
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_zip(subject: Subject) -> bytes:
    """Return everything as a ZIP: oplysninger.json, the portrait and the person's other files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("oplysninger.json", as_json(subject))
        photo = subject.profile.photo if subject.profile else None
        files: list[Any] = [photo.file] if photo else []
        files += [file for holding in holdings() for file in holding.files(subject)]
        for file in files:
            if file.storage.exists(file.name):
                with file.storage.open(file.name) as opened:
                    archive.writestr(f"filer/{file.name}", opened.read())
    return buffer.getvalue()
