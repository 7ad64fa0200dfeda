"""Working days of a Danish municipality, against calendars that were printed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gufu.workdays import add_workdays, days_off, easter, is_workday, workdays_between

#: Easter Sundays as the almanac has them, the earliest and the latest possible among them.
EASTERS = [
    date(1818, 3, 22),
    date(1943, 4, 25),
    date(2000, 4, 23),
    date(2019, 4, 21),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2038, 4, 25),
]


@pytest.mark.parametrize("sunday", EASTERS, ids=str)
def test_easter(sunday):
    assert easter(sunday.year) == sunday


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_22_march_and_25_april(year):
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_the_days_off_of_2026():
    assert sorted(days_off(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 6, 5),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 31),
    ]


def test_store_bededag_was_a_holiday_until_2023():
    assert not is_workday(date(2023, 5, 5))
    assert is_workday(date(2024, 4, 26))


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # over a weekend
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 28), 5, date(2026, 12, 4)),  # from a Saturday
        (date(2026, 3, 31), 5, date(2026, 4, 10)),  # over Easter
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # over Ascension Day
        (date(2026, 6, 4), 1, date(2026, 6, 8)),  # over Grundlovsdag and a weekend
        (date(2026, 12, 23), 3, date(2026, 12, 30)),
        (date(2026, 12, 30), 1, date(2027, 1, 4)),  # over New Year
        (date(2026, 4, 7), -1, date(2026, 4, 1)),  # back over Easter
        (date(2026, 4, 7), 0, date(2026, 4, 7)),
    ],
)
def test_counting_working_days(day, count, result):
    assert add_workdays(day, count) == result


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(1, 60))
def test_adding_and_counting_agree(day, count):
    end = add_workdays(day, count)
    assert is_workday(end)
    assert workdays_between(day, end) == count
    assert workdays_between(end, day) == 0
    assert workdays_between(day, end - timedelta(days=1)) == count - 1
