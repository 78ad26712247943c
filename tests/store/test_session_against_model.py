"""Sessions and the library do what a dictionary and a list would do, whatever happens."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.events import Event
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.ids import uuid7
from pirtui.domain.learnings import Learning, LearningKind
from pirtui.domain.moments import UNKNOWN
from pirtui.domain.review import Review, ReviewDates, Stage
from pirtui.domain.value import Item
from pirtui.report.exchange import from_json, to_json
from pirtui.session import Draft, Session
from pirtui.store.errors import ChangedElsewhere
from pirtui.store.library import Library
from tests.store.simple_review import SimpleLibrary, SimpleSeat, SimpleStep
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

_EXAMPLES, _STEPS = often(6, 130), often(30, 100)
_TEXTS = st.sampled_from(
    ("disk full", "[SEV1] [/", "语 🇩🇪", "two\nlines", "'; DROP TABLE item; --", "x" * 400)
)
_SEATS = st.sampled_from((0, 0, 0, 1))
_counted: Counter[str] = Counter()


def _item(letter: str, text: str) -> Item:
    label = f"{letter}0"
    made: dict[str, Item] = {
        "E": Event(label=label, text=text, time=UNKNOWN),
        "G": Gap(label=label, text=text, kind=GapKind.RECOVERY),
        "F": Factor(label=label, text=text, category=Category.PROCESS),
        "A": Action(label=label, text=text),
        "L": Learning(label=label, text=text, kind=LearningKind.LUCKY),
    }
    return made[letter]


def _texts(review: Review) -> dict[str, str]:
    held = (review.events, review.gaps, review.factors, review.actions, review.learnings)
    return {item.label: item.text for items in held for item in items}


class Meeting(RuleBasedStateMachine):
    """Two processes with one review, a clock that jumps, and crashes in between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="pirtui-model-"))
        self.now = datetime(2026, 11, 23, 10, tzinfo=UTC)
        self.path = self.folder / "library-0.db"
        self.crashes = 0
        with Library.open(self.path, clock=self._clock) as library:
            dates = ReviewDates(created=self.now)
            library.create(Review(id=uuid7(self.now, 1), ref="one", dates=dates))
        self.simple = SimpleLibrary()
        self.libraries: list[Library] = []
        self.seats: list[SimpleSeat] = []
        self._open()

    def _clock(self) -> datetime:
        return self.now

    def _open(self) -> None:
        self.libraries = [Library.open(self.path, clock=self._clock) for _ in range(2)]
        self.sessions = [Session.open(each, "one") for each in self.libraries]
        for number, session in enumerate(self.sessions, start=1):
            session.sit_at(number)
        drafts = [seat.draft for seat in self.seats] or ["", ""]
        self.seats = [SimpleSeat(self.simple, draft=draft) for draft in drafts]

    # What happens

    @rule(seat=_SEATS, letter=st.sampled_from("EEGFAL"), text=_TEXTS)
    def add(self, seat: int, letter: str, text: str) -> None:
        """Somebody adds an item; it fits whatever others did."""
        self.sessions[seat].apply("Add", lambda review: changes.add(review, _item(letter, text)))
        self.seats[seat].keep(SimpleStep(self.simple.next_label(letter), None, text))
        _counted["changes"] += 1

    @rule(seat=_SEATS, place=st.integers(0, 50), text=_TEXTS)
    def change(self, seat: int, place: int, text: str) -> None:
        """Somebody changes an item that they see."""
        label = self._seen(seat, place)
        if label and self.seats[seat].texts[label] != text:
            self._alter(seat, label, text)

    @rule(seat=_SEATS, place=st.integers(0, 50))
    def remove(self, seat: int, place: int) -> None:
        """Somebody removes an item that they see."""
        if label := self._seen(seat, place):
            self._alter(seat, label, None)

    @rule(seat=_SEATS, undo=st.booleans())
    def replay(self, seat: int, undo: bool) -> None:
        """Somebody takes the last change back, or makes it again."""
        session = self.sessions[seat]
        expected = self.seats[seat].replay(undo=undo)
        try:
            found: bool | None = bool(session.undo() if undo else session.redo())
        except ChangedElsewhere:
            found = None
        assert found == expected
        _counted["undo and redo"] += 1

    @rule(seat=_SEATS)
    def look(self, seat: int) -> None:
        """Somebody takes in what others did."""
        assert self.sessions[seat].refresh() == self.seats[seat].is_behind
        self.seats[seat].look()

    @rule(seat=_SEATS, text=_TEXTS)
    def type(self, seat: int, text: str) -> None:
        """Somebody has half a line, which is kept."""
        self.sessions[seat].keep_place(Stage.TIMELINE, "", Draft(text))
        self.seats[seat].draft = text

    @rule(hours=st.integers(-48, 48))
    def clock_jumps(self, hours: int) -> None:
        """The clock is set, forwards or back."""
        self.now += timedelta(hours=hours)

    @rule()
    def crash(self) -> None:
        """The machine dies: the files as they are at this moment are all that is left."""
        self.crashes += 1
        copy = self.folder / f"library-{self.crashes}.db"
        for ending in ("", "-wal"):
            beside = self.path.with_name(f"{self.path.name}{ending}")
            if beside.exists():
                shutil.copy(beside, copy.with_name(f"{copy.name}{ending}"))
        self._close()
        self.path = copy
        self._open()
        _counted["crashes"] += 1

    @rule()
    def backup(self) -> None:
        """The library goes on from its backup."""
        self.crashes += 1
        copy = self.folder / f"library-{self.crashes}.db"
        self.libraries[0].backup(copy)
        self._close()
        self.path = copy
        self._open()

    # What must hold

    @invariant()
    def everybody_sees_what_they_should(self) -> None:
        """Each session is what was seen at its seat, to the last text and the last draft."""
        for session, seat in zip(self.sessions, self.seats, strict=True):
            assert _texts(session.review) == seat.texts
            assert session.drafts.get(Stage.TIMELINE, Draft()).text == seat.draft
        _counted["steps"] += 1

    @invariant()
    def the_disk_holds_all(self) -> None:
        """What another process reads is what was accepted, and survives a trip through JSON."""
        review = self.libraries[1].load("one")
        assert _texts(review) == self.simple.texts
        assert dict(review.last_numbers) == self.simple.numbers
        assert from_json(to_json(review)) == review

    def teardown(self) -> None:
        """The library is in order, and its journal tells how it came about."""
        findings = self.libraries[0].check()
        self._close()
        shutil.rmtree(self.folder)
        assert [each for each in findings if not each.fine] == []

    # Pieces

    def _seen(self, seat: int, place: int) -> str:
        labels = sorted(self.seats[seat].texts)
        return labels[place % len(labels)] if labels else ""

    def _alter(self, seat: int, label: str, text: str | None) -> None:
        before = self.seats[seat].texts[label]
        fits = self.seats[seat].may_change(label)
        try:
            self.sessions[seat].apply("Alter", lambda review: _altered(review, label, text))
        except ChangedElsewhere:
            assert not fits
            self.seats[seat].look()
            _counted["conflicts"] += 1
            return
        assert fits
        self.seats[seat].keep(SimpleStep(label, before, text))
        _counted["changes"] += 1

    def _close(self) -> None:
        for library in self.libraries:
            library.close()


def _altered(review: Review, label: str, text: str | None) -> Review:
    if text is None:
        return changes.remove(review, label)
    return changes.put(review, changes.find(review, label).changed(text=text))


def test_sessions_do_what_a_dictionary_would_do(tally: Tally) -> None:
    """Random changes, undos, crashes, second writers and clocks set back make no difference."""
    _counted.clear()
    run_state_machine_as_test(
        Meeting,
        settings=settings(
            max_examples=_EXAMPLES,
            stateful_step_count=_STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    for name, number in _counted.items():
        tally(f"model: {name}", number)
    assert _counted["steps"] >= often(60, 10_000)
