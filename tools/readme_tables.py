"""Fill README's tables of keys, commands and formats from their registries.

Run with `--check` to only say whether README is up to date.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from pirtui import commands
from pirtui.capture.sources.registry import FORMATS
from pirtui.commands import Command, Place

README = Path(__file__).parent.parent / "README.md"


def key_table() -> str:
    """Every key with what it does, in a review and in the library."""
    rows = [
        (_keys(command), command.summary, _where(command))
        for command in commands.COMMANDS
        if command.all_keys
    ]
    listed = "Move the highlight; the line keeps the focus"
    rows.append(("`Up` `Down` `PgUp` `PgDn`", listed, "everywhere"))
    return _table(("key", "what it does", "where"), rows)


def command_table() -> str:
    """Every command that can be typed after a slash."""
    typed = [command for command in commands.COMMANDS if not command.by_key_only]
    return _table(
        ("command", "what it does", "where"),
        [(_spelling(command), command.summary, _where(command)) for command in typed],
    )


def format_table() -> str:
    """Every format of evidence, by the name that `--format` takes."""
    return _table(("format", "what it is"), [(f"`{each.name}`", each.title) for each in FORMATS])


def filled(readme: str) -> str:
    """README with its tables renewed."""
    tables = {"formats": format_table(), "keys": key_table(), "commands": command_table()}
    for name, table in tables.items():
        readme = _between(readme, name, table)
    return readme


def _keys(command: Command) -> str:
    always = [f"`{commands.key_name(key)}`" for key in command.keys]
    empty = [f"`{commands.key_name(key)}` (line empty)" for key in command.empty_keys]
    return ", ".join((*always, *empty))


def _spelling(command: Command) -> str:
    return f"`/{command.name} {command.argument}`" if command.argument else f"`/{command.name}`"


def _where(command: Command) -> str:
    if command.stages:
        return ", ".join(stage.heading for stage in command.stages)
    if set(command.places) == set(Place):
        return "everywhere"
    return "the library" if Place.HOME in command.places else "a review"


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _between(text: str, name: str, content: str) -> str:
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    before, _, rest = text.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n\n{content}\n\n{end}{after}"


def main() -> int:
    """Renew README, or with `--check` say whether it is up to date."""
    now = README.read_text(encoding="utf-8")
    wanted = filled(now)
    if "--check" in sys.argv:
        return int(now != wanted)
    README.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
