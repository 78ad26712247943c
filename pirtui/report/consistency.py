"""Whether the parts of a review fit together: labels, references, parents and themes.

pirtui itself never makes a review that does not; a file from elsewhere may hold one.
"""

import re
from collections.abc import Iterable, Iterator

from pirtui.domain import timeline
from pirtui.domain.actions import Action
from pirtui.domain.factors import Factor
from pirtui.domain.gaps import Gap
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.domain.safeguards import Safeguard
from pirtui.domain.value import Item

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


class Inconsistent(Exception):
    """A review contradicts itself; the message is one sentence."""


def consistent(review: Review) -> Review:
    """Return the review with its events in timeline order and its last numbers complete.

    Raises:
        Inconsistent: if labels, references, parents or themes do not fit together.
    """
    for field, letter, items in _collections(review):
        _check_labels(field, letter, items)
    _check_last_numbers(review)
    _check_references(review)
    _check_parents(review.factors)
    _check_themes(review)
    return review.model_copy(
        update={"events": timeline.in_order(review.events), "last_numbers": _last_numbers(review)}
    )


def _collections(review: Review) -> Iterator[tuple[str, str, tuple[Item, ...]]]:
    for letter, (field, _) in COLLECTIONS.items():
        yield field, letter, getattr(review, field)


def _check_labels(field: str, letter: str, items: Iterable[Item]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.label[:1] != letter or not _NUMBER.fullmatch(item.label[1:]):
            raise Inconsistent(
                f"The label “{item.label}” cannot stand in review.{field}: "
                f"labels there are {letter}1, {letter}2 and so on."
            )
        if item.label in seen:
            raise Inconsistent(f"The label {item.label} is used twice in review.{field}.")
        seen.add(item.label)


def _check_last_numbers(review: Review) -> None:
    for letter, number in review.last_numbers.items():
        if letter not in COLLECTIONS or number < 0:
            raise Inconsistent(
                f"The entry “{letter}” in review.last_numbers is not the last number of a label letter."
            )


def _check_references(review: Review) -> None:
    known = {item.label for _, _, items in _collections(review) for item in items}
    citing: tuple[Gap | Factor | Action | Safeguard, ...] = (
        *review.gaps,
        *review.factors,
        *review.actions,
        *review.safeguards,
    )
    for item in citing:
        for label in item.evidence:
            if label not in known:
                raise Inconsistent(f"{item.label} refers to “{label}”, which is not in the review.")


def _check_parents(factors: tuple[Factor, ...]) -> None:
    parents = {factor.label: factor.parent for factor in factors}
    for factor in factors:
        if factor.parent is not None and factor.parent not in parents:
            raise Inconsistent(
                f"{factor.label} has the parent “{factor.parent}”, which is not in the review."
            )
    settled: set[str] = set()
    for label in parents:
        _check_branch(label, parents, settled)


def _check_branch(label: str, parents: dict[str, str | None], settled: set[str]) -> None:
    branch: set[str] = set()
    above: str | None = label
    while above is not None and above not in settled:
        if above in branch:
            raise Inconsistent(f"{above} is among its own parents.")
        branch.add(above)
        above = parents[above]
    settled.update(branch)


def _check_themes(review: Review) -> None:
    names = [theme.name for theme in review.themes]
    if len(set(names)) < len(names):
        repeated = next(name for name in names if names.count(name) > 1)
        raise Inconsistent(f"The theme “{repeated}” is named twice in review.themes.")
    known = set(names)
    for factor in review.factors:
        for name in factor.themes:
            if name not in known:
                raise Inconsistent(
                    f"{factor.label} belongs to the theme “{name}”, which is not in review.themes."
                )


def _last_numbers(review: Review) -> dict[str, int]:
    numbers = dict(review.last_numbers)
    for _, letter, items in _collections(review):
        highest = max((item.number for item in items), default=0)
        if highest > numbers.get(letter, 0):
            numbers[letter] = highest
    return numbers
