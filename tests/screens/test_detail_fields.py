"""Every field of an item as text and back: nothing is lost, and what cannot be read is named."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionKind
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import Severity
from pirtui.domain.learnings import Learning, LearningKind
from pirtui.domain.people import Person
from pirtui.domain.review import Review
from pirtui.screens.detail_fields import detail_fields, with_details
from tests.domain.making import happened, minute, review_of
from tests.strategies import hostile_texts, reviews

NOW = datetime(2024, 3, 8, 10, 0, tzinfo=UTC)


def a_review() -> Review:
    """One item of most sorts, in London on 5 March 2024."""
    return review_of(
        happened(10, "deploy", Milestone.IMPACT_START),
        happened(None, "somewhen"),
        Gap(label="G0", kind=GapKind.DETECTION, text="no alert", evidence=("E1",)),
        Factor(label="F0", category=Category.TECHNICAL, text="retries"),
        Factor(label="F0", category=Category.PROCESS, text="no drill", parent="F1"),
        Action(label="A0", text="Add an alert"),
        Learning(label="L0", kind=LearningKind.WELL, text="calm"),
        Person(label="P0", name="Robin Hale"),
    )


def shown(review: Review, key: str) -> dict[str, str]:
    """The values of the form."""
    return {field.name: field.value for field in detail_fields(review, key, NOW)}


def answered(review: Review, key: str, **values: str) -> Review:
    """The review after these fields of the form were changed and the rest was left."""
    return with_details(review, key, {**shown(review, key), **values}, NOW)


def refused(key: str, **values: str) -> str:
    """The sentence with which a value is refused."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the sentence is what is tested
        answered(a_review(), key, **values)
    return str(caught.value)


@settings(max_examples=25, deadline=None)
@given(reviews(most=2))
def test_a_form_that_nobody_touched_changes_nothing(review: Review) -> None:
    """Opening the details of anything and saving them leaves every value as it was, however odd."""
    for key in ("", *(item.label for item in changes.items(review))):
        assert with_details(review, key, shown(review, key), NOW) == review


@settings(max_examples=25, deadline=None)
@given(reviews(most=2), st.data(), hostile_texts())
def test_one_answer_changes_one_field_or_is_refused_by_name(
    review: Review, data: st.DataObject, answer: str
) -> None:
    """Whatever is put into a field, no other field changes; a refusal begins with the field's label."""
    key = data.draw(st.sampled_from(("", *(item.label for item in changes.items(review)))))
    field = data.draw(st.sampled_from(detail_fields(review, key, NOW)))
    after, refusal = _with_answer(review, key, {field.name: answer})
    assert not refusal or refusal.startswith(f"{field.label}: ")
    before, now_shown = shown(review, key), shown(after, key)
    changed = {name for name in before if before[name] != now_shown[name]}
    assert changed <= {field.name, *_follows(field.name)}


def _with_answer(review: Review, key: str, answers: dict[str, str]) -> tuple[Review, str]:
    """The review after the answer, or as it was with the sentence that refuses it."""
    try:
        return with_details(review, key, answers, NOW), ""
    except ValueError as problem:
        return review, str(problem)


def _follows(name: str) -> tuple[str, ...]:
    """Fields that are shown otherwise when this one changes, because times are read against them."""
    return ("window", "time") if name in ("zone", "on") else ()


@pytest.mark.parametrize(
    ("key", "name", "answer", "value"),
    [
        ("E1", "text", "rollback", "rollback"),
        ("E1", "note", "two\nlines", "two\nlines"),
        ("E1", "time", "00:25", minute(25)),
        ("E1", "milestones", "detected, notified", (Milestone.DETECTED, Milestone.NOTIFIED)),
        ("E1", "milestones", "", ()),
        ("E1", "key_moment", "yes", True),
        ("E1", "in_report", "no", False),
        ("E1", "actor", "on-call", "on-call"),
        ("G1", "verdict", "explained", Verdict.EXPLAINED),
        ("G1", "evidence", "e1, E2, e1", ("E1", "E2")),
        ("F1", "confidence", "", None),
        ("F2", "parent", "", None),
        ("F1", "themes", "drift, speed", ("drift", "speed")),
        ("A1", "due", "2024-04-01", date(2024, 4, 1)),
        ("A1", "due", "4 Apr 2024", date(2024, 4, 4)),
        ("A1", "due", "", None),
        ("A1", "kind", "detect", ActionKind.DETECT),
        ("L1", "text", "one\nline", "one line"),
        ("P1", "present", "no", False),
    ],
)
def test_an_answer_becomes_a_value(key: str, name: str, answer: str, value: object) -> None:
    """Each field reads what its hint promises."""
    changed = getattr(changes.find(answered(a_review(), key, **{name: answer}), key), name)
    if name == "time":
        assert changed.start == value.start  # type: ignore[attr-defined]  # the value is a moment
    else:
        assert changed == value


@pytest.mark.parametrize(
    ("name", "answer", "value"),
    [
        ("title", "Checkout down", "Checkout down"),
        ("severity", "SEV1", Severity.SEV1),
        ("severity", "", None),
        ("services", 'checkout, "search, and index"', ("checkout", "search, and index")),
        ("zone", "europe/berlin", "Europe/Berlin"),
        ("on", "2024-03-06", date(2024, 3, 6)),
    ],
)
def test_the_incident_has_details_too(name: str, answer: str, value: object) -> None:
    """Without a key, the form is about the incident."""
    assert getattr(answered(a_review(), "", **{name: answer}).incident, name) == value


def test_the_impact_stands_among_the_incidents_fields() -> None:
    """Scope and window are filled in beside the title."""
    impact = answered(a_review(), "", scope="all shops", window="12:17-12:30").incident.impact
    assert impact.scope == "all shops"
    assert impact.window is not None
    assert impact.window.end is not None


@pytest.mark.parametrize(
    ("key", "name", "answer", "sentence"),
    [
        ("E1", "time", "soon", "Time: “soon” is not a time."),
        ("E1", "time", "14:32 and more", "Time: “14:32 and more” is not a time."),
        ("E1", "text", "  ", "Text: it cannot be empty."),
        ("P1", "name", "", "Name: it cannot be empty."),
        ("G1", "evidence", "E1, E77", "Evidence: there is no E77."),
        ("F1", "parent", "F9", "Parent: there is no factor F9."),
        ("F1", "parent", "E1", "Parent: there is no factor E1."),
        ("F1", "parent", "f2", "Parent: F2 already rests on F1."),
        ("A1", "due", "soon", "Due: write the day as 2026-12-04, fri, 4 Dec, +2w or end of next week."),
        ("", "on", "yesterday", "Date: write the day as 2026-11-23."),
        ("", "window", "long", "Window: “long” is not a time."),
    ],
)
def test_a_refusal_names_the_field(key: str, name: str, answer: str, sentence: str) -> None:
    """One sentence says which field cannot be read, and why."""
    assert refused(key, **{name: answer}) == sentence


def test_an_unknown_zone_is_refused_with_a_way_on() -> None:
    """The zone is checked as it is in the line."""
    assert refused("", zone="Europe/Lundon").startswith("Zone: Europe/Lundon is not a time zone.")


@pytest.mark.parametrize(("key", "name"), [("E1", "milestones"), ("G1", "kind"), ("", "kind")])
def test_an_unknown_choice_is_refused(key: str, name: str) -> None:
    """What is not one of the known values is not kept."""
    assert refused(key, **{name: "nonsense"}).startswith(f"{name.capitalize()}: ")


def test_times_keep_their_day_while_another_field_is_edited() -> None:
    """An event of the next day stays there when its text is changed."""
    review = review_of(happened(10), Event(label="E0", text="late", time=minute(1500)))
    after = answered(review, "E2", text="later")
    assert changes.find(after, "E2") == changes.find(review, "E2").changed(text="later")


def test_every_field_has_a_label_and_its_choices() -> None:
    """A form never shows a bare field name; what can only be chosen is offered."""
    review = a_review()
    for key in ("", *(item.label for item in changes.items(review))):
        for field in detail_fields(review, key, NOW):
            assert field.label[0].isupper()
            assert "_" not in field.label
            assert not field.choices or not field.multiline
