"""`manage.py daily [NAME …]`: run what the worker runs every morning, now."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gufu.outbox.schedule import jobs


class Command(BaseCommand):
    help = "Kører de daglige opgaver nu. Det gør ingen skade at køre dem igen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAVN", help="alle, hvis intet er nævnt")

    def handle(self, *args: object, names: list[str], **options: object) -> None:
        known = jobs()
        if strange := set(names) - set(known):
            raise CommandError(
                f"Ukendt opgave: {', '.join(sorted(strange))}. Der er: {', '.join(known)}."
            )
        for name in names or known:
            result = known[name]()
            self.stdout.write(f"{name}: {'udført' if result is None else result}")
