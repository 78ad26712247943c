"""`pirtui doctor`: is the library in order, what can be done where it is not, and its backups."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, timedelta
from pathlib import Path

from pirtui.cli.console import Problem, say
from pirtui.cli.world import World, existing_library, library_path

LATEST = "latest"
"""The name of the newest backup, whichever that is."""

_NO_BACKUPS = "None yet; they are made by themselves while a review is open, or by --backup."


def doctor(options: Namespace, world: World) -> int:
    """Do what the options ask for; alone, check the library: 1 if anything is not in order."""
    if options.salvage:
        return _salvage(existing_library(options.library), _file(options.salvage), world)
    if options.restore:
        return _restore(library_path(options.library), options.restore, world)
    path = existing_library(options.library)
    if options.backups:
        return _list_backups(path)
    return _check(path, options.backup, world)


def _check(path: Path, backup: str | None, world: World) -> int:
    say(f"library  {path}")
    backups = _backups_told(path, world)
    if backups:
        say(f"fine     backups: {backups}")
    with world.library(path) as library:
        found = library.check()
        for finding in found:
            say(f"{'fine' if finding.fine else 'LOOK'}     {finding.name}: {finding.said}")
        if not backups:
            say(f"fine     backups: {_NO_BACKUPS}")
        if backup:
            copy = _file(backup)
            library.backup(copy)
            say(f"backup   {copy}")
        elif backup is not None:
            _back_up(path, world)
    return 0 if all(finding.fine for finding in found) else 1


def _back_up(path: Path, world: World) -> None:
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.rotation import backups_of, keep_backup

    try:
        made = keep_backup(path, world.clock)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem
    say(f"backup   {made.path if made else f'{backups_of(path)[0].path} holds all of it already'}")


def _backups_told(path: Path, world: World) -> str:
    """How many backups there are, and how old the newest is; nothing if there are none."""
    from pirtui.store.rotation import backups_of

    made = backups_of(path)
    if not made:
        return ""
    count = "One" if len(made) == 1 else str(len(made))
    return f"{count}, the newest {_age(world.clock() - made[0].at)}; --backups lists them."


def _list_backups(path: Path) -> int:
    from pirtui.store.rotation import backups_of

    made = backups_of(path)
    for backup in made:
        say(f"{backup.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC  {backup.path}")
    if not made:
        say(_NO_BACKUPS)
    return 0 if made else 1


def _restore(path: Path, named: str, world: World) -> int:
    from pirtui.store.backups import restore_backup
    from pirtui.store.errors import LibraryProblem

    backup = _newest_sound(path) if named == LATEST else _file(named)
    try:
        kept = restore_backup(path, backup, world.clock)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem
    say(f"restored {path} from {backup}")
    if kept is not None:
        say(f"kept     what was there, as {kept}")
    return 0


def _newest_sound(path: Path) -> Path:
    from pirtui.store.rotation import backups_of, is_sound

    made = backups_of(path)
    if not made:
        raise Problem(f"There is no backup of {path}; name a file after --restore.")
    found = next((backup for backup in made if is_sound(backup.path)), None)
    if found is None:
        raise Problem(f"No backup of {path} can be read; `pirtui doctor --salvage NEW_FILE` may help.")
    return found.path


def _salvage(path: Path, target: Path, world: World) -> int:
    from pirtui.store.errors import LibraryProblem
    from pirtui.store.salvage import salvage

    try:
        saved = salvage(path, target, world.clock)
    except LibraryProblem as problem:
        raise Problem(str(problem)) from problem
    for ref, items in saved.reviews.items():
        say(f"saved    {ref}: {items} items")
    if saved.from_journal:
        say(f"journal  {saved.from_journal} items that only the journal still told are back")
    for sentence in saved.lost:
        say(f"LOST     {sentence}")
    say(f"written  {target}; {path} is as it was. Look at it with `pirtui --library {target}`.")
    return 1 if saved.lost else 0


def _file(named: str) -> Path:
    return Path(named).expanduser()


def _age(since: timedelta) -> str:
    """How long ago, by the largest unit."""
    if since < timedelta(0):
        return "from after the clock was set back"
    for unit, length in (("day", timedelta(days=1)), ("hour", timedelta(hours=1))):
        if since >= length:
            return f"{since // length} {unit}{'' if since // length == 1 else 's'} old"
    return "less than an hour old"
