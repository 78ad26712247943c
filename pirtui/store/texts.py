"""Text as a library can keep it: SQLite holds UTF-8, in which a lone surrogate cannot be written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from pirtui.domain.differences import Difference
from pirtui.domain.value import Value

Kept = TypeVar("Kept", bound=Value)


def kept_text(text: str) -> str:
    """The same text, in which every lone surrogate has become U+FFFD and every pair one character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def kept_value(value: Kept) -> Kept:
    """The same value with every text in it as a library keeps it; itself if nothing has to change."""
    changed = {
        name: kept
        for name in type(value).model_fields
        if (kept := _kept(held := getattr(value, name))) is not held
    }
    return value.model_copy(update=changed) if changed else value


def kept_change(change: Difference) -> Difference:
    """The same change with every new text as a library keeps it."""
    return Difference(
        tuple(replace(each, after=_kept(each.after)) for each in change.items),
        tuple(replace(each, after=_kept(each.after)) for each in change.fields),
    )


def _kept(held: Any) -> Any:
    if type(held) is str:
        return kept_text(held)
    if isinstance(held, Value):
        return kept_value(held)
    if isinstance(held, tuple):
        kept = tuple(_kept(each) for each in held)
        return held if all(one is other for one, other in zip(kept, held, strict=True)) else kept
    return held
