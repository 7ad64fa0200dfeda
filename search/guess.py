"""Seeing what one saw a moment ago: suggestions answer at every key, and asking the database what
a viewer may see costs more than everything else about them.

What a viewer was last found not to see is remembered in this process and used as a guess, with the
statement that checks it. That one query authorises the hits and reads restrictions, groups and
outbox again; what was found by a guess that no longer holds is thrown away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from gufu.statements import Statement, together
from gufu.visibility import closed_pages, forbidden_pages, is_staff_member, restrictions
from search.contract import SPACES, Engine, Sight
from search.models import WordsVersion
from search.sight import VERSION, rows_of, sight, sight_of, waiting

if TYPE_CHECKING:
    from gufu.visibility import Viewer

MOST_REMEMBERED = 1000  #: viewers
MOST_IDS = 16  #: of one space that a statement has room for
_NOTE, _GROUP, _CLOSED = "*note", "*group", "*closed"  # first column of the rows that check
_last: dict[tuple[tuple[str, ...], int], "Guess"] = {}  # by engine and viewer


@dataclass(frozen=True)
class Guess:
    """What somebody was last found not to see, and the one query that checks it, with
    places for ids."""

    sight: Sight
    closed: dict[str, int]  # tree path -> key
    is_superuser: bool
    statement: Statement

    def seen(self, ids: Sequence[str]) -> set[str] | None:
        """Return which of `ids` the database lets the viewer see; None when the guess is wrong."""
        rows = self.statement.filled(_filled(ids)).rows()
        notes = [key for kind, key, _ in rows if kind == _NOTE]
        groups = frozenset(int(key) for kind, key, _ in rows if kind == _GROUP)
        closing = [_restricted(key, path) for kind, key, path in rows if kind == _CLOSED]
        if closed_pages(closing, groups) != self.closed or sight(self.closed, notes) != self.sight:
            return None
        return {f"{kind}:{key}" for kind, key, _ in rows if kind in SPACES}


def last_guess(viewer: "Viewer", engine: Engine) -> Guess | None:
    """Return what `viewer` was last found not to see, in this process."""
    guess = _last.get((engine.parts, viewer.pk or 0)) if is_staff_member(viewer) else None
    return guess if guess and guess.is_superuser == viewer.is_superuser else None


def read_sight(viewer: "Viewer", engine: Engine) -> Sight:
    """Return what `engine` must not show `viewer`, from the database, and remember it."""
    now = sight_of(viewer, engine)
    if viewer.pk and not now.nobody:
        if len(_last) >= MOST_REMEMBERED:
            _last.clear()
        closed = forbidden_pages(viewer)
        statement = _statement(viewer, engine)
        _last[engine.parts, viewer.pk] = Guess(now, closed, viewer.is_superuser, statement)
    return now


def _statement(viewer: "Viewer", engine: Engine) -> Statement:
    places = [f"{space}:{_place(space, n)}" for space in SPACES for n in range(MOST_IDS)]
    parts = [
        waiting(engine.parts).values_list(_text(_NOTE), "key", _text("")),
        WordsVersion.objects.values_list(_text(_NOTE), VERSION, _text("")),
    ]
    if not viewer.is_superuser:
        parts += _closing(viewer)
    parts += rows_of(viewer, places)
    return together(map(Statement.of, parts))


def _closing(viewer: "Viewer") -> list[Any]:
    group = Coalesce(_key("groups"), _text(""))
    keys = Concat(_key("pk"), _text(" "), _key("page_id"), _text(" "), group)
    return [
        viewer.groups.order_by().values_list(_text(_GROUP), _key("pk"), _text("")),
        restrictions().values_list(_text(_CLOSED), keys, "page__path"),
    ]


def _restricted(keys: str, path: str) -> tuple[int, int, str, int | None]:
    restriction, page, group = keys.split(" ")
    return int(restriction), int(page), path, int(group) if group else None


def _place(space: str, number: int) -> int:
    """Return a key that nothing has: the place in a statement for the id with that number."""
    return -(SPACES[space] * MOST_IDS + number)


def _filled(ids: Iterable[str]) -> dict[Any, int]:
    """Return the keys of `ids` by their places."""
    filled: dict[Any, int] = {}
    numbers = dict.fromkeys(SPACES, 0)
    for each in ids:
        space, _, key = each.partition(":")
        filled[_place(space, numbers[space])] = int(key)
        numbers[space] += 1
    return filled


def _key(name: str) -> Cast:
    return Cast(name, CharField())


def _text(text: str) -> Value:
    return Value(text, CharField())
