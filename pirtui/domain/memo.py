"""Remember what was computed from a frozen value, by the value itself and not by its contents."""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from itertools import compress, count
from operator import is_not
from typing import Concatenate, ParamSpec, TypeVar

First = TypeVar("First")
Rest = ParamSpec("Rest")
Result = TypeVar("Result")

Only = TypeVar("Only")

_KEPT = 2
_MOST_TEXTS = 30_000


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


def by_text(function: Callable[[str], bool]) -> Callable[[str], bool]:
    """Let a question about a text remember its answers; it forgets them all when they become too many.

    The texts of 10,000 events, which are there anyway, are held by a third of what `lru_cache` takes.
    """
    known: dict[str, bool] = {}

    def answering(text: str) -> bool:
        told = known.get(text)
        if told is None:
            if len(known) >= _MOST_TEXTS:
                known.clear()
            told = known[text] = function(text)
        return told

    update_wrapper(answering, function)
    return answering


def item_by_item(
    function: Callable[[Only], Result],
) -> Callable[[tuple[Only, ...]], tuple[Result, ...]]:
    """Let a pure function of one item answer for a whole tuple of them, in the tuple's order.

    Only the items between those that the tuple shares, by identity, with the start and the end of the
    last one are looked at anew: when one of 10,000 events changes, that is a matter of one.
    """
    known: tuple[Only, ...] = ()
    told: tuple[Result, ...] = ()

    def answering(items: tuple[Only, ...]) -> tuple[Result, ...]:
        nonlocal known, told
        if items is not known:
            start = shared_at_start(known, items)
            end = shared_at_start(known[start:][::-1], items[start:][::-1])
            new = map(function, items[start : len(items) - end])
            told = (*told[:start], *new, *told[len(known) - end :])
            known = items
        return told

    update_wrapper(answering, function)
    return answering


def shared_at_start(first: Sequence[object], second: Sequence[object]) -> int:
    """How many items the two share, by identity, from the first on."""
    differing = compress(count(), map(is_not, first, second))
    return next(differing, min(len(first), len(second)))
