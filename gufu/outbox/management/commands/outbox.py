"""`manage.py outbox --status | --drain | --retry`: look into the outbox, or empty it now."""

import json

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.outbox.worker import drain, status


class Command(BaseCommand):
    help = "Viser eller tømmer udbakken."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--status", action="store_true", help="vis tal som JSON")
        what.add_argument("--drain", action="store_true", help="udfør alt, der er klar")
        what.add_argument("--retry", action="store_true", help="prøv det parkerede igen")

    def handle(self, *args: object, **options: object) -> None:
        if options["retry"]:
            OutboxEntry.objects.exclude(parked_at=None).update(
                parked_at=None, attempts=0, available_at=timezone.now()
            )
        if options["drain"] or options["retry"]:
            drain()
        self.stdout.write(json.dumps(status()))
