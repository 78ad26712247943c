"""What is said when pirtui itself fails: where in its code, and not a word of what somebody wrote."""

from __future__ import annotations

import os
import traceback
from types import TracebackType

SHOW_ALL = "PIRTUI_DEBUG"
"""The environment variable that, set to anything, shows the whole traceback."""


def said_of(problem: BaseException) -> str:
    """One sentence about a failure that nobody foresaw.

    The failure's own words are left out, since they may quote what the room wrote.
    """
    kind = type(problem).__name__
    place = _place(problem.__traceback__)
    return (
        f"pirtui met something it did not expect and stopped ({kind}{place}). "
        f"Every line that was accepted is saved; {SHOW_ALL}=1 shows all of it."
    )


def all_of(problem: BaseException) -> str:
    """The whole traceback if it was asked for, else nothing."""
    return "".join(traceback.format_exception(problem)) if os.environ.get(SHOW_ALL) else ""


def _place(trace: TracebackType | None) -> str:
    """The last place in pirtui's own code, such as ` in screens/review.py, line 88`."""
    found = ""
    for frame in traceback.extract_tb(trace):
        _, inside, name = frame.filename.replace(os.sep, "/").rpartition("/pirtui/")
        if inside:
            found = f" in {name}, line {frame.lineno}"
    return found
