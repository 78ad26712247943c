"""Saying how far a long reading is: on a terminal only, and only if it takes its time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pirtui.capture.candidates import Progress
from pirtui.domain.visible import visible

_PATIENCE = 0.5
"""Seconds that pass before anything is said."""


@contextmanager
def progress_of(name: str) -> Iterator[Progress]:
    """Show how much of a source has been read; the line is gone at the end."""
    began = time.monotonic()
    shown = False

    def show(done: int, all_of_it: int) -> None:
        nonlocal shown
        if not sys.stderr.isatty() or time.monotonic() - began < _PATIENCE:
            return
        shown = True
        sys.stderr.write(f"\r\x1b[KReading {visible(name)}: {done:,} of {all_of_it:,}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
