"""Asking everybody the same, of one number of documents."""

import gc
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bench.search import database, elastic
from bench.search.building import Built
from bench.search.contestants import search_of, suggestions_of
from bench.search.corpus import SEED, Corpus
from bench.search.fts5 import Fts5
from bench.search.progress import bar
from bench.search.timing import ROUNDS, Contestant, Round, interleaved
from search.engines.embedded import EmbeddedEngine

QUERY, FACETS, SUGGESTION = "query", "query with facets", "suggestion"
PEOPLE, MISSPELT = "“hvem ved noget om …”", "misspelt query"
WARMING = 5  #: times as many questions before a Java server is as fast as it gets
EMBEDDED, FTS5, ELASTIC, RAW = "embedded", "FTS5", "Elasticsearch", "raw `_search`"


class Memory(NamedTuple):
    """Megabytes of a process, and those of them that are files read: code, pages of an index."""

    pss: float
    files: float


@dataclass
class Measured:
    """What was measured of `size` documents.

    `rounds` by question and who answered; `figures` by who: documents a second, megabytes of an
    index; `memory` by what the process had done.
    """

    size: int
    figures: dict[str, dict[str, float]]
    rounds: dict[str, dict[str, list[Round]]] = field(default_factory=dict)
    memory: dict[str, Memory] = field(default_factory=dict)


def measure(built: Built, queries: int, url: str = "", seed: int = SEED) -> Measured:
    """Ask `queries` questions of each kind in each round."""
    found = Measured(built.size, dict(built.figures))
    corpus = Corpus(seed + 1)
    found.memory["before the first search"] = memory()
    engine = EmbeddedEngine(built.embedded)
    gc.collect()
    gc.freeze()  # as the server does (deploy/gunicorn.conf.py)
    with ExitStack() as stack:
        stack.enter_context(database.answering_at_once())
        for text in corpus.queries(queries):
            search_of(engine)(text)
        found.memory["a process that searches"] = memory()
        asked = {
            QUERY: {EMBEDDED: Contestant(search_of(engine, facets=False))},
            FACETS: {EMBEDDED: Contestant(search_of(engine))},
            SUGGESTION: {EMBEDDED: Contestant(suggestions_of(engine))},
            PEOPLE: {EMBEDDED: Contestant(search_of(engine))},
            MISSPELT: {EMBEDDED: Contestant(search_of(engine))},
        }
        if built.fts5:
            fts5 = Fts5(built.fts5)
            asked[QUERY][FTS5] = Contestant(fts5.search)
            asked[FACETS][FTS5] = Contestant(fts5.search_with_facets)
            asked[SUGGESTION][FTS5] = Contestant(fts5.suggest)
        server = stack.enter_context(elastic.server(url)) if url and built.fts5 else None
        if server:
            found.figures[ELASTIC] = server.fill(built)
            for text in corpus.queries(queries * WARMING):
                search_of(server.engine, engine)(text)
            join(asked, server, engine)
        draw = {
            SUGGESTION: corpus.typed,
            PEOPLE: corpus.about_people,
            MISSPELT: corpus.misspelt,
        }
        numbers = count(1)
        total = sum(map(len, asked.values())) * queries * (ROUNDS + 1)
        tick = bar(f"{built.size:,}: {queries} questions in {ROUNDS} rounds", total)
        for kind, contestants in asked.items():
            found.rounds[kind] = interleaved(
                contestants,
                partial(draw.get(kind, corpus.queries), queries),
                tick=lambda: tick(next(numbers)),
            )
        if server and server.processes:
            every = map(memory, server.processes)
            found.memory[ELASTIC] = Memory(*map(sum, zip(*every, strict=True)))
    return found


def join(
    asked: dict[str, dict[str, Contestant]], server: elastic.Server, beside: EmbeddedEngine
) -> None:
    """Let Elasticsearch answer too, by itself and through GUFU."""
    engine, spent = server.engine, server.spent
    for kind, facets in ((QUERY, False), (FACETS, True)):
        path = search_of(engine, beside, facets=facets)
        asked[kind][ELASTIC] = Contestant(path, spent=spent)
        ready = partial(elastic.raw_body, facets=facets)
        asked[kind][RAW] = Contestant(server.raw(), ready, spent)
    asked[SUGGESTION][ELASTIC] = Contestant(suggestions_of(engine, beside), spent=spent)
    for kind in (PEOPLE, MISSPELT):
        asked[kind][ELASTIC] = Contestant(search_of(engine, beside), spent=spent)


def memory(process: int | str = "self") -> Memory:
    """Return the memory of a process, of what it shares its share."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    found = dict(line.split(":") for line in lines if line.startswith("Pss"))
    pss, files = (int(found[name].split()[0]) * 1024 / 1e6 for name in ("Pss", "Pss_File"))
    return Memory(pss, files)
