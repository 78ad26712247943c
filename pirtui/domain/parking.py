"""What becomes of a parked remark: an action, an open question, or nothing.

Source: research/facilitation.md, section 7 (parking lot).
"""

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.review import Review
from pirtui.domain.stages import Stage

SET_ASIDE = "set aside"
"""What becomes of a remark that is off topic."""

_STAGES = {stage.value: stage for stage in Stage}


def settled(review: Review, label: str) -> Review:
    """Turn a parked remark into what it asks for: an action, an open question, or something set aside.

    Raises:
        UnknownLabel: if no parked remark carries this label.
    """
    parked = changes.find(review, label)
    if not isinstance(parked, Parked):
        raise changes.UnknownLabel(label)
    if parked.kind is ParkedKind.ACTION:
        return _became(changes.add(review, _action(review, parked)), parked, Action)
    if parked.kind is ParkedKind.QUESTION:
        return _became(changes.add(review, _question(parked)), parked, Learning)
    return changes.put(review, parked.changed(resolution=SET_ASIDE))


def reopened(review: Review, label: str) -> Review:
    """Take back what was said to have become of a parked remark; what it became stays.

    Raises:
        UnknownLabel: if no item carries this label.
    """
    return changes.put(review, changes.find(review, label).changed(resolution=""))


def origin_text(parked: Parked) -> str:
    """Where it came up: `from Timeline, at E12`; nothing where that is not known."""
    stage = _STAGES.get(parked.origin)
    where = f"from {stage.heading}" if stage else ""
    return f"{where}, at {parked.origin_label}" if where and parked.origin_label else where


def _action(review: Review, parked: Parked) -> Action:
    """A candidate with the words of the remark, tied to the factor or gap at which it came up."""
    tied = parked.origin_label[:1] in ("F", "G") and changes.has(review, parked.origin_label)
    evidence = (parked.origin_label,) if tied else ()
    return Action(label=changes.new_label(Action), text=parked.text, evidence=evidence)


def _question(parked: Parked) -> Learning:
    return Learning(label=changes.new_label(Learning), kind=LearningKind.QUESTION, text=parked.text)


def _became(review: Review, parked: Parked, kind: type[Action] | type[Learning]) -> Review:
    letter = changes.LETTERS[kind]
    label = f"{letter}{review.last_numbers[letter]}"
    return changes.put(review, parked.changed(resolution=f"became {label}"))
