"""Which backups to keep: the last few, and ever fewer of those that are older."""

from collections.abc import Callable, Iterable
from datetime import datetime

NEWEST, DAYS, WEEKS, MONTHS = 5, 7, 5, 12
"""How many are kept: of the newest, and of the last days, weeks and months one each."""


def worth_keeping(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The moments, in UTC, of the backups to keep.

    What lies after `now` was made before the clock was set back; it is kept, and counts for nothing.
    """
    made = sorted(moments, reverse=True)
    past = [moment for moment in made if moment <= now]
    kept = {moment for moment in made if moment > now}
    kept.update(past[:NEWEST])
    kept.update(_newest_of_each(past, DAYS, lambda moment: moment.date().toordinal()))
    kept.update(_newest_of_each(past, WEEKS, lambda moment: moment.isocalendar()[:2]))
    kept.update(_newest_of_each(past, MONTHS, lambda moment: (moment.year, moment.month)))
    return frozenset(kept)


def _newest_of_each(
    past: list[datetime], most: int, period: Callable[[datetime], object]
) -> list[datetime]:
    newest: dict[object, datetime] = {}
    for moment in past:
        newest.setdefault(period(moment), moment)
    return list(newest.values())[:most]
