"""What every test gets: a sealed machine, a clock that stands still, and a library of its own."""

import gc
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pirtui.domain.ids import uuid7
from tests.torture import LONG, tally, totals

__all__ = ["tally"]

_SEALED = (
    "NO_COLOR",
    "TEXTUAL_THEME",
    "PIRTUI_LIBRARY",
    "PIRTUI_SETTINGS",
    "TEXTUAL",
    "FORCE_COLOR",
)


def pytest_collection_finish() -> None:
    """Collect rarely: what is imported stays, and the app of a test lives for a second."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


class SteppedClock:
    """A clock that tells the same time until it is moved."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """The time now."""
        return self.now

    def move(self, **by: float) -> None:
        """Let some time pass."""
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def sealed_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the machine reaches a test, and nothing of a test reaches the machine."""
    for name in _SEALED:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(socket.socket, "connect", _connect_on_this_machine)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, _no_network)


_connect = socket.socket.connect


def _connect_on_this_machine(made: socket.socket, address: Any) -> None:
    """Let processes of the tests speak with each other, and nobody else."""
    if made.family != socket.AF_UNIX:
        _no_network(address)
    _connect(made, address)


def _no_network(*arguments: object, **_: object) -> None:
    raise AssertionError(f"pirtui works offline, and reached for the network: {arguments!r}")


@pytest.fixture(autouse=True)
def keys_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that a test presses is a person's key; the line does not wait to see whether more come."""
    from pirtui.widgets.entry_line import EntryLine

    monkeypatch.setattr(EntryLine, "alone_for", 0.0)


@pytest.fixture
def clock() -> SteppedClock:
    """Monday, 23 November 2026, ten o'clock in UTC."""
    return SteppedClock(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))


@pytest.fixture
def ids(clock: SteppedClock) -> Callable[[], str]:
    """Ids that come in the same order in every run."""
    numbers: Iterator[int] = count(1)
    return lambda: uuid7(clock(), next(numbers))


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Where a library can be made; its folder does not exist yet."""
    return tmp_path / "data" / "library.db"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of `make torture` what was tried, and what was lost."""
    if LONG:
        done = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
        counted = totals(done)
        terminalreporter.write_sep("=", "what was tried")
        for name in sorted(counted, key=lambda each: (each == "lost", each)):
            terminalreporter.write_line(f"{name:<40}{counted[name]:>10,}")
