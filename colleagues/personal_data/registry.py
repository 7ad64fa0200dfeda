"""The register of what is held about a person: one `Holding` a link, and what erasure does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.checks import CheckMessage, Error, Tags
from django.core.checks import register as register_check
from django.core.exceptions import FieldDoesNotExist
from django.db.models import CASCADE, Field, FileField, Model, Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from colleagues.models import ColleagueProfile

Text = str | Promise
PEOPLE = (User, ColleagueProfile)


@dataclass(frozen=True)
class Subject:
    """The person it is about: an account, a profile, or both."""

    user: User | None
    profile: ColleagueProfile | None

    @property
    def names(self) -> set[str]:
        """The sign-on name and the e-mail addresses, in small letters."""
        texts = [self.profile.email] if self.profile else []
        if self.user:
            texts += [self.user.username, self.user.email]
        return {text.lower() for text in texts if text}

    def keys(self) -> dict[type[Model], Any]:
        """Return the person's key as a user and as a colleague; None where they are not one."""
        return {
            User: self.user and self.user.pk,
            ColleagueProfile: self.profile and self.profile.pk,
        }


class Rule(Enum):
    """What erasure does."""

    DELETE = "delete"
    UNLINK = "unlink"
    KEEP = "keep"

    @property
    def label(self) -> Text:
        """What the person is told about it."""
        return {
            Rule.DELETE: _("Slettes."),
            Rule.UNLINK: _("Bliver stående uden dit navn."),
            Rule.KEEP: _("Bliver stående. Det viser kun et nummer, ikke hvem du er."),
        }[self]


@dataclass(frozen=True)
class Holding:
    """Rows of one model that are tied to a person by the field `link`.

    `title` is what the person reads; `fields` are what is handed out (all but secrets by default).
    `searched` says that search must hear of an unlinking: each row is saved by itself.
    """

    model: str
    link: str
    title: Text
    rule: Rule
    fields: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    searched: bool = False

    @property
    def key(self) -> str:
        return f"{self.model}.{self.link}"

    @property
    def model_class(self) -> type[Model]:
        return apps.get_model(self.model)

    @property
    def goes_with_the_person(self) -> bool:
        """Whether the rows are deleted with the account or the profile, and not only unlinked."""
        field: Any = self.model_class._meta.get_field(self.link)
        return field.remote_field.on_delete is CASCADE

    def rows(self, subject: Subject) -> QuerySet[Any]:
        """Return the rows tied to `subject`."""
        model = self.model_class
        target = model._meta.get_field(self.link).related_model
        key = next((pk for kind, pk in subject.keys().items() if kind is target), None)
        rows = model._default_manager.order_by("pk")
        return rows.filter(Q(**{self.link: key})) if key else rows.none()

    def files(self, subject: Subject) -> list[FieldFile]:
        """Return the files of rows that are the person's own: handed out and erased with them."""
        if self.rule != Rule.DELETE:
            return []
        names = [f.name for f in self.model_class._meta.local_fields if isinstance(f, FileField)]
        rows = self.rows(subject) if names else ()
        return [file for row in rows for name in names if (file := getattr(row, name))]

    def written(self, row: Any) -> dict[str, Any]:
        """Return what is handed out of a row; values as JSON can hold them."""
        names = self.fields or [
            field.name for field in row._meta.concrete_fields if field.name not in self.secret
        ]
        return {name: _value(row, name) for name in names}


@dataclass(frozen=True)
class Source:
    """What is held without a link in the database: found and erased by functions."""

    key: str
    title: Text
    rule: Rule
    read: Callable[[Subject], list[dict[str, Any]]]
    erase: Callable[[Subject], None]


_holdings: dict[str, Holding] = {}
_sources: dict[str, Source] = {}


def register(
    model: str,
    link: str,
    title: Text,
    rule: Rule,
    *,
    fields: tuple[str, ...] = (),
    secret: tuple[str, ...] = (),
    searched: bool = False,
) -> None:
    """Tell of rows of `model` that `link` ties to a person; called from a room's `ready`."""
    holding = Holding(model, link, title, rule, fields, secret, searched)
    _holdings[holding.key] = holding


def register_source(source: Source) -> None:
    """Tell of something held without a link."""
    _sources[source.key] = source


def holdings() -> list[Holding]:
    """Return what is registered, in order of registration."""
    return list(_holdings.values())


def sources() -> list[Source]:
    """Return what is held without links."""
    return list(_sources.values())


def _value(row: Any, name: str) -> Any:
    field = row._meta.get_field(name)
    value = field.value_from_object(row)
    if field.is_relation:
        return str(getattr(row, name)) if value is not None else None
    return value.name if hasattr(value, "storage") else value


def links() -> Iterator[tuple[type[Model], "Field[Any, Any]"]]:
    """Yield every field of an installed model that names a user or a colleague."""
    for model in apps.get_models():
        if model._meta.proxy:
            continue
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.related_model in PEOPLE and not getattr(field.remote_field, "parent_link", 0):
                yield model, field


@register_check(Tags.models)
def check_registered(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """colleagues.E001, E002: no link to a person is forgotten, none is registered that is gone."""
    found = {f"{model._meta.label}.{field.name}": model for model, field in links()}
    faults: list[CheckMessage] = [
        Error(
            f"{key} names a person, and colleagues.personal_data does not know it.",
            hint="Register it in the app's ready(): registry.register(model, link, title, rule).",
            obj=model,
            id="colleagues.E001",
        )
        for key, model in found.items()
        if key not in _holdings
    ]
    faults += [
        Error(f"{key} is registered as personal data and is no link.", id="colleagues.E002")
        for key, holding in _holdings.items()
        if key not in found and not _is_there(holding)
    ]
    return faults


def _is_there(holding: Holding) -> bool:
    try:
        holding.model_class._meta.get_field(holding.link)
    except (LookupError, FieldDoesNotExist):
        return False
    return True
