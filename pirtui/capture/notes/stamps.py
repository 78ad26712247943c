"""The times that lines of notes begin with, and which of them open an entry of the timeline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pirtui.capture.notes.declared_zones import zone_in_sentence
from pirtui.capture.notes.entries import counted, leading, style_of
from pirtui.capture.notes.lines import LineKind, NoteLine
from pirtui.capture.times import LeadingTime
from pirtui.domain.moments import Precision

_ENDED = re.compile(r"(?:[.!?:;)>\]`…]|<br\s*/?>|\*\*)\s*$", re.I)
_BREAKS_OFF = re.compile(
    r"(?:[,(–]|\b(?:at|by|from|to|until|till|since|about|around|and|or|of|between|before|after|is|was"
    r"|the|for"
    r"|in|on|than|its|a|an|with|near|past|over|under|every|each|through|as|that|which|only|just))\s*$",
    re.I,
)
_TOLD = re.compile(r"(?:between|from)\b", re.I)
_MAY_BREAK = (LineKind.TEXT, LineKind.BULLET, LineKind.QUOTE)
_SMALL_DOT = re.compile(r"\d\.\d{2}")
_NEAR = 30
"""Lines within which the next time of a timeline is looked for."""

_FOUR_DIGITS = re.compile(r"(?<!\d)(\d{2})(\d{2})(?!\d)")
_CODE_INDENT = 4
_DAY = 24 * 60
_SOON = 120
"""Minutes within which the next line of terse notes follows."""

_MAY_BEGIN = (LineKind.TEXT, LineKind.BULLET, LineKind.HEADING, LineKind.LABEL, LineKind.QUOTE)
_MOSTLY = 0.6
_LEAST_BELOW = 2
_LONGEST_BARE = len("~ 1432")
_WRAPPED_AT = 56
"""A line this long, in characters, may go on in the next one."""


@dataclass(frozen=True)
class Former:
    """The entry above a line; `stands_alone` says that its time has a line of its own."""

    line: NoteLine
    stamp: LeadingTime
    stands_alone: bool


class Stamps:
    """The times at the beginnings of lines; `lines` are those given, in the order to be read."""

    def __init__(self, lines: Sequence[NoteLine]) -> None:
        self.lines = lines
        read = ((line.number, leading(line.whole)) for line in lines if line.kind in _MAY_BEGIN)
        self._stamps = {number: stamp for number, stamp in read if stamp is not None}
        kinds = {line.kind for line in lines if line.number in self._stamps}
        self._quoted = kinds <= {LineKind.QUOTE}
        self._bare_habit = sum(map(_is_bare, self._stamps.values())) > 1
        stamped = (line.indent for line in lines if line.number in self._stamps)
        self._outer = min(stamped, default=0)
        marked = [
            style_of(line.whole, self._stamps[line.number]).is_marked
            for line in lines
            if line.kind is LineKind.TEXT and line.number in self._stamps
        ]
        self._mostly_marked = sum(marked) > len(marked) * _MOSTLY
        self.lines = self._with_stamps_below()

    def of(self, line: NoteLine) -> LeadingTime | None:
        """The time that a line begins with, whether it opens an entry or not."""
        return self._stamps.get(line.number)

    def begins(self, place: int, former: Former | None) -> bool:
        """Whether the line at this place begins an entry, behind the one that is open."""
        line = self.lines[place]
        if line.kind is LineKind.QUOTE and not self._quoted:
            return False
        stamp = self.of(line)
        if stamp is None:
            return self._bare_habit and _counts_in_order(line, former)
        if self._is_inset(line, stamp) or self._is_number_in_words(place, stamp, former):
            return False
        return not self._is_wrapped(place, stamp, former)

    def _is_wrapped(self, place: int, stamp: LeadingTime, former: Former | None) -> bool:
        """Whether a paragraph merely breaks before a time."""
        line = self.lines[place]
        above = self.lines[place - 1] if place else None
        if line.kind is not LineKind.TEXT or above is None or above.kind not in _MAY_BREAK:
            return False
        style = style_of(line.whole, stamp)
        usual = style_of(former.line.whole, former.stamp) if former else None
        if style.is_marked and style == usual:
            return False
        if _BREAKS_OFF.search(above.whole):
            return True
        full = len(above.whole.rstrip()) >= _WRAPPED_AT and not _ENDED.search(above.whole)
        unlike = usual is not None and usual.is_marked and not style.is_marked
        if unlike and self._mostly_marked and (full or not _follows(stamp, former)):
            return True
        if style.is_marked or not stamp.rest[:1].islower():
            return False
        if former is not None and former.stands_alone and former.stamp.moment.is_clocked:
            return True
        if _follows(stamp, former):
            return False
        return full

    def _is_number_in_words(self, place: int, stamp: LeadingTime, former: Former | None) -> bool:
        """Whether a number with a dot, `1.30`, breaks an order that holds without it."""
        if former is None or not _SMALL_DOT.fullmatch(stamp.moment.raw):
            return False
        after = (self.of(line) for line in self.lines[place + 1 : place + _NEAR])
        other = (each for each in after if each and not _SMALL_DOT.fullmatch(each.moment.raw))
        first, second = former.stamp.moment.start, stamp.moment.start
        third = next(other, stamp).moment.start
        if first is None or second is None or third is None:
            return False
        return second < first <= third

    def _is_inset(self, line: NoteLine, stamp: LeadingTime) -> bool:
        """Whether a line is set in like code, tells of a stretch, or says something about all times."""
        inset = line.kind is LineKind.TEXT and line.indent >= self._outer + _CODE_INDENT
        told = line.kind is LineKind.TEXT and _TOLD.match(line.text) is not None
        if told and not style_of(line.whole, stamp).separator:
            return True
        of_all = stamp.moment.precision is Precision.DAY and zone_in_sentence(line.text) is not None
        return inset or (of_all and line.kind is LineKind.TEXT)

    def _with_stamps_below(self) -> Sequence[NoteLine]:
        """Where each stamp stands alone below its words, as on status pages, it is put above them."""
        alone = [place for place in range(len(self.lines)) if self._is_alone(place)]
        below = [place for place in alone if self._is_below_words(place)]
        if len(below) < _LEAST_BELOW or len(below) < len(alone):
            return self.lines
        lines = list(self.lines)
        for place in below:
            lines.insert(self._first_above(place), lines.pop(place))
        return lines

    def _is_alone(self, place: int) -> bool:
        line = self.lines[place]
        stamp = self.of(line)
        return stamp is not None and not stamp.rest and line.kind is LineKind.TEXT

    def _is_below_words(self, place: int) -> bool:
        above = self.lines[place - 1] if place else None
        below = self.lines[place + 1] if place + 1 < len(self.lines) else None
        ends = below is None or below.kind in (LineKind.BLANK, LineKind.RULE)
        words = above is not None and above.kind in (LineKind.TEXT, LineKind.BULLET)
        return ends and words and above is not None and self.of(above) is None

    def _first_above(self, place: int) -> int:
        while place and self.lines[place - 1].kind in (LineKind.TEXT, LineKind.BULLET):
            place -= 1
        return place


def _counts_in_order(line: NoteLine, former: Former | None) -> bool:
    """Whether four digits that seem to count something would fit behind the entry above them."""
    start = former.stamp.moment.start if former else None
    digits = _FOUR_DIGITS.search(line.whole)
    if start is None or digits is None or not counted(line.whole):
        return False
    since = int(digits[1]) * 60 + int(digits[2]) - _minute(start)
    return 0 <= since <= _SOON


def _follows(stamp: LeadingTime, former: Former | None) -> bool:
    """Whether a time of day comes soon after that of the open entry."""
    start = former.stamp.moment.start if former else None
    if start is None or stamp.moment.start is None:
        return False
    since = _minute(stamp.moment.start) - _minute(start)
    return 0 <= since % _DAY <= _SOON


def _minute(instant: datetime) -> int:
    return instant.hour * 60 + instant.minute


def _is_bare(stamp: LeadingTime) -> bool:
    """Whether a line begins with a time of four digits alone: "1432 rolled back"."""
    return stamp.moment.raw[-4:].isdigit() and len(stamp.moment.raw) <= _LONGEST_BARE
