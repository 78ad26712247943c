"""Stage 4: what contributed, grown into a branching "how come?" tree, and the themes across it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from pirtui.domain import changes
from pirtui.domain.factor_tree import above_any
from pirtui.domain.factors import Category, Factor
from pirtui.domain.review import Review, Stage
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.taxonomy import SUBCATEGORIES
from pirtui.screens.folds import Folds
from pirtui.screens.stages.base import Intent, Panel, PanelLine, StageView, setting
from pirtui.screens.stages.factor_rows import factor_rows, outside_themes, theme_nudge
from pirtui.widgets.item_list import Row

STOP_REASONS = ("no more evidence", "outside our control", "agreed", "known risk")
"""Why a room stops asking "how come?"; any other reason does as well."""


class FactorsStage(StageView):
    """Factors by category, each above the factors that explain it; Space marks the trigger.

    On a safeguard Space goes on to how else it may have fared; a theme has no main mark.
    """

    stage: ClassVar[Stage] = Stage.FACTORS
    grammar: ClassVar[str] = "factors"
    refers_to: ClassVar[str] = "GES"
    placeholder: ClassVar[str] = (
        "technical/coupling-cascade: what had to be true #theme [G1,E4]   > how come?"
    )

    def __init__(self) -> None:
        self.folds = Folds()

    def rows(self, review: Review) -> Sequence[Row]:
        """Triggers, the tree of factors under a heading for each category, safeguards, themes."""
        return factor_rows(review, self.folds.labels)

    def every_row(self, review: Review) -> Sequence[Row]:
        """The same with every branch unfolded."""
        return factor_rows(review, ())

    def reveal(self, review: Review, keys: Iterable[str]) -> bool:
        """Unfold the branches in which these factors lie."""
        folded = self.folds.labels
        if not folded:
            return False
        above = above_any(review.factors, (key for key in keys if key[:1] == "F"))
        self.folds.unfold(above & folded)
        return not folded.isdisjoint(above)

    def panel(self, review: Review, key: str, now: datetime) -> Panel:
        """What is left to gather, and what the highlighted factor's category means."""
        item = changes.find(review, key) if changes.has(review, key) else None
        if isinstance(item, Safeguard):
            return Panel("Safeguards", _safeguard_counts(review))
        category = item.category if isinstance(item, Factor) else Category.TECHNICAL
        meanings = SUBCATEGORIES[category]
        lines = (PanelLine(name, meaning) for name, meaning in meanings.items())
        heading = f"{category.value.capitalize()} factors"
        return Panel(heading, (*_stop_lines(review, item), *_theme_lines(review), *lines))

    def marked(self, review: Review, key: str) -> Intent | None:
        """Mark the factor as the trigger, or not; a safeguard goes on to its next state."""
        item = changes.find(review, key)
        if isinstance(item, Safeguard):
            return _next_state(item)
        if not isinstance(item, Factor):
            return None
        trigger = not item.trigger
        return setting(
            key,
            f"Mark {key} as the trigger" if trigger else f"{key} is not the trigger",
            trigger=trigger,
        )

    def completions(self, review: Review) -> dict[str, tuple[str, ...]]:
        """Known themes after `#`; categories, safeguards and sub-categories at the start of the line."""
        names = tuple(f"{c.value}/{sub}:" for c in Category for sub in SUBCATEGORIES[c])
        plain = (
            *(f"{category.value}:" for category in Category),
            *(f"{s.value}:" for s in SafeguardState),
        )
        return {"#": tuple(theme.name for theme in review.themes), "": (*plain, *names)}


def _next_state(safeguard: Safeguard) -> Intent:
    states = list(SafeguardState)
    state = states[(states.index(safeguard.state) + 1) % len(states)]
    return setting(safeguard.label, f"{safeguard.label}: {state.value}", state=state)


def _safeguard_counts(review: Review) -> tuple[PanelLine, ...]:
    held = [safeguard.state for safeguard in review.safeguards]
    return tuple(PanelLine(state.value, str(held.count(state))) for state in SafeguardState)


def _stop_lines(review: Review, item: object) -> Iterator[PanelLine]:
    """The usual reasons to stop, while an end of a branch is highlighted that has none."""
    if not isinstance(item, Factor) or item.trigger or item.parent is None or item.stop_reason:
        return
    if all(factor.parent != item.label for factor in review.factors):
        yield PanelLine("How come? Or /stop:", ", ".join(STOP_REASONS), "muted")


def _theme_lines(review: Review) -> Iterator[PanelLine]:
    if not review.factors:
        return
    usual = " (2 to 5 are usual)" if theme_nudge(review) else ""
    yield PanelLine("themes", f"{len(review.themes)}{usual}", "muted" if usual else "")
    if outside := outside_themes(review):
        yield PanelLine("factors in no theme", str(outside), "muted")
