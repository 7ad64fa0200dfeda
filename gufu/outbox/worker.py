"""Draining the outbox: batch by batch, each entry at least once, poison parked."""

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.outbox.registry import Handler, handler_for, topics

logger = logging.getLogger(__name__)


def drain(topic: str | None = None) -> int:
    """Handle what is due now; return the number of entries done.

    Stops at the first pass in which nothing more could be done. Entries that fail are put off.
    """
    done = 0
    for name in [topic] if topic else topics():
        handler, batch = handler_for(name)
        while entries := list(OutboxEntry.objects.due().filter(topic=name)[:batch]):
            done += _handle(handler, entries)
    return done


def _handle(handler: Handler, entries: Sequence[OutboxEntry]) -> int:
    try:
        handler(entries)
    except Exception as error:
        if len(entries) > 1:
            return sum(_handle(handler, [entry]) for entry in entries)
        entries[0].failed(error)
        level = logging.ERROR if entries[0].parked_at else logging.WARNING
        logger.log(level, "outbox_failed", extra={"entry": entries[0].pk}, exc_info=error)
        return 0
    with transaction.atomic():
        OutboxEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(
            done_at=timezone.now(), last_error=""
        )
    return len(entries)


def purge(days: int = 30) -> int:
    """Delete entries done more than `days` ago; mail holds personal data. Return how many."""
    limit = timezone.now() - timedelta(days=days)
    return OutboxEntry.objects.filter(done_at__lt=limit).delete()[0]


def status() -> dict[str, object]:
    """Return waiting, parked and lag (seconds since the oldest waiting entry was written)."""
    waiting = OutboxEntry.objects.waiting()
    oldest = waiting.order_by("created_at").first()
    lag = (timezone.now() - oldest.created_at).total_seconds() if oldest else 0.0
    return {
        "waiting": waiting.count(),
        "parked": OutboxEntry.objects.exclude(parked_at=None).count(),
        "lag_seconds": round(lag, 1),
    }
