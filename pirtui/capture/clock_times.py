"""A time of day as people write it: `14:32`, `14.32`, `1432`, `5:33pm`, `14:??`."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from pirtui.domain.moments import Precision

_COLON = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\w|[:.,]\d)")
_COLON_MERIDIEM = re.compile(
    r"(\d{1,3}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?=\s?[ap](?:m|\.))", re.I
)
_COLON_ZULU = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?=(?:Z|UTC|GMT)(?!\w))")
_DOT = re.compile(r"(\d{1,2})\.([0-5]\d)(?![\d%]|[.,:]\d)")
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?![\d%]|[.,:/]\d|-\d(?!\d{3}(?!\d)))")
_HOUR = re.compile(r"(\d{1,2})(?=\s?[ap](?:m|\.\s?m))", re.I)
_MERIDIEM = re.compile(r"(\s?)([ap])(?:m|\.\s?m\.?)(?!\w)", re.I)
_PARTIAL = re.compile(r"(\d{1,2}):(?:\?\??|[0-5](?:\?|…\??)|xx|--|mm)(?!\w)", re.I)
_UNKNOWN = re.compile(r"(?:--:--|\?\?:\?\?|[Hh]{2}:[Mm]{2})(?![\w:])|\?(?=\s|$)")
_MEASURE = re.compile(
    r"(?:[xk]|\s?(?:[mµun]?s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?"
    r"|[kmgtp]i?b(?:ps|/s)?|[kmgt]bits?|bytes?|%|percent|cores?|[rq]ps|(?:req|op)s?/s"
    r"|thousand|million|billion|[kmg]hz|watts?|kw|degrees|dollars|euros|eur|usd|gbp))(?!\w)",
    re.I,
)
_COUNTED = re.compile(
    r"\s+(?:(?:failed|new|more|other|different|active|open|unique|concurrent|affected)\s+)?"
    r"(?:errors?|requests?|users?|customers?|accounts?|nodes?|pods?|containers?|hosts?|servers?"
    r"|machines?|instances?|messages?|jobs?|tasks?|alerts?|rows?|records?|connections?|clients?"
    r"|tickets?|events?|queries|calls?|files?|orders?|payments?|people|logins?|sessions?|objects?"
    r"|partitions?|shards?|threads?|builds?|tests?|retries|timeouts|failures|exceptions)(?!\w)",
    re.I,
)
_YEARS = range(1990, 2100)


class Style(Enum):
    """How a time of day is spelled; both ends of a range share a style."""

    COLON = auto()
    DOT = auto()
    BARE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class StatedClock:
    """A time of day as it was written; `end` is the position behind it.

    `hour` is `None` where only a placeholder stands (`--:--`). `meridiem` is `a`, `p` or empty.
    `impossible` says that no clock shows this; `likely` is then the reading that was probably meant.
    """

    end: int
    style: Style
    hour: int | None = None
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    precision: Precision = Precision.MINUTE
    meridiem: str = ""
    impossible: bool = False
    likely: str = ""
    doubt: str = ""

    @property
    def of_day(self) -> tuple[int, int, int, int]:
        """Hour, minute, second and microsecond, to compare two times of one day."""
        return self.hour or 0, self.minute, self.second, self.microsecond


def read_clock(text: str, position: int) -> StatedClock | None:
    """Read a time of day at this position; `None` if none is there."""
    for reader in (_read_unknown, _read_partial, _read_colon, _read_dot, _read_bare, _read_hour):
        clock = reader(text, position)
        if clock is not None:
            return clock
    return None


def is_measure(text: str, position: int) -> bool:
    """Whether the number that ends here has a unit, and so is no time."""
    return _MEASURE.match(text, position) is not None


def is_count(text: str, position: int) -> bool:
    """Whether the number that ends here counts something, and so is probably no time."""
    return _COUNTED.match(text, position) is not None


def is_year(clock: StatedClock) -> bool:
    """Whether a bare time could also be a year: `2015`."""
    return clock.style is Style.BARE and (clock.hour or 0) * 100 + clock.minute in _YEARS


def in_half(clock: StatedClock, end: StatedClock) -> StatedClock:
    """The start of a range with the half of the day that only its end states: `8:20 - 8:24 PM`."""
    if clock.meridiem or not end.meridiem or clock.hour is None or clock.hour > 12:
        return clock
    hour = clock.hour % 12 + (12 if end.meridiem == "p" else 0)
    shifted = replace(clock, hour=hour, meridiem=end.meridiem)
    return shifted if shifted.of_day <= end.of_day else clock


def _read_unknown(text: str, position: int) -> StatedClock | None:
    match = _UNKNOWN.match(text, position)
    if match is None:
        return None
    return StatedClock(match.end(), Style.UNKNOWN, precision=Precision.NONE)


def _read_partial(text: str, position: int) -> StatedClock | None:
    match = _PARTIAL.match(text, position)
    if match is None or int(match[1]) > 23:
        return None
    return StatedClock(match.end(), Style.COLON, hour=int(match[1]), precision=Precision.HOUR)


def _read_colon(text: str, position: int) -> StatedClock | None:
    match = None
    for pattern in (_COLON, _COLON_MERIDIEM, _COLON_ZULU):
        match = match or pattern.match(text, position)
    if match is None:
        return None
    clock = StatedClock(
        match.end(),
        Style.COLON,
        hour=int(match[1]),
        minute=int(match[2]),
        second=int(match[3] or 0),
        microsecond=int((match[4] or "0").ljust(6, "0")[:6]),
        precision=Precision.SECOND if match[3] else Precision.MINUTE,
    )
    return _checked(_with_meridiem(clock, text), match[1])


def _read_dot(text: str, position: int) -> StatedClock | None:
    match = _DOT.match(text, position)
    if match is None:
        return None
    clock = StatedClock(match.end(), Style.DOT, hour=int(match[1]), minute=int(match[2]))
    clock = _with_meridiem(clock, text)
    if (clock.hour or 0) > 23 or (not clock.meridiem and is_measure(text, clock.end)):
        return None
    return clock


def _read_bare(text: str, position: int) -> StatedClock | None:
    match = _BARE.match(text, position)
    if match is None:
        return None
    clock = StatedClock(match.end(), Style.BARE, hour=int(match[1]), minute=int(match[2]))
    clock = _with_meridiem(clock, text)
    return None if not clock.meridiem and is_measure(text, clock.end) else clock


def _read_hour(text: str, position: int) -> StatedClock | None:
    match = _HOUR.match(text, position)
    if match is None or int(match[1]) > 23:
        return None
    clock = StatedClock(match.end(), Style.COLON, hour=int(match[1]), precision=Precision.HOUR)
    clock = _with_meridiem(clock, text)
    return clock if clock.meridiem else None


def _with_meridiem(clock: StatedClock, text: str) -> StatedClock:
    match = _MERIDIEM.match(text, clock.end)
    if match is None or clock.hour is None or clock.hour > 24:
        return clock
    half = match[2].lower()
    if clock.hour > 12 and half == "a":
        return _in_no_half(clock, text, match)
    hour = clock.hour if clock.hour > 12 else clock.hour % 12 + (12 if half == "p" else 0)
    return replace(clock, hour=hour, meridiem=half, end=match.end())


def _in_no_half(clock: StatedClock, text: str, match: re.Match[str]) -> StatedClock:
    if match[1]:
        return clock
    shown = f"{clock.hour:02}:{clock.minute:02}"
    doubt = f"{shown}{text[clock.end : match.end()]} read as {shown}."
    return replace(clock, meridiem="a", end=match.end(), doubt=doubt)


def _checked(clock: StatedClock, hours: str) -> StatedClock:
    hour = clock.hour or 0
    midnight = hour == 24 and not clock.minute and not clock.second
    fits = (hour < 24 or midnight) and clock.minute < 60 and clock.second < 60
    if fits and len(hours) < 3:
        return clock
    likely = f"{hour:02}:{clock.minute:02}" if fits else ""
    return replace(clock, impossible=True, likely=likely)
