"""What the factors offer beside their list: folding, the glossary of kinds, and earlier reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pirtui.domain import changes
from pirtui.domain.factor_tree import beneath, in_tree_order
from pirtui.domain.factors import Factor
from pirtui.domain.glossary import GlossaryEntry
from pirtui.domain.review import Stage
from pirtui.screens.item_commands import CannotDoError, of_kind
from pirtui.screens.stages.factors import FactorsStage

if TYPE_CHECKING:
    from pirtui.screens.review import ReviewScreen

_ALL = "all"
_FACTOR_COMMAND = "/factor "


class FactorTools:
    """Carries out the commands of the factors that change nothing in the review by themselves."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen

    def enter(self, stage: Stage) -> None:
        """Make ready for a stage that is about to be shown."""
        if stage is Stage.FACTORS:
            self._view.folds.keep_in(self._screen.session.room)
            self._screen.earlier.read()

    @property
    def _view(self) -> FactorsStage:
        return cast(FactorsStage, self._screen.view)

    # The tree

    async def fold(self, argument: str) -> None:
        """Fold the highlighted branch, or every branch; an end and a folded branch go up."""
        self._require_tree()
        tree = in_tree_order(self._screen.review.factors)
        counts = beneath(tree)
        if argument.casefold() == _ALL:
            self._view.folds.fold(label for label, count in counts.items() if count)
            self._show(_root_above(tree, self._screen.highlighted))
            return
        factor = self._highlighted_factor()
        if factor is None:
            return
        if counts[factor.label] and factor.label not in self._view.folds.labels:
            self._view.folds.fold([factor.label])
            self._show(factor.label)
        elif factor.parent and not factor.trigger:
            self._screen.highlight(factor.parent)

    async def unfold(self, argument: str) -> None:
        """Unfold the highlighted branch, or every branch; an unfolded one goes down into it."""
        self._require_tree()
        folds = self._view.folds
        if argument.casefold() == _ALL:
            folds.unfold(folds.labels)
            self._show(self._screen.highlighted)
            return
        factor = self._highlighted_factor()
        if factor is None:
            return
        if factor.label in folds.labels:
            folds.unfold([factor.label])
            self._show(factor.label)
        elif first := self._first_child(factor):
            self._screen.highlight(first)

    def _require_tree(self) -> None:
        if self._screen.frame.is_narrowed:
            raise CannotDoError("/find alone shows the whole tree again; then its branches fold.")

    def _show(self, label: str) -> None:
        """Draw the tree again with this factor highlighted."""
        self._screen.highlight(label)
        self._screen.frame.redraw()

    def _first_child(self, factor: Factor) -> str:
        children = (
            each.label
            for each in self._screen.review.factors
            if each.parent == factor.label and not each.trigger
        )
        return next(children, "")

    def _highlighted_factor(self) -> Factor | None:
        key = self._screen.highlighted
        found = changes.find(self._screen.review, key) if changes.has(self._screen.review, key) else None
        return found if isinstance(found, Factor) else None

    # The glossary

    async def kinds(self, argument: str) -> None:
        """Look kinds up; the chosen one goes to the highlighted factor, or before the line."""
        from pirtui.screens.glossary import GlossaryScreen

        held = self._screen.line.value

        def chosen(entry: GlossaryEntry | None) -> None:
            if entry is not None:
                self._use(entry, held)

        factor = self._highlighted_factor() if not held and self._at_factors else None
        await self._screen.app.push_screen(GlossaryScreen(argument, factor), chosen)

    @property
    def _at_factors(self) -> bool:
        return self._screen.stage is Stage.FACTORS

    def _use(self, entry: GlossaryEntry, held: str) -> None:
        """Change the highlighted factor while the line is empty; else put the kind before the line."""
        factor = self._highlighted_factor()
        if not held and self._at_factors and factor is not None:
            self._screen.apply(of_kind(factor.label, entry.category, entry.subcategory))
            return
        command = "" if self._at_factors and not held.startswith(_FACTOR_COMMAND) else _FACTOR_COMMAND
        text = held.removeprefix(_FACTOR_COMMAND)
        from pirtui.capture.factors import with_kind

        self._screen.put_in_line(f"{command}{with_kind(text, entry.kind)}", self._screen.editing)

    # Earlier reviews

    async def seen(self, _argument: str) -> None:
        """Show which earlier reviews share the highlighted factor."""
        from pirtui.screens.seen import SeenScreen

        factor = self._highlighted_factor()
        if factor is None:
            raise CannotDoError("Highlight a factor first.")
        await self._screen.app.push_screen(
            SeenScreen(factor, self._screen.earlier.sharing(factor).shared)
        )


def _root_above(tree: tuple[tuple[Factor, int], ...], label: str) -> str:
    """The root of the branch in which a factor lies; the label itself if it is not in the tree."""
    root = label
    for factor, depth in tree:
        root = factor.label if depth == 0 else root
        if factor.label == label:
            return root
    return label
