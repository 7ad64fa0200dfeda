"""What a colleague has done, as people read it: traces in words, never a score of anybody."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Text = str | Promise


@dataclass(frozen=True)
class Trace:
    """One thing a colleague has taken part in.

    `key` is stable ("case:12"), `origin` says where the trace comes from ("Kontakt på casen").
    """

    key: str
    title: str
    url: str = ""
    when: date | None = None
    note: str = ""
    origin: Text = ""
    page: int | None = None  # key of the page it is about
    is_illustrative: bool = False  # an example: nobody did it


@dataclass(frozen=True)
class Line:
    """Traces that a profile shows as one line: several uses of the same tool, the latest first."""

    traces: tuple[Trace, ...]

    @property
    def trace(self) -> Trace:
        return self.traces[0]

    @property
    def times(self) -> int:
        return len(self.traces)

    @property
    def keys(self) -> list[str]:
        return [trace.key for trace in self.traces]

    @property
    def origins(self) -> list[str]:
        """Where the traces come from, each said once."""
        return list(dict.fromkeys(str(trace.origin) for trace in self.traces if trace.origin))

    @property
    def month(self) -> str:
        return month(self.trace.when)

    @property
    def is_illustrative(self) -> bool:
        return any(trace.is_illustrative for trace in self.traces)


@dataclass(frozen=True)
class Group:
    """A colleague's traces of one kind, newest first. `heading` stands over them, `words` are
    their number: "2 cases"."""

    name: str
    heading: Text
    words: Text
    count: int
    lines: list[Line]


@dataclass
class Experience:
    """What one colleague has done, as far as the viewer may see it and the colleague shows it."""

    groups: list[Group] = field(default_factory=list)

    @property
    def latest(self) -> date | None:
        """The latest date of any trace."""
        dates = [line.trace.when for group in self.groups for line in group.lines]
        return max(filter(None, dates), default=None)

    @property
    def summary(self) -> str:
        """The whole in words: "2 cases, 3 afprøvninger, senest maj 2026"; empty for nothing."""
        return in_words([(group.words, group.count) for group in self.groups], self.latest)

    @property
    def traces(self) -> list[Trace]:
        """All traces, by kind, newest first."""
        return [trace for group in self.groups for line in group.lines for trace in line.traces]


def in_words(counts: Iterable[tuple[Text, int]], latest: date | None) -> str:
    """Return what was done, in words; `counts` are words ("%(count)d cases") and their number."""
    parts = [str(words % {"count": count}) for words, count in counts if count]
    if parts and latest:
        parts.append(_("senest %(month)s") % {"month": month(latest)})
    return ", ".join(parts)


def month(day: date | None) -> str:
    """Return "maj 2026", or nothing."""
    return date_format(day, "F Y").lower() if day else ""


def lines_of(traces: Iterable[Trace]) -> list[Line]:
    """Return the traces as lines, newest first, one for each address or, without one, title."""
    newest = sorted(traces, key=lambda trace: (trace.when or date.min, trace.key), reverse=True)
    lines: dict[str, list[Trace]] = {}
    for trace in newest:
        lines.setdefault(trace.url or trace.title, []).append(trace)
    return [Line(tuple(same)) for same in lines.values()]
