"""What earlier reviews found, kept at hand while factors are typed; read beside the interface."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pirtui.domain.earlier_factors import (
    EarlierFactors,
    Sharing,
    Sought,
    in_one_line,
    named_service,
)
from pirtui.domain.factors import Factor
from pirtui.store.earlier import read_earlier_factors
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.capture.reading import Part
    from pirtui.screens.review import ReviewScreen


class Earlier:
    """The factors of the other reviews; none until they are read, and none where they cannot be."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._factors = EarlierFactors()
        self._asked = False

    def read(self) -> None:
        """Read them again, in a thread; keys are answered meanwhile from what was read before."""
        self._asked = True
        review_id = self._screen.review.id
        self._screen.run_worker(
            lambda: self._read(review_id), thread=True, exclusive=True, group="earlier factors"
        )

    def _read(self, review_id: str) -> None:
        """Read them; where the file cannot be read or holds an odd date, what was read before stays."""
        try:
            found = read_earlier_factors(self._screen.services.library_path, review_id)
        except (LibraryProblem, ValueError):
            return
        self._factors = EarlierFactors(found)

    def remark(self, parts: Iterable[Part]) -> str:
        """A word on what earlier reviews share with the factor of a line that is being typed."""
        if not self._asked:
            self.read()
        said = {part.role: part.text for part in parts}
        category, subcategory = said.get("category", ""), said.get("subcategory", "")
        return (
            in_one_line(self._sharing(said.get("text", ""), category, subcategory)) if category else ""
        )

    def sharing(self, factor: Factor) -> Sharing:
        """What earlier reviews share with a factor of this one."""
        return self._sharing(factor.text, factor.category.value, factor.subcategory)

    def _sharing(self, text: str, category: str, subcategory: str) -> Sharing:
        services = frozenset(map(named_service, self._screen.review.incident.services)) - {""}
        return self._factors.sharing(Sought(text, category, subcategory, services))
