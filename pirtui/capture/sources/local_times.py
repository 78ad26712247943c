"""Times of day on local clocks, one after the other, with the days that a log or a paste names."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pirtui.capture import dates, zones
from pirtui.capture.candidates import Assumptions
from pirtui.domain.moments import UNKNOWN, Moment, Precision

STEP_BACK = timedelta(hours=6)
"""A clock further back than this has probably passed midnight.

Source: research/formats.md, section A4.
"""


@dataclass(frozen=True)
class Clock:
    """A time of day as it was written; `second` is `None` where none is stated."""

    hour: int
    minute: int
    second: int | None = None
    microsecond: int = 0

    @property
    def time(self) -> time:
        """The time of day itself."""
        return time(self.hour, self.minute, self.second or 0, self.microsecond)


@dataclass(frozen=True)
class Placed:
    """A time of day on its day, with the doubts about it."""

    moment: Moment
    questions: tuple[str, ...] = ()


class LocalTimes:
    """Places times of day in the order in which they are written.

    Where no day is named the one that the room assumed holds, else today, which is asked about once, as
    is a zone that nobody named. `first_day` is the first day that the source names at all.
    """

    def __init__(self, assumptions: Assumptions, first_day: date | None = None) -> None:
        self._tz = zones.review_zone(assumptions.zone)
        self._fixed = assumptions.day_is_certain and assumptions.on is not None
        self._today = zones.in_zone(assumptions.now, self._tz).date()
        self._questions: list[str] = []
        self._last: datetime | None = None
        self._asked_twice: set[date] = set()
        self._is_guess = assumptions.on is None
        self._before_first_day = assumptions.on is None and first_day is not None
        guess = first_day - timedelta(days=1) if first_day is not None and first_day > date.min else None
        self.day = assumptions.on or guess or self._today
        if not assumptions.zone:
            self._questions.append("No time zone is given, UTC is assumed. Is it?")

    @property
    def today(self) -> date:
        """The day on which the source is read."""
        return self._today

    def turn_to(self, day: date, question: str = "") -> None:
        """Go on with this day, which the source names; no effect where the room's day is certain."""
        if self._fixed:
            return
        if question:
            self._questions.append(question)
        self.day = day
        self._is_guess = False
        self._last = None

    def ask(self, question: str) -> None:
        """Ask this with the next time that is placed."""
        self._questions.append(question)

    def unknown(self, raw: str, question: str) -> Placed:
        """A time that cannot be placed, in the source's words."""
        return Placed(UNKNOWN.model_copy(update={"raw": raw}), (question,))

    def place(self, clock: Clock, raw: str, own_day: date | None = None) -> Placed:
        """Place a time of day; `own_day` is the day that stands beside it."""
        if own_day is not None:
            self.day, self._is_guess, self._last = own_day, False, None
        self._ask_day()
        self._pass_midnight(clock)
        local = datetime.combine(self.day, clock.time)
        self._last = local
        self._ask_clock_change(local)
        precision = Precision.MINUTE if clock.second is None else Precision.SECOND
        start = local.replace(tzinfo=zones.fixed(self._tz, local))
        questions, self._questions = tuple(self._questions), []
        return Placed(Moment(start=start, precision=precision, raw=raw), questions)

    def _ask_day(self) -> None:
        if not self._is_guess:
            return
        self._is_guess = False
        why = "the day before the first date here" if self._before_first_day else "today"
        self._questions.append(
            f"No date is given, {dates.day_text(self.day)} ({why}) is assumed. Is it?"
        )

    def _pass_midnight(self, clock: Clock) -> None:
        if self._last is None or self.day >= date.max - timedelta(days=1):
            return
        if datetime.combine(self.day, clock.time) >= self._last - STEP_BACK:
            return
        self.day += timedelta(days=1)
        at, day = f"{clock.hour:02}:{clock.minute:02}", dates.day_text(self.day)
        self._questions.append(
            f"The clock goes back to {at} without a new date. Is it the next day, {day}?"
        )

    def _ask_clock_change(self, local: datetime) -> None:
        first, second = (local.replace(tzinfo=self._tz, fold=fold).utcoffset() for fold in (0, 1))
        if first is None or second is None or first == second or self.day in self._asked_twice:
            return
        self._asked_twice.add(self.day)
        at, day = f"{local:%H:%M}", dates.day_text(local.date())
        if first < second:
            self._questions.append(
                f"{at} does not exist on {day}: the clocks went forward. Is it right?"
            )
        else:
            self._questions.append(f"{at} comes twice on {day}. The first is taken; is it the second?")
