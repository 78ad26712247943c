"""Remember what was computed from a frozen value, by the value itself and not by its contents."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

First = TypeVar("First")
Rest = ParamSpec("Rest")
Result = TypeVar("Result")

Only = TypeVar("Only")

_KEPT = 4
_MOST_ITEMS = 100_000


def by_identity(
    function: Callable[Concatenate[First, Rest], Result],
) -> Callable[Concatenate[First, Rest], Result]:
    """Let a pure function remember its last few results.

    The first argument is compared by identity, so that a tuple of 10,000 events costs nothing to look
    up; it is held while it is remembered, so that its identity stays its own. The other arguments are
    compared by equality. The result is shared: it has to be immutable, or copied by the caller.
    """
    remembered: tuple[tuple[First, object, Result], ...] = ()

    def remembering(first: First, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        nonlocal remembered
        rest = (args, kwargs)
        for known, known_rest, result in remembered:
            if known is first and known_rest == rest:
                return result
        result = function(first, *args, **kwargs)
        remembered = ((first, rest, result), *remembered[: _KEPT - 1])
        return result

    update_wrapper(remembering, function)
    return remembering


def by_item(function: Callable[[Only], Result]) -> Callable[[Only], Result]:
    """Let a pure function of one item remember its results for very many items, by identity.

    For what is asked of every event each time that one of them changes.
    """
    remembered: dict[int, tuple[Only, Result]] = {}

    def remembering(item: Only) -> Result:
        known = remembered.get(id(item))
        if known is not None and known[0] is item:
            return known[1]
        if len(remembered) >= _MOST_ITEMS:
            remembered.clear()
        result = function(item)
        remembered[id(item)] = (item, result)
        return result

    update_wrapper(remembering, function)
    return remembering
