"""A report that pirtui wrote is read back as the timeline that it was written from."""

import pytest

from pirtui.domain.events import Event
from pirtui.domain.review import Review
from pirtui.report.markdown import to_markdown
from tests.capture.notes.reading_notes import candidates_of
from tests.report import incidents_in_full


def _facts(event: Event) -> tuple[object, ...]:
    time = event.time
    return (
        time.start,
        time.end,
        time.precision,
        time.approximate,
        event.milestones,
        event.open_question,
    )


@pytest.mark.parametrize("review", [incidents_in_full.crates_io(), incidents_in_full.leaked_secrets()])
def test_the_timeline_of_a_report_comes_back(review: Review) -> None:
    """Every event keeps its time, its milestones and its open question, and nothing else is one."""
    found = [each.event for each in candidates_of(to_markdown(review), zone="") if each.event]
    assert [_facts(event) for event in found] == [_facts(event) for event in review.events]


def test_the_words_of_a_report_come_back_unescaped() -> None:
    """Marks of Markdown that the report escaped are the characters that were typed."""
    review = incidents_in_full.leaked_secrets()
    texts = [each.event.text for each in candidates_of(to_markdown(review)) if each.event]
    typed = {event.label: event.text for event in review.events}
    assert typed["E11"] in texts
    assert "`" in typed["E11"]
