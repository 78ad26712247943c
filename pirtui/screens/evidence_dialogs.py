"""How evidence comes into a review: pasted lines and files are read, shown in the tray, and stored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pirtui.capture.candidates import Assumptions, Evidence, Progress
from pirtui.capture.material import PASTED, Material
from pirtui.domain import changes
from pirtui.domain.events import Event
from pirtui.domain.moment_text import zone_of
from pirtui.domain.visible import visible_lines
from pirtui.screens.item_commands import CannotDoError
from pirtui.screens.stages.base import Intent

if TYPE_CHECKING:
    from pirtui.screens.evidence_choices import Tray
    from pirtui.screens.evidence_reading import Reader, Unread
    from pirtui.screens.evidence_tray import TrayAnswer
    from pirtui.screens.review import ReviewScreen
    from pirtui.screens.services import Services

Columns = tuple[tuple[str, str], ...]
"""What the columns of a table hold, by their headers."""

_READ_AT_ONCE = 256_000
"""Bytes above which a source is read beside the interface from the start."""

_COLUMNS = "columns"
"""The name under which the library keeps what the columns of tables hold."""

_ESCAPED = re.compile(r"\\(.)")
_NOTHING_STORED = "Nothing was stored. /tray brings it back."


class EvidenceDialogs:
    """Opens the tray over a review, and turns its answer into one change.

    A tray that was set aside is kept as long as the review is on the screen, and so is what the columns
    of a table were said to hold.
    """

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._aside: tuple[Tray, Reader] | None = None
        self._columns: dict[tuple[str, ...], Columns] = {}
        self._columns_are_known = False

    async def pasted(self, text: str) -> None:
        """Read pasted lines; what would command a terminal is shown instead, and tabs stay tabs."""
        shown = "\t".join(map(visible_lines, text.split("\t")))
        content = shown.encode()
        await self._open(
            PASTED, lambda: Material(PASTED, content), at_once=len(content) <= _READ_AT_ONCE
        )

    async def import_file(self, argument: str) -> None:
        """Read a file, a folder or an archive.

        Raises:
            CannotDoError: if no file is named, or there is none by this name.
        """
        if not argument:
            raise CannotDoError("Type the name of a file behind /import, or drag the file here.")
        path = path_from(argument)

        def load() -> Material:
            from pirtui.reading_files import material_from

            return material_from(path)

        await self._open(path.name, load, at_once=_is_small(path))

    async def bring_back(self, _argument: str) -> None:
        """Open the tray again that was set aside; what the timeline has by now is marked.

        Raises:
            CannotDoError: if none was set aside.
        """
        if self._aside is None:
            raise CannotDoError("No evidence was set aside.")
        from pirtui.capture.evidence import prepared

        tray, reader = self._aside
        tray.take(
            prepared(tray.evidence, self._screen.review, emails=tray.assumptions.emails),
            tray.assumptions,
        )
        await self._show(tray, reader)

    # Reading

    async def _open(self, name: str, load: Callable[[], Material], *, at_once: bool) -> None:
        from pirtui.screens.evidence_choices import Tray
        from pirtui.screens.evidence_reading import ReadingScreen, Unread, read_at_once

        screen = self._screen
        if not self._columns_are_known:
            self._columns, self._columns_are_known = _known_columns(screen.services), True
        incident = screen.review.incident
        assumptions = Assumptions(screen.now, incident.zone, incident.on)
        reader = self._reader(load)

        async def show(outcome: Evidence | Unread | None) -> None:
            if isinstance(outcome, Evidence):
                await self._show(Tray(outcome, assumptions), reader)
            elif isinstance(outcome, Unread):
                screen.notice(outcome.problem, "warning")
            else:
                screen.notice("The reading was given up; nothing was stored.")

        outcome = read_at_once(reader, assumptions) if at_once else None
        if outcome is not None:
            await show(outcome)
        else:
            await screen.app.push_screen(ReadingScreen(name, reader, assumptions), show)

    def _reader(self, load: Callable[[], Material]) -> Reader:
        """Read a material, which is loaded once, as often as it is asked for.

        A table is read by what its columns were said to hold, here or when such a table was read before.
        """
        loaded = cache(load)

        def read(assumptions: Assumptions, progress: Progress) -> Evidence:
            from pirtui.capture import evidence

            found = evidence.read(loaded(), assumptions, progress=progress)
            known = self._columns.get(tuple(header for header, _ in found.columns), found.columns)
            if not assumptions.columns and known != found.columns:
                remembered = Assumptions(**{**vars(assumptions), "columns": known})
                found = evidence.read(loaded(), remembered, progress=progress)
            return evidence.prepared(found, self._screen.review, emails=assumptions.emails)

        return read

    def _remember_columns(self, columns: Columns) -> None:
        """Keep what the columns of such a table hold, also for the next sitting."""
        if not columns:
            return
        self._columns[tuple(header for header, _ in columns)] = columns
        self._screen.services.remember(_COLUMNS, json.dumps(list(self._columns.values())))

    # The tray

    async def _show(self, tray: Tray, reader: Reader) -> None:
        from pirtui.screens.evidence_tray import EvidenceTrayScreen

        screen = self._screen
        zone = screen.review.incident.zone

        def keep(answer: TrayAnswer | None) -> None:
            self._aside = (tray, reader)
            if answer is None:
                screen.notice(_NOTHING_STORED)
            elif screen.apply(_adding(answer.events)):
                self._aside = None
                self._remember_columns(answer.columns)
                screen.notice(f"{_counted(len(answer.events))} added. F7 takes them back.", "good")

        await screen.app.push_screen(EvidenceTrayScreen(tray, reader, zone, zone_of(zone)), keep)


def path_from(argument: str) -> Path:
    """The path that a person typed or a terminal pasted for a dragged file.

    Quotes, backslashes before spaces, `~` and `file://` are understood.

    Raises:
        CannotDoError: if there is no such file or folder.
    """
    text = argument.strip()
    for spelled in (text, *_unquoted(text)):
        try:
            path = Path(spelled).expanduser()
            if spelled and path.exists():
                return path
        except (OSError, ValueError, RuntimeError):
            continue
    raise CannotDoError(f"There is no file {text}.")


def _unquoted(text: str) -> tuple[str, ...]:
    if text[:1] in ("'", '"') and text[-1:] == text[:1] and len(text) > 1:
        return (text[1:-1],)
    if text.startswith("file://"):
        return (unquote(urlsplit(text).path),)
    return (_ESCAPED.sub(r"\1", text),)


def _is_small(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= _READ_AT_ONCE
    except OSError:
        return True


def _adding(events: tuple[Event, ...]) -> Intent:
    return Intent(f"Add {_counted(len(events))}", lambda fresh: changes.add_events(fresh, events))


def _counted(number: int) -> str:
    return "1 event" if number == 1 else f"{number:,} events"


def _known_columns(services: Services) -> dict[tuple[str, ...], Columns]:
    """What the columns of tables held in former sittings; none if that cannot be read."""
    try:
        told = json.loads(services.remembered(_COLUMNS) or "[]")
        tables = [tuple((str(header), str(role)) for header, role in table) for table in told]
    except (TypeError, ValueError):
        return {}
    return {tuple(header for header, _ in table): table for table in tables}
