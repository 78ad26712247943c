"""What is written is read back without loss."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.differences import difference, patched
from pirtui.domain.events import Event
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.incident import Impact, Link
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.review import Review
from pirtui.session import Session
from pirtui.store.connection import raw
from pirtui.store.library import Library
from tests.store.libraries import asked, is_sound, named, opened
from tests.strategies import reviews

_NUMBERS = count(1)


def test_every_review_comes_back_as_it_was(library_path: Path) -> None:
    """Whatever a review holds, hostile text included, reading gives what was written."""
    with opened(library_path) as library:

        @given(reviews())
        @settings(max_examples=40, deadline=None)
        def comes_back(drawn: Review) -> None:
            review = _renamed(drawn)
            assert library.create(review) == review
            assert library.load(review.ref) == review
            assert library.load(review.id) == review

        comes_back()
    assert is_sound(library_path)


def test_every_change_is_taken_back_and_made_again_without_loss(library_path: Path) -> None:
    """From any review to any other, back, and forth again, each time also as read from disk."""
    with opened(library_path) as library:

        @given(reviews(most=2), reviews(most=2))
        @settings(max_examples=25, deadline=None)
        def comes_back(drawn: Review, other: Review) -> None:
            one = _renamed(drawn)
            library.create(one)
            made = patched(one, difference(one, other))
            session = Session.open(library, one.ref)
            session.apply("Everything", lambda review: patched(review, difference(review, other)))
            _is_on_disk(library, session, made)
            session.undo()
            _is_on_disk(library, session, one)
            session.redo()
            _is_on_disk(library, session, made)

        comes_back()
    assert is_sound(library_path)


def _renamed(review: Review) -> Review:
    """The same review under a name that was not used before in this run."""
    number = next(_NUMBERS)
    return review.model_copy(update={"ref": f"review-{number}", "id": f"id-{number}"})


def _is_on_disk(library: Library, session: Session, expected: Review) -> None:
    assert library.load(session.review.ref) == session.review
    assert _content(session.review) == _content(expected)


def _content(review: Review) -> Review:
    """The review without the numbers of its labels, which never go back."""
    return review.model_copy(update={"last_numbers": {}})


def test_a_lone_surrogate_becomes_the_replacement_character(library_path: Path) -> None:
    """SQLite cannot hold a lone surrogate; everything else of the text stays."""
    with opened(library_path) as library:

        @given(st.text(alphabet=st.characters(), max_size=20))
        @settings(max_examples=30, deadline=None)
        def is_kept(text: str) -> None:
            review = _full_of(text)
            expected = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            assert library.create(review) == _full_of(expected).model_copy(
                update={"ref": review.ref, "id": review.id}
            )
            assert library.load(review.ref) == library.load(review.id)
            assert library.load(review.ref).events[1].note == expected

        is_kept()


def _full_of(text: str) -> Review:
    """A review with this text in every sort of place."""
    events = Event(label="E0", text=text), Event(label="E0", text="x", note=text)
    review = _renamed(named("strange", *events))
    incident = review.incident.changed(
        services=(text,), links=(Link(url=text),), impact=Impact(scope=text), recurrence_of=(text,)
    )
    return review.model_copy(update={"question": text, "incident": incident})


def test_a_surrogate_in_a_change_can_be_taken_back(library_path: Path) -> None:
    """What the session shows is what is on disk, so that undo knows it again."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        session = Session.open(library, "checkout")
        session.apply(
            "Add \ud800", lambda review: changes.add(review, Event(label="E0", text="bad \ud800 byte"))
        )
        assert session.review.events[0].text == "bad \ufffd byte"
        assert library.load("checkout") == session.review
        assert Session.open(library, "checkout").undo() == "Add \ufffd"
        assert library.load("checkout").events == ()


def test_times_keep_their_offset_to_the_second(library_path: Path) -> None:
    """Local mean time, microseconds, and both ends of the calendar."""
    moments = (
        datetime(1850, 1, 1, 10, tzinfo=ZoneInfo("Europe/Amsterdam")),
        datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))),
    )
    events = [
        Event(label="E0", text="x", time=Moment(start=start, precision=Precision.SECOND))
        for start in moments
    ]
    with opened(library_path) as library:
        review = library.create(named("checkout", *events))
        assert library.load("checkout") == review
        assert {event.time.start for event in review.events} == set(moments)


def test_items_out_of_order_are_put_in_order(library_path: Path) -> None:
    """A file from elsewhere may list its items in any order; reading and writing agree on one."""
    review = named("checkout", *(Event(label="E0", text=str(n)) for n in range(3)))
    shuffled = review.model_copy(update={"events": review.events[::-1]})
    with opened(library_path) as library:
        assert library.create(shuffled) == review
        assert library.load("checkout") == review


def test_evidence_may_point_at_what_is_not_there(library_path: Path) -> None:
    """Such a reference is kept, and takes nothing of the item that gets the label later."""
    gap = Gap(label="G0", kind=GapKind.DETECTION, text="g", evidence=("E7", "E2", "x", "E7"))
    review = named("checkout", Event(label="E0", text="first"), gap)
    with opened(library_path) as library:
        library.create(review)
        assert library.load("checkout") == review
        session = Session.open(library, "checkout")
        session.apply("Add", lambda held: changes.add(held, Event(label="E0", text="second")))
        assert [event.label for event in library.load("checkout").events] == ["E1", "E2"]
        assert library.load("checkout") == session.review
    assert is_sound(library_path)


def test_a_review_of_10_000_events_is_read_and_changed_by_few_statements(library_path: Path) -> None:
    """How much SQL runs does not grow with the review; every event comes back."""
    small, large = (_statements(library_path.with_name(f"{n}.db"), n) for n in (10, 10_000))
    assert large == small
    assert large["change"] < 40


def _statements(path: Path, events: int) -> dict[str, int]:
    numbers = range(1, events + 1)
    start = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    made = tuple(
        Event(
            label=f"E{n}",
            text=f"event {n}",
            time=Moment(start=start + timedelta(seconds=n), precision=Precision.SECOND),
        )
        for n in numbers
    )
    review = named("large").model_copy(update={"events": made, "last_numbers": {"E": events}})
    with opened(path) as library:
        library.create(review)
        counted: list[str] = []
        raw(library._connection).set_trace_callback(counted.append)
        session = Session.open(library, "large")
        assert session.review == review
        reading = len(counted)
        session.apply("Add", lambda held: changes.add(held, Event(label="E0", text="one more")))
        change = len(counted) - reading
    assert asked(path, "SELECT count(*) FROM event") == [(events + 1,)]
    return {"read": reading, "change": change}
