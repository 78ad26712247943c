"""Human factors tied to the conditions that shaped them: no review ends at what somebody did."""

from collections.abc import Iterable

from pirtui.domain.factors import Category, Factor


def without_condition(factors: Iterable[Factor]) -> tuple[Factor, ...]:
    """The human factors that no condition of the work explains yet.

    One is tied when its parent, its evidence, or anything beneath it in the "how come?" tree is a factor
    of another category.
    """
    held = tuple(factors)
    conditions = {factor.label for factor in held if factor.category is not Category.HUMAN}
    parents = {factor.label: factor.parent for factor in held}
    explained: set[str] = set()
    for label in conditions:
        _climb(parents[label], parents, explained)
    return tuple(
        factor
        for factor in held
        if factor.category is Category.HUMAN
        and factor.label not in explained
        and factor.parent not in conditions
        and conditions.isdisjoint(factor.evidence)
    )


def _climb(label: str | None, parents: dict[str, str | None], explained: set[str]) -> None:
    """Add a factor and everything above it; each is visited once, so that a circle ends."""
    while label is not None and label not in explained:
        explained.add(label)
        label = parents.get(label)
