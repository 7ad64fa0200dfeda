"""`manage.py worker`: drain the outbox until told to stop."""

import signal
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from gufu.outbox.registry import topics
from gufu.outbox.schedule import post_due, start
from gufu.outbox.worker import drain, purge

PURGE_EVERY = 7200  #: passes; about an hour
LOOK_AT_CLOCK_EVERY = 60  #: passes; about half a minute


class Command(BaseCommand):
    help = "Udfører det, der ligger i udbakken: søgeindeks, mail, billeder og daglige opgaver."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="tøm udbakken og stop")

    def handle(self, *args: object, once: bool, **options: object) -> None:
        if once:
            self.stdout.write(f"{drain()} udført")
            return
        self.stop = Event()
        self.crash: BaseException | None = None
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self.told_to_stop)
        self.attempt(start)
        # A thread a topic: a mail server that takes its time does not keep a page out of search.
        threads = [Thread(target=self.work, args=(topic,), name=topic) for topic in topics()]
        for thread in threads:
            thread.start()
        passes = 0
        while not self.stop.wait(settings.OUTBOX_POLL_SECONDS):
            if passes % PURGE_EVERY == 0:
                self.attempt(purge)
            if passes % LOOK_AT_CLOCK_EVERY == 0:
                self.attempt(post_due)
            passes += 1
        for thread in threads:
            thread.join()
        if self.crash:
            raise CommandError(f"arbejderen stoppede: {self.crash!r}") from self.crash

    def told_to_stop(self, number: int, frame: FrameType | None) -> None:
        """Finish what is in hand, then stop."""
        self.stop.set()

    def work(self, topic: str) -> None:
        """Drain `topic` until told to stop; what nobody foresaw ends the worker."""
        try:
            while not self.stop.is_set():
                self.attempt(lambda: drain(topic, self.stop.is_set))
                self.stop.wait(settings.OUTBOX_POLL_SECONDS)
        except BaseException as error:
            self.crash = error
            self.stop.set()
            raise
        finally:
            connection.close()

    def attempt(self, job: Callable[[], object]) -> None:
        """Run `job`; where the database is away, wait for it."""
        close_old_connections()
        try:
            job()
        except (DatabaseError, InterfaceError) as error:
            self.stderr.write(f"databasen svarer ikke: {error}")
            connection.close()
            self.stop.wait(2)
