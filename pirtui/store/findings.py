"""What `pirtui doctor` looks at in a library."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from pirtui.store.connection import raw
from pirtui.store.errors import LibraryProblem
from pirtui.store.failures import translated
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.journal_check import differing
from pirtui.store.opening import snapshot
from pirtui.store.reading import read_review
from pirtui.store.tables import ReviewRow
from pirtui.store.writing import table

_MOST_NAMED = 5


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what, whether it is in order, and in a sentence what was seen."""

    name: str
    fine: bool
    said: str


def findings(connection: Connection, path: Path) -> tuple[Finding, ...]:
    """Integrity, links between tables, version, permissions, and the journal against the tables.

    What cannot be looked at is a finding too.
    """
    with snapshot(raw(connection)):
        return (
            _looked("integrity", path, lambda: _integrity(connection)),
            _looked("links", path, lambda: _foreign_keys(connection)),
            Finding("version", True, f"The tables are of version {LIBRARY_VERSION}."),
            _permissions(path),
            *(_looked(ref, path, partial(_review, connection, ref)) for ref in _refs(connection)),
        )


def _looked(name: str, path: Path, look: Callable[[], Finding]) -> Finding:
    try:
        with translated(path):
            return look()
    except LibraryProblem as problem:
        return Finding(name, False, str(problem))


def _integrity(connection: Connection) -> Finding:
    said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    fine = said == ["ok"]
    return Finding("integrity", fine, "The file is whole." if fine else "; ".join(map(str, said[:5])))


def _foreign_keys(connection: Connection) -> Finding:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    said = (
        f"Rows that point at something missing: {len(broken)}."
        if broken
        else "Every link leads somewhere."
    )
    return Finding("links", not broken, said)


def _permissions(path: Path) -> Finding:
    others = path.stat().st_mode & 0o077
    said = (
        f"Others can read the file; `chmod 600 {path}` keeps it to you."
        if others
        else "Only you can read it."
    )
    return Finding("permissions", not others, said)


def _refs(connection: Connection) -> list[str]:
    rows = table(ReviewRow)
    try:
        return list(connection.execute(select(rows.c.ref).where(rows.c.hidden_at.is_(None))).scalars())
    except DatabaseError:
        return []


def _review(connection: Connection, ref: str) -> Finding:
    found = read_review(raw(connection), ref)
    assert found is not None
    review, _ = found
    if found_differing := differing(connection, review):
        named = ", ".join(found_differing[:_MOST_NAMED])
        more = (
            ""
            if len(found_differing) <= _MOST_NAMED
            else f" and {len(found_differing) - _MOST_NAMED} more"
        )
        return Finding(
            ref,
            False,
            f"The journal and the tables differ on {named}{more}. What the tables hold is what is "
            "shown; look at these, and if they are wrong put a backup back.",
        )
    return Finding(ref, True, f"{len(review.events)} events, {len(review.actions)} actions.")
