"""What the words of a calendar day say, and the calendar that they are held against."""

from dataclasses import dataclass
from datetime import date

from pirtui.domain.moments import Precision

FIRST_YEAR = 1900
LAST_YEAR = 2199

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class StatedDay:
    """A day as it was written; `end` is the position behind it.

    `year` is `None` where none is stated. `precision` is day, month or year. `swapped` is the other
    reading of a day such as `8/6/26`, and `last_day` the last of several days of one month. `impossible`
    says that no calendar has this day; `likely` holds the readings that were probably meant.
    """

    end: int
    year: int | None
    month: int = 1
    day: int = 1
    precision: Precision = Precision.DAY
    weekday: int | None = None
    swapped: date | None = None
    impossible: bool = False
    likely: tuple[str, ...] = ()
    last_day: int | None = None


def possible(year: int, month: int, day: int) -> date | None:
    """The day, or `None` if no calendar has it or it lies outside 1900 to 2199."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(stated: StatedDay, reference: date) -> date | None:
    """The day that is meant; without a year, the one nearest to the reference day."""
    if stated.year is not None:
        return possible(stated.year, stated.month, stated.day)
    years = (reference.year, reference.year - 1, reference.year + 1)
    days = [possible(year, stated.month, stated.day) for year in years]
    return min((day for day in days if day), key=lambda day: abs(day - reference), default=None)


def day_text(day: date) -> str:
    """A day as the room reads it: `Mon 22 Oct`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
