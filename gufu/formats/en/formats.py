"""English dates and times: "3 December 2026", "14:05", "Thursday 3 December"."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
MONTH_DAY_FORMAT = "j F"
TIME_FORMAT = "H:i"
WEEKDAY_DATE_FORMAT = "l j F Y"
WEEKDAY_FORMAT = "l j F"
