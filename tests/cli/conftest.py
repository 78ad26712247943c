"""The command line, called as a shell would call it, with the clock and the ids of the tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from pirtui.cli.world import World
from tests.cli.shell import Shell
from tests.conftest import SteppedClock


@pytest.fixture
def shell(
    clock: SteppedClock,
    ids: Callable[[], str],
    library_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Shell:
    """A shell in which `PIRTUI_LIBRARY` names a library that does not exist yet."""
    monkeypatch.setenv("PIRTUI_LIBRARY", str(library_path))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    return Shell(World(clock, ids), monkeypatch, capfdbinary)
