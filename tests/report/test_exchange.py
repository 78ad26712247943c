"""Reviews as JSON: nothing is lost, and what does not fit is refused in one clear sentence."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from pirtui.domain.review import Review
from pirtui.report.exchange import ExchangeProblem, from_json, to_json
from tests.report import incidents_in_full
from tests.strategies import reviews

_settings = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

Content = dict[str, Any]


def _changed(change: Callable[[Content], object]) -> str:
    content = json.loads(to_json(incidents_in_full.crates_io()))
    change(content["review"])
    return json.dumps(content)


def _problem(text: str) -> str:
    with pytest.raises(ExchangeProblem) as caught:
        from_json(text)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


@_settings
@given(review=reviews())
def test_nothing_is_lost(review: Review) -> None:
    """A review that goes out and comes in again is the same review, and the same bytes."""
    text = to_json(review)
    assert from_json(text) == review
    assert to_json(from_json(text)) == text


def test_file_is_readable_and_stable() -> None:
    """The file names its format and version, indents by two, and ends with one line break."""
    text = to_json(incidents_in_full.crates_io())
    assert text.startswith('{\n  "format": "pirtui-review",\n  "review": {\n')
    assert text.endswith('\n  "schema_version": 2\n}\n')


def test_lone_surrogates_become_writable() -> None:
    """A character that UTF-8 cannot hold is replaced, so that the file can be written."""
    review = incidents_in_full.crates_io().changed(question="a\ud800b 🧨")
    text = to_json(review)
    assert from_json(text).question == "a\ufffdb 🧨"
    assert text.encode("utf-8")


def test_a_byte_order_mark_is_accepted() -> None:
    """A file that an editor saved with a byte order mark is read."""
    review = incidents_in_full.crates_io()
    assert from_json("\ufeff" + to_json(review)) == review


def test_events_come_into_timeline_order() -> None:
    """Events in another order are sorted in; nothing else moves."""
    text = _changed(lambda review: review["events"].reverse())
    assert from_json(text) == incidents_in_full.crates_io()


def test_missing_last_numbers_are_completed() -> None:
    """Labels in use count as used, so that none is given twice."""
    text = _changed(lambda review: review.update(last_numbers={"E": 40}))
    assert from_json(text).last_numbers == {
        "P": 4,
        "E": 40,
        "G": 5,
        "F": 5,
        "T": 2,
        "A": 5,
        "K": 2,
        "L": 6,
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ('{"format": "pirtui-review",\n  oops}', "line 2, column 3"),
        ('{"a": NaN}', "NaN"),
        ('{"a": 1, "a": 2}', "“a” twice"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 10_000, "number"),
        ("[]", "not a pirtui review"),
        ('{"format": "other"}', "not a pirtui review"),
        ('{"format": "pirtui-review", "schema_version": 1}', "no review in it"),
        ('{"format": "pirtui-review", "review": {}}', "which version"),
        ('{"format": "pirtui-review", "schema_version": true, "review": {}}', "which version"),
        ('{"format": "pirtui-review", "schema_version": 3, "review": {"new": 1}}', "newer pirtui"),
    ],
)
def test_other_files_are_refused(text: str, says: str) -> None:
    """A file that is not a review of this version is refused with the reason."""
    assert says in _problem(text)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda review: review.pop("ref"), "review.ref"),
        (lambda review: review.update(colour="red"), "review.colour"),
        (lambda review: review.update(schema_version=7), "newer pirtui"),
        (lambda review: review["events"][2].update(time=5), "review.events[2].time"),
        (
            lambda review: review["events"][2]["time"].update(start="2023-07-20T10:00:00"),
            "events[2].time.start",
        ),
        (lambda review: review["incident"].update(severity="SEV9"), "review.incident.severity"),
        (lambda review: review["incident"].update(on=5), "review.incident.on"),
        (lambda review: review["actions"][0].update(text=None), "review.actions[0].text"),
    ],
)
def test_wrong_values_are_named_by_their_path(change: Callable[[Content], object], says: str) -> None:
    """A value that does not fit is refused with the path to it."""
    assert says in _problem(_changed(change))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda review: review["events"][0].update(label="E2"), "E2 is used twice"),
        (lambda review: review["events"][0].update(label="G9"), "“G9” cannot stand in review.events"),
        (lambda review: review["events"][0].update(label="E0"), "“E0” cannot stand"),
        (lambda review: review["events"][0].update(label="E٣"), "cannot stand"),
        (lambda review: review["last_numbers"].update(X=3), "“X”"),
        (lambda review: review["gaps"][0].update(evidence=["E99"]), "G1 refers to “E99”"),
        (lambda review: review["factors"][0].update(parent="F9"), "F1 has the parent “F9”"),
        (lambda review: review["factors"][0].update(parent="F3"), "among its own parents"),
        (lambda review: review["factors"][0].update(parent="F1"), "F1 is among its own parents"),
        (lambda review: review["factors"][0].update(themes=["new"]), "the theme “new”"),
        (lambda review: review["themes"][0].update(name="review-by-feeling"), "named twice"),
    ],
)
def test_contradictions_are_refused(change: Callable[[Content], object], says: str) -> None:
    """A review whose parts do not fit together is refused with what contradicts what."""
    assert says in _problem(_changed(change))
