"""Whatever is added, edited, cited, removed, moved, taken back or made again, the thread holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pirtui.capture.lines import accept_line
from pirtui.domain import changes
from pirtui.domain.closing import closed, reopened
from pirtui.domain.differences import Difference, conflicts, difference, patched
from pirtui.domain.factor_tree import would_cycle
from pirtui.domain.factors import Theme
from pirtui.domain.gaps import Verdict
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.loose_ends import closed_with_a_reason, loose_ends
from pirtui.domain.questions import answer, open_questions
from pirtui.domain.references import without_loose_references
from pirtui.domain.review import Review
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.thread import in_thread, rests_on, supports, whole_chain
from pirtui.report.consistency import consistent
from tests.domain.making import review_of

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_CITES = {"gaps": "E", "factors": "EG", "actions": "FG"}
_LINES = {
    "timeline": st.sampled_from(
        ("10:00 !impact-start down", "10:40 !detected page ?", "11:00 !mitigated ok", "9:00 quiet")
    ),
    "gaps": st.sampled_from(("detection: no alert", "response: nobody paged")),
    "factors": st.sampled_from(("technical: retries", "> process: no drill #drills", "human: x #load")),
    "actions": st.sampled_from(("Page on-call", "Drill it @jane due:2026-12-04 done:seen")),
}
_LATE = {"gaps": "recovery: late", "factors": "> process: late #load", "actions": "Write it"}
_LABEL = re.compile("[A-Z][0-9]+")
_PLACES = st.integers(0, 30)

Change = Callable[[Review], Review]


def _begun() -> Review:
    """A review with a thread of every sort of item, and an end that was closed."""
    review = review_of(
        Parked(label="K0", kind=ParkedKind.QUESTION, text="who?", origin_label=""),
        Safeguard(label="S0", state=SafeguardState.HELD, text="limit"),
    )
    for stage, line in (
        ("timeline", "10:00 down ?"),
        ("timeline", "10:30 back"),
        ("gaps", "detection: no alert [E1]"),
        ("factors", "technical: retries #load [G1,E2]"),
        ("factors", "> process: no drill [G1]"),
        ("actions", "Drill it [F2]"),
        ("actions", "Cap the retries [F1,G1]"),
    ):
        change = accept_line(stage, line, review, NOW, parent="F1").change
        assert change is not None
        review = change(review)
    review = changes.put(review, review.parked[0].changed(origin_label="F1"))
    review = changes.put(review, review.safeguards[0].changed(evidence=("G1", "F2")))
    return closed(closed(review, "lacks:A1", "known risk"), "open-question:E1", "known risk")


class Room(RuleBasedStateMachine):
    """One review with its undo and redo, as the keyboard reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.review = _begun()
        self.made: list[Difference] = []
        self.undone: list[Difference] = []
        self.former = [self.review]

    # What people do

    @rule(data=st.data(), stage=st.sampled_from(tuple(_LINES)), places=st.lists(_PLACES, max_size=3))
    def add(self, data: st.DataObject, stage: str, places: list[int]) -> None:
        """A line with references, perhaps beneath a factor."""
        self._accept(stage, data.draw(_LINES[stage]), places, None)

    @rule(data=st.data(), stage=st.sampled_from(tuple(_LINES)), places=st.lists(_PLACES, max_size=2))
    def edit(self, data: st.DataObject, stage: str, places: list[int]) -> None:
        """The same over an item that is there."""
        held = self._labels({"timeline": "E", "gaps": "G", "factors": "F", "actions": "A"}[stage])
        if held:
            self._accept(
                stage,
                data.draw(_LINES[stage]),
                places,
                held[places[0] % len(held)] if places else held[0],
            )

    @rule(place=_PLACES, letters=st.sampled_from(("EG", "EG", "F", "TASKC")))
    def remove(self, place: int, letters: str) -> None:
        """Any item, also a reason that closed an end."""
        self._remove(place, letters)

    @rule(place=_PLACES)
    def remove_what_others_cite(self, place: int) -> None:
        """An event, a gap or a factor."""
        self._remove(place, "EGF")

    def _remove(self, place: int, letters: str) -> None:
        labels = self._labels(letters)
        if labels:
            label = labels[place % len(labels)]
            self._apply(lambda fresh: changes.remove(fresh, label))

    @rule(place=_PLACES, parent=_PLACES)
    def move(self, place: int, parent: int) -> None:
        """A factor under another one, or to the top."""
        labels = self._labels("F")
        if not labels:
            return
        label, above = labels[place % len(labels)], (*labels, None)[parent % (len(labels) + 1)]
        if not would_cycle(self.review.factors, label, above):
            factor = changes.find(self.review, label)
            self._apply(lambda fresh: changes.put(fresh, factor.changed(parent=above)))

    @rule(place=_PLACES, name=st.sampled_from(("load", "limits", "drills")))
    def rename(self, place: int, name: str) -> None:
        """A theme, to a name that is free."""
        labels = self._labels("T")
        if labels and name not in {theme.name for theme in self.review.themes}:
            theme = changes.find(self.review, labels[place % len(labels)])
            assert isinstance(theme, Theme)
            self._apply(lambda fresh: changes.put(fresh, theme.changed(name=name)))

    @rule(place=_PLACES)
    def park(self, place: int) -> None:
        """A remark that came up at an item."""
        origin = (*self._labels("EGFA"), "")[place % (len(self._labels("EGFA")) + 1)]
        parked = Parked(label="K0", kind=ParkedKind.QUESTION, text="who?", origin_label=origin)
        self._apply(lambda fresh: changes.add(fresh, parked))

    @rule(places=st.lists(_PLACES, max_size=2))
    def guard(self, places: list[int]) -> None:
        """A safeguard with its evidence."""
        held = self._labels("EGF")
        evidence = tuple(dict.fromkeys(held[place % len(held)] for place in places)) if held else ()
        guard = Safeguard(label="S0", state=SafeguardState.ABSENT, text="limit", evidence=evidence)
        self._apply(lambda fresh: changes.add(fresh, guard))

    @rule(place=_PLACES, verdict=st.sampled_from((Verdict.GAP, Verdict.EXPLAINED, Verdict.OPEN)))
    def answer(self, place: int, verdict: Verdict) -> None:
        """A question of the timeline."""
        questions = open_questions(self.review)
        if questions:
            question = questions[place % len(questions)]
            self._apply(lambda fresh: answer(fresh, question, verdict))

    @rule(place=_PLACES)
    def close(self, place: int) -> None:
        """A loose end, with a reason."""
        ends = loose_ends(self.review)
        if ends:
            key = ends[place % len(ends)].key
            self._apply(lambda fresh: closed(fresh, key, "known risk"))
            assert key not in {end.key for end in loose_ends(self.review)}

    @rule(place=_PLACES)
    def reopen(self, place: int) -> None:
        """A loose end that had a reason."""
        ends = closed_with_a_reason(self.review)
        if ends:
            key = ends[place % len(ends)].key
            self._apply(lambda fresh: reopened(fresh, key))
            assert key not in {end.key for end in closed_with_a_reason(self.review)}

    @rule()
    def undo(self) -> None:
        """The newest change."""
        if self.made and not conflicts(self.review, self.made[-1].reverse):
            self.undone.append(self.made.pop())
            self.review = patched(self.review, self.undone[-1].reverse)

    @rule()
    def redo(self) -> None:
        """What was taken back last."""
        if self.undone and not conflicts(self.review, self.undone[-1]):
            self.made.append(self.undone.pop())
            self.review = patched(self.review, self.made[-1])

    @rule(back=_PLACES, stage=st.sampled_from(("gaps", "factors", "actions")), places=st.lists(_PLACES))
    def add_late(self, back: int, stage: str, places: list[int]) -> None:
        """A line that was read on an older state, and reaches the newest one."""
        older = self.former[-1 - back % len(self.former)]
        change = self._read(older, stage, _LATE[stage], places[:3], None)
        if change is not None:
            after = change(self.review)
            labels = difference(self.review, after).labels
            self._apply(lambda _: without_loose_references(after, labels))

    # What holds at all times

    @invariant()
    def nothing_dangles(self) -> None:
        """References, parents, themes, origins and closed ends name only what is there."""
        consistent(self.review)
        present = {item.label for item in changes.items(self.review)}
        assert {each.origin_label for each in self.review.parked} <= {*present, ""}
        about = {each.about for each in self.review.closed_ends}
        assert {each for each in about if _LABEL.fullmatch(each)} <= present

    @invariant()
    def the_thread_names_what_is_there(self) -> None:
        """Every loose end and every strand is about an item of the review, and no walk is endless."""
        present = {item.label for item in changes.items(self.review)}
        ends = (*loose_ends(self.review), *closed_with_a_reason(self.review))
        assert {end.label for end in ends if end.label and end.label[0] != "?"} <= present
        assert set(whole_chain(self.review).traced) <= present
        for label in present:
            for strand in (*rests_on(self.review, label), *supports(self.review, label)):
                assert in_thread(self.review, strand.label)

    # How it is done

    def _labels(self, letters: str) -> list[str]:
        return [item.label for item in changes.items(self.review) if item.label[0] in letters]

    def _accept(self, stage: str, line: str, places: list[int], label: str | None) -> None:
        change = self._read(self.review, stage, line, places, label)
        if change is not None:
            self._apply(change)

    def _read(
        self, review: Review, stage: str, line: str, places: list[int], label: str | None
    ) -> Change | None:
        letters = _CITES.get(stage, "")
        held = [item.label for item in changes.items(review) if item.label[0] in letters]
        cited = ",".join(held[place % len(held)] for place in places) if held else ""
        parent = (
            review.factors[places[0] % len(review.factors)].label if places and review.factors else None
        )
        text = f"{line} [{cited}]" if cited else line
        return accept_line(stage, text, review, NOW, parent=parent, label=label).change

    def _apply(self, change: Change) -> None:
        after = change(self.review)
        made = difference(self.review, after)
        if made:
            self.made.append(made)
            self.undone.clear()
            self.former.append(self.review)
            self.review = after


TestRoom = Room.TestCase
TestRoom.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
