"""What is agreed, what is a candidate and what is not done stand apart in the report."""

from pirtui.domain.actions import Action, ActionStatus, Strength
from pirtui.report.markdown import to_markdown
from tests.domain.making import review_of

CANDIDATE = Action(label="A0", text="Add a replica")
AGREED = Action(label="A0", text="Cap exports", status=ActionStatus.AGREED, strength=Strength.STRONGER)
AGAINST = Action(label="A0", text="Buy a lake", status=ActionStatus.NOT_DOING, status_reason="too dear")


def test_each_state_has_its_own_part() -> None:
    """Agreed actions come first, then candidates under their own heading, then what is not done."""
    report = to_markdown(review_of(CANDIDATE, AGREED, AGAINST))
    _, _, engineers = report.partition("### Actions")
    agreed, _, rest = engineers.partition("### Candidates, not agreed yet")
    candidates, _, against = rest.partition("### Considered and not done")
    assert "Cap exports" in agreed
    assert "●●● stronger" in agreed
    assert "Add a replica" in candidates
    assert "Add a replica" not in agreed
    assert "too dear" in against
    assert report.index("Cap exports") < report.index("Add a replica")


def test_candidates_alone_say_that_nothing_is_agreed() -> None:
    """The list of actions is not empty by mistake."""
    report = to_markdown(review_of(CANDIDATE))
    assert "### Actions\n\nNone is agreed yet.\n\n### Candidates, not agreed yet\n" in report


def test_without_candidates_there_is_no_such_part() -> None:
    """A heading without content teaches nobody anything."""
    assert "Candidates" not in to_markdown(review_of(AGREED))
