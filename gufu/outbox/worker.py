"""Draining the outbox: batch by batch, each entry at least once, poison parked."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Count, Min
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.outbox.registry import Handler, Unavailable, handler_for, topics

logger = logging.getLogger(__name__)

#: How long a worker may keep what it has taken. Nobody else takes it meanwhile; should the worker
#: die, it is due again afterwards, within the minute that is promised.
LEASE = timedelta(seconds=45)


def drain(topic: str | None = None, stopped: Callable[[], bool] = lambda: False) -> int:
    """Handle what is due now; return the number of entries done.

    The topics take turns, a batch each, until nothing is due or `stopped` says so. Entries that
    fail are put off, and the whole topic while who takes it is away.
    """
    names = [topic] if topic else topics()
    done, busy = 0, True
    while busy:
        busy = False
        for name in names:
            if stopped():
                return done
            handler, batch = handler_for(name)
            if entries := _take(name, batch):
                busy = True
                try:
                    done += _handle(handler, entries)
                except Unavailable as error:
                    OutboxEntry.objects.put_off(name, entries[0].created_at, error)
                    logger.warning("outbox_waits", extra={"topic": name, "why": str(error)[:300]})
    return done


def _take(topic: str, size: int) -> list[OutboxEntry]:
    """Take at most `size` due entries, oldest first; no two workers get the same."""
    due = OutboxEntry.objects.due().filter(topic=topic)
    if not due.exists():  # a worker with nothing to do takes no lock
        return []
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        entries = list(due[:size])
        _lease(entries)
    return entries


def _lease(entries: Sequence[OutboxEntry]) -> None:
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
        available_at=timezone.now() + LEASE
    )


def _handle(handler: Handler, entries: Sequence[OutboxEntry]) -> int:
    try:
        handler(entries)
    except Unavailable:
        raise
    except Exception as error:  # recorded, not lost, whatever it is
        if len(entries) > 1:
            return _one_by_one(handler, entries)
        entries[0].failed(error)
        level = logging.ERROR if entries[0].parked_at else logging.WARNING
        logger.log(level, "outbox_failed", extra={"entry": entries[0].pk}, exc_info=error)
        return 0
    OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
        done_at=timezone.now(), last_error=""
    )
    return len(entries)


def _one_by_one(handler: Handler, entries: Sequence[OutboxEntry]) -> int:
    """Handle a batch that failed entry by entry, so that the poison in it is alone."""
    done = 0
    for number, entry in enumerate(entries):
        _lease(entries[number:])
        done += _handle(handler, [entry])
    return done


def purge(days: int = 30) -> int:
    """Delete entries done more than `days` ago; mail holds personal data. Return how many."""
    limit = timezone.now() - timedelta(days=days)
    return OutboxEntry.objects.filter(done_at__lt=limit).delete()[0]


def status() -> dict[str, object]:
    """Return waiting, parked, lag (seconds since the oldest waiting entry was written) and overdue
    (seconds that the first due entry waits for a worker), and by topic what waits there."""
    waiting = OutboxEntry.objects.waiting()
    by_topic = waiting.values("topic").order_by("topic")
    figures = by_topic.annotate(
        waiting=Count("pk"), oldest=Min("created_at"), due=Min("available_at")
    )
    topics = {
        each["topic"]: {
            "waiting": each["waiting"],
            "lag_seconds": _seconds_since(each["oldest"]),
            "overdue_seconds": _seconds_since(each["due"]),
        }
        for each in figures
    }
    return {
        "waiting": sum(each["waiting"] for each in topics.values()),
        "parked": OutboxEntry.objects.exclude(parked_at=None).count(),
        "lag_seconds": max((each["lag_seconds"] for each in topics.values()), default=0.0),
        "overdue_seconds": max((each["overdue_seconds"] for each in topics.values()), default=0.0),
        "topics": topics,
    }


def _seconds_since(moment: datetime) -> float:
    return round(max((timezone.now() - moment).total_seconds(), 0.0), 1)
