"""A long meeting as a list of steps, the same for every run of a length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from pirtui.domain.review import Stage

FIRST = datetime(2026, 3, 2, 8, 0)
TITLE = "Checkout slow for an hour"
_SIZES = ((80, 24), (100, 30), (140, 40), (120, 50))
_SHARES = {
    Stage.TIMELINE: 0.6,
    Stage.GAPS: 0.1,
    Stage.FACTORS: 0.14,
    Stage.ACTIONS: 0.1,
    Stage.WRAP_UP: 0.06,
}
_ODD = ("[SEV1]", "[/", "語テスト", "40 % übrig", "naïve", "👩‍💻", "a|b", "`code`", "<b>", "*bold*")
_EVENTS = ("errors rise on the checkout", "restarted the pods", "asked for a second pair of eyes")
_MARKS = ("impact-start", "detected", "acknowledged", "declared", "diagnosed", "mitigated", "resolved")


@dataclass(frozen=True)
class Line:
    """A line that is typed at the stage, with a word that stands in no other."""

    text: str
    word: str


@dataclass(frozen=True)
class Edit:
    """The line that was typed last, put back into the line and typed anew."""

    text: str
    word: str


@dataclass(frozen=True)
class Undo:
    """The last changes taken back, and some of them made again."""

    back: int
    again: int


@dataclass(frozen=True)
class Go:
    """To another stage."""

    stage: Stage


@dataclass(frozen=True)
class Paste:
    """Lines pasted into the timeline in one go, and all of them stored."""

    texts: tuple[str, ...]
    word: str


@dataclass(frozen=True)
class Resize:
    """Another size of the terminal."""

    columns: int
    rows: int


Step = Line | Edit | Undo | Go | Paste | Resize


class Meeting:
    """Makes up the steps of a meeting with about this many lines."""

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._chance = Random(lines)  # the same meeting in every run
        self._said = 0
        self._now = FIRST

    def steps(self) -> Iterator[Step]:
        """The whole meeting: a word at every stage, then each in turn, with looks back at the others."""
        yield Go(Stage.TIMELINE)
        yield from (self._line(Stage.TIMELINE, mark) for mark in _MARKS)
        for stage in _SHARES:
            yield from (Go(stage), self._line(stage))
        for stage, share in _SHARES.items():
            yield Go(stage)
            yield from self._at(stage, round(share * self._lines))

    def rest(self, rounds: int) -> Iterator[Step]:
        """Rounds of changes that leave the review as it is."""
        for number in range(rounds):
            yield Go((Stage.TIMELINE, Stage.FACTORS, Stage.ACTIONS)[number % 3])
            yield self._line((Stage.TIMELINE, Stage.FACTORS, Stage.ACTIONS)[number % 3])
            yield Undo(1, 0)
            yield Resize(*_SIZES[number % len(_SIZES)])

    def _at(self, stage: Stage, lines: int) -> Iterator[Step]:
        until = self._said + lines
        may_go_under = False
        while self._said < until:
            yield self._line(stage, may_go_under=may_go_under)
            chance = self._chance.random()
            may_go_under = chance >= 0.17
            if chance < 0.08:
                yield self._again(stage)
            elif chance < 0.13:
                back = self._chance.randint(1, 3)
                yield from (self._line(stage) for _ in range(back))
                yield Undo(back, self._chance.randint(0, back))
            elif chance < 0.15:
                yield Resize(*self._chance.choice(_SIZES))
            elif chance < 0.16 and stage is Stage.TIMELINE:
                yield self._paste()
            elif chance < 0.17:
                yield from (Go(self._chance.choice(list(_SHARES))), Go(stage))

    def _line(self, stage: Stage, mark: str = "", *, may_go_under: bool = False) -> Line:
        """A line; one that asks "how come?" follows only upon a factor, which is highlighted then."""
        word = self._word()
        under = may_go_under and stage is Stage.FACTORS and self._chance.random() < 0.4
        text = self._text(stage, word, f" !{mark}" if mark else "")
        return Line(f"> {text}" if under else text, word)

    def _again(self, stage: Stage) -> Edit:
        word = self._word()
        return Edit(self._text(stage, word), word)

    def _paste(self) -> Paste:
        words = [self._word() for _ in range(self._chance.randint(2, 12))]
        return Paste(tuple(self._text(Stage.TIMELINE, word) for word in words), words[-1])

    def _word(self) -> str:
        self._said += 1
        return f"n{self._said:04}"

    def _text(self, stage: Stage, word: str, ending: str = "") -> str:
        odd = self._chance.choice(_ODD)
        said = f"{word} {self._chance.choice(_EVENTS)} {odd}"
        evidence = f"E{self._chance.randint(1, len(_MARKS))}"
        match stage:
            case Stage.TIMELINE:
                self._now += timedelta(seconds=self._chance.choice((60, 60, 120, 300)))
                return f"{self._now:%Y-%m-%d %H:%M} {said}{ending}"
            case Stage.GAPS:
                kind = self._chance.choice(("detection", "response", "containment", "recovery"))
                return f"{kind}: {said} [{evidence}]"
            case Stage.FACTORS:
                category = self._chance.choice(("technical", "process", "human", "tooling"))
                return f"{category}: {said} #retries [{evidence}]"
            case Stage.ACTIONS:
                return f'Limit {said} @jane due:2026-04-01 done:"seen in a drill" [{evidence}]'
            case _:
                return f"{self._chance.choice(('well', 'wrong', 'lucky', 'learned'))}: {said}"
