"""Danish is the house's language; English is there for whoever chooses it."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format


def test_an_english_browser_still_meets_danish(reader):
    response = reader.get("/", headers={"accept-language": "en-GB,en"})
    assert '<html lang="da">' in response.content.decode()
    assert response.headers["Content-Language"] == "da"


def test_choosing_english_changes_the_interface_and_is_remembered(reader):
    reader.post(reverse("set_language"), {"language": "en", "next": "/"})
    response = reader.get("/")
    assert '<html lang="en">' in response.content.decode()
    reader.post(reverse("set_language"), {"language": "da", "next": "/"})
    assert '<html lang="da">' in reader.get("/").content.decode()


def test_a_language_that_is_none_is_danish(reader):
    reader.cookies["django_language"] = "../../x"
    assert '<html lang="da">' in reader.get("/").content.decode()


@pytest.mark.parametrize(
    ("language", "day", "weekday", "time"),
    [
        ("da", "3. december 2026", "torsdag den 3. december 2026", "14.05"),
        ("en", "3 December 2026", "Thursday 3 December 2026", "14:05"),
    ],
)
def test_days_and_times_are_written_as_the_language_does(language, day, weekday, time):
    when = dt.datetime(2026, 12, 3, 14, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with translation.override(language):
        assert date_format(when, "DATE_FORMAT") == day
        assert date_format(when, "WEEKDAY_DATE_FORMAT") == weekday
        assert date_format(when, "TIME_FORMAT") == time


def test_no_template_writes_dates_in_danish_alone():
    """Formats such as "j. F" stay Danish in English: gufu.formats has names for both."""
    fixed = [
        f"{path.name}: {found}"
        for path in sorted((settings.ROOT / "templates").rglob("*.html"))
        for found in re.findall(r'date:"[^"]*\bj\.[^"]*"', path.read_text())
    ]
    assert fixed == []
