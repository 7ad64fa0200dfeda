"""`manage.py verify`: does every index say what the database says?"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gufu.outbox.models import OutboxEntry
from search import words
from search.contract import SearchUnavailableError
from search.engines import TOPICS, engines, get_engine
from search.indexing import differences

NAMES = {"missing": "mangler", "ghosts": "er for meget", "stale": "er forældede"}


class Command(BaseCommand):
    help = "Sammenligner søgeindekset med databasen. Fejler, når de er uenige."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="svar som JSON")
        parser.add_argument("--engine", choices=engines(), help="kun den søgemaskine")

    def handle(self, *args: Any, **options: Any) -> None:
        words.refresh()
        names = [options["engine"]] if options["engine"] else engines()
        found = {name: compared(name) for name in names}
        agrees = all(each["ok"] for each in found.values())
        if options["json"]:
            together = {
                name: sorted({each for one in found.values() for each in one[name]})
                for name in NAMES
            }
            waiting = sum(each["waiting"] for each in found.values())
            answer = {"ok": agrees, **together, "waiting": waiting, "engines": found}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            for name, each in found.items():
                self.tell(name, each)
        if not agrees:
            raise SystemExit(1)

    def tell(self, engine: str, found: dict[str, Any]) -> None:
        """Write what was found of one engine, in words."""
        self.stdout.write(f"{engine}:")
        for name, said in NAMES.items():
            ids = found[name]
            self.stdout.write(f"  {len(ids)} {said} {' '.join(ids[:20])}".rstrip())
        self.stdout.write(f"  {found['waiting']} venter i udbakken")
        if found["index"]["rebuild_needed"]:
            self.stdout.write("  Indekset er bygget af en ældre version: kør rebuild_search")
        if why := found["index"].get("why"):
            self.stdout.write(f"  {why}")


def compared(name: str) -> dict[str, Any]:
    """Return what differs between the index of one engine and the database, what waits for it,
    and its status. An engine that does not answer agrees with nothing."""
    engine = get_engine(name)
    status = engine.status()
    try:
        found = differences(engine)
    except SearchUnavailableError as error:
        found = {each: [] for each in NAMES}
        status = {**status, "ready": False, "why": str(error)}
    waiting = OutboxEntry.objects.filter(topic=TOPICS[name], done_at=None).count()
    sound = status["ready"] and not status["rebuild_needed"]
    return {
        "ok": sound and not any(found.values()),
        **found,
        "waiting": waiting,
        "index": status,
    }
