"""What a viewer must not be shown: the one visibility rule, put into terms of the index.

Restrictions are read from the database at every request and met with the ancestors that the index
keeps of each page, so a new restriction holds at once without any indexing. What waits in the
outbox to be removed or moved is left out meanwhile. What is shown is authorised once more, by
`allowed`.
"""

from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from gufu.outbox.models import OutboxEntry
from gufu.statements import Statement, together
from gufu.taxonomy import Centre, SubjectArea, TargetGroup
from gufu.visibility import forbidden_pages, is_staff_member
from search.contract import Engine, Sight
from search.engines import TOPICS
from search.kinds import BY_SPACE
from search.models import WordsVersion

if TYPE_CHECKING:
    from gufu.visibility import Viewer

WRITE, REMOVE, TREE, WORDS = "write", "remove", "tree", "words"
FORGET = "forget"  # page, colleague and trace: "forget:page:12:5:case:12"
COLLEAGUE = "colleague"
#: The version of the editors' words, as a note.
VERSION = Concat(Value(f"{WORDS}:"), "token", output_field=CharField())
_BREAK = Value("\n", CharField())
#: Of a colleague: mail, phone, Teams address and the last day of a pause, a line each.
REACHED = Concat(
    *("email", _BREAK, "phone", _BREAK, "teams_upn", _BREAK),
    Coalesce(Cast("paused_until", CharField()), Value("", CharField())),
    output_field=CharField(),
)
PLACES = 10  #: ids that a statement has room for, or a multiple of them
MOST_WRITTEN = 500  #: statements
_written: dict[Hashable, Statement] = {}
TERMS: dict[str, Any] = {"centre": Centre, "subject": SubjectArea, "target": TargetGroup}


def sight_of(viewer: "Viewer", engine: Engine) -> Sight:
    """Return what `engine` must not show `viewer`: what is closed, and what waits to be removed
    from its index. Two queries; three where pages are restricted.

    The version of the editors' words rides with them.
    """
    if not is_staff_member(viewer):
        return Sight(nobody=True)
    return sight(forbidden_pages(viewer), (key for (key,) in _notes(engine.parts).rows()))


@cache
def _notes(engines: tuple[str, ...]) -> Statement:
    version = WordsVersion.objects.values_list(VERSION)
    return Statement.of(waiting(engines).values_list("key").union(version, all=True))


def sight(closed: Mapping[str, int], notes: Iterable[str]) -> Sight:
    """Return the sight of somebody for whom the pages `closed` (path -> key) are closed, while
    `notes` wait in the outbox."""
    parted = sorted({key.partition(":") for key in notes})
    return Sight(
        forbidden=tuple(sorted(map(str, closed.values()))),
        hidden=tuple(rest for verb, _, rest in parted if verb == REMOVE),
        hidden_trails=tuple(rest for verb, _, rest in parted if verb == TREE),
        forgotten=frozenset(forgotten(rest) for verb, _, rest in parted if verb == FORGET),
        today=timezone.localdate().toordinal(),
        words=next((rest for verb, _, rest in parted if verb == WORDS), ""),
    )


def forgotten(rest: str) -> tuple[int, str]:
    """Return (colleague's key, trace's key) of a note about what somebody has hidden."""
    _page, _key, person, trace = rest.split(":", 3)
    return int(person), trace


def waiting(engines: Iterable[str]) -> QuerySet[OutboxEntry]:
    """Return the notes of what is to be removed from the indices of the engines of those names, or
    moved in them; the parked ones too."""
    topics = [TOPICS[name] for name in engines]
    notes = OutboxEntry.objects.filter(topic__in=topics, done_at=None).order_by()
    return notes.exclude(key__startswith=f"{WRITE}:")


def allowed(
    viewer: "Viewer", ids: Iterable[str], facets: bool = False, more: Iterable[QuerySet] = ()
) -> tuple[set[str], dict[tuple[str, str], str]]:
    """Return which of `ids` the database lets `viewer` see, and what it says of them: the names
    of the facets' values, and how colleagues are reached (search.people.contacts).

    One query for all kinds together, and for what is asked with `more`: rows of (space, key, "").
    """
    parts = [*_checks(viewer, ids), *map(Statement.of, more)]
    if facets:
        parts.append(_terms())
    seen, names = set(), {}
    for space, key, name in together(parts).rows() if parts else ():
        if space not in TERMS:
            seen.add(f"{space}:{key}")
        if name:
            names[space, key] = name
    return seen, names


@cache
def _terms() -> Statement:
    parts = [
        model.objects.order_by().values_list(Value(name, CharField()), "slug", "name")
        for name, model in TERMS.items()
    ]
    return together(map(Statement.of, parts))


def rows_of(viewer: "Viewer", ids: Iterable[str]) -> list[QuerySet]:
    """Return a query a kind of id for those of `ids` that `viewer` may see: (space, key, "")."""
    return [_visible(viewer, space, keys) for space, keys in by_space(ids).items()]


def by_space(ids: Iterable[str]) -> dict[str, list[int]]:
    """Return the keys of ids by the first half of the ids."""
    keys: dict[str, list[int]] = {}
    for each in sorted(ids):
        space, _, key = each.partition(":")
        keys.setdefault(space, []).append(int(key))
    return keys


def _checks(viewer: "Viewer", ids: Iterable[str]) -> list[Statement]:
    """Return what `rows_of` asks. Its SQL is the same for everybody for whom the same pages are
    closed today, and is written once for them; what is closed is read at every request."""
    wanted = by_space(ids)
    if not wanted or not is_staff_member(viewer):
        return []
    closed = tuple(forbidden_pages(viewer))
    return [_check(viewer, space, keys, closed) for space, keys in wanted.items()]


def _check(viewer: "Viewer", space: str, keys: list[int], closed: tuple[str, ...]) -> Statement:
    size = -(-len(keys) // PLACES) * PLACES
    places = range(-size, 0)
    key = (space, size, closed, timezone.localdate())
    statement = _written.get(key)
    if statement is None:
        if len(_written) >= MOST_WRITTEN:
            _written.clear()
        statement = _written[key] = Statement.of(_visible(viewer, space, list(places)))
    return statement.filled(dict(zip_longest(places, keys, fillvalue=keys[0])))


def _visible(viewer: "Viewer", space: str, keys: list[int]) -> QuerySet:
    kinds = BY_SPACE[space]
    model = kinds[0].model if len(kinds) == 1 else kinds[0].model.__mro__[1]  # KnowledgePage
    visible = model.objects.visible_to(viewer).filter(pk__in=keys).order_by()
    said = REACHED if space == COLLEAGUE else Value("", CharField())
    return visible.values_list(Value(space, CharField()), Cast("pk", CharField()), said)
