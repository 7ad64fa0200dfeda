"""SQLite's full-text index over the same stems."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from search.contract import COUNTED
from search.danish import tokens

WEIGHTS = {"title_s": 4.0, "tags_s": 3.0, "summary_s": 3.0, "body_s": 1.0}
COLUMNS = ", ".join(WEIGHTS)


class Fts5:
    """Ten sources and the same facets; no compounds, guesses, people, rights or marked words."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)

    def write(self, documents: Iterable[dict[str, Any]], progress: Callable[[int], None]) -> None:
        """Put documents into a new index."""
        put = self.database.execute
        put(f"create virtual table words using fts5({COLUMNS}, tokenize='unicode61')")
        put("create table facets (id integer, name text, value text)")
        put("create table sources (id integer primary key, source text)")
        marks = ", ".join("?" * (len(WEIGHTS) + 1))
        for number, each in enumerate(documents, start=1):
            stems = [each["tokens"][name] for name in WEIGHTS]
            put(f"insert into words(rowid, {COLUMNS}) values ({marks})", (number, *stems))
            pairs = [
                (number, name, value)
                for name in COUNTED
                for value in each["keywords"].get(name, ())
            ]
            self.database.executemany("insert into facets values (?, ?, ?)", pairs)
            put("insert into sources values (?, ?)", (number, json.dumps(each["source"])))
            progress(number)
        put("create index facets_id on facets(id)")
        self.database.commit()

    def search(self, text: str) -> list[dict[str, Any]]:
        """Return the sources of ten hits."""
        weights = ", ".join(map(str, WEIGHTS.values()))
        found = self.database.execute(
            "select sources.source from words join sources on sources.id = words.rowid"
            f" where words match ? order by bm25(words, {weights}) limit 10",
            (asked(text),),
        )
        return [json.loads(source) for (source,) in found]

    def search_with_facets(self, text: str) -> tuple[list[dict[str, Any]], list[Any]]:
        """Return the sources of ten hits, and (facet, value, number of hits)."""
        counted = self.database.execute(
            "select name, value, count(*) from facets where id in"
            " (select rowid from words where words match ?) group by name, value",
            (asked(text),),
        ).fetchall()
        return self.search(text), counted

    def suggest(self, text: str) -> list[dict[str, Any]]:
        """Return the sources of eight with a word in the title that begins like the last one."""
        begun = f'title_s: "{tokens(text)[-1].stem}"*'
        found = self.database.execute(
            "select source from words join sources on sources.id = words.rowid"
            " where words match ? limit 8",
            (begun,),
        )
        return [json.loads(source) for (source,) in found]


def asked(text: str) -> str:
    """Return a query for all the stems of `text`."""
    return " AND ".join(f'"{token.stem}"' for token in tokens(text))
