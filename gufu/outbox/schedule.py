"""What has to happen once a day: `daily("name", job)`, called from a room's `ready`.

The worker writes a note "name:2026-11-23" on the morning of each day. The database takes one such
note a day, however many workers there are and however often they start; from there on it is a
note like any other: leased, tried again, parked. A job must therefore stand being run twice. A
day on which no worker ran is left out, not made up for.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from gufu.outbox.registry import Undeliverable

if TYPE_CHECKING:
    from gufu.outbox.models import OutboxEntry

TOPIC = "daily"
HOUR = 6  #: local time; a mail written by a job lies there when people come to work

Job = Callable[[], object]
_jobs: dict[str, Job] = {}
_at_start: list[Job] = []


def at_start(job: Job) -> None:
    """Let a worker run `job` when it starts: what a new setting asks for, which nobody notes."""
    _at_start.append(job)


def start() -> None:
    """Run what was registered with `at_start`."""
    for job in _at_start:
        job()


def daily(name: str, job: Job) -> None:
    """Let the worker run `job` once a day, from six in the morning."""
    _jobs[name] = job


def jobs() -> dict[str, Job]:
    """Return the registered jobs by name, in order of registration."""
    return dict(_jobs)


def post_due(now: datetime | None = None) -> int:
    """Note the jobs of today that nobody has noted yet; return how many. One query when none."""
    from gufu.outbox.models import OutboxEntry

    now = timezone.localtime(now)
    if now.hour < HOUR:
        return 0
    keys = [f"{name}:{now.date().isoformat()}" for name in _jobs]
    entries = OutboxEntry.objects.filter(topic=TOPIC)
    known = set(entries.filter(key__in=keys).values_list("key", flat=True))
    new = [OutboxEntry(topic=TOPIC, key=key) for key in keys if key not in known]
    # Two workers may come this far at once: the second's note is dropped by the constraint.
    OutboxEntry.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def run(entries: Sequence["OutboxEntry"]) -> None:
    """Handle the topic "daily". Raises Undeliverable for a job that has been taken out."""
    for entry in entries:
        name = entry.key.partition(":")[0]
        if name not in _jobs:
            raise Undeliverable(f"no daily job is called {name!r}")
        _jobs[name]()
