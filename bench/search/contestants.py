"""What is timed: GUFU's path without the database, and what it is compared with."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from search import queries
from search.contract import FACETS, Ask, Engine, SearchRequest, Sight
from search.danish import clean, tokens
from search.danish.highlight import Wanted
from search.found import Found
from search.ranking import rank
from search.service import hit

TODAY = 739_000  # ordinal of a date
VISIBLE = queries.visible(Sight(today=TODAY))
WEIGHTS = {"title_s": 4.0, "tags_s": 3.0, "summary_s": 3.0, "body_s": 1.0}
Question = Callable[[str], Any]


def search_of(engine: Engine) -> Question:
    """Planning, the engine, people, facets, ranking, ten hits with their words marked."""

    def search(text: str) -> Any:
        plan = queries.plan(text)
        request = SearchRequest(text, viewer=None)  # type: ignore[arg-type]
        found = Found(engine, request, VISIBLE, queries.text_query(plan), TODAY)
        ranked, _, _ = found.page()
        return [hit(found.sources[row.id], score, plan.wanted, "") for score, row in ranked]

    return search


def suggestions_of(engine: Engine) -> Question:
    """What is asked while somebody has typed most of a word."""

    def suggest(text: str) -> Any:
        words = tokens(clean(text[:-2]))
        answer = engine.ask(Ask(queries.suggestion(words), VISIBLE, limit=32))
        best = rank(answer.rows, TODAY, {})[:8]
        sources = engine.fetch([row.id for _, row in best])
        wanted = Wanted(prefix=words[-1].exact)
        return [hit(sources[row.id], score, wanted, "") for score, row in best]

    return suggest


def raw_search_of(engine: Any) -> Question:
    """Elasticsearch's own answer to the same question: body ready, ten sources, nothing after."""
    from search.engines.elastic.compile import compile_ask

    def search(text: str) -> Any:
        query = queries.text_query(queries.plan(text))
        body = compile_ask(Ask(query, VISIBLE, counted=("kind", *FACETS), limit=10))
        for name in ("stored_fields", "docvalue_fields"):
            body.pop(name)
        return engine.client.search(index=f"{engine.cluster.prefix}*", body=body)

    return search


class Fts5:
    """SQLite's full-text index over the same stems, with the same facets counted."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)
        columns = ", ".join(WEIGHTS)
        self.database.execute(
            f"create virtual table words using fts5({columns}, tokenize='unicode61')"
        )
        self.database.execute("create table facets (id integer, name text, value text)")
        self.database.execute("create table sources (id integer primary key, source text)")

    def write(self, documents: Iterable[dict[str, Any]]) -> None:
        """Put documents."""
        marks = ", ".join("?" * (len(WEIGHTS) + 1))
        for number, each in enumerate(documents, start=1):
            stems = [each["tokens"][name] for name in WEIGHTS]
            columns = ", ".join(("rowid", *WEIGHTS))
            self.database.execute(
                f"insert into words({columns}) values ({marks})", (number, *stems)
            )
            pairs = [
                (number, name, value)
                for name in ("kind", *FACETS)
                for value in each["keywords"].get(name, ())
            ]
            self.database.executemany("insert into facets values (?, ?, ?)", pairs)
            source = json.dumps(each["source"])
            self.database.execute("insert into sources values (?, ?)", (number, source))
        self.database.execute("create index facets_id on facets(id)")
        self.database.commit()

    def search(self, text: str) -> Any:
        """Ten hits with their sources, and the facets' counts."""
        asked = " AND ".join(f'"{token.stem}"' for token in tokens(text))
        weights = ", ".join(map(str, WEIGHTS.values()))
        found = self.database.execute(
            "select sources.source from words join sources on sources.id = words.rowid"
            f" where words match ? order by bm25(words, {weights}) limit 10",
            (asked,),
        ).fetchall()
        counted = self.database.execute(
            "select name, value, count(*) from facets where id in"
            " (select rowid from words where words match ?) group by name, value",
            (asked,),
        ).fetchall()
        return [json.loads(source) for (source,) in found], counted

    def suggest(self, text: str) -> Any:
        """Eight titles with a word that begins so."""
        asked = f'title_s: "{tokens(text[:-2])[-1].exact}"*'
        return self.database.execute(
            "select source from words join sources on sources.id = words.rowid"
            " where words match ? limit 8",
            (asked,),
        ).fetchall()
