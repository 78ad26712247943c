"""What the room found: gaps by kind, contributing factors as a how-come tree, and themes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirtui.domain.durations import duration_text
from pirtui.domain.factor_tree import in_tree_order, theme_members
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.learnings import LearningKind
from pirtui.domain.minutes_lost import minutes_lost
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.thread import supports
from pirtui.report.blocks import Entry, Group, entries, joined, labelled
from pirtui.report.escape import Markdown, inline
from pirtui.report.material import Material, in_words, sentence, theme_words
from pirtui.report.references import marked

DEEPEST = 5
"""How far the how-come tree is indented; what lies deeper stands at this depth and names its parent."""

_VERDICTS = {Verdict.EXPLAINED: "*Explained.*", Verdict.OPEN: "*Not answered yet.*"}


@dataclass(frozen=True)
class Findings:
    """Gaps, factors, safeguards and themes, and what the room said about the work itself."""

    gaps: tuple[Group, ...]
    minutes_lost: Markdown
    triggers: tuple[Entry, ...]
    factors: tuple[Group, ...]
    safeguards: tuple[Group, ...]
    themes: tuple[Entry, ...]
    surprises: tuple[Entry, ...]
    made_it_hard: tuple[Entry, ...]


def findings(material: Material) -> Findings:
    """Write what the room found."""
    return Findings(
        gaps=tuple(_gap_groups(material)),
        minutes_lost=_minutes_lost(material),
        triggers=_triggers(material),
        factors=tuple(_factor_groups(material)),
        safeguards=tuple(_safeguard_groups(material)),
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


def _minutes_lost(material: Material) -> Markdown:
    """How the confirmed gaps share the impact, each minute counted once; nothing where none does."""
    lost = minutes_lost(material.review)
    if lost.window is None or not lost.by_kind:
        return Markdown("")
    shares = ", ".join(f"{kind.value} {duration_text(each)}" for kind, each in lost.by_kind.items())
    whole = duration_text(lost.window)
    rest = f"; {duration_text(lost.left)} in no gap" if lost.left else ""
    unknown = material.references.links(lost.unmeasured)
    open_still = f" How long {unknown} lasted is not known." if unknown else ""
    return Markdown(f"Of {whole}, the gaps account for: {shares}{rest}.{open_still}")


def _gap_entry(material: Material, gap: Gap) -> Entry:
    said = material.words.text(gap.text)
    asked = material.references.linked(said) if gap.heuristic else said
    head = joined((marked(gap.label), asked, _VERDICTS.get(gap.verdict, "")), " ")
    return Entry(head, _present(_gap_lines(material, gap)))


def _gap_lines(material: Material, gap: Gap) -> Iterator[Markdown]:
    yield material.words.text(gap.note)
    yield joined(
        (
            _span_text(material, gap.span),
            labelled("Evidence", material.references.links(gap.evidence)),
            labelled("Factors", material.references.citing(gap.label, "F")),
            labelled("Safeguards", material.references.citing(gap.label, "S")),
            labelled("Actions", material.references.citing(gap.label, "A")),
            "Asked by the timeline" if gap.heuristic else "",
        )
    )
    yield labelled("No factor follows", material.words.text(gap.no_factor_reason))


def _span_text(material: Material, span: Span | None) -> str:
    if span is None:
        return ""
    stretch = Moment(start=span.start, end=span.end, precision=Precision.MINUTE)
    time = material.zone.short(stretch, material.main_day)
    return f"{sentence(duration_text(span.minutes))}, {time}"


def _triggers(material: Material) -> tuple[Entry, ...]:
    """What set it off, each with what lies below it; a trigger is not a contributing factor."""
    trees = [tree for tree in _trees(material.review.factors) if tree[0][0].trigger]
    return _tree_entries(material, trees)


def _factor_groups(material: Material) -> Iterator[Group]:
    trees = [tree for tree in _trees(material.review.factors) if not tree[0][0].trigger]
    for category in Category:
        held = [tree for tree in trees if tree[0][0].category is category]
        if held:
            yield Group(sentence(category), _tree_entries(material, held))


def _safeguard_groups(material: Material) -> Iterator[Group]:
    for state in SafeguardState:
        held = [each for each in material.review.safeguards if each.state is state]
        if held:
            yield Group(sentence(state), tuple(_safeguard_entry(material, each) for each in held))


def _safeguard_entry(material: Material, safeguard: Safeguard) -> Entry:
    head = joined((marked(safeguard.label), material.words.text(safeguard.text)), " ")
    tied = joined(
        (
            labelled("Evidence", material.references.links(safeguard.evidence)),
            labelled("Factors", material.references.citing(safeguard.label, "F")),
            labelled("Actions", material.references.citing(safeguard.label, "A")),
        )
    )
    return Entry(head, _present((material.words.text(safeguard.note), tied)))


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
            _category_text(factor),
            _explained(material, factor, depth),
            labelled("Confidence", factor.confidence or ""),
            labelled("Evidence", material.references.links(factor.evidence)),
            labelled("Themes", material.references.links(_themes_of(material, factor))),
            labelled("Safeguards", material.references.citing(factor.label, "S")),
            labelled("Actions", material.references.citing(factor.label, "A")),
        )
    )
    yield labelled("Evidence still needed", material.words.text(factor.evidence_needed))
    yield labelled("We stopped asking here", material.words.text(factor.stop_reason))
    yield labelled("No action follows", material.words.text(factor.no_action_reason))


def _category_text(factor: Factor) -> str:
    return joined((sentence(factor.category), inline(in_words(factor.subcategory))), ", ")


def _explained(material: Material, factor: Factor, depth: int) -> str:
    """What the factor helps to explain, where it does not stand right below that."""
    if factor.parent is None or (depth <= DEEPEST and not factor.trigger):
        return ""
    return f"part of the how-come of {material.references.link(factor.parent)}"


def _themes(material: Material) -> tuple[Entry, ...]:
    members = theme_members(material.review)
    return tuple(
        _theme_entry(material, theme, members.get(theme.name, ())) for theme in material.review.themes
    )


def _themes_of(material: Material, factor: Factor) -> Iterator[str]:
    """The labels of the factor's themes."""
    return (theme.label for theme in material.review.themes if theme.name in factor.themes)


def _theme_entry(material: Material, theme: Theme, members: Iterable[Factor]) -> Entry:
    name = inline(theme_words(material, theme.name))
    head = joined((marked(theme.label), joined((name, material.words.text(theme.text)), ": ")), " ")
    tied = joined(
        (
            labelled("Factors", material.references.links(factor.label for factor in members)),
            labelled("Actions", material.references.links(_answering(material, theme))),
        )
    )
    accepted = labelled(
        "Accepted without an action, because", material.words.text(theme.accepted_because)
    )
    return Entry(head, _present((tied, accepted)))


def _answering(material: Material, theme: Theme) -> Iterator[str]:
    """The actions that answer the theme, directly or through one of its factors."""
    strands = supports(material.review, theme.label)
    return (strand.label for strand in strands if strand.label.startswith("A") and not strand.again)


def _present(lines: Iterable[Markdown]) -> tuple[Markdown, ...]:
    return tuple(line for line in lines if line)
