"""From a staff file to a plan: who is new, changed, back or gone. Nothing is saved here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from colleagues.models import StaffRecord
from colleagues.staff.checking import check
from colleagues.staff.documents import said_by
from colleagues.staff.plan import Clash, Known, Person, clashes
from colleagues.staff.reading import read_rows
from gufu.taxonomy import Centre

FILE = StaffRecord.Source.FILE
MOST_LEAVERS = 0.10  #: share of those known from files; one person is never too many


@dataclass
class Plan:
    """What an import would do. With `errors` (line and text) it must not be done."""

    lines: int = 0
    new: list[Person] = field(default_factory=list)
    changed: list[Person] = field(default_factory=list)
    back: list[Person] = field(default_factory=list)
    gone: list[Person] = field(default_factory=list)
    unchanged: int = 0
    #: People that SCIM keeps; a file does not change them.
    by_scim: int = 0
    #: People with an administrator's account, which no register changes.
    administrators: int = 0
    #: How many were known from files and at work before.
    known: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)
    unknown_headers: list[str] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        """Everybody whom the import writes."""
        return [*self.new, *self.changed, *self.back, *self.gone]

    @property
    def has_many_leavers(self) -> bool:
        return len(self.gone) > max(1, MOST_LEAVERS * self.known)


def plan_import(
    path: Path, *, sheet: str = "", whole: bool = True, progress: Callable[[int, int], None]
) -> Plan:
    """Read the file and compare it with what is known. Raises Unreadable.

    `whole` says that everybody is in the file: who is missing has left. `progress` is told (lines
    done, lines in all). The number of queries does not depend on the number of lines.
    """
    rows = read_rows(path, sheet)
    checked = check(rows, Centre.objects.values_list("name", flat=True))
    plan = Plan(lines=len(rows) - 1, unknown_headers=checked.unknown_headers)
    plan.errors = list(checked.errors)
    known = Known.everything()
    line_of: dict[Person, int] = {}
    for done, (line, document) in enumerate(checked.documents, start=1):
        progress(done, len(checked.documents))
        try:
            person = known.find(said_by(document))
            if person in line_of:
                text = _("Samme medarbejder som på linje %(line)d.")
                plan.errors.append((line, text % {"line": line_of[person]}))
            elif person and _is_left_alone(plan, person):
                continue
            elif person or document["active"]:
                line_of[known.settle(person, document, FILE)] = line
        except Clash as clash:
            plan.errors.append((line, str(clash)))
    for person, fault in clashes(known, line_of):
        plan.errors.append((line_of.get(person, 0), fault))
    plan.errors = sorted(dict.fromkeys(plan.errors))
    for person in line_of:
        _sort_in(plan, person)
    plan.known = sum(_is_at_work(each) for each in known.people)
    if whole:
        missing = [each for each in known.people if each not in line_of and _is_at_work(each)]
        for person in missing:
            _let_go(person)
        plan.gone += missing
    return plan


def _is_left_alone(plan: Plan, person: Person) -> bool:
    """Count whoever no file changes: whom SCIM keeps, and administrators, who work here too."""
    if person.record and person.record.source != FILE:
        plan.by_scim += 1
        return True
    plan.administrators += person.user.is_superuser
    return person.user.is_superuser


def _sort_in(plan: Plan, person: Person) -> None:
    if person.is_new:
        plan.new.append(person)
    elif person.leaves:
        plan.gone.append(person)
    elif person.returns:
        plan.back.append(person)
    elif person.is_changed:
        plan.changed.append(person)
    else:
        plan.unchanged += 1


def _is_at_work(person: Person) -> bool:
    """Whether somebody is known from files and was at work before this one."""
    record = person.record
    from_file = record is not None and record.pk is not None and record.source == FILE
    return from_file and person.was_active and not person.user.is_superuser


def _let_go(person: Person) -> None:
    """Close the account of somebody who is missing; the document remembers, for their return."""
    assert person.record is not None  # noqa: S101 - _is_at_work has asked
    person.user.is_active = False
    person.user_fields.add("is_active")
    person.record.document = {**person.record.document, "active": False}
    person.record_fields.add("document")
