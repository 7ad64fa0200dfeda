"""Searches that found nothing, counted without a write in the request.

A process keeps counts in memory and writes them in one go a minute later, from a thread of its own
(docs/decisions). At a crash a minute of counting is lost, which no one will miss.
"""

import logging
import re
import threading
from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import F
from django.utils import timezone

from search.danish import clean
from search.models import EmptySearch

logger = logging.getLogger(__name__)
LONGEST = 80  #: characters; longer texts are pasted, not searched for
MOST_KEPT = 500  #: different searches a process remembers before it writes
KEPT = timedelta(days=365)
#: Addresses of people, and digits that may be a CPR or a telephone number, however they are parted.
PERSONAL = re.compile(r"@|(?:\d[\s.\-/]*){6,}")

_lock = threading.Lock()
_waiting: Counter[str] = Counter()
_timer: threading.Timer | None = None


def normalised(text: str) -> str:
    """Return `text` as it may be kept, or nothing."""
    text = " ".join(clean(text).lower().split())
    return "" if len(text) > LONGEST or PERSONAL.search(text) else text


def note(text: str) -> None:
    """Count a search that found nothing. Costs no query."""
    global _timer
    if not (kept := normalised(text)):
        return
    with _lock:
        if kept in _waiting or len(_waiting) < MOST_KEPT:
            _waiting[kept] += 1
        if _timer is None and settings.SEARCH_LOG_SECONDS:
            _timer = threading.Timer(settings.SEARCH_LOG_SECONDS, _later)
            _timer.daemon = True
            _timer.start()


def _later() -> None:
    global _timer
    with _lock:
        _timer = None
    close_old_connections()
    try:
        flush()
    except DatabaseError:
        logger.warning("empty_searches_lost", exc_info=True)
    finally:
        close_old_connections()


def flush() -> int:
    """Write what has been counted; return how many different searches."""
    with _lock:
        counted = dict(_waiting)
        _waiting.clear()
    today = timezone.localdate()
    with transaction.atomic():
        for text, count in counted.items():
            row, _new = EmptySearch.objects.get_or_create(text=text, defaults={"last_seen": today})
            EmptySearch.objects.filter(pk=row.pk).update(count=F("count") + count, last_seen=today)
    return len(counted)


def purge() -> int:
    """Delete what nobody has looked for in a year; run once a day."""
    return EmptySearch.objects.filter(last_seen__lt=timezone.localdate() - KEPT).delete()[0]
