"""`pirtui settings`: which files can be edited, where they lie, and whether they are right."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pirtui.cli.console import say
from pirtui.cli.world import World
from pirtui.settings_folder import settings_folder


@dataclass(frozen=True)
class SettingsFile:
    """A file to edit: its name, its default text, and what is wrong with the one in a folder."""

    name: str
    default_text: Callable[[], str]
    wrong: Callable[[Path], str]


def settings(options: Namespace, _world: World) -> int:
    """Say what lies where; 1 if a file cannot be read. With `--write`, put down what is missing."""
    folder = settings_folder()
    say(f"folder  {folder}")
    wrong = [said for each in _files() if (said := _told(each, folder, write=options.write))]
    return 1 if wrong else 0


def _told(each: SettingsFile, folder: Path, *, write: bool) -> str:
    """Say how a file stands; what is wrong with it, if anything is."""
    path = folder / each.name
    if not path.exists():
        if not write:
            say(f"{each.name}: not there, the defaults hold; `pirtui settings --write` puts it there")
            return ""
        _put(path, each.default_text())
        say(f"{each.name}: written, to be edited")
        return ""
    wrong = each.wrong(folder)
    say(f"{each.name}: {wrong or _state(path, each)}")
    return wrong


def _state(path: Path, each: SettingsFile) -> str:
    return "as by default" if path.read_text("utf-8") == each.default_text() else "edited"


def _put(path: Path, text: str) -> None:
    from pirtui.cli.console import Problem
    from pirtui.files import FileProblem, write_text

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        write_text(path, text, overwrite=False)
    except FileProblem as problem:
        raise Problem(str(problem)) from problem


def _files() -> tuple[SettingsFile, ...]:
    from pirtui import prompt_file, threshold_file

    return (
        SettingsFile(threshold_file.NAME, threshold_file.default_text, _wrong_thresholds),
        SettingsFile(prompt_file.FILE_NAME, prompt_file.default_text, _wrong_prompts),
    )


def _wrong_thresholds(folder: Path) -> str:
    from pirtui.threshold_file import UnreadableThresholds, read_thresholds

    try:
        read_thresholds(folder)
    except UnreadableThresholds as problem:
        return str(problem)
    return ""


def _wrong_prompts(folder: Path) -> str:
    from pirtui import prompt_file

    return prompt_file.read_prompts(folder / prompt_file.FILE_NAME).problem
