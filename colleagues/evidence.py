"""What colleagues have done, gathered from the rooms that know it: never a score, only traces.

A profile's experience is computed whenever it is shown. The rooms above this one (toolbox, cases)
register what they know about people, so that imports keep pointing downward.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from colleagues.models import Commitment
from gufu.visibility import Viewer

Text = str | Promise


@dataclass(frozen=True)
class Trace:
    """One thing a colleague has taken part in. `key` is stable: "case:12"."""

    key: str
    title: str
    url: str
    when: date | None = None
    note: str = ""


#: Whose trace it is (the profile's id), and the trace.
Found = tuple[int | None, Trace]
#: (ids of profiles, viewer) → (id of profile, trace), only of what the viewer may see; the number
#: of queries must not depend on the number of ids.
Collector = Callable[[Collection[int], Viewer], Iterable[Found]]
#: (words, viewer) → ids of profiles whose traces match all the words, as a subquery.
Finder = Callable[[Iterable[str], Viewer], QuerySet[Any]]


@dataclass(frozen=True)
class Kind:
    """One kind of trace. `heading` stands over its list, `words` are its number: "2 cases"."""

    name: str
    heading: Text
    words: Text
    collect: Collector
    find: Finder | None = None
    order: int = 100

    def counted(self, count: int) -> str:
        return str(self.words % {"count": count})


@dataclass(frozen=True)
class Line:
    """A trace as a profile shows it: several uses of the same tool are one line."""

    trace: Trace
    times: int

    @property
    def month(self) -> str:
        return month(self.trace.when)


@dataclass(frozen=True)
class Group:
    """All of a colleague's traces of one kind, newest first, at most one line an address."""

    kind: Kind
    count: int
    lines: list[Line]


@dataclass
class Experience:
    """What one colleague has done, as far as the viewer may see it."""

    groups: list[Group] = field(default_factory=list)

    @property
    def latest(self) -> date | None:
        """The latest date of any trace."""
        dates = [line.trace.when for group in self.groups for line in group.lines]
        return max(filter(None, dates), default=None)

    @property
    def summary(self) -> str:
        """The whole in words: "2 cases, 3 afprøvninger, senest maj 2026"; empty for nothing."""
        parts = [group.kind.counted(group.count) for group in self.groups]
        if parts and self.latest:
            parts.append(_("senest %(month)s") % {"month": month(self.latest)})
        return ", ".join(parts)


_kinds: dict[str, Kind] = {}


def register(
    name: str,
    heading: Text,
    words: Text,
    collect: Collector,
    *,
    find: Finder | None = None,
    order: int = 100,
) -> None:
    """Let `collect` tell of traces of the kind `name`; called from a room's `ready`.

    `words` comes from ngettext_lazy("%(count)d case", "%(count)d cases", "count").
    """
    _kinds[name] = Kind(name, heading, words, collect, find, order)


def kinds() -> list[Kind]:
    """Return the registered kinds in the order in which profiles show them."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def experience_of(profile_ids: Collection[int], viewer: Viewer) -> dict[int, Experience]:
    """Return the experience of each profile; a constant number of queries for any number."""
    found = {pk: Experience() for pk in profile_ids}
    if not found:
        return found
    for kind in kinds():
        traces: dict[int, list[Trace]] = {}
        for pk, trace in kind.collect(list(found), viewer):
            if pk in found:
                traces.setdefault(pk, []).append(trace)
        for pk, mine in traces.items():
            found[pk].groups.append(_group(kind, mine))
    return found


def matching_q(words: Iterable[str], viewer: Viewer) -> Q:
    """Return the condition for profiles with a trace that matches all of `words`."""
    words = list(words)
    condition = Q()
    for kind in kinds():
        if kind.find:
            condition |= Q(pk__in=kind.find(words, viewer))
    return condition


def month(day: date | None) -> str:
    """Return "maj 2026", or nothing."""
    return date_format(day, "F Y").lower() if day else ""


def _group(kind: Kind, traces: list[Trace]) -> Group:
    traces = sorted(traces, key=lambda trace: (trace.when or date.min, trace.key), reverse=True)
    lines: dict[str, Line] = {}
    for trace in traces:
        known = lines.get(trace.url or trace.key)
        lines[trace.url or trace.key] = (
            Line(known.trace, known.times + 1) if known else Line(trace, 1)
        )
    return Group(kind, len(traces), list(lines.values()))


def commitments(profile_ids: Collection[int], viewer: Viewer) -> Iterable[Found]:
    """What a colleague's centre has bound itself to, with them in charge."""
    for row in Commitment.objects.filter(owner__in=profile_ids).select_related("centre"):
        yield (
            row.owner_id,
            Trace(f"commitment:{row.pk}", row.strategic_goal, "", note=row.get_status_display()),
        )
