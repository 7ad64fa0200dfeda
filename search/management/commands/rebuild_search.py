"""`manage.py rebuild_search`: a new index beside the old one, then the swap; for every engine."""

import sys
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import words
from search.contract import IndexBusyError, SearchUnavailableError
from search.engines import engines, get_engine
from search.indexing import everything, total

WIDTH = 40


class Command(BaseCommand):
    help = "Bygger søgeindekset forfra. Der kan søges i det gamle imens."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--engine", choices=engines(), help="kun den søgemaskine")

    def handle(self, *args: Any, engine: str | None, verbosity: int, **options: Any) -> None:
        words.refresh()
        faults = []
        # The embedded one first: it answers while the other is away.
        for name in [engine] if engine else reversed(engines()):
            shows = verbosity > 0 and self.stdout.isatty()
            try:
                done = get_engine(name).rebuild(everything(), self.bar(total()) if shows else quiet)
            except IndexBusyError:
                faults.append(f"{name}: En anden proces skriver i indekset. Prøv igen om lidt.")
            except SearchUnavailableError as error:
                faults.append(f"{name}: {error}")
            else:
                if verbosity:
                    line = "\n" if shows else ""
                    self.stdout.write(f"{line}Søgeindekset er klar: {done} dokumenter ({name}).")
        if faults:
            raise CommandError("\n".join(faults))

    def bar(self, expected: int) -> Callable[[int], None]:
        """Return what draws how far a building of `expected` documents has come."""

        def draw(done: int) -> None:
            if done % 20 == 0 or done == expected:
                full = min(WIDTH, WIDTH * done // max(1, expected))
                bar = "█" * full + "░" * (WIDTH - full)
                self.stdout.write(f"\r{bar} {done}/{expected}", ending="")
                sys.stdout.flush()

        return draw


def quiet(done: int) -> None:
    """Draw nothing."""
