"""The consultants' figures, and the same as a file."""

import logging
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from colleagues.people import member
from colleagues.statistics import Period, answer_days, figures
from colleagues.views.queue import consultants_only
from gufu.spreadsheets import csv_response

logger = logging.getLogger(__name__)


@require_safe
@consultants_only
def statistics(request: HttpRequest) -> HttpResponse:
    """The figures of a year (?aar=2026): bars, and beside them tables of the same numbers."""
    period = Period.read(request.GET.get("aar", ""))
    tabs = [
        {"label": str(year), "url": f"?aar={year}", "current": year == period.year}
        for year in period.years
    ]
    columns = [
        {"label": ""},
        {"label": _("Antal"), "number": True},
        {"label": _("Dage til svar"), "number": True},
        {"label": _("Til tiden"), "number": True},
    ]
    context = {**figures(period), "period": period, "tabs": tabs, "columns": columns}
    return render(request, "colleagues/support_statistics.html", context)


@require_safe
@consultants_only
def export(request: HttpRequest) -> HttpResponse:
    """The requests of a year as a file for a spreadsheet, without names and without situations."""
    period = Period.read(request.GET.get("aar", ""))
    logger.info("support_exported", extra={"user": member(request).pk, "year": period.year})
    header = (
        _("Modtaget"),
        _("Center"),
        _("Fagområde"),
        _("Støtte"),
        _("Emne"),
        _("Status"),
        _("Svar senest"),
        _("Besvaret"),
        _("Arbejdsdage til svar"),
        _("Til tiden"),
        _("Udfald"),
    )
    return csv_response(f"stoette-{period.year}.csv", header, _lines(period))


def _lines(period: Period) -> Iterator[tuple[object, ...]]:
    for row in period.rows().select_related("centre", "subject_area"):
        yield (
            _day(row.created_at),
            row.centre,
            row.subject_area,
            row.get_support_type_display(),
            row.topic,
            row.get_status_display(),
            f"{row.response_due:%d.%m.%Y}",
            _day(row.answered_at),
            answer_days(vars(row)) if row.answered_at else "",
            {True: _("Ja"), False: _("Nej"), None: ""}[row.answered_in_time],
            row.get_outcome_type_display(),
        )


def _day(moment: object) -> str:
    return f"{timezone.localdate(moment):%d.%m.%Y}" if moment else ""  # type: ignore[arg-type]
