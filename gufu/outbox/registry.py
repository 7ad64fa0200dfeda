"""Topics and their handlers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gufu.outbox.models import OutboxEntry


class Undeliverable(Exception):  # noqa: N818 - said of an entry, by its handler
    """What a handler raises when trying again is no use: the entry is parked at once."""


class Unavailable(Exception):  # noqa: N818 - said of the receiver, by the handler
    """What a handler raises while the other end is away: all that waits for it is put off, and
    tried again for as long as that lasts. It is no fault of the entries, so none is parked."""


#: Takes a batch of entries of one topic. What it raises is recorded on the batch, which is tried
#: again later; a batch of more than one is first tried entry by entry, so that poison is alone.
Handler = Callable[[Sequence["OutboxEntry"]], None]
_handlers: dict[str, tuple[Handler, int]] = {}


def register(topic: str, handler: Handler, *, batch: int = 1) -> None:
    """Let `handler` take entries of `topic`, at most `batch` at a time."""
    _handlers[topic] = (handler, batch)


def handler_for(topic: str) -> tuple[Handler, int]:
    """Return (handler, batch size) of `topic`. Raises KeyError when nobody registered."""
    return _handlers[topic]


def topics() -> list[str]:
    """Return the registered topics in order of registration."""
    return list(_handlers)


def post(topic: str, key: str, payload: dict[str, Any] | None = None) -> "OutboxEntry":
    """Note that `topic` has work about `key`; part of the caller's transaction.

    Two notes about the same key are two entries: a handler reads the current state, so the second
    finds nothing left to do.
    """
    from gufu.outbox.models import OutboxEntry

    return OutboxEntry.objects.create(topic=topic, key=key, payload=payload or {})
