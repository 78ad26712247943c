"""`pirtui`, `pirtui open` and `pirtui demo`: the commands that open the screens."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pirtui.cli.console import Problem
from pirtui.cli.world import World, holds_review, library_path, summaries

_DEMO_LIBRARY = "demo.db"


def home(options: Namespace, world: World) -> int:
    """Open the library."""
    return _shown(library_path(options.library), None, world, keeps_backups=True)


def open_review(options: Namespace, world: World) -> int:
    """Open a review by its ref, or the review in a file."""
    path = Path(options.target).expanduser()
    if _is_file(path):
        return _open_file(path, options, world)
    library = library_path(options.library)
    if not holds_review(library, options.target):
        raise Problem(f"There is no review {options.target}; `pirtui list` shows them all.")
    return _shown(library, options.target, world, keeps_backups=True)


def demo(_options: Namespace, world: World) -> int:
    """Open a real incident, half reviewed, in a library that is gone afterwards."""
    from pirtui import samples
    from pirtui.domain.review import Stage
    from pirtui.session import Draft, Session

    clock = _from(samples.MEETING, world.clock)
    with TemporaryDirectory(prefix="pirtui-demo-") as folder:
        path = Path(folder) / _DEMO_LIBRARY
        with World(clock, world.new_id).library(path) as library:
            review = library.create(samples.crates_io(world.new_id()))
            Session.open(library, review.ref).keep_place(Stage.TIMELINE, "E11", Draft())
        return _shown(path, review.ref, World(clock, world.new_id))


def _from(start: datetime, clock: Callable[[], datetime]) -> Callable[[], datetime]:
    """A clock that tells `start` now and goes on from there, so that deadlines fit the incident."""
    behind = clock() - start
    return lambda: clock() - behind


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _open_file(path: Path, options: Namespace, world: World) -> int:
    from pirtui.cli.exchange import known_kind, reviews_in
    from pirtui.store.kinds import FileKind

    if known_kind(path) is FileKind.LIBRARY:
        found = summaries(path, with_archived=True)
        return _shown(path, found[0].ref if len(found) == 1 else None, world)
    library_file = library_path(options.library)
    with world.library(library_file) as library:
        ref = library.import_review(next(reviews_in(path, world))).ref
    return _shown(library_file, ref, world, keeps_backups=True)


def _shown(path: Path, ref: str | None, world: World, *, keeps_backups: bool = False) -> int:
    """Show the screens; a file that somebody sent, and the demo's, are not backed up."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Problem("The screens need a terminal; `pirtui --help` lists the commands for scripts.")
    gc.disable()  # what a start makes is there to stay; the app switches this on again in a while
    from pirtui.app import make_app

    app = make_app(
        library_path=path,
        open_ref=ref,
        clock=world.clock,
        ids=world.new_id,
        keeps_backups=keeps_backups,
    )
    app.run()
    app.services.keep_backup()
    return app.return_code or 0
