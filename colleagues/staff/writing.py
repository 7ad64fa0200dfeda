"""Saving what a plan says, in bulk and in one transaction; what must follow is noted with it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal
from django.utils import timezone

from colleagues.models import ColleagueProfile, StaffRecord
from colleagues.staff import leavers
from colleagues.staff.plan import Person, name_slugs

BATCH = 500
IN_QUERY = 10_000  #: values in one IN; SQLite takes 32,766

#: Sent with `ids` of profiles that were saved in bulk and are, or were, in the directory; inside
#: the transaction. Django's own signals are not sent for what is saved in bulk.
profiles_changed = Signal()


@transaction.atomic
def save(people: Sequence[Person]) -> None:
    """Save what has changed of `people`, and see to those who leave or come back."""
    changed = [each for each in people if each.is_new or each.is_changed]
    if not changed:
        return
    name_slugs(changed)
    _make_way(changed)
    now = timezone.now()
    left = {each.user.pk for each in changed if each.leaves}
    for person in changed:
        if person.record:
            person.record.changed_at = now
            if person.leaves:
                person.record.left_on = timezone.localdate()
                person.record_fields.add("left_on")
    _write(User, ((each.user, each.user_fields) for each in changed))
    _write(ColleagueProfile, ((each.profile, each.profile_fields) for each in changed))
    _write(StaffRecord, ((each.record, each.record_fields) for each in changed), "changed_at")
    leavers.left(left)
    listed = [
        each.profile.pk
        for each in changed
        if each.profile
        and (each.was_listed or (each.profile.opted_in and each.user.is_active))
        and (each.profile_fields or "is_active" in each.user_fields)
    ]
    if listed:
        profiles_changed.send(sender=ColleagueProfile, ids=listed)


def _write(model: type[Model], rows: Iterable[tuple[Any, set[str]]], *always: str) -> None:
    """Insert the new rows, and update the fields of the others that have changed.

    An update is an INSERT … ON CONFLICT (id) DO UPDATE: one statement for hundreds of rows, where
    a bulk_update would be a CASE with as many branches.
    """
    new: list[Any] = []
    known: list[Any] = []
    fields: set[str] = set()
    for row, changed in rows:
        if row is None:
            continue
        if row.pk is None:
            new.append(row)
        elif changed:
            known.append(row)
            fields |= changed
    for row in [*new, *known]:  # a new user has its key only now
        if hasattr(row, "user"):
            row.user = row.user
    model._default_manager.bulk_create(new, batch_size=BATCH)
    if known:
        model._default_manager.bulk_create(
            known,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=sorted(fields | set(always)),
        )


def _make_way(people: Sequence[Person]) -> None:
    """Let go of names and addresses that pass from one person to another in this very plan.

    A database looks at each row in turn, and the first of two who swap would be refused.
    """
    names = [each.user.username for each in people if "username" in each.user_fields]
    emails = [
        each.profile.email for each in people if each.profile and "email" in each.profile_fields
    ]
    for start in range(0, max(len(names), len(emails)), IN_QUERY):
        part = slice(start, start + IN_QUERY)
        for user in User.objects.filter(username__in=names[part]):
            User.objects.filter(pk=user.pk).update(username=f"flyttes-{user.pk}")
        for row in ColleagueProfile.objects.filter(email__in=emails[part], user__isnull=False):
            ColleagueProfile.objects.filter(pk=row.pk).update(email=f"{row.pk}@flyttes.invalid")
