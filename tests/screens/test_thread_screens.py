"""The thread of an item and the loose ends of the review, each one key away from any stage."""

from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.events import Event
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.learnings import Parked, ParkedKind
from pirtui.domain.loose_ends import LooseEnd, loose_ends
from pirtui.domain.review import Review, Stage
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.screens.loose_ends import LooseEndsScreen, loose_end_rows
from pirtui.screens.thread import ThreadScreen, thread_rows
from pirtui.widgets.item_list import ItemList
from tests.domain.making import happened, review_of
from tests.screens.dialog_host import DialogHost, Reader
from tests.screens.played import finished
from tests.screens.room import room, stored
from tests.widgets.widget_app import HOSTILE, typed


def a_chain() -> Review:
    """Event, gap, factor, its how-come and an action."""
    return review_of(
        happened(0, "retries doubled the load"),
        Gap(label="G0", kind=GapKind.DETECTION, text="no alert", evidence=("E1",)),
        Factor(label="F0", category=Category.PROCESS, text="no test", evidence=("G1",), themes=("x",)),
        Factor(label="F0", category=Category.TOOLING, text="no rig", parent="F1"),
        Action(label="A0", text="build a rig", evidence=("F2",)),
        Safeguard(label="S0", state=SafeguardState.HELD, text="a limit"),
        Parked(label="K0", kind=ParkedKind.QUESTION, text="who?"),
    )


def _reasons(review: Review) -> list[str]:
    return [each.reason for each in review.closed_ends]


def _highlighted(reader: Reader) -> str:
    return reader.screen.query_one(ItemList).highlighted.partition(":")[2]


def test_the_item_stands_between_what_it_rests_on_and_what_it_supports() -> None:
    """Each tree is indented, and the how-come is named."""
    rows = thread_rows(a_chain(), "F1")
    told = [(row.badge or row.text, row.lead, row.depth) for row in rows]
    assert told == [
        ("Rests on", "", 0),
        ("G1", "gap", 0),
        ("E1", "event", 1),
        ("This", "", 0),
        ("F1", "factor", 0),
        ("Supports", "", 0),
        ("F2", "factor", 0),
        ("A1", "action", 1),
        ("T1", "theme", 0),
    ]
    assert [tag.text for row in rows for tag in row.tags] == ["how come?"]
    keys = [row.key for row in rows if row.key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("items", "label", "sentence"),
    [
        ((Gap(label="G0", kind=GapKind.RESPONSE, text="x"),), "G1", "in Factors, end a line with [G1]"),
        ((happened(0),), "E1", "end a line with [E1]"),
        ((Factor(label="F0", category=Category.HUMAN, text="x"),), "F1", "end a line with [F1]"),
        ((Action(label="A0", text="x"),), "A1", "It answers nothing yet"),
        ((Safeguard(label="S0", state=SafeguardState.HELD, text="x"),), "S1", "Nothing cites it"),
        ((Parked(label="K0", kind=ParkedKind.ACTION, text="x"),), "K1", "It is not known"),
    ],
)
def test_an_item_with_nothing_says_what_would_tie_it(
    items: tuple[Event, ...], label: str, sentence: str
) -> None:
    """One sentence in place of each tree that is empty."""
    hints = [row.text for row in thread_rows(review_of(*items), label) if row.kind == "hint"]
    assert any(sentence in text for text in hints)


async def test_the_thread_is_walked_by_keys() -> None:
    """Right puts the highlighted item in the middle, Left goes back, Enter answers with it."""
    app = DialogHost(lambda: ThreadScreen(a_chain(), "A1"))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        assert "1 of 1 actions traced back to an event" in reader.shown
        await reader.keys("ctrl+home", "down", "right")
        assert _highlighted(reader) == "F1"
        await reader.keys("up", "tab")
        assert _highlighted(reader) == "E1"
        await reader.keys("left")
        assert _highlighted(reader) == "E1"
        await reader.keys("left", "left", "left")
        assert _highlighted(reader) == "F1"
        await reader.keys("enter")
        assert app.answers == ["F1"]


async def test_a_thread_of_sixty_rows_is_legible() -> None:
    """The item in the middle is in view at 80x24, with rows above and beneath; words are literal."""
    review = review_of(happened(0), Gap(label="G0", kind=GapKind.RESPONSE, text="x", evidence=("E1",)))
    for number in range(30):
        text = HOSTILE[number % len(HOSTILE)]
        review = changes.add(review, Event(label="E0", text=f"event {number} {text}"))
        factor = Factor(label="F0", category=Category.HUMAN, text=f"{text} word" * 9, evidence=("G1",))
        review = changes.add(review, factor)
    every = tuple(event.label for event in review.events)
    review = changes.put(review, review.gaps[0].changed(evidence=every, text="[b]the middle[/b]"))
    app = DialogHost(lambda: ThreadScreen(review, "G1"))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.keys()
        assert "[b]the middle[/b]" in reader.shown
        assert "Supports" in reader.shown
        assert _highlighted(reader) == "G1"
        await reader.keys("ctrl+end", "pageup", "ctrl+home")
        assert "Rests on" in reader.shown
        await reader.keys("escape")
        assert app.answers == [None]


def test_loose_ends_stand_by_stage_with_their_number() -> None:
    """In the order of the stages, each row under the key of its end."""
    review = finished()
    rows = tuple(loose_end_rows(loose_ends(review)))
    headings = [row.text for row in rows if row.kind == "heading"]
    assert headings == ["Timeline: 1", "Gaps: 2", "Factors: 1", "Wrap-up: 1"]
    assert [row.key for row in rows if row.key] == [end.key for end in loose_ends(review)]


async def test_a_typed_reason_closes_the_highlighted_end() -> None:
    """The others move up; an empty Enter goes to the one that is highlighted then."""
    ends = list(loose_ends(a_chain()))
    told: list[tuple[str, str]] = []

    def close(end: LooseEnd, reason: str) -> str:
        told.append((end.key, reason))
        ends.remove(end)
        return ""

    app = DialogHost(lambda: LooseEndsScreen(lambda: ends, close))
    first, second = ends[0].key, ends[1].key
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.send(typed("/close [b]agreed[/b]\r"))
        assert told == [(first, "[b]agreed[/b]")]
        assert "Closed:" in reader.shown
        await reader.send(typed("/close \r"))
        assert len(told) == 1
        await reader.keys("ctrl+u", "enter")
        assert app.answers == [second]


async def test_a_reason_that_cannot_be_saved_stays_in_the_line() -> None:
    """With the sentence that says why."""
    app = DialogHost(
        lambda: LooseEndsScreen(lambda: loose_ends(a_chain()), lambda *_: "The disk is full.")
    )
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.send(typed("agreed\r"))
        assert "The disk is full." in reader.shown
        assert "agreed" in reader.shown
        await reader.keys("escape")
        assert app.answers == [None]


async def test_the_keys_work_in_a_review(library_path: Path) -> None:
    """From an action to its event by the thread; from there to a loose end, closed, and taken back."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.ACTIONS)
        there.screen.highlight("A1")
        await there.keys("ctrl+t", "ctrl+home", "enter")
        assert (there.screen.stage, there.highlighted) == (Stage.FACTORS, "F1")
        before = loose_ends(there.review)
        await there.keys("ctrl+l", "down")
        await there.type("seen in the graphs\r")
        assert [end.key for end in loose_ends(there.review)] == [
            end.key for end in before if end.key != before[1].key
        ]
        await there.keys("escape", "f7")
        assert loose_ends(there.review) == before
        await there.line("/loose wrap")
        await there.keys("enter")
        assert (there.screen.stage, there.highlighted) == (Stage.WRAP_UP, "K1")


async def test_a_closed_end_stands_in_wrap_up_until_it_is_opened(library_path: Path) -> None:
    """`/close` on its row or its item; Delete on its row opens it; undo takes either back."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.TIMELINE)
        there.screen.highlight("E12")
        await there.line("/close")
        assert "/close REASON" in there.said
        await there.keys("ctrl+u")
        await there.line("/close nobody can know")
        assert "open-question:E12" not in {end.key for end in loose_ends(there.review)}
        there.screen.enter(Stage.WRAP_UP)
        there.screen.highlight("=open-question:E12")
        await there.keys("enter")
        assert (there.screen.stage, there.highlighted) == (Stage.TIMELINE, "E12")
        there.screen.enter(Stage.WRAP_UP)
        there.screen.highlight("=open-question:E12")
        await there.line("/close again")
        assert "Delete reopens it" in there.said
        await there.keys("ctrl+u", "delete")
        assert _reasons(there.review) == []
        await there.keys("f7")
        assert _reasons(there.review) == ["nobody can know"]
        there.screen.highlight("~no-factor:G2")
        await there.line("/close the drill is known")
        assert there.review.gaps[1].no_factor_reason == "the drill is known"


async def test_what_has_no_thread_says_so(library_path: Path) -> None:
    """A field of the record is no item; a stage that does not exist is asked for again."""
    stored(library_path, finished())
    async with room(library_path, "node-disk") as there:
        there.screen.enter(Stage.PREPARE)
        await there.keys("ctrl+t")
        assert there.said.startswith("Highlight an event")
        await there.line("/loose xyz")
        assert there.said.startswith("Name a stage")
        await there.keys("ctrl+u")
        await there.line("/close because")
        assert there.said.startswith("Nothing is loose here")
