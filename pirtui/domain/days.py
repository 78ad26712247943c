"""Days as the room reads them."""

from datetime import date


def day_text(day: date) -> str:
    """A day in words: `Mon 22 Oct 2018`."""
    return f"{day:%a} {day.day} {day:%b %Y}"
