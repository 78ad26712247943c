"""Factors as a tree of "how come?", and the themes that run through them."""

from collections.abc import Collection, Iterable, Iterator

from pirtui.domain.factors import Category, Factor
from pirtui.domain.review import Review

_ORDER = {category: place for place, category in enumerate(Category)}


def in_tree_order(factors: Iterable[Factor]) -> tuple[tuple[Factor, int], ...]:
    """Every factor once, with its depth: roots by category and entry, children beneath their parent.

    A trigger is the spark and no contributing factor: it comes first, as a root, whatever it explains.
    A factor whose parent is missing is a root. Should parents form a circle, it is cut at the factor
    that was entered first.
    """
    by_entry = sorted(factors, key=lambda factor: factor.number)
    children = _children(by_entry)
    known = {factor.label for factor in by_entry}
    roots = [factor for factor in by_entry if factor.trigger or factor.parent not in known]
    placed: dict[str, tuple[Factor, int]] = {}
    for root in sorted(roots, key=_place_of_root):
        _place(root, children, placed)
    for factor in by_entry:
        _place(factor, children, placed)
    return tuple(placed.values())


def _place_of_root(factor: Factor) -> tuple[bool, int, int]:
    return not factor.trigger, _ORDER[factor.category], factor.number


def _children(by_entry: list[Factor]) -> dict[str, list[Factor]]:
    children: dict[str, list[Factor]] = {}
    for factor in by_entry:
        if factor.parent is not None and not factor.trigger:
            children.setdefault(factor.parent, []).append(factor)
    return children


def _place(
    root: Factor, children: dict[str, list[Factor]], placed: dict[str, tuple[Factor, int]]
) -> None:
    waiting = [(root, 0)]
    while waiting:
        factor, depth = waiting.pop()
        if factor.label in placed:
            continue
        placed[factor.label] = (factor, depth)
        waiting.extend((child, depth + 1) for child in reversed(children.get(factor.label, [])))


def beneath(tree: tuple[tuple[Factor, int], ...]) -> dict[str, int]:
    """How many factors lie beneath each one, at any depth, in a tree as `in_tree_order` gives it."""
    counts: dict[str, int] = {}
    above: list[tuple[str, int, int]] = []
    for place, (factor, depth) in enumerate(tree):
        _finish(above, depth, place, counts)
        above.append((factor.label, depth, place))
    _finish(above, 0, len(tree), counts)
    return counts


def _finish(above: list[tuple[str, int, int]], depth: int, place: int, counts: dict[str, int]) -> None:
    """Count what lies beneath each branch that ends before this place in the tree."""
    while above and above[-1][1] >= depth:
        label, _, began = above.pop()
        counts[label] = place - began - 1


def unfolded(
    tree: tuple[tuple[Factor, int], ...], folded: Collection[str]
) -> Iterator[tuple[Factor, int]]:
    """The factors of a tree that are seen while these branches are folded."""
    hidden_below: int | None = None
    for factor, depth in tree:
        if hidden_below is not None and depth > hidden_below:
            continue
        hidden_below = depth if factor.label in folded else None
        yield factor, depth


def would_cycle(factors: Iterable[Factor], label: str, parent: str | None) -> bool:
    """Whether giving the factor this parent would make it its own ancestor."""
    parents = {factor.label: factor.parent for factor in factors}
    seen: set[str] = set()
    above = parent
    while above is not None and above not in seen:
        if above == label:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def on_marked_ways(factors: Iterable[Factor], marked: Collection[str]) -> set[str]:
    """The factors that are marked, or that have a marked one anywhere above them."""
    parents = {factor.label: factor.parent for factor in factors}
    found: dict[str, bool] = {}
    for label in parents:
        way: dict[str, None] = {}
        here: str | None = label
        while here is not None and here in parents and here not in found and here not in way:
            way[here] = None
            here = parents[here]
        circle = () if here not in way else (*way,)[list(way).index(here) :]
        is_marked = found.get(here or "", False) or any(each in marked for each in circle)
        for each in reversed(way):
            is_marked = is_marked or each in marked
            found[each] = is_marked
    return {label for label, is_marked in found.items() if is_marked}


def above_any(factors: Iterable[Factor], labels: Iterable[str]) -> set[str]:
    """Every factor that lies above one of these labels."""
    parents = {factor.label: factor.parent for factor in factors}
    above: set[str] = set()
    for label in labels:
        parent = parents.get(label)
        while parent is not None and parent in parents and parent not in above:
            above.add(parent)
            parent = parents[parent]
    return above


def theme_members(review: Review) -> dict[str, tuple[Factor, ...]]:
    """The factors of each theme by the theme's name; a theme without factors has none."""
    members: dict[str, list[Factor]] = {theme.name: [] for theme in review.themes}
    for factor in review.factors:
        for name in dict.fromkeys(factor.themes):
            members.setdefault(name, []).append(factor)
    return {name: tuple(factors) for name, factors in members.items()}
