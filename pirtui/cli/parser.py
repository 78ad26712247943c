"""The arguments of every command. Nothing heavy is imported here: help and usage answer at once."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from typing import NoReturn

from pirtui import __version__
from pirtui.cli.console import Problem
from pirtui.cli.world import World

STAGES = (
    "prepare",
    "timeline",
    "gaps",
    "factors",
    "safeguards",
    "actions",
    "parked",
    "wrap-up",
)
"""The sorts of lines that `pirtui add` takes."""

FORMATS = ("markdown", "json", "sqlite")
NAMES = ("roles", "initials", "names")

Run = Callable[[argparse.Namespace, World], int]

_LIBRARY = "--library"
_EPILOG = "Every line is read as if it were typed in its stage; README shows the grammar."


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence and leaves the rest to `--help`."""

    def error(self, message: str) -> NoReturn:
        """Raise a `Problem` in place of printing the usage."""
        raise Problem(f"{message[:1].upper()}{message[1:].rstrip('.')}; see `{self.prog} --help`.")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; the result's `run` carries the command out.

    Raises:
        Problem: if they cannot be understood.
        SystemExit: after `--help` and `--version`.
    """
    return _parser().parse_args(_library_first(list(arguments)))


def _library_first(arguments: list[str]) -> list[str]:
    """Move `--library FILE` before the command, so that it may stand anywhere."""
    moved: list[str] = []
    others: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            others += [word, *words]
        elif word == _LIBRARY:
            moved += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word.startswith(f"{_LIBRARY}="):
            moved.append(word)
        else:
            others.append(word)
    return [*moved, *others]


def _parser() -> _Parser:
    parser = _Parser(
        prog="pirtui",
        description="Run a live, blameless post-incident review; without a command, open the library.",
        epilog="Exit codes: 0 fine, 1 the answer is no, 2 usage or bad input.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"pirtui {__version__}")
    parser.add_argument(
        _LIBRARY,
        metavar="FILE",
        help="the library, before or after the command; else PIRTUI_LIBRARY, else your data folder",
    )
    parser.set_defaults(run=_later("screens", "home"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_demo, _new, _open, _list, _add, _export, _import, _search, _lint, _doctor, _settings):
        add(commands)
    return parser


def _later(module: str, function: str) -> Run:
    """A command whose module is imported when it is carried out."""

    def run(options: argparse.Namespace, world: World) -> int:
        carry_out: Run = getattr(importlib.import_module(f"pirtui.cli.{module}"), function)
        return carry_out(options, world)

    return run


_IMPORT_EPILOG = (
    "Evidence is told by its content. Nothing is reordered or corrected: every doubt is printed as a "
    "question, and stays on its event."
)

Commands = argparse._SubParsersAction


def _command(commands: Commands[_Parser], name: str, what: str, run: Run, epilog: str = "") -> _Parser:
    parser: _Parser = commands.add_parser(
        name, help=what, description=f"{what[:1].upper()}{what[1:]}.", epilog=epilog, allow_abbrev=False
    )
    parser.set_defaults(run=run)
    return parser


def _demo(commands: Commands[_Parser]) -> None:
    what = "open a real incident, half reviewed, in a throw-away library"
    _command(commands, "demo", what, _later("screens", "demo"))


def _new(commands: Commands[_Parser]) -> None:
    parser = _command(commands, "new", "start a review and print its ref", _later("reviews", "new"))
    parser.add_argument("title", metavar="TITLE", nargs="+", help="what happened, in a few words")
    parser.add_argument("--severity", metavar="S", help="sev1 to sev5")
    parser.add_argument(
        "--tz", metavar="ZONE", default="UTC", help="such as Europe/London; UTC if left out"
    )
    parser.add_argument(
        "--date", metavar="D", help="the day of the incident, such as 2026-03-14 or yesterday"
    )


def _open(commands: Commands[_Parser]) -> None:
    what = "go straight into a review"
    parser = _command(commands, "open", what, _later("screens", "open_review"))
    parser.add_argument("target", metavar="REF|FILE", help="a review, or a file that pirtui exported")


def _list(commands: Commands[_Parser]) -> None:
    parser = _command(commands, "list", "list the reviews", _later("reviews", "list_reviews"))
    parser.add_argument("--json", action="store_true", help="as JSON, one object for each review")
    parser.add_argument("--archived", action="store_true", help="archived reviews too")


def _search(commands: Commands[_Parser]) -> None:
    what = "find words in every review; exit code 1 if they stand nowhere"
    parser = _command(commands, "search", what, _later("search", "search"))
    parser.add_argument("words", metavar="WORD", nargs="+", help='all of them; "two words" is a phrase')
    parser.add_argument("--json", action="store_true", help="as JSON, one object for each place")


def _add(commands: Commands[_Parser]) -> None:
    what = "add lines to a stage, from the arguments or from stdin"
    parser = _command(commands, "add", what, _later("lines", "add"), _EPILOG)
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("stage", metavar="STAGE", choices=STAGES, help=", ".join(STAGES))
    parser.add_argument(
        "lines", metavar="LINE", nargs="*", default=(), help="in the grammar of the stage"
    )


def _export(commands: Commands[_Parser]) -> None:
    what = "write a review as a report or a file to hand on"
    parser = _command(commands, "export", what, _later("exchange", "export"))
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("--format", choices=FORMATS, default="markdown", help="markdown if left out")
    parser.add_argument(
        "--names", choices=NAMES, default="roles", help="how the report refers to people"
    )
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="- for stdout, the default")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")


def _import(commands: Commands[_Parser]) -> None:
    what = "take in evidence for a review (notes, chats, exports of other tools), or reviews from pirtui"
    parser = _command(commands, "import", what, _later("exchange", "import_files"), _IMPORT_EPILOG)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a file, a folder, a zip, - for stdin")
    parser.add_argument("--review", metavar="REF", help="the review that gets the events")
    parser.add_argument(
        "--format", metavar="NAME", default="auto", help="auto, or the name of a format in README"
    )
    parser.add_argument("--tz", metavar="ZONE", help="the zone of times that name none")
    parser.add_argument("--date", metavar="D", help="the day of times that no date stands before")
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first", action="store_true", default=None, help="3/4/2026 is 3 April, not 4 March"
    )
    order.add_argument("--month-first", dest="day_first", action="store_false", help="the other way")
    parser.add_argument("--dry-run", action="store_true", help="show what would be added, store nothing")
    parser.add_argument("--json", action="store_true", help="as JSON, one object for each event")
    parser.add_argument("--keep-noise", action="store_true", help="show what is folded away as well")
    parser.add_argument("--redact", action="store_true", help="store no secrets, say where they were")
    parser.add_argument("--allow-secrets", action="store_true", help="store secrets as they are")
    parser.add_argument("--emails", action="store_true", help="e-mail addresses are secrets too")


def _lint(commands: Commands[_Parser]) -> None:
    what = "find blaming language in a text or Markdown file; exit code 1 if there is a warning"
    parser = _command(commands, "lint", what, _later("lint", "lint"))
    parser.add_argument("file", metavar="FILE", help="the text, - for stdin")
    parser.add_argument("--json", action="store_true", help="as JSON, one object for each finding")


def _doctor(commands: Commands[_Parser]) -> None:
    parser = _command(commands, "doctor", "check the library and explain it", _later("doctor", "doctor"))
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--backup",
        metavar="FILE",
        nargs="?",
        const="",
        help="also copy the whole library, to a new file or among its backups",
    )
    instead.add_argument("--backups", action="store_true", help="list the backups, the newest first")
    instead.add_argument(
        "--restore",
        metavar="FILE",
        nargs="?",
        const="latest",
        help="put a backup in the library's place, without FILE the latest; what was there is kept",
    )
    instead.add_argument(
        "--salvage", metavar="NEW_FILE", help="write what can be read of a damaged library to a new one"
    )


def _settings(commands: Commands[_Parser]) -> None:
    told = "show where prompts and thresholds can be edited"
    parser = _command(commands, "settings", told, _later("settings", "settings"))
    parser.add_argument("--write", action="store_true", help="write the files that are not there yet")
