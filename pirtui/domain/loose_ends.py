"""What the room can still tie before it leaves: every loose end, stage by stage.

The chain event → gap → factor → action is what a report is trusted for. Nothing here blocks anything,
and a written reason closes an end (see `pirtui.domain.closing`).
"""

from collections.abc import Callable, Iterable, Iterator

from pirtui.domain.action_rules import quality_notes
from pirtui.domain.actions import ActionStatus
from pirtui.domain.conditions import without_condition
from pirtui.domain.factor_tree import above_any, in_tree_order, on_marked_ways, theme_members
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.gaps import Gap, Verdict
from pirtui.domain.learnings import LearningKind
from pirtui.domain.memo import by_identity
from pirtui.domain.questions import open_questions
from pirtui.domain.review import Review, Stage
from pirtui.domain.value import Value

QUESTION_SIGN = "?"
"""What stands before the key of a computed question, where an item has its label."""

_NO_FACTOR = "no-factor"
_NO_ACTION = "no-action"
_LACKS_REASON = ("", ", and no reason says why")


class LooseEnd(Value):
    """Something that is not tied yet; `key` stays the same for as long as it is loose.

    `stage` is where it can be tied. `label` is that of the item, `?` and the key for a question of the
    timeline, or empty for the incident record. `reason` says why it stays as it is, and closes it.
    """

    key: str
    stage: Stage
    label: str
    text: str
    reason: str = ""

    @property
    def place(self) -> str:
        """Where it is loose, for a list of changes: `E3`, `a question`, `severity`."""
        if self.label.startswith(QUESTION_SIGN):
            return "a question"
        return self.label or self.key.partition(":")[2]


def loose_ends(review: Review) -> tuple[LooseEnd, ...]:
    """Every loose end that is open, in the order of the stages."""
    return tuple(end for end in _found(review) if not end.reason)


def closed_with_a_reason(review: Review) -> tuple[LooseEnd, ...]:
    """Every loose end that a written reason closes, in the order of the stages.

    Those that have a place of their own are not among them: answered questions, resolved parked remarks
    and actions decided against.
    """
    return tuple(end for end in _found(review) if end.reason)


@by_identity
def _found(review: Review) -> tuple[LooseEnd, ...]:
    closed = {each.key: each.reason.strip() for each in review.closed_ends}
    return tuple(
        end if end.reason or not closed.get(end.key) else end.changed(reason=closed[end.key])
        for search in _SEARCHES
        for end in search(review)
    )


def gaps_without_factor(review: Review) -> tuple[Gap, ...]:
    """Confirmed gaps that no factor cites, and for which no reason is given."""
    loose = {end.key for end in loose_ends(review)}
    return tuple(gap for gap in review.gaps if f"{_NO_FACTOR}:{gap.label}" in loose)


def themes_without_action(review: Review) -> tuple[Theme, ...]:
    """Themes that no action answers, and for which nothing is accepted.

    An action answers a theme by citing it, or by citing a factor in a branch with one of its factors.
    """
    loose = {end.key for end in loose_ends(review)}
    return tuple(theme for theme in review.themes if f"{_NO_ACTION}:{theme.label}" in loose)


def _uncited_gaps(review: Review) -> Iterator[Gap]:
    cited = {label for factor in review.factors for label in factor.evidence}
    for gap in review.gaps:
        if gap.verdict is Verdict.GAP and gap.label not in cited:
            yield gap


def _unanswered_themes(review: Review) -> Iterator[Theme]:
    cited = _cited_by_actions(review)
    tied = _with_branches(review.factors, cited)
    members = theme_members(review)
    for theme in review.themes:
        if theme.label not in cited and not any(each.label in tied for each in members[theme.name]):
            yield theme


def factors_without_action(review: Review) -> tuple[Factor, ...]:
    """The ends of branches that no action answers, and for which no reason is given.

    One action anywhere on the way from the root to the end ties the branch; so does a reason, an action
    that cites a theme of the way, or the acceptance of such a theme.
    """
    settled = on_marked_ways(review.factors, _answered_factors(review) | _explained(review))
    return tuple(leaf for leaf in _leaves(review.factors) if leaf.label not in settled)


def _factors_with_a_reason(review: Review) -> Iterator[Factor]:
    """Factors that no action answers, with a reason of their own."""
    answered = on_marked_ways(review.factors, _answered_factors(review))
    for factor in review.factors:
        if factor.no_action_reason.strip() and factor.label not in answered:
            yield factor


def _cited_by_actions(review: Review) -> set[str]:
    return {label for action in review.actions for label in action.evidence}


def _answered_factors(review: Review) -> set[str]:
    """What actions cite, and the factors of the themes that actions cite."""
    cited = _cited_by_actions(review)
    names = {theme.name for theme in review.themes if theme.label in cited}
    return cited | {each.label for each in review.factors if not names.isdisjoint(each.themes)}


def _explained(review: Review) -> set[str]:
    """Factors with a reason of their own, or in a theme that is accepted."""
    closed = {each.key for each in review.closed_ends if each.reason.strip()}
    accepted = {
        theme.name
        for theme in review.themes
        if theme.accepted_because.strip() or f"{_NO_ACTION}:{theme.label}" in closed
    }
    return {
        factor.label
        for factor in review.factors
        if factor.no_action_reason.strip() or not accepted.isdisjoint(factor.themes)
    }


def _with_branches(factors: tuple[Factor, ...], cited: set[str]) -> set[str]:
    """The cited factors with everything above and beneath them."""
    return cited | above_any(factors, cited) | on_marked_ways(factors, cited)


def _leaves(factors: tuple[Factor, ...]) -> Iterator[Factor]:
    tree = in_tree_order(factors)
    for place, (factor, depth) in enumerate(tree):
        if place + 1 == len(tree) or tree[place + 1][1] <= depth:
            yield factor


def _record(review: Review) -> Iterator[LooseEnd]:
    incident = review.incident
    lacks = (
        ("title", not incident.title.strip()),
        ("severity", incident.severity is None),
        ("time zone", not incident.zone.strip()),
    )
    for name, missing in lacks:
        if missing:
            yield _end("record", name, Stage.PREPARE, "", f"The incident has no {name} yet.")


def _events(review: Review) -> Iterator[LooseEnd]:
    for event in review.events:
        if event.doubt:
            yield _end("doubt", event.label, Stage.TIMELINE, event.label, event.doubt)
        if event.open_question:
            text = f"A question is open: {_excerpt(event.text)}"
            yield _end("open-question", event.label, Stage.TIMELINE, event.label, text)


def _questions(review: Review) -> Iterator[LooseEnd]:
    for question in open_questions(review):
        label = f"{QUESTION_SIGN}{question.key}"
        yield _end("question", question.key, Stage.GAPS, label, question.text)


def _gaps(review: Review) -> Iterator[LooseEnd]:
    for gap in review.gaps:
        if gap.verdict is Verdict.OPEN and not gap.heuristic:
            text = f"No answer yet whether it is a gap: {_excerpt(gap.text)}"
            yield _end("verdict", gap.label, Stage.GAPS, gap.label, text)
    for gap in _uncited_gaps(review):
        reason = gap.no_factor_reason.strip()
        text = f"No factor follows from it{_LACKS_REASON[not reason]}: {_excerpt(gap.text)}"
        yield _end(_NO_FACTOR, gap.label, Stage.FACTORS, gap.label, text, reason)


def _conditions(review: Review) -> Iterator[LooseEnd]:
    for factor in without_condition(review.factors):
        text = f"No condition of the work is tied to it yet: {_excerpt(factor.text)}"
        yield _end("condition", factor.label, Stage.FACTORS, factor.label, text)


def _needed_evidence(review: Review) -> Iterator[LooseEnd]:
    for factor in review.factors:
        if factor.evidence_needed.strip():
            text = f"It still needs evidence: {_excerpt(factor.evidence_needed)}"
            yield _end("needs", factor.label, Stage.FACTORS, factor.label, text)


def _factors(review: Review) -> Iterator[LooseEnd]:
    for factor in (*factors_without_action(review), *_factors_with_a_reason(review)):
        reason = factor.no_action_reason.strip()
        text = f"No action follows from it{_LACKS_REASON[not reason]}: {_excerpt(factor.text)}"
        yield _end(_NO_ACTION, factor.label, Stage.ACTIONS, factor.label, text, reason)


def _themes(review: Review) -> Iterator[LooseEnd]:
    for theme in _unanswered_themes(review):
        reason = theme.accepted_because.strip()
        lacks = "" if reason else ", and is not accepted with a reason"
        text = f"The theme {_excerpt(theme.name)} has no action{lacks}."
        yield _end(_NO_ACTION, theme.label, Stage.ACTIONS, theme.label, text, reason)


def _actions(review: Review) -> Iterator[LooseEnd]:
    for action in review.actions:
        notes = quality_notes(action)
        if notes:
            kind = "reason" if action.status is ActionStatus.NOT_DOING else "lacks"
            text = f"{', '.join(notes).capitalize()}: {_excerpt(action.text)}"
            yield _end(kind, action.label, Stage.ACTIONS, action.label, text)


def _parked(review: Review) -> Iterator[LooseEnd]:
    for parked in review.parked:
        if not parked.resolution.strip():
            text = f"Parked, not resolved: {_excerpt(parked.text)}"
            yield _end("parked", parked.label, Stage.WRAP_UP, parked.label, text)


def _learnings(review: Review) -> Iterator[LooseEnd]:
    for learning in review.learnings:
        if learning.kind is LearningKind.QUESTION and not learning.owner.strip():
            text = f"Nobody has taken this question: {_excerpt(learning.text)}"
            yield _end("no-owner", learning.label, Stage.WRAP_UP, learning.label, text)


_SEARCHES: tuple[Callable[[Review], Iterable[LooseEnd]], ...] = (
    _record,
    _events,
    _questions,
    _gaps,
    _conditions,
    _needed_evidence,
    _factors,
    _themes,
    _actions,
    _parked,
    _learnings,
)


def _end(sort: str, name: str, stage: Stage, label: str, text: str, reason: str = "") -> LooseEnd:
    return LooseEnd(key=f"{sort}:{name}", stage=stage, label=label, text=text, reason=reason)


def _excerpt(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
