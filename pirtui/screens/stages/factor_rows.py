"""The rows of stage 4: triggers, factors by category, safeguards and themes, each under its heading."""

from collections.abc import Collection, Iterator

from pirtui.domain.conditions import without_condition
from pirtui.domain.factor_tree import beneath, in_tree_order, theme_members, unfolded
from pirtui.domain.factors import Factor, Theme
from pirtui.domain.review import Review
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.screens.rows import heading, hint
from pirtui.widgets.item_list import Row, Tag

TRIGGER_HEADING = "Trigger"
_DEEPEST = 8
"""How far a row is indented; what lies deeper stands at this depth and says its level."""

_FEWEST_THEMES, _MOST_THEMES = 2, 5
_STATE_TONES = {
    SafeguardState.HELD: "good",
    SafeguardState.ABSENT: "warning",
    SafeguardState.BYPASSED: "warning",
}


def factor_rows(review: Review, folded: Collection[str]) -> tuple[Row, ...]:
    """Everything that stage 4 lists, without what lies in folded branches."""
    factors = tuple(_tree_rows(review, folded)) if review.factors else _empty_factors()
    return (*factors, *_safeguard_rows(review), *_theme_rows(review))


def theme_nudge(review: Review) -> str:
    """A word on the number of themes, where it is outside two to five and there is a factor."""
    count = len(review.themes)
    if not review.factors or _FEWEST_THEMES <= count <= _MOST_THEMES:
        return ""
    if count < _FEWEST_THEMES:
        return "Two to five themes gather the factors: /gather NAME, or #name in a factor's line."
    return f"{count} themes: which of them share a condition? Two to five are usual."


def outside_themes(review: Review) -> int:
    """How many factors belong to no theme; a trigger needs none."""
    return sum(not factor.themes and not factor.trigger for factor in review.factors)


def _empty_factors() -> tuple[Row, ...]:
    return (
        hint("What had to be true for this to happen? One condition at a time."),
        hint("technical: retries doubled the load #overload [E4]     (or process: human: tooling:)"),
        hint(
            "With a factor highlighted, a line that begins with > asks how come: > process: no load test"
        ),
        hint("held: the rate limiter capped the retries     (or absent: bypassed:)"),
        hint("Ctrl+G looks up the kinds of factors by an everyday word."),
    )


def _tree_rows(review: Review, folded: Collection[str]) -> Iterator[Row]:
    tree = in_tree_order(review.factors)
    counts = beneath(tree)
    untied = {factor.label for factor in without_condition(review.factors)}
    above = ""
    for factor, depth in unfolded(tree, folded):
        place = TRIGGER_HEADING if factor.trigger else factor.category.value.capitalize()
        if depth == 0 and place != above:
            above = place
            yield heading(place)
        is_folded = factor.label in folded and counts[factor.label] > 0
        yield _factor_row(
            factor,
            depth,
            (
                *((Tag(f"+{counts[factor.label]}", "accent"),) if is_folded else ()),
                *_factor_tags(factor, depth),
                *_hints(
                    factor, depth, is_end=not counts[factor.label], is_untied=factor.label in untied
                ),
            ),
        )


def _factor_row(factor: Factor, depth: int, tags: tuple[Tag, ...]) -> Row:
    return Row(
        key=factor.label,
        badge=factor.label,
        text=factor.text,
        tags=tags,
        detail=factor.note,
        depth=min(depth, _DEEPEST),
        tone="strong" if factor.trigger else "",
    )


def _factor_tags(factor: Factor, depth: int) -> Iterator[Tag]:
    if factor.trigger:
        yield Tag("trigger", "alert")
    if depth > _DEEPEST:
        yield Tag(f"level {depth + 1}", "muted")
    names_category = depth or factor.trigger
    if names_category or factor.subcategory:
        category = factor.category.value if names_category else ""
        yield Tag("/".join(part for part in (category, factor.subcategory) if part), "muted")
    if factor.trigger and factor.parent:
        yield Tag(f"explains {factor.parent}", "muted")
    yield from (Tag(f"#{theme}", "accent") for theme in factor.themes)
    yield from _ground_tags(factor)


def _ground_tags(factor: Factor) -> Iterator[Tag]:
    said = (
        (", ".join(factor.evidence), "[{}]", "muted"),
        (factor.confidence.value if factor.confidence else "", "confidence {}", "muted"),
        (factor.evidence_needed, "needs: {}", "warning"),
        (factor.stop_reason, "stopped: {}", "muted"),
        (factor.no_action_reason, "no action: {}", "muted"),
    )
    yield from (Tag(form.format(value), tone) for value, form, tone in said if value)


def _hints(factor: Factor, depth: int, *, is_end: bool, is_untied: bool) -> Iterator[Tag]:
    """What the room may still say of a factor; quiet, for nothing depends on it."""
    if is_untied:
        yield Tag("tie it to a condition", "muted")
    if depth and is_end and not factor.stop_reason:
        yield Tag("how come? or /stop", "muted")


def _safeguard_rows(review: Review) -> Iterator[Row]:
    if review.safeguards:
        yield heading("Safeguards")
    yield from (_safeguard_row(safeguard) for safeguard in review.safeguards)


def _safeguard_row(safeguard: Safeguard) -> Row:
    evidence = (Tag(f"[{', '.join(safeguard.evidence)}]", "muted"),) if safeguard.evidence else ()
    return Row(
        key=safeguard.label,
        badge=safeguard.label,
        text=safeguard.text,
        tags=(Tag(safeguard.state.value, _STATE_TONES[safeguard.state]), *evidence),
        detail=safeguard.note,
    )


def _theme_rows(review: Review) -> Iterator[Row]:
    nudge = theme_nudge(review)
    if review.themes or nudge:
        yield heading("Themes")
    members = theme_members(review)
    for theme in review.themes:
        yield _theme_row(theme, members.get(theme.name, ()))
    if nudge:
        yield hint(nudge)


def _theme_row(theme: Theme, members: tuple[Factor, ...]) -> Row:
    tags = [Tag(f"[{', '.join(factor.label for factor in members)}]", "muted")] if members else []
    if theme.accepted_because:
        tags.append(Tag(f"accepted: {theme.accepted_because}", "muted"))
    text = f"#{theme.name}  {theme.text}" if theme.text else f"#{theme.name}"
    return Row(key=theme.label, badge=theme.label, text=text, tags=tuple(tags))
