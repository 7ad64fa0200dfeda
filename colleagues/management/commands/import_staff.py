"""`manage.py import_staff FILE`: accounts and profiles from a staff file, all or nothing.

Ends with 0 when the file is in (or, dry, could be), 1 when the file cannot be read, 2 when lines
are wrong, 3 when more would leave than the brake allows. Nothing is saved unless it is 0.
"""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from colleagues.staff.importing import Plan, plan_import
from colleagues.staff.reading import Unreadable
from colleagues.staff.writing import save
from gufu.models import KnowledgePage

UNREADABLE, WRONG_LINES, MANY_LEAVERS = 1, 2, 3
WIDTH = 40
SHOWN = 50  #: names and pages that are listed; the CMS has them all


class Command(BaseCommand):
    help = "Læser medarbejdere fra CSV eller XLSX. Alt eller intet; fejl vises linje for linje."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="CSV eller XLSX med overskrifter i første linje"
        )
        parser.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske")
        parser.add_argument("--sheet", default="", help="arkets navn (kun XLSX)")
        missing = parser.add_mutually_exclusive_group()
        missing.add_argument(
            "--deactivate-missing",
            action="store_true",
            default=True,
            dest="whole",
            help="den, der ikke står i filen, er fratrådt (sådan er det uden valg)",
        )
        missing.add_argument(
            "--keep-missing", action="store_false", dest="whole", help="filen er kun en del"
        )
        parser.add_argument(
            "--allow-many-leavers",
            action="store_true",
            help="gennemfør, selv om mere end 10 % ville fratræde",
        )

    def handle(
        self,
        *args: Any,
        file: Path,
        dry_run: bool,
        sheet: str,
        whole: bool,
        allow_many_leavers: bool,
        **options: Any,
    ) -> None:
        self.loud = options["verbosity"] > 0
        try:
            # Nobody else changes what is compared before it is saved.
            with transaction.atomic():
                plan = plan_import(file, sheet=sheet, whole=whole, progress=self.progress)
                self.report_errors(plan)
                self.say(self.summary(plan))
                if plan.has_many_leavers and not allow_many_leavers:
                    raise CommandError(self.too_many(plan), returncode=MANY_LEAVERS)
                if not dry_run:
                    save(plan.people)
        except Unreadable as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error
        self.list_leavers(plan)
        if dry_run:
            self.say(_("Prøvekørsel: Intet er gemt."))
        elif plan.people:
            self.say(_("Gemt."))
        else:
            self.say(_("Alt var gemt i forvejen. Intet er ændret."))

    def say(self, text: str) -> None:
        if self.loud:
            self.stdout.write(text)

    def progress(self, done: int, total: int) -> None:
        """Draw how far the comparison has come, where somebody looks."""
        if self.loud and self.stdout.isatty() and (done % 200 == 0 or done == total):
            full = WIDTH * done // max(1, total)
            ending = "\n" if done == total else ""
            bar = "█" * full + "░" * (WIDTH - full)
            self.stdout.write(f"\r{bar} {done}/{total}", ending=ending)
            sys.stdout.flush()

    def report_errors(self, plan: Plan) -> None:
        """Write every error by its line. Raises CommandError if there is one."""
        if plan.unknown_headers:
            names = ", ".join(plan.unknown_headers)
            self.stderr.write(_("Kolonner, som ikke bruges: %(names)s") % {"names": names})
        for line, text in plan.errors:
            self.stderr.write(_("Linje %(line)d: %(text)s") % {"line": line, "text": text})
        if plan.errors:
            raise CommandError(
                _("Der er %(count)d fejl i filen. Intet er gemt.") % {"count": len(plan.errors)},
                returncode=WRONG_LINES,
            )

    def summary(self, plan: Plan) -> str:
        """Return the table of what happens."""
        rows = (
            (_("Linjer med medarbejdere"), plan.lines),
            (_("Nye"), len(plan.new)),
            (_("Ændrede"), len(plan.changed)),
            (_("Tilbage igen"), len(plan.back)),
            (_("Fratrådte"), len(plan.gone)),
            (_("Uændrede"), plan.unchanged),
            (_("Styres af SCIM"), plan.by_scim),
            (_("Administratorer, som ikke røres"), plan.administrators),
        )
        wide = max(len(label) for label, _count in rows)
        return "\n".join(f"{label:<{wide}}  {count:>6}" for label, count in rows)

    def too_many(self, plan: Plan) -> str:
        return _(
            "%(gone)d af %(known)d medarbejdere står ikke i filen og ville blive lukket ude. "
            "Intet er gemt. Er filen hel, så kør igen med --allow-many-leavers; "
            "er den kun en del, så brug --keep-missing."
        ) % {"gone": len(plan.gone), "known": plan.known}

    def list_leavers(self, plan: Plan) -> None:
        """Write who leaves, and which pages need a new owner."""
        if not plan.gone:
            return
        names = sorted(person.user.get_full_name() or person.user.username for person in plan.gone)
        self.say(_("Fratrådte:"))
        self.say("\n".join(f"  {name}" for name in names[:SHOWN]))
        profiles = [person.profile.pk for person in plan.gone if person.profile]
        pages = KnowledgePage.objects.filter(colleague_owner__in=profiles).order_by("title")
        titles = pages.values_list("title", "colleague_owner__name")
        if listed := list(titles[:SHOWN]):
            self.say(_("Sider, der skal have en ny ejer (se »Sider uden ejer« i CMS'et):"))
            self.say("\n".join(f"  {title} ({name})" for title, name in listed))
