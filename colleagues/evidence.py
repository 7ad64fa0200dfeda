"""What colleagues have done, gathered from the rooms that know it, by one query.

Nothing is stored: a profile's experience is computed whenever it is shown. The rooms above this one
(toolbox, cases) register where the traces of people lie, so that imports keep pointing downward.
What a colleague has hidden is left out here, and so everywhere.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Site

from colleagues.experience import Experience, Group, Text, Trace, lines_of
from colleagues.models import HiddenEvidence
from colleagues.words import every_word
from gufu.models import KnowledgePage
from gufu.visibility import Viewer

NOTHING = Cast(Value(None), CharField())


@dataclass(frozen=True)
class Part:
    """One place where traces of a kind lie: the rows of a table.

    The other fields are lookups from a row, or expressions: whose trace it is, what it is about.
    `page` is the key of the page it is about, `address` that page's `url_path`; `texts` are where
    words are looked for, `tools` the pages of the tools that were used. `invented` says that
    it is an example. `say` turns the title and the note of the table into what people read.
    """

    rows: Callable[[Viewer], QuerySet[Any]]  # what the viewer may see
    person: str
    title: str
    origin: Text
    thing: str = "pk"
    page: str | None = None
    address: str | None = None
    day: Any = None
    note: str | None = None
    invented: str | None = None
    texts: Sequence[str] = ()
    tools: str | None = None
    say: Callable[[str, str], tuple[str, str]] = lambda title, note: (title, note)


@dataclass(frozen=True)
class Kind:
    """One kind of trace. `heading` stands over its list, `words` are its number: "2 cases"."""

    name: str
    heading: Text
    words: Text
    parts: Sequence[Part]
    order: int


_kinds: dict[str, Kind] = {}


def register(name: str, heading: Text, words: Text, *parts: Part, order: int = 100) -> None:
    """Let traces of the kind `name` be found in `parts`; called from a room's `ready`.

    `words` comes from ngettext_lazy("%(count)d case", "%(count)d cases", "count").
    """
    _kinds[name] = Kind(name, heading, words, parts, order)


def kinds() -> list[Kind]:
    """Return the registered kinds in the order in which profiles show them."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def experience_of(
    profile_ids: Collection[int],
    viewer: Viewer,
    *,
    words: Iterable[str] = (),
    pages: QuerySet[Any] | None = None,
    with_hidden: bool = False,
) -> dict[int, Experience]:
    """Return the experience of each profile: one query, however many profiles and kinds.

    With `words` only the traces that match all of them, with `pages` (a query of their keys) only
    those about these pages. `with_hidden` is for the colleague's own eyes.
    """
    if not profile_ids:
        return {}
    words = list(words)
    asked = []
    for kind, part in _places(words=bool(words), pages=pages is not None):
        condition = Q(**{f"{part.person}__in": list(profile_ids)})
        if words:
            condition &= every_word(words, part.texts)
        if pages is not None:
            condition &= Q(**{f"{part.page}__in": pages})
        rows = _rows(kind, part, viewer, with_hidden=with_hidden).filter(condition)
        asked.append(rows.values_list(*_columns(kind, part)))
    places = {_number(kind, part): (kind, part) for kind in kinds() for part in kind.parts}
    traces: dict[tuple[int, str], dict[str, Trace]] = {}
    for person, number, *told in asked[0].union(*asked[1:], all=True):
        kind, part = places[number]
        trace = _trace(kind, part, *told)
        traces.setdefault((person, kind.name), {}).setdefault(trace.key, trace)
    return {pk: _experience(pk, traces) for pk in profile_ids}


def matching_q(words: Iterable[str], viewer: Viewer) -> Q:
    """Return the condition for profiles with a trace that matches all of `words`."""
    words, condition = list(words), Q()
    for kind, part in _places(words=True):
        found = _rows(kind, part, viewer).filter(every_word(words, part.texts))
        condition |= Q(pk__in=found.values(part.person))
    return condition


def with_tool_q(slug: str, viewer: Viewer) -> Q:
    """Return the condition for profiles with a trace in which the tool at `slug` was used."""
    condition = Q()
    for kind, part in _places(tools=True):
        used = _rows(kind, part, viewer).filter(**{f"{part.tools}__slug": slug})
        condition |= Q(pk__in=used.values(part.person))
    return condition


def used_tools(viewer: Viewer) -> QuerySet[Any]:
    """Return the visible pages of tools that somebody has used."""
    used = Q()
    for kind, part in _places(tools=True):
        used |= Q(pk__in=_rows(kind, part, viewer).values(part.tools))
    return KnowledgePage.objects.visible_to(viewer).filter(used)


def people_by_tool(people: QuerySet[Any], viewer: Viewer) -> dict[str, int]:
    """Return how many of `people` have used each tool, by the tool's slug."""
    # The people are read apart: PostgreSQL would look for each of them again in every row.
    wanted = set(people.values_list("pk", flat=True))
    pairs = [
        _rows(kind, part, viewer)
        .filter(**{f"{part.person}__isnull": False, f"{part.tools}__isnull": False})
        .values_list(f"{part.tools}__slug", part.person)
        for kind, part in _places(tools=True)
    ]
    counts: dict[str, int] = {}
    for slug, person in pairs[0].union(*pairs[1:]):  # each pair once
        if person in wanted:
            counts[slug] = counts.get(slug, 0) + 1
    return counts


def most_about(
    pages: QuerySet[Any], kind: str, people: QuerySet[Any], viewer: Viewer
) -> QuerySet[Any]:
    """Return (key, number) of those of `people` with traces of a kind about `pages`, most first.

    The traces are those of the kind's first part.
    """
    part = _kinds[kind].parts[0]
    about = {f"{part.page}__in": pages, f"{part.person}__in": people.values("pk")}
    rows = _rows(_kinds[kind], part, viewer).filter(**about)
    return rows.values_list(part.person).annotate(n=Count("pk")).order_by("-n", part.person)


def _places(*, words: bool = False, pages: bool = False, tools: bool = False) -> list[Any]:
    """Return (kind, part) of all places, of those with texts, with pages, or with tools."""
    return [
        (kind, part)
        for kind in kinds()
        for part in kind.parts
        if (part.texts or not words) and (part.page or not pages) and (part.tools or not tools)
    ]


def _number(kind: Kind, part: Part) -> int:
    """Return a number for a place that its rows carry through the union."""
    return kinds().index(kind) * 10 + list(kind.parts).index(part)


def _rows(kind: Kind, part: Part, viewer: Viewer, *, with_hidden: bool = False) -> QuerySet[Any]:
    """Return the rows of a place that belong to somebody and are not hidden."""
    rows = part.rows(viewer).exclude(**{part.person: None}).order_by()
    if with_hidden:
        return rows
    hidden = HiddenEvidence.objects.filter(
        profile=OuterRef(part.person), kind=kind.name, thing=OuterRef(part.thing)
    )
    return rows.filter(~Exists(hidden))


def _columns(kind: Kind, part: Part) -> list[Any]:
    """Return the columns of a row, of the same types in every place."""
    day = part.day if part.day is not None else Value(None)
    return [
        Cast(F(part.person), BigIntegerField()),
        Value(_number(kind, part), IntegerField()),
        Cast(F(part.thing), BigIntegerField()),
        Cast(F(part.title), TextField()),
        Cast(F(part.address) if part.address else NOTHING, TextField()),
        Cast(day, DateField()),
        Cast(F(part.note) if part.note else NOTHING, TextField()),
        Cast(F(part.page) if part.page else NOTHING, BigIntegerField()),
        Cast(F(part.invented) if part.invented else Value(False), BooleanField()),
    ]


def _trace(kind: Kind, part: Part, *told: Any) -> Trace:
    thing, title, url_path, when, note, page, invented = told
    title, note = part.say(title, note or "")
    key, url = f"{kind.name}:{thing}", _url(url_path)
    return Trace(key, title, url, when, note, part.origin, page, bool(invented))


def _url(url_path: str | None) -> str:
    """Return the address of the page at a path of the tree, or nothing."""
    for root in Site.get_site_root_paths() if url_path else ():
        if url_path.startswith(root.root_path):  # type: ignore[union-attr]
            rest = url_path[len(root.root_path) :]  # type: ignore[index]
            return reverse("wagtail_serve", args=[rest])
    return ""


def _experience(pk: int, traces: dict[tuple[int, str], dict[str, Trace]]) -> Experience:
    return Experience(
        [
            Group(kind.name, kind.heading, kind.words, len(mine), lines_of(mine.values()))
            for kind in kinds()
            if (mine := traces.get((pk, kind.name)))
        ]
    )
