"""Opening a copy of a damaged library, also one whose list of tables is gone."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pirtui.store.connection import close, connect
from pirtui.store.errors import CorruptLibrary
from pirtui.store.failures import DAMAGED
from pirtui.store.placing import BESIDE, beside
from pirtui.store.readable_rows import UNREADABLE

_PAGE = 4096
_SIZE_IN_PAGES = slice(28, 32)
_FREE_PAGES = slice(32, 40)


def opened_anyhow(copy: Path) -> sqlite3.Connection:
    """A connection to the copy of a damaged library.

    The first pages say where each table begins. Where they are gone, those of a new library are put in
    their place: pirtui makes the tables of every library in the same order, so that they begin at the
    same pages.

    Raises:
        CorruptLibrary: if it cannot be opened at all.
    """
    for repair in (_as_it_is, _without_log, _with_fresh_schema):
        repair(copy)
        connection = sqlite3.connect(copy, isolation_level=None)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        if _lists_its_tables(connection):
            return connection
        connection.close()
    raise CorruptLibrary(DAMAGED[1])


def _as_it_is(_copy: Path) -> None:
    """The file with its log, which is enough where neither is damaged in front."""


def _lists_its_tables(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except UNREADABLE:
        return False
    return "review" in names


def _without_log(copy: Path) -> None:
    for ending in BESIDE:
        beside(copy, ending).unlink(missing_ok=True)


def _with_fresh_schema(copy: Path) -> None:
    fresh = copy.with_name("fresh.db")
    close(connect(fresh))
    with closing(sqlite3.connect(fresh)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        begun = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_master")}
    pages = fresh.read_bytes()
    size = max(copy.stat().st_size // _PAGE, 1)
    with copy.open("r+b") as file:
        for number in range(1, len(pages) // _PAGE + 1):
            if number not in begun and number <= size:
                file.seek((number - 1) * _PAGE)
                file.write(_fitted(pages[(number - 1) * _PAGE : number * _PAGE], number, size))


def _fitted(page: bytes, number: int, size: int) -> bytes:
    """A page of a new library; the first one told how large the file is, and of no free pages."""
    if number > 1:
        return page
    first = bytearray(page)
    first[_SIZE_IN_PAGES] = size.to_bytes(4, "big")
    first[_FREE_PAGES] = bytes(8)
    return bytes(first)
