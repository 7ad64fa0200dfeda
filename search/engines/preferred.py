"""The engine that is asked first, behind a circuit breaker: whoever has not answered is left alone
for a while, then tried by one request."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from random import uniform
from typing import TYPE_CHECKING, TypeVar

from django.db import DatabaseError
from django.utils import timezone

from search.contract import Engine, SearchUnavailableError

if TYPE_CHECKING:
    from search.engines.elastic.engine import ElasticEngine

logger = logging.getLogger(__name__)

PATIENCE = 1.0  #: seconds for all the questions of one request
REST = 5.0  #: seconds until it is tried again, give or take a third: processes do not march in step
BEHIND = timedelta(seconds=10)  #: for so long a note may wait before the answers count as old
LOOK = 2.0  #: seconds between two looks at what waits
Answered = TypeVar("Answered")


class Preferred:
    """An engine, whether it answers, and whether what waits for it makes it old; `beside` is the
    one that is here, and `topics` are where notes wait for each, by its name."""

    def __init__(self, engine: "ElasticEngine", beside: Engine, topics: Mapping[str, str]) -> None:
        self.engine, self.beside, self.topics = engine, beside, topics
        self._lock = threading.Lock()
        self._rests_until: float | None = None  # None: all is well
        self._looks_at = 0.0
        self._old: frozenset[str] = frozenset()  # the names of the engines that are

    def is_well(self) -> bool:
        """Return whether the last answer was in time and up to date."""
        return self._rests_until is None and not self.is_old()

    def why(self) -> str:
        """Return why it is not asked now, for operators; nothing while all is well."""
        if self._rests_until is not None:
            return "the embedded index answers: Elasticsearch failed or was slow"
        try:
            old = self.is_old()
        except DatabaseError:  # which is told elsewhere
            return ""
        return "the embedded index answers: notes wait for Elasticsearch" if old else ""

    def admits(self) -> bool:
        """Return whether a request may ask: when all is well, and one after each rest."""
        if self.is_old():
            return False
        with self._lock:
            if self._rests_until is None:
                return True
            if time.monotonic() < self._rests_until:
                return False
            self._rest()  # the others wait for what this one finds
            return True

    def ask(self, question: Callable[["ElasticEngine"], Answered]) -> Answered:
        """Return what `question` makes of the engine's answers. Raises SearchUnavailableError when
        they fail or take more than PATIENCE together, and lets the engine rest."""
        try:
            found = question(self.engine.within(PATIENCE, self._beside()))
        except SearchUnavailableError as error:
            with self._lock:
                if self._rests_until is None:
                    logger.warning("search_engine_left", extra={"why": str(error)[:300]})
                self._rest()
            raise
        if self._rests_until is not None:
            logger.warning("search_engine_back")
            self._rests_until = None
        return found

    def _rest(self) -> None:
        length = REST * uniform(0.67, 1.33)  # noqa: S311 - no secret
        self._rests_until = time.monotonic() + length

    def is_old(self) -> bool:
        """Return whether a note has waited for long: what the embedded index says is newer."""
        self._look()
        return self.engine.name in self._old

    def _beside(self) -> Engine | None:
        """Return the index beside it if that may be read in its stead."""
        self._look()
        return None if self.beside.name in self._old else self.beside

    def _look(self) -> None:
        """Find out which of the two are old, if that is not known of late."""
        from gufu.outbox.models import OutboxEntry

        if time.monotonic() < self._looks_at:
            return
        waiting = OutboxEntry.objects.waiting().filter(topic__in=self.topics.values())
        late = waiting.filter(created_at__lt=timezone.now() - BEHIND)
        topics = set(late.order_by().values_list("topic", flat=True).distinct())
        old = {name for name, topic in self.topics.items() if topic in topics}
        if not self.beside.status()["ready"]:
            old.add(self.beside.name)
        self._old = frozenset(old)
        self._looks_at = time.monotonic() + LOOK
