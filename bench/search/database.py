"""What the database says in a search, given at once: it costs the same however many documents there
are, and is measured with the pages. Everything else is the code that the site runs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import yaml

from bench.search.corpus import CENTRES, CONTENT, SECTIONS, SUBJECTS, TARGETS, TODAY
from search.contract import Sight
from search.models import Direction, SynonymGroup
from search.words import Book, synonyms_of

#: The viewer may not see one of the sections.
SIGHT = Sight(forbidden=(SECTIONS[0],), today=TODAY.toordinal())
NAMES = {
    (field, slug): slug.capitalize()
    for field, slugs in (("centre", CENTRES), ("subject", SUBJECTS), ("target", TARGETS))
    for slug in slugs
}


@contextmanager
def answering_at_once() -> Iterator[None]:
    """Let search ask nothing of a database; what it finds may be seen and is told of."""
    guess = SimpleNamespace(sight=SIGHT, seen=set)
    with ExitStack() as stack:
        for place, new in {
            "search.service.sight_of": lambda viewer, engine: SIGHT,
            "search.service.allowed": allowed,
            "search.suggestions.allowed": allowed,
            "search.attachments.checks": attached,
            "search.suggestions.last_guess": lambda viewer, engine: guess,
        }.items():
            stack.enter_context(patch(place, new))
        yield


def allowed(
    viewer: Any, ids: Iterable[str], facets: bool = False, more: Iterable[str] = ()
) -> tuple[set[str], dict[tuple[str, str], str]]:
    """Answer as `search.sight.allowed` for somebody who may see everything."""
    colleagues = [each.partition(":") for each in ids if each.startswith("colleague:")]
    reached = {(space, key): f"{key}@kommune.example\n\n\n" for space, _, key in colleagues}
    return {*ids, *more}, NAMES | reached


def attached(sources: Collection[Mapping[str, Any]]) -> list[str]:
    """Return what `search.attachments.trim` looks for: every attachment is still there."""
    pairs = [(source["id"].partition(":")[2], one["id"]) for source in sources
             for one in source["attachments"]]  # fmt: skip
    return [name for page, key in pairs for name in (f"attachment:{key}", f"attached:{page}/{key}")]


@cache
def book() -> Book:
    """Return the demo's synonyms as editors have them."""
    rows = yaml.safe_load((CONTENT / "synonyms.yaml").read_text("utf-8"))
    groups = [
        SynonymGroup(
            words="\n".join(row["words"]),
            direction=Direction.ONE_WAY if row.get("one_way") else Direction.TWO_WAY,
        )
        for row in rows
    ]
    return Book(synonyms=synonyms_of(groups))
