"""The consultants' figures: how much is asked, by whom, about what, and how soon it is answered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from colleagues.models import SupportRequest
from gufu.workdays import workdays_between

#: What is read of each request; one query, however many there are.
FIELDS = (
    "created_at",
    "answered_at",
    "answered_in_time",
    "status",
    "response_due",
    "support_type",
    "outcome_type",
    "centre__name",
    "subject_area__name",
)


@dataclass(frozen=True)
class Period:
    """What is counted: the requests that came in a year."""

    year: int
    years: tuple[int, ...]

    @classmethod
    def read(cls, text: str) -> "Period":
        """Return the year asked for where there is one; the latest with requests otherwise."""
        found = SupportRequest.objects.order_by().annotate(year=ExtractYear("created_at"))
        years = tuple(sorted(set(found.values_list("year", flat=True)), reverse=True))
        asked = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else 0
        latest = years[0] if years else timezone.localdate().year
        return cls(asked if asked in years else latest, years)

    def rows(self) -> Any:
        """Return the requests of the year, in the order in which they came."""
        return SupportRequest.objects.filter(created_at__year=self.year).order_by("created_at")


def figures(period: Period) -> dict[str, Any]:
    """Return key figures, and the charts: each with its bars, and a table of the same numbers."""
    rows = list(period.rows().values(*FIELDS))
    types = dict(SupportRequest.SupportType.choices)
    outcomes = dict(SupportRequest.OutcomeType.choices)
    by_month: dict[int, list[dict[str, Any]]] = {month: [] for month in MONTHS}
    for row in rows:
        by_month[local(row["created_at"]).month].append(row)
    months = [(str(MONTHS[month]).capitalize(), found) for month, found in by_month.items()]
    closed = [row for row in rows if row["outcome_type"]]
    return {
        "keys": key_figures(rows),
        "charts": [
            chart(_("Center"), grouped(rows, "centre__name", _("Uden center"))),
            chart(_("Fagområde"), grouped(rows, "subject_area__name", _("Uden fagområde"))),
            chart(_("Støtte"), grouped(rows, "support_type", "", types)),
            chart(_("Udfald"), grouped(closed, "outcome_type", "", outcomes)),
            chart(_("Måned"), months),
        ],
        "has_any": bool(rows),
    }


def local(moment: Any) -> date:
    """Return the local date of a moment."""
    return timezone.localdate(moment)


def key_figures(rows: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return what is worth knowing at once, as (label, figure)."""
    counted = Counter(row["status"] for row in rows)
    late = sum(is_late(row) for row in rows)
    return [
        (_("Modtaget"), str(len(rows))),
        (_("Ikke besvaret endnu"), str(sum(counted[s] for s in SupportRequest.WAITING))),
        (_("Over fristen nu"), str(late)),
        (_("Arbejdsdage til svar (median)"), days(rows)),
        (_("Besvaret til tiden"), share_in_time(rows)),
    ]


def grouped(
    rows: Iterable[dict[str, Any]], name: str, none: str, labels: dict[Any, Any] | None = None
) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return (label, rows) for each value of the field `name`, the most frequent first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        value = row[name]
        label = str((labels or {}).get(value, value)) if value else none
        groups.setdefault(label, []).append(row)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def chart(title: str, groups: Sequence[tuple[str, list[dict[str, Any]]]]) -> dict[str, Any]:
    """Return one chart's bars, and its table: label, number, median days, share in time."""
    return {
        "heading": title,
        "caption": _("Anmodninger efter %(by)s") % {"by": title.lower()},
        "rows": [{"label": label, "value": len(rows)} for label, rows in groups],
        "table": [
            [label, str(len(rows)), days(rows), share_in_time(rows)] for label, rows in groups
        ],
    }


def answer_days(row: dict[str, Any]) -> int:
    """Return the working days from a request came in until it was answered the first time."""
    return workdays_between(local(row["created_at"]), local(row["answered_at"]))


def days(rows: Iterable[dict[str, Any]]) -> str:
    """Return the median of the working days to an answer; a dash where none is given."""
    spans = [answer_days(row) for row in rows if row["answered_at"]]
    if not spans:
        return "–"
    middle = median(spans)
    return number_format(middle, 0 if middle == int(middle) else 1)


def share_in_time(rows: Iterable[dict[str, Any]]) -> str:
    """Return the share answered within the deadline; what is late and unanswered counts as not."""
    kept = [bool(row["answered_in_time"]) for row in rows if row["answered_at"] or is_late(row)]
    if not kept:
        return "–"
    return f"{round(100 * sum(kept) / len(kept))} %"


def is_late(row: dict[str, Any]) -> bool:
    """Return whether somebody still waits although the deadline has passed."""
    waiting = row["status"] in SupportRequest.WAITING and not row["answered_at"]
    return waiting and row["response_due"] < timezone.localdate()
