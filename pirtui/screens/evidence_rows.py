"""The rows of the evidence tray: candidates in the order of the source, with noise folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo
from itertools import groupby

from pirtui.domain.days import day_text
from pirtui.domain.events import Event
from pirtui.domain.moment_text import clock_text, full_text, local_day
from pirtui.domain.visible import visible
from pirtui.screens.evidence_choices import Tray
from pirtui.screens.rows import hint
from pirtui.widgets.item_list import Row, Tag

FOLD = "fold:"
"""How the key of a row begins that stands for several folded candidates."""

ZONE = "zone:"
"""How the key of a row begins that asks for the zone of the whole source."""

_FoldState = tuple[tuple[int, ...], bool, int]
"""The places in a fold, whether it is open, and how many of them are kept."""

_MOST_SHOWN = 600
_ELLIPSIS = "…"
_EMPTY = "No event was found here. Esc goes back."
_NOTHING_FITS = "Nothing here fits what is asked for. Esc shows everything again."


class TrayRows:
    """Draws a tray; a row that was drawn before is drawn again only when it was forgotten."""

    def __init__(self, tray: Tray, zone: tzinfo) -> None:
        self._tray = tray
        self._zone = zone
        self._rules: dict[date, Row] = {}
        self._shown: list[Row] = []
        self._at: dict[int, int] = {}
        self._marked: frozenset[int] = frozenset()
        self._folded: dict[str, tuple[int, ...]] = {}
        self._folded_at: dict[str, int] = {}
        self._fold_rows: dict[str, tuple[_FoldState, Row]] = {}
        self._opened: frozenset[str] = frozenset()
        self.forget_all()

    # What is drawn

    def forget_all(self) -> None:
        """Draw everything anew from now on."""
        count = len(self._tray.candidates)
        self._drawn: list[Row | None] = [None] * count
        self._days: list[date | None] = [None] * count
        self._runs = _runs([bool(candidate.noise) for candidate in self._tray.candidates])

    def show(self, places: Iterable[int], opened: Iterable[str], *, fold: bool = True) -> Sequence[Row]:
        """The rows of these places; noise is folded unless its fold was opened."""
        self._shown, self._at, self._folded, self._folded_at = list(self._above()), {}, {}, {}
        self._opened = frozenset(opened)
        day: date | None = None
        any_place = False
        for place in self._unfolded(places, fold=fold):
            any_place = True
            if isinstance(place, str):
                self._folded_at[place] = len(self._shown)
                self._shown.append(self._fold(place, self._folded[place]))
                continue
            row, its_day = self._row(place), self._days[place]
            if its_day is not None and its_day != day:
                day = its_day
                self._shown.append(self._rule(its_day))
            self._at[place] = len(self._shown)
            self._shown.append(row)
        if not any_place:
            self._shown.append(hint(_NOTHING_FITS if self._tray.candidates else _EMPTY))
        return self._shown

    def redrawn(self, places: Iterable[int]) -> Sequence[Row]:
        """The rows that are shown, those of these places drawn anew.

        It does for what leaves every row in its place: keeping, dropping and marking.
        """
        rows = list(self._shown)
        folds: set[str] = set()
        for place in places:
            self._drawn[place] = None
            if place in self._at:
                rows[self._at[place]] = self._row(place)
            if self._runs[place] >= 0:
                folds.add(f"{FOLD}{self._runs[place]}")
        for fold in folds & self._folded.keys():
            rows[self._folded_at[fold]] = self._fold(fold, self._folded[fold])
        self._shown = rows
        return rows

    def mark(self, places: Iterable[int]) -> Sequence[Row]:
        """Mark these, and no others, as the range that the next key is for."""
        before, self._marked = self._marked, frozenset(places)
        return self.redrawn(before ^ self._marked)

    @property
    def marked(self) -> frozenset[int]:
        """The places in the range."""
        return self._marked

    @property
    def places(self) -> Sequence[int]:
        """The places of the candidates that have a row of their own."""
        return tuple(self._at)

    def between(self, one: str, other: str) -> Sequence[int]:
        """The places of the rows from one key to another."""
        places = [int(key) for key in (one, other) if key.isdigit() and int(key) in self._at]
        if not places:
            return ()
        first, last = min(places), max(places)
        return [place for place in self._at if first <= place <= last]

    def fold_of(self, key: str) -> str:
        """The fold that this row is, or that its candidate belongs to; nothing if none."""
        if key.startswith(FOLD):
            return key
        if key.isdigit() and self._runs[int(key)] >= 0:
            return f"{FOLD}{self._runs[int(key)]}"
        return ""

    def folds(self) -> frozenset[str]:
        """Every fold that is shown."""
        return frozenset(self._folded)

    # Drawing

    def _unfolded(self, places: Iterable[int], *, fold: bool) -> Iterator[int | str]:
        """Places of candidates, and the keys of folds, whose places follow where they were opened."""
        if not fold:
            yield from places
            return
        runs = self._runs
        for run, members in groupby(places, key=lambda place: runs[place]):
            if run >= 0:
                held = tuple(members)
                key = f"{FOLD}{run}"
                self._folded[key] = held
                yield key
                members = iter(held if key in self._opened else ())
            yield from members

    def _above(self) -> Iterator[Row]:
        """What is to be said about the source as a whole."""
        for notice in self._tray.evidence.notices:
            yield hint(visible(notice))
        for number, (question, count) in enumerate(self._tray.zone_questions()):
            times = f"{count} times" if count > 1 else "once"
            yield Row(
                key=f"{ZONE}{number}",
                badge="?",
                text=visible(question),
                tags=(Tag(times, "muted"), Tag("Z chooses the zone for all", "warning")),
            )

    def _fold(self, key: str, places: tuple[int, ...]) -> Row:
        state = (places, key in self._opened, sum(map(self._tray.is_kept, places)))
        known = self._fold_rows.get(key)
        if known is None or known[0] != state:
            known = self._fold_rows[key] = (state, self._folded_row(key, *state))
        return known[1]

    def _folded_row(self, key: str, places: tuple[int, ...], is_open: bool, kept: int) -> Row:
        kinds = Counter(self._tray.candidates[place].noise for place in places)
        told = ", ".join(f"{count} × {visible(kind)}" for kind, count in kinds.most_common())
        tags = (Tag(f"{kept} kept", "accent"),) if kept else ()
        badge = "-" if is_open else "+"
        return Row(key=key, badge=badge, text=f"folded: {told}", tags=tags, tone="muted")

    def _rule(self, day: date) -> Row:
        if day not in self._rules:
            self._rules[day] = Row(key="", text=day_text(day), kind="rule")
        return self._rules[day]

    def _row(self, place: int) -> Row:
        row = self._drawn[place]
        if row is None:
            event = self._tray.event(place)
            self._days[place] = local_day(event.time, self._zone) if event else None
            row = self._drawn[place] = self._read(place, event) if event else self._unread(place)
        return row

    def _read(self, place: int, event: Event) -> Row:
        kept = self._tray.is_kept(place)
        return Row(
            key=str(place),
            lead=clock_text(event.time, self._zone),
            badge=self._badge(place, kept=kept),
            text=_shortened(event.text),
            tags=tuple(self._tags(place, event)),
            tone="" if kept else "muted",
            depth=1 if self._runs[place] >= 0 else 0,
        )

    def _unread(self, place: int) -> Row:
        candidate = self._tray.candidates[place]
        return Row(
            key=str(place),
            badge=self._badge(place, kept=False),
            text=_shortened(visible(candidate.wording)),
            tags=(Tag(f"? {visible(candidate.problem)}", "warning"),),
            tone="muted",
        )

    def _badge(self, place: int, *, kept: bool) -> str:
        return f"{'›' if place in self._marked else ' '}{'keep' if kept else 'drop'}"

    def _tags(self, place: int, event: Event) -> Iterator[Tag]:
        candidate = self._tray.candidates[place]
        if event.actor:
            yield Tag(f"@{event.actor}", "muted")
        yield from (Tag(f"!{each.value}", "accent") for each in event.milestones)
        suggested = (each for each in candidate.suggested if each not in event.milestones)
        yield from (Tag(f"!{each.value}?", "muted") for each in suggested)
        if not event.time.is_clocked:
            yield Tag(full_text(event.time, self._zone), "muted")
        if candidate.known:
            yield Tag(f"known {visible(candidate.known)}", "muted")
        for secret in self._tray.secrets(place):
            yield Tag(f"secret: {visible(secret.kind)}", "alert")
        for question in self._tray.own_questions(place):
            yield Tag(f"? {visible(question)}", "warning")


def _runs(noisy: Sequence[bool]) -> list[int]:
    """For each place the place where its run of noise begins, or -1 for evidence."""
    runs: list[int] = []
    for place, is_noise in enumerate(noisy):
        begun = place if not runs or runs[-1] < 0 else runs[-1]
        runs.append(begun if is_noise else -1)
    return runs


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}{_ELLIPSIS}"
