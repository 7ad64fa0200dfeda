"""Erasing a person, and doing it again after an older backup was restored.

Erasures are remembered as keyed hashes of the names that the person had: in the database, and in
a file beside it (ERASURES_FILE), which a restored database does not take back in time.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.dateparse import parse_datetime
from wagtail.models import ModelLogEntry, Page

from colleagues.models import ColleagueProfile, Erasure
from colleagues.personal_data.held import ERASED
from colleagues.personal_data.registry import Holding, Rule, Subject, holdings, sources

ACTION = "colleagues.erased"


class Refused(Exception):  # noqa: N818 - said of a person
    """Somebody who is not erased; the text says why."""


def digest(name: str) -> str:
    """Return a name as erasures remember it: no one gets it back without SECRET_KEY."""
    return salted_hmac("gufu.erasure", name.lower(), algorithm="sha256").hexdigest()


@transaction.atomic
def erase(subject: Subject) -> None:
    """Delete or unlink all that is held. Files go, and the file is written, after the commit.

    Raises Refused for an administrator's account.
    """
    if subject.user and subject.user.is_superuser:
        raise Refused("en administrators konto slettes ikke herfra")
    digests = sorted(digest(name) for name in subject.names)
    files = [file for holding in holdings() for file in holding.files(subject)]
    for source in sources():
        source.erase(subject)
    for holding in holdings():
        if holding.rule == Rule.UNLINK:
            _unlink(holding, subject)
        elif holding.rule == Rule.DELETE and not holding.goes_with_the_person:
            holding.rows(subject).delete()
    key = subject.profile.pk if subject.profile else subject.user and subject.user.pk
    if subject.profile:
        subject.profile.delete()
    if subject.user:
        subject.user.delete()
    _forget_words()
    now = timezone.now()
    Erasure.objects.bulk_create(
        [Erasure(digest=each, erased_at=now) for each in digests], ignore_conflicts=True
    )
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(ColleagueProfile),
        object_id=str(key),
        label=ERASED,
        action=ACTION,
        timestamp=now,
    )
    for file in files:  # the rows that named them are gone
        transaction.on_commit(partial(file.storage.delete, str(file.name)))
    transaction.on_commit(remember)


def _forget_words() -> None:
    """Let SQLite's full-text table, which serves the CMS's choosers, drop the words of what was
    deleted; it would keep them until it happens to merge. PostgreSQL has none."""
    if connection.vendor == "sqlite":
        table = "wagtailsearch_indexentry_fts"  # Wagtail's model of it is there on SQLite alone
        with connection.cursor() as cursor:
            cursor.execute(f'INSERT INTO "{table}"("{table}") VALUES (%s)', ["optimize"])  # noqa: S608


def _unlink(holding: Holding, subject: Subject) -> None:
    """Take the person out of the rows; search hears of those that it knows."""
    rows = holding.rows(subject)
    many = holding.model_class._meta.get_field(holding.link).many_to_many
    if not many and not holding.searched:
        rows.order_by().update(**{holding.link: None})
        return
    target = holding.model_class._meta.get_field(holding.link).related_model
    for row in rows:
        thing: Any = row.specific if isinstance(row, Page) else row
        if many:
            getattr(thing, holding.link).remove(subject.keys()[target])  # type: ignore[index]
        else:
            setattr(thing, holding.link, None)
        if isinstance(thing, Page):
            thing.save(clean=False)
        else:
            thing.save(update_fields=[holding.link])


def remember() -> None:
    """Write what the database remembers of erasures into the file, and the other way round."""
    path = Path(settings.ERASURES_FILE)
    in_file = dict(_in_file(path))
    in_database = dict(Erasure.objects.values_list("digest", "erased_at"))
    Erasure.objects.bulk_create(
        [
            Erasure(digest=key, erased_at=at)
            for key, at in in_file.items()
            if key not in in_database
        ],
        ignore_conflicts=True,
    )
    missing = {key: at for key, at in in_database.items() if key not in in_file}
    if missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            for key, at in missing.items():
                file.write(json.dumps({"digest": key, "erased_at": at.isoformat()}) + "\n")


def _in_file(path: Path) -> Iterator[tuple[str, datetime]]:
    """Yield (digest, time) of the file's lines; a line that was cut off is left out."""
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            entry = json.loads(line)
            at = parse_datetime(entry["erased_at"])
        except (ValueError, KeyError, TypeError):
            continue
        if at:
            yield entry["digest"], at


def risen() -> list[Subject]:
    """Return who is there again although erased: a backup from before has brought them back.

    Somebody who was given the same address later is somebody else.
    """
    remember()
    erased = dict(Erasure.objects.values_list("digest", "erased_at"))
    found: dict[tuple[int | None, int | None], Subject] = {}
    if not erased:
        return []
    for profile in ColleagueProfile.objects.select_related("user"):
        subject = Subject(profile.user, profile)
        if _was_erased(subject, erased):
            found[profile.user_id, profile.pk] = subject
    for user in User.objects.filter(profile=None):
        subject = Subject(user, None)
        if _was_erased(subject, erased):
            found[user.pk, None] = subject
    return list(found.values())


def _was_erased(subject: Subject, erased: dict[str, datetime]) -> bool:
    times = [at for name in subject.names if (at := erased.get(digest(name)))]
    joined = subject.user.date_joined if subject.user else None
    return any(joined is None or joined < at for at in times)
