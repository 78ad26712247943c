"""A migration killed at any of its steps leaves a whole library; the next start completes it."""

from __future__ import annotations

import os
import shutil
import signal
from multiprocessing import get_context
from pathlib import Path

import pytest

from pirtui.store.identity import LIBRARY_VERSION
from tests.store.libraries import asked, is_sound, opened
from tests.torture import Tally, often

pytestmark = pytest.mark.torture

RELEASED = sorted((Path(__file__).parent / "released").glob("library-*.db"))
REF = "2023-07-20-crates-io-downloads"
_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.store.test_interrupted_migrations", "pirtui.store.library"])
_EVERY = often(3, 1)
"""Every so many steps one is tried."""


def _open_and_die(path: Path, step: int) -> None:
    """Open the library, and end without warning in front of the statement with this number."""
    from sqlalchemy import Connection

    run, count = Connection.exec_driver_sql, 0

    def counted(self: Connection, *arguments: object, **named: object) -> object:
        nonlocal count
        count += 1
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(self, *arguments, **named)  # type: ignore[arg-type] # whatever is asked is passed on

    Connection.exec_driver_sql = counted  # type: ignore[method-assign,assignment] # in this process alone
    opened(path).close()


def _died_at(path: Path, step: int) -> bool:
    """Whether the process came as far as this step."""
    process = _SERVER.Process(target=_open_and_die, args=(path, step))
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_kill_at_any_step_costs_nothing(released: Path, tmp_path: Path, tally: Tally) -> None:
    """The library is of its old version or of today's, whole, and opens with all that was in it."""
    step, kills = 1, 0
    while True:
        path = tmp_path / str(step) / "library.db"
        path.parent.mkdir()
        shutil.copy(released, path)
        if not _died_at(path, step):
            break
        kills += 1
        (version,) = asked(path, "PRAGMA user_version")[0]
        assert version in (int(released.stem.rpartition("-")[2]), LIBRARY_VERSION)
        with opened(path) as library:
            assert len(library.load(REF).events) == 17
        assert is_sound(path)
        assert asked(path, "PRAGMA user_version") == [(LIBRARY_VERSION,)]
        step += _EVERY
    tally("kills in a migration", kills)
    assert kills > 3
