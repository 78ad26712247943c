"""Days as the room reads them."""

from datetime import date

_DAYS_UP_TO = 20
_WEEKS_UP_TO = 90
"""Days up to which a distance is told in days, and then in weeks."""


def day_text(day: date) -> str:
    """A day in words: `Mon 22 Oct 2018`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def due_words(day: date, today: date) -> str:
    """A day and how far off it is: `Fri 4 Dec, in 11 days`; the year where it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}, {distance(day, today)}"


def distance(day: date, today: date) -> str:
    """How far off a day is, in words: `today`, `in 11 days`, `in 5 weeks`, `3 days ago`."""
    days = (day - today).days
    if abs(days) <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    size, unit = _size(abs(days))
    return f"in {size} {unit}" if days > 0 else f"{size} {unit} ago"


def _size(days: int) -> tuple[int, str]:
    if days <= _DAYS_UP_TO:
        return days, "days"
    if days <= _WEEKS_UP_TO:
        return days // 7, "weeks"
    months = round(days / 30.44)
    return (months, "months") if months < 24 else (round(days / 365.25), "years")
