"""Ukrainian. Decimal points stay: a number with one mostly is a place in a drawing, and SVG knows no comma."""

from typing import Final

DATE_FORMAT: Final = "j E Y"
TIME_FORMAT: Final = "H:i"
DATETIME_FORMAT: Final = "j E Y, H:i"
YEAR_MONTH_FORMAT: Final = "F Y"
MONTH_DAY_FORMAT: Final = "j E"
FIRST_DAY_OF_WEEK: Final = 1
DECIMAL_SEPARATOR: Final = "."
