"""Evidence as a tray shows it: what is known and suggested, and every secret that would be stored."""

from datetime import UTC, datetime

import pytest

from pirtui.capture.candidates import Candidate, Evidence
from pirtui.capture.evidence import prepared
from pirtui.domain.events import Event
from pirtui.domain.review import Review, ReviewDates

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
EMPTY = Review(id="1", ref="r", dates=ReviewDates(created=NOW))
ADDRESS = "ada@example.org"


def _kinds(event: Event | None, wording: str, *, emails: bool = False) -> list[str]:
    evidence = Evidence("n", "notes", (Candidate(event, wording, 1),))
    (only,) = prepared(evidence, EMPTY, emails=emails).candidates
    return [secret.kind for secret in only.secrets]


@pytest.mark.parametrize("field", ["text", "note", "actor", "source"])
def test_an_address_is_found_wherever_it_would_be_stored(field: str) -> None:
    """A source may name who wrote a message beside its words."""
    event = Event(label="E0", text="deployed").changed(**{field: f"by {ADDRESS}"})
    assert _kinds(event, "deployed", emails=True) == ["e-mail address"]
    assert _kinds(event, "deployed") == []


def test_a_secret_is_counted_once() -> None:
    """The event mostly says what the source says."""
    words = "curl -u ada:s3cr3t https://example.org"
    assert _kinds(Event(label="E0", text=words), words) == ["password"]


def test_words_that_are_no_event_are_searched() -> None:
    """They are shown, and could be made one."""
    assert _kinds(None, "password=hunter2x") == ["password"]
