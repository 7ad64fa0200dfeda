"""Elasticsearch beside the others: an index of its own, and its own `_search` without GUFU."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.search import database
from bench.search.building import Built, Timed, read
from bench.search.progress import bar
from search import queries
from search.contract import COUNTED, Ask
from search.engines.elastic.compile import compile_counts, compile_rows
from tests.elastic import own_engine

LOCAL = ("127.0.0.1", "localhost")
MERGED = 60  #: seconds at most until it has tidied up after indexing


class Server:
    """An engine whose index holds the documents, and what is known of the server."""

    def __init__(self, url: str, engine: Any) -> None:
        self.engine, self.client = engine, engine.client
        self.name = f"{engine.cluster.prefix}-*"
        self.processes: list[int] = []
        if any(host in url for host in LOCAL):
            nodes = self.client.nodes.info(metric="process")["nodes"].values()
            self.processes = [node["process"]["id"] for node in nodes]

    def fill(self, built: Built) -> dict[str, float]:
        """Index the documents; return the rate without reading them, and the index's size."""
        timed, started = Timed(read(built.documents)), time.perf_counter()
        self.engine.rebuild(timed, bar(f"{built.size:,}: Elasticsearch", built.size))
        seconds = time.perf_counter() - started - timed.seconds
        self.client.indices.flush(index=self.name)
        return {"rate": built.size / seconds, "size": self.settled() / 1e6}

    def settled(self) -> int:
        """Wait until nothing is merged any more; return the bytes of the index."""
        deadline = time.monotonic() + MERGED
        while True:
            found = self.client.indices.stats(index=self.name, metric="merge,store")
            total = found["_all"]["primaries"]
            if not total["merges"]["current"] or time.monotonic() > deadline:
                return int(total["store"]["size_in_bytes"])
            time.sleep(0.5)

    def spent(self) -> float:
        """Return the seconds of processor time so far; 0 for a server elsewhere."""
        ticks = 0
        for process in self.processes:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def raw(self) -> Callable[[dict[str, Any]], Any]:
        """Return what asks for a body (`raw_body`) in the one index."""
        aliases = self.client.indices.get_alias(index=self.name)
        (index,) = (name for name, each in aliases.items() if each["aliases"])
        return lambda body: self.client.search(index=index, body=body)


def raw_body(text: str, *, facets: bool) -> dict[str, Any]:
    """Return the body of the same question: ten hits with their sources, and the facets."""
    plan = queries.plan(text, synonyms=database.book().synonyms)
    counted = COUNTED if facets else ()
    visible = queries.visible(database.SIGHT)
    ask = Ask(queries.text_query(plan), visible, counted=counted, limit=10)
    body = compile_rows(ask)
    for name in ("stored_fields", "docvalue_fields", "sort"):
        del body[name]
    return {**body, "aggs": compile_counts(ask)["aggs"]} if counted else body


@contextmanager
def server(url: str) -> Iterator[Server]:
    """Give an Elasticsearch of which nothing stays in the cluster."""
    with own_engine(url) as engine:
        yield Server(url, engine)
