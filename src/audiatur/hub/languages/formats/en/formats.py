"""English as it is written outside of the United States: the day first, the week from Monday, 24 hours."""

from typing import Final

DATE_FORMAT: Final = "j F Y"
TIME_FORMAT: Final = "H:i"
DATETIME_FORMAT: Final = "j F Y, H:i"
YEAR_MONTH_FORMAT: Final = "F Y"
MONTH_DAY_FORMAT: Final = "j F"
FIRST_DAY_OF_WEEK: Final = 1
