"""`manage.py verify`: does the index say what the database says?"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gufu.outbox.models import OutboxEntry
from search import words
from search.contract import SearchUnavailableError
from search.engines import ENGINES, get_engine
from search.indexing import differences
from search.sight import TOPIC

NAMES = {"missing": "mangler", "ghosts": "er for meget", "stale": "er forældede"}


class Command(BaseCommand):
    help = "Sammenligner søgeindekset med databasen. Fejler, når de er uenige."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="svar som JSON")
        parser.add_argument("--engine", choices=ENGINES, default="embedded", help="søgemaskine")

    def handle(self, *args: Any, **options: Any) -> None:
        words.refresh()
        engine = get_engine(options["engine"])
        try:
            found = differences(engine)
        except SearchUnavailableError as error:
            raise CommandError(str(error)) from error
        waiting = OutboxEntry.objects.filter(topic=TOPIC, done_at=None).count()
        status = engine.status()
        agrees = not any(found.values()) and not status["rebuild_needed"]
        if options["json"]:
            answer = {"ok": agrees, **found, "waiting": waiting, "index": status}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            for name, ids in found.items():
                self.stdout.write(f"{len(ids)} {NAMES[name]} {' '.join(ids[:20])}".rstrip())
            self.stdout.write(f"{waiting} venter i udbakken")
            if status["rebuild_needed"]:
                self.stdout.write("Indekset er bygget af en ældre version: kør rebuild_search")
        if not agrees:
            raise SystemExit(1)
