"""Lengths of time in words that a room reads at a glance."""

_HOUR = 60
_DAYS_FROM = 48 * _HOUR


def duration_text(minutes: float) -> str:
    """Say a number of minutes as `4 min`, `1 h 12 min` or, from 48 hours on, `2 d 3 h`.

    Anything nearer to zero than a minute is `under 1 min`; a negative length starts with `-`.
    """
    if abs(minutes) < 1:
        return "under 1 min"
    sign = "-" if minutes < 0 else ""
    whole = round(abs(minutes))
    if whole < _HOUR:
        return f"{sign}{whole} min"
    if whole < _DAYS_FROM:
        return sign + _two_parts(whole // _HOUR, "h", whole % _HOUR, "min")
    hours = round(whole / _HOUR)
    return sign + _two_parts(hours // 24, "d", hours % 24, "h")


def _two_parts(large: int, large_unit: str, small: int, small_unit: str) -> str:
    text = f"{large} {large_unit}"
    return f"{text} {small} {small_unit}" if small else text
