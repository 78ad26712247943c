"""A written reason closes a loose end; taken away, the end is loose again.

Where an item has a field for such a reason, it goes there: why no factor or no action follows, what a
parked remark became, why a question is no gap. Every other end gets a `ClosedEnd`.
"""

from __future__ import annotations

from collections.abc import Callable

from pirtui.domain import changes
from pirtui.domain.closed_ends import ClosedEnd
from pirtui.domain.factors import Theme
from pirtui.domain.gaps import Gap, Verdict
from pirtui.domain.loose_ends import LooseEnd, closed_with_a_reason, loose_ends
from pirtui.domain.questions import answer, open_questions
from pirtui.domain.review import Review


def closed(review: Review, key: str, reason: str) -> Review:
    """The review in which this loose end stays as it is for a reason; unchanged if it is tied."""
    end = next((each for each in loose_ends(review) if each.key == key), None)
    if end is None:
        return review
    sort = key.partition(":")[0]
    return _CLOSED_BY.get(sort, _noted)(review, end, reason)


def reopened(review: Review, key: str) -> Review:
    """The review in which the reason for this end is taken away; unchanged if there is none."""
    end = next((each for each in closed_with_a_reason(review) if each.key == key), None)
    if end is None:
        return review
    for each in review.closed_ends:
        if each.key == key:
            review = changes.remove(review, each.label)
    sort = key.partition(":")[0]
    return _CLOSED_BY[sort](review, end, "") if sort in _WITH_FIELD else review


def _no_factor(review: Review, end: LooseEnd, reason: str) -> Review:
    return _with(review, end, no_factor_reason=reason)


def _no_action(review: Review, end: LooseEnd, reason: str) -> Review:
    is_theme = end.label.startswith(changes.LETTERS[Theme])
    return _with(review, end, **{"accepted_because" if is_theme else "no_action_reason": reason})


def _resolved(review: Review, end: LooseEnd, reason: str) -> Review:
    return _with(review, end, resolution=reason)


def _decided_against(review: Review, end: LooseEnd, reason: str) -> Review:
    return _with(review, end, status_reason=reason)


def _explained(review: Review, end: LooseEnd, reason: str) -> Review:
    """Answer a question of the timeline as explained, with the reason as its note."""
    name = end.key.partition(":")[2]
    question = next(each for each in open_questions(review) if each.key == name)
    return answer(review, question, Verdict.EXPLAINED, reason)


def _gap_explained(review: Review, end: LooseEnd, reason: str) -> Review:
    """Explain a gap of the room's own; a note that it has already is kept above the reason."""
    gap = changes.find(review, end.label)
    former = gap.note if isinstance(gap, Gap) else ""
    note = "\n".join(part for part in (former, reason) if part.strip())
    return _with(review, end, verdict=Verdict.EXPLAINED, note=note)


def _noted(review: Review, end: LooseEnd, reason: str) -> Review:
    return changes.add(review, ClosedEnd(label=changes.new_label(ClosedEnd), key=end.key, reason=reason))


def _with(review: Review, end: LooseEnd, **fields: object) -> Review:
    return changes.put(review, changes.find(review, end.label).changed(**fields))


_CLOSED_BY: dict[str, Callable[[Review, LooseEnd, str], Review]] = {
    "no-factor": _no_factor,
    "no-action": _no_action,
    "parked": _resolved,
    "reason": _decided_against,
    "question": _explained,
    "verdict": _gap_explained,
}
_WITH_FIELD = frozenset({"no-factor", "no-action"})
