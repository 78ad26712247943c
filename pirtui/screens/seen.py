"""Earlier reviews that share a factor with this one, and which of their actions are still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui.domain.days import day_text
from pirtui.domain.earlier_factors import EarlierReview, Shared, open_actions
from pirtui.domain.factors import Factor
from pirtui.domain.visible import visible
from pirtui.screens.dialog import CLOSE, ReadingDialog
from pirtui.widgets.key_footer import KeyFooter

_Piece = tuple[str, str]
_MOST_REVIEWS = 40


class SeenScreen(ReadingDialog[None]):
    """One review after another: the factors it shares, and the open actions that answer them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", "Close", show=False)]

    def __init__(self, factor: Factor, shared: Sequence[Shared]) -> None:
        super().__init__()
        self._factor = factor
        self._shared = shared

    def compose(self) -> ComposeResult:
        """One page of text."""
        with Vertical():
            yield Static(
                visible(f"Shares factors with {self._factor.label}: {self._factor.text}"),
                classes="heading",
                markup=False,
            )
            with VerticalScroll(id="body", can_focus=False):
                yield Static(Content.assemble(*self._pieces()), markup=False)
            yield KeyFooter([("Up, Down", "Scroll", "page(1)"), CLOSE])

    def _pieces(self) -> Iterator[_Piece]:
        by_review: dict[EarlierReview, list[Shared]] = {}
        for each in self._shared:
            by_review.setdefault(each.factor.review, []).append(each)
        if not by_review:
            yield ("No other review in this library shares it.", "$text-muted")
        for review, shared in list(by_review.items())[:_MOST_REVIEWS]:
            yield from _of_review(review, shared)
        if len(by_review) > _MOST_REVIEWS:
            yield (f"… and {len(by_review) - _MOST_REVIEWS} more reviews", "$text-muted")


def _of_review(review: EarlierReview, shared: Sequence[Shared]) -> Iterator[_Piece]:
    on = f", {day_text(review.on)}" if review.on else ""
    drill = ", a drill" if review.drill else ""
    yield (visible(review.ref), "bold $text-primary")
    yield (f"{on}{drill}  {visible(review.title)}\n", "$text-muted")
    for each in shared:
        yield from _factor_pieces(each)
    actions = open_actions(shared)
    for _, action in actions:
        yield (visible(f"  open action: {action.told}") + "\n", "$text-warning")
    if not actions:
        yield ("  no open action\n", "$text-success")
    yield ("\n", "")


def _factor_pieces(shared: Shared) -> Iterator[_Piece]:
    factor = shared.factor
    kind = "/".join(part for part in (factor.category, factor.subcategory) if part)
    themes = "".join(f"  #{theme}" for theme in factor.themes)
    services = f"  same kind on {', '.join(shared.services)}" if shared.services else ""
    yield (f"  {visible(factor.label)} {visible(factor.text)}", "")
    yield (visible(f"  {kind}{themes}{services}") + "\n", "$text-muted")
