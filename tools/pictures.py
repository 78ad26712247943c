"""Make README's picture: the running app on the demo's incident, drawn by the app itself."""

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pirtui.app import make_app
from pirtui.domain.ids import uuid7
from pirtui.domain.stages import Stage
from pirtui.samples import CRATES_IO_REF
from pirtui.screens.review import ReviewScreen

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = (110, 34)

_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def _clock() -> datetime:
    return datetime(2023, 7, 21, 14, 0, tzinfo=UTC)


async def pictures(folder: Path) -> None:
    """Open the demo's review and draw each stage that README shows."""
    with tempfile.TemporaryDirectory() as temporary:
        library = Path(temporary) / "library.db"
        _with_demo(library)
        app = make_app(library_path=library, open_ref=CRATES_IO_REF, clock=_clock)
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            for stage in (Stage.TIMELINE, Stage.GAPS):
                screen = app.screen
                assert isinstance(screen, ReviewScreen)
                screen.enter(stage)
                await pilot.pause()
                picture = app.export_screenshot(title="pirtui")
                path = folder / f"{stage.value}.svg"
                path.write_text(_without_network(picture), encoding="utf-8", newline="\n")


def _with_demo(library: Path) -> None:
    from pirtui.samples import crates_io
    from pirtui.store.library import Library

    with Library.open(library, clock=_clock) as opened:
        opened.create(crates_io(uuid7(_clock(), 1)))


def _without_network(picture: str) -> str:
    """The picture names a font on the web; readers use the one they have."""
    return _FONT_FACE.sub("", picture)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    asyncio.run(pictures(FOLDER))
