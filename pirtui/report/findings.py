"""What the room found: gaps by kind, contributing factors as a how-come tree, and themes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirtui.domain.durations import duration_text
from pirtui.domain.factor_tree import in_tree_order, theme_members
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.learnings import LearningKind
from pirtui.domain.moments import Moment, Precision
from pirtui.report.blocks import Entry, Group, entries, joined, labelled
from pirtui.report.escape import Markdown, inline
from pirtui.report.material import Material, in_words, sentence, theme_words
from pirtui.report.references import marked

DEEPEST = 5
"""How far the how-come tree is indented; what lies deeper stands at this depth and names its parent."""

_VERDICTS = {Verdict.EXPLAINED: "*Explained.*", Verdict.OPEN: "*Not answered yet.*"}


@dataclass(frozen=True)
class Findings:
    """Gaps, factors and themes, and what the room said about the work itself."""

    gaps: tuple[Group, ...]
    factors: tuple[Group, ...]
    themes: tuple[Entry, ...]
    surprises: tuple[Entry, ...]
    made_it_hard: tuple[Entry, ...]


def findings(material: Material) -> Findings:
    """Write what the room found."""
    return Findings(
        gaps=tuple(_gap_groups(material)),
        factors=tuple(_factor_groups(material)),
        themes=_themes(material),
        surprises=_said(material, LearningKind.SURPRISE),
        made_it_hard=_said(material, LearningKind.WRONG),
    )


def _said(material: Material, kind: LearningKind) -> tuple[Entry, ...]:
    held = (learning for learning in material.review.learnings if learning.kind is kind)
    return entries(material.words.text(learning.text) for learning in held)


def _gap_groups(material: Material) -> Iterator[Group]:
    ruled_out = [gap for gap in material.review.gaps if gap.verdict is Verdict.NOT_A_GAP]
    for kind in GapKind:
        held = [
            gap
            for gap in material.review.gaps
            if gap.kind is kind and gap.verdict is not Verdict.NOT_A_GAP
        ]
        if held:
            yield Group(sentence(kind), tuple(_gap_entry(material, gap) for gap in held))
    if ruled_out:
        yield Group("Looked at and ruled out", tuple(_gap_entry(material, gap) for gap in ruled_out))


def _gap_entry(material: Material, gap: Gap) -> Entry:
    head = joined(
        (marked(gap.label), material.words.text(gap.text), _VERDICTS.get(gap.verdict, "")), " "
    )
    return Entry(head, _present(_gap_lines(material, gap)))


def _gap_lines(material: Material, gap: Gap) -> Iterator[Markdown]:
    yield material.words.text(gap.note)
    question = inline(gap.heuristic.partition(":")[0])
    yield joined(
        (
            _span_text(material, gap.span),
            labelled("Evidence", material.references.links(gap.evidence)),
            labelled("Factors", material.references.citing(gap.label, "F")),
            labelled("Actions", material.references.citing(gap.label, "A")),
            f"Asked by the timeline ({question})" if question else "",
        )
    )
    yield labelled("No factor follows", material.words.text(gap.no_factor_reason))


def _span_text(material: Material, span: Span | None) -> str:
    if span is None:
        return ""
    stretch = Moment(start=span.start, end=span.end, precision=Precision.MINUTE)
    time = material.zone.short(stretch, material.main_day)
    return f"{sentence(duration_text(span.minutes))}, {time}"


def _factor_groups(material: Material) -> Iterator[Group]:
    trees = list(_trees(material.review.factors))
    triggers = [tree for tree in trees if tree[0][0].trigger]
    if triggers:
        yield Group("Trigger", _tree_entries(material, triggers))
    for category in Category:
        held = [tree for tree in trees if tree[0][0].category is category and not tree[0][0].trigger]
        if held:
            yield Group(sentence(category), _tree_entries(material, held))


Tree = list[tuple[Factor, int]]


def _trees(factors: Iterable[Factor]) -> Iterator[Tree]:
    """The how-come trees one by one, each a factor of depth 0 with all that lies below it."""
    tree: Tree = []
    for factor, depth in in_tree_order(factors):
        if depth == 0 and tree:
            yield tree
            tree = []
        tree.append((factor, depth))
    if tree:
        yield tree


def _tree_entries(material: Material, trees: Iterable[Tree]) -> tuple[Entry, ...]:
    return tuple(_factor_entry(material, factor, depth) for tree in trees for factor, depth in tree)


def _factor_entry(material: Material, factor: Factor, depth: int) -> Entry:
    asked = "How come?" if depth else ""
    head = joined((marked(factor.label), asked, material.words.text(factor.text)), " ")
    lines = _present(_factor_lines(material, factor, depth))
    return Entry(head, lines, min(depth, DEEPEST))


def _factor_lines(material: Material, factor: Factor, depth: int) -> Iterator[Markdown]:
    yield material.words.text(factor.note)
    yield joined(
        (
            _category_text(factor, depth),
            f"part of the how-come of {material.references.link(factor.parent)}"
            if factor.parent and depth > DEEPEST
            else "",
            labelled("Confidence", factor.confidence or ""),
            labelled("Evidence", material.references.links(factor.evidence)),
            labelled("Actions", material.references.citing(factor.label, "A")),
        )
    )
    yield labelled("Evidence still needed", material.words.text(factor.evidence_needed))
    yield labelled("We stopped asking here", material.words.text(factor.stop_reason))
    yield labelled("No action follows", material.words.text(factor.no_action_reason))


def _category_text(factor: Factor, depth: int) -> str:
    """The category; a trigger within a tree says so, one at the top stands under that heading."""
    subcategory = inline(in_words(factor.subcategory))
    place = joined((sentence(factor.category), subcategory), ", ")
    return f"{place} (trigger)" if factor.trigger and depth else place


def _themes(material: Material) -> tuple[Entry, ...]:
    members = theme_members(material.review)
    return tuple(
        _theme_entry(material, theme, members.get(theme.name, ())) for theme in material.review.themes
    )


def _theme_entry(material: Material, theme: Theme, members: Iterable[Factor]) -> Entry:
    name = inline(theme_words(material, theme.name))
    head = joined((marked(theme.label), joined((name, material.words.text(theme.text)), ": ")), " ")
    factors = labelled("Factors", material.references.links(factor.label for factor in members))
    accepted = labelled(
        "Accepted without an action, because", material.words.text(theme.accepted_because)
    )
    return Entry(head, _present((factors, accepted)))


def _present(lines: Iterable[Markdown]) -> tuple[Markdown, ...]:
    return tuple(line for line in lines if line)
