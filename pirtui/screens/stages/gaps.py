"""Stage 3: what the timeline asks, what the room answers, and gaps of the room's own."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.durations import duration_text
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.loose_ends import QUESTION_SIGN
from pirtui.domain.minutes_lost import minutes_lost
from pirtui.domain.questions import GapQuestion, answer, answered, gap_questions
from pirtui.domain.review import Review, Stage
from pirtui.domain.what_helped import is_kept, kept, what_helped
from pirtui.screens.rows import heading, hint
from pirtui.screens.stages.base import Intent, Panel, PanelLine, StageView, setting, text_of
from pirtui.widgets.item_list import Row, Tag

RAISED = "flag"
"""The kind of mark for a question that the room saw."""

HELPED = "+"
"""The sign before what helped, where an item has its label."""

SETTLED = "="
"""The sign before a question that is no longer raised."""

_LEADS = {
    Verdict.OPEN: "open",
    Verdict.GAP: "gap",
    Verdict.EXPLAINED: "explained",
    Verdict.NOT_A_GAP: "not a gap",
}
_TONES = {
    Verdict.OPEN: "warning",
    Verdict.GAP: "strong",
    Verdict.EXPLAINED: "",
    Verdict.NOT_A_GAP: "muted",
}
_CYCLE = (Verdict.GAP, Verdict.EXPLAINED, Verdict.NOT_A_GAP, Verdict.OPEN)


class GapsStage(StageView):
    """Computed questions and the room's own gaps, by kind; Space cycles the verdict."""

    stage: ClassVar[Stage] = Stage.GAPS
    grammar: ClassVar[str] = "gaps"
    refers_to: ClassVar[str] = "E"
    placeholder: ClassVar[str] = "detection: what was missing [E3..E7]"

    def __init__(self) -> None:
        self.raised: Mapping[str, str] = {}
        """What the timeline asked once while the room saw it: texts by the key of the question."""

    def rows(self, review: Review) -> Sequence[Row]:
        """For each kind: the timeline's questions with their answers, then the room's own gaps."""
        questions = gap_questions(review)
        rows = tuple(row for kind in GapKind for row in _of_kind(review, kind, questions))
        return (*rows, *self._gone(review, questions), *_helped_rows(review)) or (
            hint("The timeline raises no question yet. Milestones make them: !impact-start, !detected…"),
            hint("Where did time or knowledge go missing?  detection: no alert for 19 min [E3..E7]"),
        )

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """The evidence behind the highlighted question or gap."""
        question = _question(review, key)
        gap = changes.find(review, key) if question is None and changes.has(review, key) else None
        evidence = question.evidence if question else gap.evidence if isinstance(gap, Gap) else ()
        lines = [PanelLine(label, text_of(review, label)) for label in evidence]
        shown = tuple(lines) or _counts(review)
        return Panel("Evidence" if lines else "Verdicts", (*shown, *_minutes_lines(review)))

    def marked(self, review: Review, key: str) -> Intent | None:
        """The next verdict: gap, explained, not a gap, open."""
        if key.startswith(HELPED):
            return _keep_what_helped(review, key)
        question = _question(review, key)
        if question is not None:
            return Intent(
                f"Answer: {_LEADS[Verdict.GAP]}", lambda fresh: answer(fresh, question, Verdict.GAP)
            )
        gap = changes.find(review, key)
        if not isinstance(gap, Gap):
            return None
        verdict = _CYCLE[(_CYCLE.index(gap.verdict) + 1) % len(_CYCLE)]
        return setting(key, f"Answer {key}: {_LEADS[verdict]}", verdict=verdict)

    def _gone(self, review: Review, questions: Sequence[GapQuestion]) -> Iterator[Row]:
        """Questions that nobody answered and that the timeline no longer asks."""
        known = {question.key for question in questions} | {gap.heuristic for gap in review.gaps}
        gone = {key: text for key, text in self.raised.items() if key not in known}
        if gone:
            yield heading("Settled by the timeline")
        for key, text in gone.items():
            yield Row(key=f"{SETTLED}{key}", lead="settled", badge="?", text=text, tone="muted")

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Verdicts after `!`."""
        return {"!": tuple(each.value for each in Verdict)}


def _helped_rows(review: Review) -> Iterator[Row]:
    found = what_helped(review)
    if found:
        yield heading("What helped")
    for question in found:
        done = is_kept(review, question)
        yield Row(
            key=f"{HELPED}{question.key}",
            lead="kept" if done else "keep?",
            badge="+",
            text=question.text,
            tags=() if done else (Tag("Space: went well", "muted"),),
            tone="muted" if done else "good",
        )


def _keep_what_helped(review: Review, key: str) -> Intent | None:
    name = key.removeprefix(HELPED)
    question = next((each for each in what_helped(review) if each.key == name), None)
    if question is None or is_kept(review, question):
        return None
    return Intent("Keep what helped", lambda fresh: changes.add(fresh, kept(question)))


def _minutes_lines(review: Review) -> Iterator[PanelLine]:
    lost = minutes_lost(review)
    if lost.window is None or not (lost.by_kind or lost.unmeasured):
        return
    yield PanelLine("Minutes lost", f"of {duration_text(lost.window)}", "strong")
    for kind, minutes in lost.by_kind.items():
        yield PanelLine(kind.value, duration_text(minutes))
    if lost.left:
        yield PanelLine("in no gap", duration_text(lost.left), "muted")
    if lost.unmeasured:
        yield PanelLine("minutes not known", ", ".join(lost.unmeasured), "muted")


def question_of(review: Review, key: str) -> GapQuestion | None:
    """The computed question that a row's key stands for, answered or not."""
    if key.startswith(QUESTION_SIGN):
        return _question(review, key)
    gap = changes.find(review, key)
    wanted = gap.heuristic if isinstance(gap, Gap) else ""
    return next((each for each in gap_questions(review) if each.key == wanted), None)


def _question(review: Review, key: str) -> GapQuestion | None:
    if not key.startswith(QUESTION_SIGN):
        return None
    return next((each for each in gap_questions(review) if each.key == key[1:]), None)


def _of_kind(review: Review, kind: GapKind, questions: Sequence[GapQuestion]) -> Iterator[Row]:
    """The rows of one kind; an answered question stands under the kind that its answer has."""
    answers = answered(review)
    raised = [each for each in questions if answers.get(each.key, each).kind is kind]
    raised_keys = {question.key for question in questions}
    own = [gap for gap in review.gaps if gap.kind is kind and gap.heuristic not in raised_keys]
    if raised or own:
        yield heading(kind.value.capitalize())
    for question in raised:
        gap = answers.get(question.key)
        yield _gap_row(gap, settled=False) if gap else _question_row(question)
    for gap in own:
        yield _gap_row(gap, settled=bool(gap.heuristic))


def _question_row(question: GapQuestion) -> Row:
    return Row(
        key=f"{QUESTION_SIGN}{question.key}",
        lead=_LEADS[Verdict.OPEN],
        badge="?",
        text=question.text,
        tags=(Tag(f"[{', '.join(question.evidence)}]", "muted"),) if question.evidence else (),
        tone="warning",
    )


def _gap_row(gap: Gap, *, settled: bool) -> Row:
    return Row(
        key=gap.label,
        lead=_LEADS[gap.verdict],
        badge=gap.label,
        text=gap.text,
        tags=tuple(_gap_tags(gap, settled=settled)),
        detail=gap.note,
        tone=_TONES[gap.verdict],
    )


def _gap_tags(gap: Gap, *, settled: bool) -> Iterator[Tag]:
    if gap.evidence:
        yield Tag(f"[{', '.join(gap.evidence)}]", "muted")
    if gap.span is not None:
        yield Tag(duration_text(gap.span.minutes), "accent")
    if settled:
        yield Tag("settled: the timeline no longer asks", "muted")
    if gap.no_factor_reason:
        yield Tag(f"no factor: {gap.no_factor_reason}", "muted")


def _counts(review: Review) -> tuple[PanelLine, ...]:
    unanswered = sum(question.key not in answered(review) for question in gap_questions(review))
    lines = [PanelLine("questions to answer", str(unanswered), "warning" if unanswered else "good")]
    for verdict in (Verdict.GAP, Verdict.EXPLAINED, Verdict.NOT_A_GAP):
        number = sum(gap.verdict is verdict for gap in review.gaps)
        lines.append(PanelLine(_LEADS[verdict], str(number)))
    return tuple(lines)
