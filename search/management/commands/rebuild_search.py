"""`manage.py rebuild_search`: a new index beside the old one, then the swap."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import words
from search.contract import IndexBusyError
from search.engines import ENGINES, get_engine
from search.indexing import everything, total

WIDTH = 40


class Command(BaseCommand):
    help = "Bygger søgeindekset forfra. Der kan søges i det gamle imens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", choices=ENGINES, default="embedded", help="søgemaskine")

    def handle(self, *args: Any, engine: str, verbosity: int, **options: Any) -> None:
        words.refresh()
        expected = total()
        shows = verbosity > 0 and self.stdout.isatty()

        def progress(done: int) -> None:
            if shows and (done % 20 == 0 or done == expected):
                full = WIDTH * done // max(1, expected)
                bar = "█" * full + "░" * (WIDTH - full)
                self.stdout.write(f"\r{bar} {done}/{expected}", ending="")
                sys.stdout.flush()

        try:
            done = get_engine(engine).rebuild(everything(), progress)
        except IndexBusyError as error:
            raise CommandError("En anden proces skriver i indekset. Prøv igen om lidt.") from error
        if verbosity:
            self.stdout.write(f"{chr(10) if shows else ''}Søgeindekset er klar: {done} dokumenter.")
