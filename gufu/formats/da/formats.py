"""Danish dates and times: "3. december 2026", "kl. 14.05", "torsdag den 3. december"."""

DATE_FORMAT = "j. F Y"
MONTH_DAY_FORMAT = "j. F"
TIME_FORMAT = "H.i"
# Names of our own, for the filter `date`: a day by its name, with the year and without.
WEEKDAY_DATE_FORMAT = r"l \d\e\n j. F Y"
WEEKDAY_FORMAT = r"l \d\e\n j. F"
