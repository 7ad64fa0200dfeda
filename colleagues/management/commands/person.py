"""`manage.py person export|erase|reapply`: what is held about a person, out or away.

Ends with 0, or with 1 when nobody, or more than one, goes by the name.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from colleagues.personal_data.erasing import Refused, erase, risen
from colleagues.personal_data.exporting import Unknown, as_json, as_zip, find, sections
from colleagues.personal_data.registry import Subject


class Command(BaseCommand):
    help = "Udleverer eller sletter alt, hvad der er gemt om en person."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        export = actions.add_parser("export", help="udlever som JSON eller ZIP")
        export.add_argument("person", help="brugernavn eller e-mail")
        export.add_argument(
            "--output", type=Path, help="fil; .zip tager billeder med. Uden: JSON på skærmen"
        )
        away = actions.add_parser("erase", help="slet; uden --yes vises kun, hvad der ville ske")
        away.add_argument("person", help="brugernavn eller e-mail")
        away.add_argument("--yes", action="store_true", help="slet nu")
        again = actions.add_parser(
            "reapply", help="slet igen, hvem en gammel sikkerhedskopi har bragt tilbage"
        )
        again.add_argument("--yes", action="store_true", help="slet nu")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            if action == "export":
                self.export(find(options["person"]), options["output"])
            elif action == "erase":
                self.erase([find(options["person"])], really=options["yes"])
            else:
                self.erase(risen(), really=options["yes"])
        except (Unknown, Refused) as error:
            raise CommandError(str(error)) from error

    def export(self, subject: Subject, output: Path | None) -> None:
        """Write everything to `output`, readable by its owner alone, or to the screen."""
        if output is None:
            self.stdout.write(as_json(subject))
            return
        data = as_zip(subject) if output.suffix == ".zip" else as_json(subject).encode()
        output.touch(mode=0o600)
        output.write_bytes(data)
        self.stdout.write(f"Gemt i {output}.")

    def erase(self, subjects: list[Subject], *, really: bool) -> None:
        """Say what goes and what stays, and do it if `really`."""
        for subject in subjects:
            self.stdout.write(", ".join(sorted(subject.names)))
            for section in sections(subject):
                line = f"  {len(section.rows):>5}  {section.title}: {section.rule.label}"
                self.stdout.write(line)
            if really:
                erase(subject)
        if not subjects:
            self.stdout.write("Ingen slettede personer er vendt tilbage.")
        elif really:
            self.stdout.write("Slettet.")
        else:
            self.stdout.write("Intet er slettet. Kør igen med --yes.")
