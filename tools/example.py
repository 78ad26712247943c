"""Play the example's review through the app, from an empty library to the report that it exports.

`docs/example-review.txt` holds what the facilitator types, line by line. A line is put into the app's
line and entered, except: `# …` is a remark, `<F4> <Space>` presses keys, and `<to G3>` moves the
highlight to an item with the arrow keys. `docs/example-report.md` is what F9 then writes.
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, chdir, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from pirtui import commands
from pirtui.commands import Place
from pirtui.widgets.entry_line import EntryLine
from pirtui.widgets.preview_row import PreviewRow
from tests.screens.room import Room, room

DOCS = Path(__file__).parent.parent / "docs"
SCRIPT = DOCS / "example-review.txt"
REPORT = DOCS / "example-report.md"

MEETING = datetime(2024, 7, 26, 13, 0, tzinfo=UTC)
"""When the room meets: two in the afternoon in London, the day after the incident."""

SIZE = (80, 24)

_PACE = timedelta(seconds=20)
"""How far the clock goes on with each line."""

_REMARK = re.compile(r"#(\s|$)")
_KEYS = re.compile(r"<[^<>]+>(\s+<[^<>]+>)*")
_KEY = re.compile(r"<([^<>]+)>")
_TO = "to "
_ON_KEYBOARD = {shown.casefold(): key for key, shown in commands.KEY_NAMES.items()}


class RefusedError(Exception):
    """The app did not take a line; the message names the line and says what the app said."""


class Facilitator:
    """Works off the script; every step must be taken by the app without a warning."""

    def __init__(self, there: Room) -> None:
        self._there = there

    async def carry_out(self, line: str) -> None:
        """Type a line, or press the keys that it names."""
        if not _KEYS.fullmatch(line):
            await self._type(line)
            return
        for name in _KEY.findall(line):
            if name.startswith(_TO):
                await self._highlight(name.removeprefix(_TO).strip())
            else:
                await self._press(name)
            self._look_for_warning()

    async def _type(self, line: str) -> None:
        if not (self._there.at_home or self._there.is_open):
            raise RefusedError("a dialog is open, which takes no lines")
        await self._there.paste(line)
        self._look_for_warning()
        await self._there.keys("enter")
        self._look_for_warning()
        if self._there.in_line:
            raise RefusedError(f"the line still holds {self._there.in_line!r}: {self._there.said}")

    async def _press(self, name: str) -> None:
        key = _ON_KEYBOARD.get(name.casefold(), name.casefold())
        on_top = self._there.at_home or self._there.is_open
        place = Place.HOME if self._there.at_home else Place.REVIEW
        if on_top and commands.for_key(key, place, line_is_empty=not self._there.in_line) is None:
            raise RefusedError(f"no key {name} does anything here")
        await self._there.keys(key)

    async def _highlight(self, label: str) -> None:
        keys = [row.key for row in self._there.rows if row.key]
        if label not in keys:
            raise RefusedError(f"there is no row {label} here, only {', '.join(keys)}")
        steps = keys.index(label) - keys.index(self._there.highlighted)
        await self._there.keys(*(["down" if steps > 0 else "up"] * abs(steps)))
        if self._there.highlighted != label:
            raise RefusedError(f"the arrow keys led to {self._there.highlighted}, not to {label}")

    def _look_for_warning(self) -> None:
        preview = self._there.app.screen.query(PreviewRow)
        if preview and preview.first().is_warning:
            raise RefusedError(preview.first().told)


def report_of(script: str) -> str:
    """Play a script in an empty library and return the report that it exports.

    Raises:
        RefusedError: if the app does not take a line, or no report was written.
    """
    with _sealed() as folder:
        asyncio.run(_played(script, folder / "library.db"))
        written = sorted(folder.glob("*.md"))
        if len(written) != 1:
            raise RefusedError(f"{len(written)} reports were written, where one is expected")
        return written[0].read_text(encoding="utf-8")


async def _played(script: str, library: Path) -> None:
    now = MEETING
    async with room(library, clock=lambda: now, size=SIZE) as there:
        facilitator = Facilitator(there)
        for number, line in _steps(script):
            now += _PACE
            try:
                await facilitator.carry_out(line)
            except RefusedError as problem:
                raise RefusedError(f"Line {number}: {line}\n{problem}") from problem


def _steps(script: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(script.splitlines(), start=1):
        if line.strip() and not _REMARK.match(line):
            yield number, line.strip()


@contextmanager
def _sealed() -> Iterator[Path]:
    """A folder to work in, where nothing of this machine changes what the app does."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(patch.dict(os.environ, _environment(folder), clear=True))
        stack.enter_context(patch.object(EntryLine, "alone_for", 0.0))
        stack.enter_context(chdir(folder))
        yield folder


def _environment(folder: Path) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TEMP", "TMPDIR") if name in os.environ}
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return {**kept, **dict.fromkeys(homes, str(folder / "home")), "TZ": "UTC", "LC_ALL": "C.UTF-8"}


if __name__ == "__main__":
    try:
        report = report_of(SCRIPT.read_text(encoding="utf-8"))
    except RefusedError as refused:
        raise SystemExit(str(refused)) from None
    REPORT.write_text(report, encoding="utf-8", newline="\n")
