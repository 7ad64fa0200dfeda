"""The indices of one installation in a cluster: their names, the clock, what is written where.

<prefix>-<schema>-<time>   an index; while it exists, whatever is written is written to it
<prefix>-<schema>          the alias of the one that is searched
<prefix>-clock             one document whose version counts up: the order of all writers

Whoever writes takes a number from the clock *before* reading the database and writes with it.
The last change of a thing is read by somebody with a number taken after that change, and whoever
has a higher number has read later still. So the highest number always carries the newest state,
whatever the order in which writes arrive, and Elasticsearch refuses the lower ones.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.helpers import streaming_bulk

from search.contract import NoIndexError, SearchUnavailableError
from search.engines.elastic.fields import MAPPING, SCHEMA_HASH, SETTINGS, made_of
from search.engines.locks import locked

WRITE_SECONDS, HASTY_SECONDS = 10, 5
CLOCK = "clock"
NOTHING = "Elasticsearch holds no index of this version: run rebuild_search"


class RefusedError(Exception):
    """Elasticsearch will never take a document: it is poison, not an outage."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise what goes wrong between here and the cluster as SearchUnavailableError."""
    try:
        yield
    except (ApiError, TransportError) as error:
        raise SearchUnavailableError(f"Elasticsearch: {type(error).__name__}: {error}") from error


class Cluster:
    """The indices under `prefix` in the cluster of `client`; `lock` keeps builders apart."""

    def __init__(self, client: Elasticsearch, prefix: str, lock: Path) -> None:
        self.client = client.options(request_timeout=WRITE_SECONDS)
        self.prefix, self.lock = prefix, lock
        self.alias = f"{prefix}-{SCHEMA_HASH}"
        self.clock = f"{prefix}-{CLOCK}"

    @cached_property
    def hasty(self) -> Elasticsearch:
        """The client for the first question of a job: an outage is found out soon."""
        return self.client.options(request_timeout=HASTY_SECONDS, max_retries=1)

    # --- What there is ---------------------------------------------------------------------------
    def targets(self) -> dict[str, bool]:
        """Return the indices of this schema, and whether each is the one that is searched."""
        found = self.hasty.indices.get_alias(index=f"{self.prefix}-*")
        if self.clock not in found:
            return {}  # the numbers in them mean nothing without it
        return {
            name: self.alias in each["aliases"]
            for name, each in found.items()
            if name.startswith(f"{self.alias}-")
        }

    def current(self) -> str:
        """Return the index that is searched. Raises NoIndexError when there is none."""
        for name, searched in self.targets().items():
            if searched:
                return name
        raise NoIndexError(NOTHING)

    def tick(self) -> int:
        """Return the next number."""
        return int(self.hasty.index(index=self.clock, id=CLOCK, document={})["_version"])

    # --- Writing ---------------------------------------------------------------------------------
    def write(self, actions: Iterable[dict[str, Any]]) -> None:
        """Send `actions`, in order and whole, to be found at once.

        Raises SearchUnavailableError when something should be sent again, RefusedError when a
        document will never be taken.
        """
        later: list[str] = []
        never: list[str] = []
        for good, item in streaming_bulk(
            self.client, actions, chunk_size=1000, raise_on_error=False, max_retries=2,
            initial_backoff=0.5,
        ):  # fmt: skip
            ((_, result),) = item.items()
            if not good and (fault := _fault(result)):
                (later if _passes(result) else never).append(fault)
        if later:
            raise SearchUnavailableError(f"Elasticsearch put {len(later)} off: {later[0]}")
        if never:
            raise RefusedError(f"Elasticsearch refused {len(never)}: {never[0]}")

    def refresh(self, indices: Iterable[str]) -> None:
        """Let what was written be found."""
        self.client.indices.refresh(index=",".join(indices), ignore_unavailable=True)

    # --- Building --------------------------------------------------------------------------------
    def create(self) -> str:
        """Make and return a new index, which is written to from now on."""
        self.client.indices.put_index_template(
            name=self.prefix,
            index_patterns=[f"{self.prefix}-*"],
            # A late write to an index that was dropped must not bring it back.
            allow_auto_create=False,
            priority=500,
            template={"settings": SETTINGS, "mappings": MAPPING},
        )
        if not self.client.indices.exists(index=self.clock):
            self.drop(self._all())
            self.client.options(ignore_status=400).indices.create(index=self.clock)
        name = f"{self.alias}-{time.time_ns():x}"
        self.client.indices.create(index=name, mappings={"_meta": made_of()})
        return name

    def swap(self, index: str) -> None:
        """Search in `index` from now on, and drop every other one of this installation."""
        self.client.indices.update_aliases(
            actions=[
                {"remove": {"index": f"{self.alias}-*", "alias": "*", "must_exist": False}},
                {"add": {"index": index, "alias": self.alias}},
            ]
        )
        self.drop(self._all() - {index, self.clock})

    def tidy(self) -> None:
        """Drop what a builder has left behind that was killed."""
        with locked(self.lock):  # nobody builds now
            self.drop(name for name, searched in self.targets().items() if not searched)

    def _all(self) -> set[str]:
        return set(self.client.indices.get_alias(index=f"{self.prefix}-*"))

    def drop(self, indices: Iterable[str]) -> None:
        """Delete `indices`, those that are there."""
        for name in indices:
            self.client.indices.delete(index=name, ignore_unavailable=True)


def _fault(result: dict[str, Any]) -> str:
    """Return what is wrong with an item of a bulk; nothing when it only came late.

    409: somebody has written with a higher number. 404: it was gone already, or so is its index,
    which whoever dropped it has replaced by a newer reading of the database.
    """
    error = result.get("error") or {}
    if result["status"] in (404, 409):
        return ""
    return f"{result['status']} {error.get('type', '')} {error.get('reason', '')}"[:300]


def _passes(result: dict[str, Any]) -> bool:
    """Return whether a fault passes: too busy, shards away, an index that is read-only."""
    return result["status"] in (403, 429) or result["status"] >= 500
