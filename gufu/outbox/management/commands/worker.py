"""`manage.py worker`: drain the outbox until told to stop."""

import signal
from threading import Event

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections, connection

from gufu.outbox.worker import drain, purge


class Command(BaseCommand):
    help = "Udfører det, der ligger i udbakken: søgeindeks, mail og billeder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="tøm udbakken og stop")

    def handle(self, *args: object, once: bool, **options: object) -> None:
        if once:
            self.stdout.write(f"{drain()} udført")
            return
        stop = Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        passes = 0
        while not stop.is_set():
            close_old_connections()
            try:
                drain()
                if passes % 7200 == 0:  # about once an hour
                    purge()
            except OperationalError as error:  # the database is away: wait for it
                self.stderr.write(f"databasen svarer ikke: {error}")
                connection.close()
                stop.wait(2)
            passes += 1
            stop.wait(settings.OUTBOX_POLL_SECONDS)
