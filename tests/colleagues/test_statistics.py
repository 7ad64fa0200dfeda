"""The consultants' figures, counted by hand, and the same as a file."""

import csv
from datetime import UTC, date, datetime

import pytest

from colleagues.models import SupportRequest
from gufu.spreadsheets import neutral
from gufu.taxonomy import Centre, SubjectArea
from tests.factories import SupportRequestFactory, days_from_now

pytestmark = pytest.mark.django_db


def at(month, day, year=2026):
    return datetime(year, month, day, 11, tzinfo=UTC)


@pytest.fixture
def requests(site):
    """Four of 2026 (answered after 2 and 5 working days, late and waiting, new), one of 2025."""
    skole = SubjectArea.objects.create(name="Skole", slug="skole")
    kultur = Centre.objects.create(name="Kultur & Test", slug="kultur-test")
    common = {"subject_area": skole, "centre": kultur}
    SupportRequestFactory(
        **common,
        created_at=at(9, 7),
        answered_at=at(9, 9),
        answered_in_time=True,
        status="afsluttet",
        outcome_type="raad",
    )
    SupportRequestFactory(
        created_at=at(12, 22),  # Christmas between: the 23rd, 28th, 29th, 30th, 4 January
        answered_at=at(1, 4, 2027),
        answered_in_time=False,
        status="besvaret",
        topic="=HYPERLINK(1)",
    )
    SupportRequestFactory(**common, created_at=at(9, 8), response_due=days_from_now(-1))
    SupportRequestFactory(created_at=at(11, 2), support_type="facilitering")
    SupportRequestFactory(created_at=at(5, 5, 2025))


def table(response, heading):
    (chart,) = [c for c in response.context["charts"] if c["heading"] == heading]
    return {row[0]: row[1:] for row in chart["table"]}


def test_figures_are_those_one_counts_by_hand(queue_client, requests):
    response = queue_client.get("/stoette/tal/?aar=2026")
    assert dict(response.context["keys"]) == {
        "Modtaget": "4",
        "Ikke besvaret endnu": "2",
        "Over fristen nu": "1",
        "Arbejdsdage til svar (median)": "3,5",
        "Besvaret til tiden": "33 %",
    }
    assert table(response, "Center") == {
        "Kultur & Test": ["2", "2", "50 %"],
        "Uden center": ["2", "5", "0 %"],
    }
    assert table(response, "Fagområde")["Skole"] == ["2", "2", "50 %"]
    assert table(response, "Støtte")["En, der faciliterer mødet"] == ["1", "–", "–"]
    assert table(response, "Udfald") == {"Fik råd og går selv videre": ["1", "2", "100 %"]}
    months = table(response, "Måned")
    assert [months[name][0] for name in ("September", "November", "December")] == ["2", "1", "1"]
    html = response.content.decode()
    assert html.count('<svg class="chart__bar"') == html.count('chart__row"')
    assert html.count("<table") == 5


@pytest.mark.parametrize("year", ["", "1999", "x", "²⁰²⁶", "20260", "-1"])
def test_an_unknown_year_is_the_latest(queue_client, requests, year):
    assert queue_client.get("/stoette/tal/", {"aar": year}).context["period"].year == 2026


def test_nothing_to_count_is_said(queue_client):
    assert not SupportRequest.objects.exists()
    assert "at tælle endnu" in queue_client.get("/stoette/tal/").content.decode()


def test_the_file_opens_in_a_spreadsheet_and_holds_no_formula(queue_client, requests):
    response = queue_client.get("/stoette/tal/stoette.csv?aar=2026")
    assert response["Content-Disposition"] == 'attachment; filename="stoette-2026.csv"'
    text = response.content.decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text.lstrip("\ufeff").splitlines(), delimiter=";"))
    assert len(rows) == 4
    evil = rows[-1]
    assert evil["Emne"] == "'=HYPERLINK(1)"
    assert (evil["Modtaget"], evil["Besvaret"]) == ("22.12.2026", "04.01.2027")
    assert (evil["Arbejdsdage til svar"], evil["Til tiden"]) == ("5", "Nej")
    assert "Inger" not in text, "no names"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+45", "'+45"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        (-1, "-1"),
        (2.5, "2,5"),
        (None, ""),
        ("Møde = samtale", "Møde = samtale"),
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_cells_are_neutral(cell, shown):
    assert neutral(cell) == shown
