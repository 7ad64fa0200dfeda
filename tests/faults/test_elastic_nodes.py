"""Three nodes, one killed with kill -9 while there is writing and searching."""

import os
import signal
import threading
import time
from typing import Any

import pytest

from search import queries
from search.contract import Ask, SearchUnavailableError, Sight
from search.engines.elastic.engine import ElasticEngine
from tests.contract.engine import TODAY, make
from tests.elastic import Nodes, own_engine

pytestmark = pytest.mark.elasticsearch
SIGHT = Sight(forbidden=("0002",), today=TODAY.toordinal())


class Traffic:
    """One who writes and one who searches, until told to stop."""

    def __init__(self, engine: ElasticEngine) -> None:
        self.engine = engine
        self.stop = threading.Event()
        self.acknowledged: dict[str, str] = {}  # id -> digest
        self.answers, self.refusals = 0, 0
        self.leaks: list[Any] = []
        self.errors: list[BaseException] = []
        self.threads = [
            threading.Thread(target=self.run, args=(job,)) for job in (self.write, self.search)
        ]

    def run(self, job: Any) -> None:
        """Do `job` over and over."""
        number = 0
        try:
            while not self.stop.is_set():
                job(number)
                number += 1
        except Exception as error:  # noqa: BLE001 - it is told at the end
            self.errors.append(error)

    def write(self, number: int) -> None:
        """Write ten, rewrite five of them and remove the rest of the batch before, as the outbox
        does: until it is acknowledged."""
        first = number * 10
        trail = ["0001"] if number % 2 else ["0002"]
        documents = [make(n, f"Have {number}", trail=trail) for n in range(first, first + 10)]
        gone = [f"page:{n}" for n in range(first - 5, first)] if number else []
        while not self.stop.is_set():
            try:
                self.engine.write(documents, gone)
            except SearchUnavailableError:
                time.sleep(0.1)
                continue
            for document in documents:
                self.acknowledged[document["source"]["id"]] = document["source"]["digest"]
            for each in gone:
                self.acknowledged.pop(each, None)
            return

    def search(self, number: int) -> None:
        """Search as somebody who may not see the half of it."""
        query = queries.text_query(queries.plan("have"))
        ask = Ask(query, queries.visible(SIGHT), counted=("kind", "trail"), limit=50)
        try:
            answer = self.engine.within(1).ask(ask)
        except SearchUnavailableError:
            self.refusals += 1
            time.sleep(0.05)
            return
        self.answers += 1
        if "0002" in answer.counts["trail"] or answer.counts["kind"].get("case", 0) != answer.total:
            self.leaks.append(answer)
        time.sleep(0.01)


def test_a_node_killed_with_kill_9_loses_nothing(nodes: Nodes) -> None:
    with own_engine(nodes.url) as engine:
        engine.rebuild([])
        index = engine.cluster.current()
        engine.client.cluster.health(index=index, wait_for_status="green", timeout="60s")
        traffic = Traffic(engine)
        for thread in traffic.threads:
            thread.start()
        time.sleep(3)
        before = len(traffic.acknowledged)
        shards = engine.client.cat.shards(index=index, format="json", h="prirep,node")
        primary = next(each["node"] for each in shards if each["prirep"] == "p")
        os.kill(nodes.process_of(primary), signal.SIGKILL)
        killed = time.monotonic()
        while len(traffic.acknowledged) < before + 100 and time.monotonic() < killed + 60:
            time.sleep(0.1)
        recovered = time.monotonic() - killed
        answers = traffic.answers
        time.sleep(2)
        traffic.stop.set()
        for thread in traffic.threads:
            thread.join()
        assert not traffic.errors
        assert before > 0
        assert recovered < 60, "writing goes on by itself"
        assert traffic.answers > answers, "and so does searching"
        assert not traffic.leaks
        engine.cluster.refresh([index])
        held = engine.digests()
        lost = {each for each in traffic.acknowledged if held.get(each) is None}
        assert lost == set()
        stale = {e for e, digest in traffic.acknowledged.items() if held[e] != digest}
        assert stale == set()
