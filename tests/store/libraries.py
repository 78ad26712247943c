"""Libraries for the tests of the store, and what is asked of their files behind the library's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from pirtui.domain.ids import uuid7
from pirtui.domain.review import Review
from pirtui.domain.value import Item
from pirtui.session import Session
from pirtui.store.library import Library
from tests.domain.making import review_of

MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
"""When everything in these tests happens."""

_numbers = count(1)


def opened(path: Path) -> Library:
    """The library at `path`, with a clock that stands still."""
    return Library.open(path, clock=lambda: MORNING)


def named(ref: str, *items: Item, ident: str = "") -> Review:
    """A review with this ref, an id of its own, and these items."""
    made = review_of(*items)
    return made.model_copy(update={"ref": ref, "id": ident or uuid7(MORNING, next(_numbers))})


@contextmanager
def session(path: Path, *items: Item) -> Iterator[Session]:
    """The review `checkout` open for change, made with these items if it is not there yet."""
    with opened(path) as library:
        if not library.summaries():
            library.create(named("checkout", *items))
        yield Session.open(library, "checkout")


def asked(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What SQLite itself answers."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def told(path: Path, *statements: str) -> None:
    """Write to the file behind the library's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def is_sound(path: Path) -> bool:
    """Whether SQLite finds the file whole and every link in it leading somewhere."""
    whole = asked(path, "PRAGMA integrity_check") == [("ok",)]
    return whole and asked(path, "PRAGMA foreign_key_check") == []


def problem_of(call: Callable[[], object]) -> Exception:
    """What a call raises."""
    try:
        call()
    except Exception as problem:
        return problem
    raise AssertionError("It raised nothing.")
