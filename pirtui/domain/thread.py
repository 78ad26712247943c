"""The thread between items: what each of them rests on, and what rests on it.

It runs from events over gaps, factors and their "how come?" to themes and actions. A factor rests on its
evidence and on the factor that it helps to explain; a theme rests on its factors; an answered question
leads to its gap. Everything here takes time in proportion to the items and their references.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.factor_tree import theme_members
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.learnings import Parked
from pirtui.domain.loose_ends import QUESTION_SIGN
from pirtui.domain.memo import by_identity
from pirtui.domain.questions import answered, gap_questions
from pirtui.domain.review import Review
from pirtui.domain.stages import Stage
from pirtui.domain.value import Item

_KINDS = {
    "E": ("event", Stage.TIMELINE),
    "G": ("gap", Stage.GAPS),
    QUESTION_SIGN: ("question", Stage.GAPS),
    "F": ("factor", Stage.FACTORS),
    "T": ("theme", Stage.FACTORS),
    "S": ("safeguard", Stage.FACTORS),
    "A": ("action", Stage.ACTIONS),
    "K": ("parked", Stage.WRAP_UP),
}
"""The sorts of item that the thread runs through, by the sign that begins their label."""

_OWN_STAGES = {"P": Stage.PREPARE, "L": Stage.WRAP_UP}


@dataclass(frozen=True, slots=True)
class Strand:
    """One item of a tree: `depth` is 0 for what hangs on the centre, `via` the label that it hangs on.

    An item that stands in the tree already is there `again`, without what hangs on it.
    """

    label: str
    depth: int
    via: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """The labels of the actions that are not decided against, and of those that go back to an event."""

    actions: tuple[str, ...]
    traced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ties:
    texts: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]


def in_thread(review: Review, label: str) -> bool:
    """Whether there is such an item, and it is of a sort that the thread runs through."""
    return label in _ties(review).texts


def kind_of(label: str) -> str:
    """The word for the sort of item that carries this label: `gap` for `G2`."""
    return _KINDS[label[:1]][0]


def home_of(label: str) -> Stage:
    """The stage in whose list the item with this label stands; an empty label is the incident record."""
    sign = label[:1]
    return _KINDS[sign][1] if sign in _KINDS else _OWN_STAGES.get(sign, Stage.PREPARE)


def text_of(review: Review, label: str) -> str:
    """What an item of the thread says; nothing if it is not there."""
    return _ties(review).texts.get(label, "")


def rests_on(review: Review, label: str) -> tuple[Strand, ...]:
    """What the item rests on, all the way down to the events."""
    return tuple(_walked([label], _ties(review).below))


def supports(review: Review, label: str) -> tuple[Strand, ...]:
    """What rests on the item, all the way up to the actions.

    For a theme, the actions that answer it through a branch with one of its factors come last.
    """
    ties = _ties(review)
    strands = tuple(_walked([label], ties.above))
    if not label.startswith(changes.LETTERS[Theme]):
        return strands
    return (*strands, *_answering(ties, label, {strand.label for strand in strands}))


def whole_chain(review: Review) -> Chain:
    """How many actions trace back to an event."""
    events = [event.label for event in review.events]
    reached = {strand.label for strand in _walked(events, _ties(review).above)}
    actions = tuple(
        action.label for action in review.actions if action.status is not ActionStatus.NOT_DOING
    )
    return Chain(actions, tuple(label for label in actions if label in reached))


def _answering(ties: _Ties, theme: str, known: set[str]) -> Iterator[Strand]:
    """The actions that cite a factor of the theme, or one above or beneath it."""
    factor, action = changes.LETTERS[Factor], changes.LETTERS[Action]
    members = [label for label in ties.below.get(theme, ()) if label.startswith(factor)]
    branches = dict.fromkeys(members)
    for direction in (ties.below, ties.above):
        only_factors = {label: _starting(direction.get(label, ()), factor) for label in ties.texts}
        branches.update((strand.label, None) for strand in _walked(members, only_factors))
    for via in branches:
        for label in _starting(ties.above.get(via, ()), action):
            if label not in known:
                known.add(label)
                yield Strand(label, 0, via)


def _starting(labels: Iterable[str], letter: str) -> tuple[str, ...]:
    return tuple(label for label in labels if label.startswith(letter))


def _walked(starts: Iterable[str], ties: Mapping[str, tuple[str, ...]]) -> Iterator[Strand]:
    """A tree from these labels, which are not in it; each item is followed once, so that it ends."""
    roots = tuple(dict.fromkeys(starts))
    followed = set(roots)
    waiting = [(label, 0, root) for root in reversed(roots) for label in reversed(ties.get(root, ()))]
    while waiting:
        label, depth, via = waiting.pop()
        if label in roots and len(roots) == 1:
            continue
        again = label in followed
        yield Strand(label, depth, via, again)
        if not again:
            followed.add(label)
            waiting.extend((other, depth + 1, label) for other in reversed(ties.get(label, ())))


@by_identity
def _ties(review: Review) -> _Ties:
    """Every item of the thread with its neighbours on both sides; what is not there is left out."""
    texts = dict(_texts(review))
    below: dict[str, tuple[str, ...]] = {}
    above: dict[str, list[str]] = {}
    for label, others in _references(review):
        present = tuple(each for each in dict.fromkeys(others) if each in texts and each != label)
        below[label] = present
        for other in present:
            above.setdefault(other, []).append(label)
    return _Ties(texts, below, {label: tuple(others) for label, others in above.items()})


def _texts(review: Review) -> Iterator[tuple[str, str]]:
    for item in _items(review):
        yield item.label, _said(item)
    answers = answered(review)
    for question in gap_questions(review):
        if question.key not in answers:
            yield f"{QUESTION_SIGN}{question.key}", question.text


def _items(review: Review) -> Iterator[Item]:
    yield from review.events
    yield from review.gaps
    yield from review.factors
    yield from review.themes
    yield from review.safeguards
    yield from review.actions
    yield from review.parked


def _said(item: Item) -> str:
    if isinstance(item, Theme):
        return f"#{item.name}  {item.text}".rstrip()
    return getattr(item, "text", "")


def _references(review: Review) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each item with what it rests on, in the order in which the thread is read."""
    members = theme_members(review)
    answers = answered(review)
    for question in gap_questions(review):
        if question.key not in answers:
            yield f"{QUESTION_SIGN}{question.key}", question.evidence
    for item in _items(review):
        yield item.label, _neighbours(item, members)


def _neighbours(item: Item, members: Mapping[str, tuple[Factor, ...]]) -> tuple[str, ...]:
    if isinstance(item, Theme):
        return tuple(factor.label for factor in members[item.name])
    if isinstance(item, Parked):
        return (item.origin_label,)
    evidence: tuple[str, ...] = getattr(item, "evidence", ())
    return (*evidence, item.parent or "") if isinstance(item, Factor) else evidence
