"""The consultants' board: what the address asks for, and the columns that answer it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import QueryDict

from colleagues.models import SupportRequest
from colleagues.people import person_of
from gufu.taxonomy import Centre, SubjectArea
from gufu.visibility import Viewer

SHOWN = 8  #: cards of a column, before one asks for the whole of it
PAGE = 24  #: cards a page, of a whole column
Status = SupportRequest.Status

#: What stands first in each column: the shortest time left, the longest wait, the latest ended.
ORDER = {
    Status.NEW: ("response_due", "pk"),
    Status.ASSIGNED: ("response_due", "pk"),
    Status.ANSWERED: ("answered_at", "pk"),
    Status.CLOSED: ("-closed_at", "-pk"),
}


@dataclass(frozen=True)
class Choice:
    """The filters: ?mine=1, ?forsinket=1, ?center=<slug>, ?emne=<slug>, ?kolonne=<status>."""

    mine: bool = False
    late: bool = False
    centre: str = ""
    subject: str = ""
    column: str = ""

    @classmethod
    def read(cls, params: QueryDict) -> "Choice":
        """Return what the address asks for; what it does not know is left out."""
        column = params.get("kolonne", "")
        return cls(
            mine=params.get("mine") == "1",
            late=params.get("forsinket") == "1",
            centre=params.get("center", "")[:80],
            subject=params.get("emne", "")[:80],
            column=column if column in Status.values else "",
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the column has been chosen."""
        return bool(self.mine or self.late or self.centre or self.subject)

    def narrow(self, rows: Any, viewer: Viewer) -> Any:
        """Keep of `rows` what has been chosen."""
        rows = rows.late() if self.late else rows
        if self.mine:
            rows = rows.filter(assigned_to__user=viewer.pk)
        if self.centre:
            rows = rows.filter(centre__slug=self.centre)
        if self.subject:
            rows = rows.filter(subject_area__slug=self.subject)
        return rows


def board(params: QueryDict, viewer: Viewer) -> dict[str, Any]:
    """Return the context of the board: columns of at most SHOWN cards, or one whole column.

    As many queries for any number of requests: the counts, and one a column.
    """
    choice = Choice.read(params)
    rows = choice.narrow(SupportRequest.objects.visible_to(viewer), viewer)
    counts = dict(rows.order_by().values_list("status").annotate(Count("pk")))
    shown = [Status(choice.column)] if choice.column else list(Status)
    page = None
    columns = []
    for status in shown:
        cards = _cards(rows, status)
        if choice.column:
            page = Paginator(cards, PAGE).get_page(params.get("side"))
        found = page or cards[:SHOWN]
        count = counts.get(status, 0)
        columns.append(
            {
                "status": status,
                "label": status.label,
                "count": count,
                "items": [_item(row, viewer) for row in found],
                "more": 0 if choice.column else max(0, count - SHOWN),
            }
        )
    return {
        "choice": choice,
        "columns": columns,
        "page_obj": page,
        "total": sum(counts.values()),
        "centres": Centre.objects.all(),
        "subjects": SubjectArea.objects.all(),
    }


def _cards(rows: Any, status: Status) -> "QuerySet[SupportRequest]":
    return (
        rows.filter(status=status)
        .select_related("assigned_to", "centre", "subject_area", "requester__profile__centre")
        .order_by(*ORDER[status])
    )


def _item(row: SupportRequest, viewer: Viewer) -> dict[str, Any]:
    return {
        "row": row,
        "requester": person_of(row.requester),
        "is_mine": bool(row.assigned_to and row.assigned_to.user_id == viewer.pk),
    }
