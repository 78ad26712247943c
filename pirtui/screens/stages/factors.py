"""Stage 4: what contributed, grown into a branching "how come?" tree, and the themes across it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.factor_tree import in_tree_order, theme_members
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.review import Review, Stage
from pirtui.domain.taxonomy import SUBCATEGORIES
from pirtui.screens.rows import heading, hint
from pirtui.screens.stages.base import Intent, Panel, PanelLine, StageView, setting
from pirtui.widgets.item_list import Row, Tag


class FactorsStage(StageView):
    """Factors by category, each above the factors that explain it; Space marks the trigger."""

    stage: ClassVar[Stage] = Stage.FACTORS
    grammar: ClassVar[str] = "factors"
    placeholder: ClassVar[str] = (
        "technical/coupling-cascade: what had to be true #theme [G1,E4]   > how come?"
    )

    def rows(self, review: Review) -> Sequence[Row]:
        """The tree of factors under a heading for each category, then the themes."""
        if not review.factors:
            return _empty_factors()
        rows: list[Row] = []
        category: Category | None = None
        for factor, depth in in_tree_order(review.factors):
            if depth == 0 and factor.category is not category:
                category = factor.category
                rows.append(heading(category.value.capitalize()))
            rows.append(_factor_row(factor, depth))
        return (*rows, *_theme_rows(review))

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What the highlighted factor's category means, and its siblings to choose from."""
        factor = changes.find(review, key) if changes.has(review, key) else None
        category = factor.category if isinstance(factor, Factor) else Category.TECHNICAL
        meanings = SUBCATEGORIES[category]
        lines = tuple(PanelLine(name, meaning) for name, meaning in meanings.items())
        return Panel(f"{category.value.capitalize()} factors", lines)

    def marked(self, review: Review, key: str) -> Intent | None:
        """Mark the factor as the trigger, or not."""
        factor = changes.find(review, key)
        if not isinstance(factor, Factor):
            return None
        trigger = not factor.trigger
        return setting(
            key,
            f"Mark {key} as the trigger" if trigger else f"{key} is not the trigger",
            trigger=trigger,
        )

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Known themes after `#`; categories with their sub-categories at the start of the line."""
        names = tuple(f"{c.value}/{sub}:" for c in Category for sub in SUBCATEGORIES[c])
        plain = tuple(f"{category.value}:" for category in Category)
        return {"#": tuple(theme.name for theme in review.themes), "": (*plain, *names)}


def _empty_factors() -> tuple[Row, ...]:
    return (
        hint("What had to be true for this to happen? One condition at a time."),
        hint("technical: retries doubled the load #overload [E4]     (or process: human: tooling:)"),
        hint(
            "With a factor highlighted, a line that begins with > asks how come: > process: no load test"
        ),
    )


def _factor_row(factor: Factor, depth: int) -> Row:
    return Row(
        key=factor.label,
        badge=factor.label,
        text=factor.text,
        tags=tuple(_factor_tags(factor, depth)),
        detail=factor.note,
        depth=depth,
        tone="strong" if factor.trigger else "",
    )


def _factor_tags(factor: Factor, depth: int) -> Iterator[Tag]:
    if factor.trigger:
        yield Tag("trigger", "alert")
    if depth or factor.subcategory:
        category = factor.category.value if depth else ""
        yield Tag("/".join(part for part in (category, factor.subcategory) if part), "muted")
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


def _theme_rows(review: Review) -> Iterator[Row]:
    if not review.themes:
        return
    yield heading("Themes")
    members = theme_members(review)
    for theme in review.themes:
        yield _theme_row(theme, members.get(theme.name, ()))


def _theme_row(theme: Theme, members: tuple[Factor, ...]) -> Row:
    tags = [Tag(f"[{', '.join(factor.label for factor in members)}]", "muted")] if members else []
    if theme.accepted_because:
        tags.append(Tag(f"accepted: {theme.accepted_because}", "muted"))
    text = f"#{theme.name}  {theme.text}" if theme.text else f"#{theme.name}"
    return Row(key=theme.label, badge=theme.label, text=text, tags=tuple(tags))
