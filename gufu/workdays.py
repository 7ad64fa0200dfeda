"""Working days of a Danish municipality: weekends, public holidays and closing days are none.

Public holidays stand in the law on the national church's holidays (store bededag until 2023).
Grundlovsdag, juleaftensdag and nytårsaftensdag are no public holidays, but the town halls are
closed on them by agreement; whoever promises an answer had better count them out.
"""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
LAST_STORE_BEDEDAG = 2023
#: (month, day): New Year's Day, two days of Christmas; then the closing days.
FIXED = ((1, 1), (12, 25), (12, 26), (6, 5), (12, 24), (12, 31))
#: Days from Easter Sunday: Maundy Thursday, Good Friday, Easter and Easter Monday, Ascension Day,
#: Whit Sunday and Whit Monday.
MOVABLE = (-3, -2, 0, 1, 39, 49, 50)
STORE_BEDEDAG = 26


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - lunar + 15) % 30
    leaps, leap_rest = divmod(rest, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - leap_rest) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def days_off(year: int) -> frozenset[date]:
    """Return the holidays and closing days of a year, on whatever weekday they fall."""
    sunday = easter(year)
    movable = [*MOVABLE, STORE_BEDEDAG] if year <= LAST_STORE_BEDEDAG else MOVABLE
    return frozenset(
        {date(year, month, day) for month, day in FIXED}
        | {sunday + timedelta(days=days) for days in movable}
    )


def is_workday(day: date) -> bool:
    """Return whether the town hall is open on `day`."""
    return day.weekday() < 5 and day not in days_off(day.year)


def add_workdays(day: date, count: int) -> date:
    """Return the `count`th working day after `day` (before it where `count` is negative).

    `day` itself is not counted: what comes in on a Friday and is due in one day is due on Monday.
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def workdays_between(start: date, end: date) -> int:
    """Return how many working days come after `start`, up to and including `end`; 0 if none."""
    count, day = 0, start
    while day < end:
        day += ONE_DAY
        count += is_workday(day)
    return count
