"""A source that was imported before adds nothing, whatever the room has changed since."""

from datetime import UTC, date, datetime

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions, Candidate
from pirtui.capture.known_events import known_events
from pirtui.capture.material import PASTED, Material
from pirtui.domain import changes
from pirtui.domain.events import Milestone
from pirtui.domain.review import Review, ReviewDates

NOW = datetime(2024, 6, 1, 9, 0, tzinfo=UTC)
EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=NOW))
TEXT = "14:32 alert fires\n14:32 page sent\n14:40 rolled back\n14:40 rolled back"


def _read(zone: str = "UTC", name: str = "notes.md", text: str = TEXT) -> tuple[Candidate, ...]:
    assumptions = Assumptions(now=NOW, zone=zone, on=date(2024, 5, 1))
    return evidence.read(Material(name, text.encode()), assumptions).candidates


def _imported() -> Review:
    review = EMPTY
    for candidate in _read():
        assert candidate.event is not None
        review = changes.add(review, candidate.event)
    return review


def test_the_same_file_is_known_whole() -> None:
    """Every row has its event; two equal rows have two."""
    assert known_events(_read(), _imported().events) == {0: "E1", 1: "E2", 2: "E3", 3: "E4"}


def test_a_changed_event_is_known_by_its_origin() -> None:
    """The room corrects text, time and milestones; the source stays the same."""
    review = _imported()
    corrected = changes.find(review, "E1").changed(text="alarm", milestones=(Milestone.DETECTED,))
    review = changes.put(review, corrected)
    assert known_events(_read("Asia/Tokyo"), review.events) == {0: "E1", 1: "E2", 2: "E3", 3: "E4"}


def test_pasted_text_is_known_by_time_and_words() -> None:
    """Without an origin, the same minute and the same words are the same event, whatever their marks."""
    pasted = _read(name=PASTED, text="14:32 Alert fires!\n14:33 alert fires\n14:32 another")
    assert known_events(pasted, _imported().events) == {0: "E1"}


def test_an_equal_row_beyond_those_known_is_new() -> None:
    """A third rollback in the same minute is a third event."""
    more = _read(name=PASTED, text="14:40 rolled back\n14:40 rolled back\n14:40 rolled back")
    assert sorted(known_events(more, _imported().events).values()) == ["E3", "E4"]


def test_nothing_is_known_of_an_empty_timeline() -> None:
    """The first import is all new."""
    assert known_events(_read(), ()) == {}
