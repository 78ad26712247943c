"""A line that edits an item: what the line does not say, and what it says unchanged, is kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from pirtui.capture.reading import Reading
from pirtui.domain.value import Item
from pirtui.domain.visible import visible

Edited = TypeVar("Edited", bound=Item)

_ALONE: Mapping[str, str] = {}


def edited(
    line: str,
    base: Edited | None,
    read: Callable[[str], Reading[Edited]],
    written: Callable[[Edited], str],
    fields: tuple[str, ...],
    along: Mapping[str, str] = _ALONE,
) -> Reading[Edited]:
    """Read a line, as a change of `base` where there is one.

    `fields` are those that a line can say. A field changes only where the line says something else
    than the printed base would; so a note of several lines survives an edit of the text. `along`
    names fields that change together with another one.
    """
    reading = read(line)
    if base is None:
        return reading
    printed = written(base)
    if reading.item is None:
        unchanged = visible(line).strip() == visible(printed).strip()
        return replace(reading, item=base, problem="") if unchanged else reading
    before = read(printed).item
    update = {
        name: getattr(reading.item, name)
        for name in fields
        if before is None or _differs(reading.item, before, along.get(name, name))
    }
    return replace(reading, item=base.model_copy(update=update))


def _differs(item: Item, before: Item, name: str) -> bool:
    return bool(getattr(item, name) != getattr(before, name))
