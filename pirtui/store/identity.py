"""How a library file says that it is one, and of which version."""

from collections.abc import Iterable

from pirtui.store.errors import ForeignFile, NewerLibrary

APPLICATION_ID = 0x50495254
"""The letters PIRT, in the file's header."""

LIBRARY_VERSION = 3
"""The version of the tables that this pirtui writes."""


def require_library(application_id: int, version: int, *, empty: bool) -> None:
    """Check the header of a file; an empty file may become a library.

    Raises:
        ForeignFile: if it belongs to another program.
        NewerLibrary: if a newer pirtui wrote it.
    """
    if application_id != APPLICATION_ID and not empty:
        raise ForeignFile("{path} is not a pirtui library; choose another file with --library.")
    if version > LIBRARY_VERSION:
        raise NewerLibrary(
            "{path} was written by a newer pirtui; update pirtui to open it. Nothing was changed."
        )


def require_no_triggers(kinds: Iterable[str]) -> None:
    """Check what a file is made of; a library changes by what is written to it, and by nothing else.

    Raises:
        ForeignFile: if the file would run statements of its own when it is written to.
    """
    if "trigger" in kinds:
        raise ForeignFile(
            "{path} holds triggers, which pirtui never writes and does not run; open a backup instead."
        )
