"""Whether a stage has brought what it is for."""

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import Incident
from pirtui.domain.readiness import missing, ready
from pirtui.domain.review import Review, Stage
from tests.domain.making import DAY, happened, marked, review_of


def empty() -> Review:
    """A review in which nobody has said anything."""
    return changes.updated(review_of(), incident=Incident())


@pytest.mark.parametrize("stage", list(Stage))
def test_an_empty_review_is_ready_nowhere(stage: Stage) -> None:
    """Each stage says in a sentence what is left."""
    assert not ready(empty(), stage)
    assert missing(empty(), stage).endswith((".", "?"))


def test_prepare_names_what_is_left() -> None:
    """Title, severity and time zone."""
    assert missing(empty(), Stage.PREPARE) == "Still to set: title, severity, time zone."
    assert ready(review_of(), Stage.PREPARE)


def test_the_timeline_is_ready_once_the_room_has_moved_on() -> None:
    """Moving on is the answer to "what is missing?"."""
    review = review_of(happened(1))
    assert missing(review, Stage.TIMELINE) == "Ask the room: what is missing from this list?"
    assert ready(changes.updated(review, stage=Stage.GAPS), Stage.TIMELINE)


def test_gaps_are_ready_without_an_open_question() -> None:
    """Neither one of the timeline nor one of the room's own."""
    review = marked(impact_start=0, detected=1, declared=2, mitigated=3, verified=4, resolved=5)
    assert ready(review, Stage.GAPS)
    own = Gap(label="G0", kind=GapKind.RESPONSE, text="x", verdict=Verdict.OPEN)
    assert missing(changes.add(review, own), Stage.GAPS) == "1 question to answer."
    unverified = marked(impact_start=0, detected=1, declared=2, mitigated=3, resolved=5)
    assert missing(unverified, Stage.GAPS) == "1 question to answer."


def test_factors_are_ready_when_every_gap_leads_to_one() -> None:
    """Or says why not."""
    review = review_of(Gap(label="G0", kind=GapKind.RESPONSE, text="x"))
    assert missing(review, Stage.FACTORS) == "1 gap still leads to no factor."
    tied = changes.add(review, Factor(label="F0", category=Category.HUMAN, text="x", evidence=("G1",)))
    assert ready(tied, Stage.FACTORS)


def test_actions_are_ready_when_every_theme_is_answered() -> None:
    """By an action, or by a reason to accept it."""
    review = review_of(Theme(label="T0", name="load"))
    assert not ready(review, Stage.ACTIONS)
    assert ready(changes.add(review, Action(label="A0", text="x", evidence=("T1",))), Stage.ACTIONS)
    accepted = changes.put(review, review.themes[0].changed(accepted_because="rare"))
    assert ready(accepted, Stage.ACTIONS)


def test_wrap_up_is_ready_with_an_exported_report() -> None:
    """Drafted is enough."""
    review = review_of()
    assert ready(changes.updated(review, dates=review.dates.changed(drafted=DAY)), Stage.WRAP_UP)
