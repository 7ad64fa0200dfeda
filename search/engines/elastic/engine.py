"""Elasticsearch behind the contract."""

import copy
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Self

from django.conf import settings
from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import scan
from elasticsearch.serializer import NdjsonSerializer, OrjsonSerializer

from search.contract import (
    Answer,
    Ask,
    Engine,
    IndexBusyError,
    Link,
    Named,
    Node,
    NoIndexError,
    Row,
    SearchUnavailableError,
)
from search.engines.elastic.cluster import NOTHING, Cluster, translated
from search.engines.elastic.compile import (
    compile_counts,
    compile_named,
    compile_query,
    compile_rows,
    compile_words,
)
from search.engines.elastic.fields import is_of, links_of, made_of, to_elastic
from search.engines.elastic.reading import read_answer, read_named
from search.engines.locks import locked

READ_SECONDS = 10.0
STEP = 0.05  #: seconds; what is left of a request's time is rounded up to so many
PAGE = 2000  #: documents a request when all are read
FILTER_PATH = ("hits.total", "hits.hits._score", "hits.hits.fields", "aggregations")
MANY = tuple(f"responses.{path}" for path in FILTER_PATH)
FAULTS = ("responses.error", "responses.status")
NOT_FOUND = 404
#: The same copy for the same question, or pages overlap.
ALIKE: dict[str, Any] = {"preference": "gufu", "allow_partial_search_results": False}


class Lines(NdjsonSerializer):
    """Lines of JSON by orjson, which takes a quarter of the time."""

    json_dumps = OrjsonSerializer.json_dumps


SERIALIZERS = {each.mimetype: each() for each in (OrjsonSerializer, Lines)}


class ElasticEngine(Engine):
    """All nodes named in `url`, separated by commas; the indices' names begin with `prefix`.

    Where another index lies `beside` whoever asks, kept up to date too, Elasticsearch finds, and
    small questions are put to that: what stands in what was found, who else, is a word known.
    """

    name = "elasticsearch"
    beside: Engine | None = None

    def __init__(self, url: str, prefix: str = "gufu") -> None:
        self.hosts = [host.strip() for host in url.split(",") if host.strip()]
        client = Elasticsearch(
            self.hosts, max_retries=5, retry_on_timeout=True, serializers=SERIALIZERS
        )
        self.client = client.options(request_timeout=READ_SECONDS)
        lock = settings.SEARCH_INDEX_DIR / f"{prefix}-elasticsearch.lock"
        self.cluster = Cluster(client, prefix, lock)
        self._deadline: float | None = None
        self._hurried: dict[int, Elasticsearch] = {}  # by steps of time; one takes a while to make

    def within(self, seconds: float, beside: Engine | None = None) -> Self:
        """Return this engine for one request, in which all its answers together take so long."""
        hurried = copy.copy(self)
        hurried._deadline = time.monotonic() + seconds
        hurried.beside = beside
        return hurried

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.name, *self.beside.parts) if self.beside else (self.name,)

    def _reader(self) -> Elasticsearch:
        if self._deadline is None:
            return self.client
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise SearchUnavailableError("Elasticsearch is slow")
        steps = math.ceil(left / STEP)
        client = self._hurried.get(steps)
        if client is None:
            # A node that refuses is passed over; a silent one has used up the time.
            client = self._hurried[steps] = self.client.options(
                request_timeout=steps * STEP,
                max_retries=len(self.hosts) - 1,
                retry_on_timeout=False,
                retry_on_status=(),
            )
        return client

    # --- Reading ---------------------------------------------------------------------------------
    def _search(self, body: dict[str, Any]) -> dict[str, Any]:
        with translated():
            try:
                found = self._reader().search(
                    index=self.cluster.alias,
                    body=body,
                    filter_path=FILTER_PATH,
                    **ALIKE,
                )
            except NotFoundError as error:
                raise NoIndexError(NOTHING) from error
        return dict(found.body)

    def _search_all(self, *bodies: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the answers to several questions, asked in one request."""
        with translated():
            found = self._reader().msearch(
                index=self.cluster.alias,
                searches=[part for body in bodies for part in (ALIKE, body)],
                filter_path=(*MANY, *FAULTS),
            )
        for each in found["responses"]:
            if each.get("status") == NOT_FOUND:
                raise NoIndexError(NOTHING)
            if "error" in each:
                raise SearchUnavailableError(f"Elasticsearch: {each['error']}"[:300])
        return list(found["responses"])

    def ask(self, ask: Ask) -> Answer:
        if self.beside and ask.is_small:
            with suppress(SearchUnavailableError):
                return self.beside.ask(ask)
        if ask.counted:
            return read_answer(ask, *self._search_all(compile_rows(ask), compile_counts(ask)))
        return read_answer(ask, self._search(compile_rows(ask)), None)

    def named(self, ids: Sequence[str], visible: Node, query: Node) -> list[Named]:
        if self.beside:
            with suppress(SearchUnavailableError):
                return self.beside.named(ids, visible, query)
        return read_named(self._search(compile_named(ids, visible, query)))

    def links(self, rows: Sequence[Row]) -> dict[str, Sequence[Link]]:
        return {row.id: links_of(row.place) for row in rows}

    def sources(self, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        if self.beside:
            with suppress(SearchUnavailableError):
                found = self.beside.fetch([row.id for row in rows])
        there = {row.id: found[row.id] for row in rows if _is_of(row, found.get(row.id))}
        return there | self.fetch([row.id for row in rows if row.id not in there])

    def fetch(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        if not ids:
            return {}
        with translated():
            found = self._reader().mget(
                index=self.cluster.alias, ids=list(ids), realtime=False, preference="gufu"
            )
        return {doc["_id"]: doc["_source"]["source"] for doc in found["docs"] if doc.get("found")}

    def words(self, field_name: str, start: str, visible: Node, limit: int) -> dict[str, int]:
        if self.beside:
            with suppress(SearchUnavailableError):
                return self.beside.words(field_name, start, visible, limit)
        found = self._search(compile_words(field_name, start, visible, limit))
        buckets = found["aggregations"]["words"]["buckets"]
        return {bucket["key"]: bucket["doc_count"] for bucket in buckets}

    def digests(self) -> dict[str, str]:
        return dict(self._scan({"every": True}, "digest"))

    def under(self, page: str) -> list[str]:
        return [each for each, _ in self._scan({"terms": ["trail", [page]]}, "id")]

    def _scan(self, node: Node, column: str) -> Iterator[tuple[str, str]]:
        """Yield (id, value of `column`) of everything that matches."""
        body = {
            "query": compile_query(node),
            "_source": False,
            "docvalue_fields": [column],
            "sort": ["_doc"],
        }
        with translated():
            found = scan(self.client, query=body, index=self.cluster.alias, size=PAGE)
            for hit in found:
                yield hit["_id"], hit["fields"][column][0]

    def status(self) -> dict[str, Any]:
        about: dict[str, Any] = {"engine": self.name, "ready": False, "rebuild_needed": False}
        client = self.cluster.hasty
        try:
            with translated():
                index = self.cluster.current()
                health = client.cluster.health(index=index)["status"]
                mapping = client.indices.get_mapping(index=index)[index]["mappings"]
                documents = client.count(index=index)["count"]
        except NoIndexError as error:
            return {**about, "rebuild_needed": True, "why": str(error)}
        except SearchUnavailableError as error:
            return {**about, "why": str(error)}
        fresh = mapping.get("_meta") == made_of()
        return {
            **about,
            "ready": True,
            "documents": documents,
            "rebuild_needed": not fresh,
            "health": health,
        }

    # --- Writing ---------------------------------------------------------------------------------
    def write(self, documents: Iterable[Mapping[str, Any]], gone: Iterable[str]) -> None:
        cluster = self.cluster
        with translated():
            targets = cluster.targets()
            if len(targets) > 1:
                self._tidy()
                targets = cluster.targets()
            if not targets:
                raise NoIndexError(NOTHING)
            version = cluster.tick()  # before anything is read from the database
            cluster.write(
                action
                for change in _changes(documents, gone)
                for index in targets
                for action in [{**change, "_index": index, "version": version}]
            )
            cluster.refresh(targets)

    def _tidy(self) -> None:
        with suppress(IndexBusyError):  # a builder is at work: its index is written to as well
            self.cluster.tidy()

    def rebuild(
        self,
        documents: Iterable[Mapping[str, Any]],
        progress: Callable[[int], None] = lambda done: None,
    ) -> int:
        done = 0

        def changes() -> Iterator[dict[str, Any]]:
            nonlocal done
            for done, document in enumerate(documents, start=1):
                yield {**_change(document), "_index": index, "version": version}
                progress(done)

        with locked(self.cluster.lock), translated():
            index = self.cluster.create()
            try:
                version = self.cluster.tick()  # before anything is read from the database
                self.cluster.write(changes())
                self.cluster.refresh([index])
            except BaseException:
                with translated():
                    self.cluster.drop([index])
                raise
            self.cluster.swap(index)
        return done


def _is_of(row: Row, source: Mapping[str, Any] | None) -> bool:
    """Return whether `source` is what Elasticsearch has found, and neither older nor newer."""
    if source is None:
        return False
    return not isinstance(row.place, bytes) or is_of(row.place, source)


def _change(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_id": document["source"]["id"],
        "version_type": "external",
        **to_elastic(document),
    }


def _changes(
    documents: Iterable[Mapping[str, Any]], gone: Iterable[str]
) -> Iterator[dict[str, Any]]:
    yield from map(_change, documents)
    for document_id in gone:
        yield {"_op_type": "delete", "_id": document_id, "version_type": "external"}
