"""What `pirtui doctor` looks at in a library."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from pirtui.domain.differences import conflicts
from pirtui.store import journal
from pirtui.store.connection import raw
from pirtui.store.identity import LIBRARY_VERSION
from pirtui.store.reading import read_review
from pirtui.store.tables import ReviewRow
from pirtui.store.writing import table


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what, whether it is in order, and in a sentence what was seen."""

    name: str
    fine: bool
    said: str


def findings(connection: Connection, path: Path) -> tuple[Finding, ...]:
    """Integrity, links between tables, version, permissions, and the journal against the tables."""
    return (
        _integrity(connection),
        _foreign_keys(connection),
        Finding("version", True, f"The tables are of version {LIBRARY_VERSION}."),
        _permissions(path),
        *_reviews(connection),
    )


def _integrity(connection: Connection) -> Finding:
    said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    fine = said == ["ok"]
    return Finding("integrity", fine, "The file is whole." if fine else "; ".join(map(str, said[:5])))


def _foreign_keys(connection: Connection) -> Finding:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    said = f"{len(broken)} rows point at something missing." if broken else "Every link leads somewhere."
    return Finding("links", not broken, said)


def _permissions(path: Path) -> Finding:
    others = path.stat().st_mode & 0o077
    said = (
        f"Others can read the file; `chmod 600 {path}` keeps it to you."
        if others
        else "Only you can read it."
    )
    return Finding("permissions", not others, said)


def _reviews(connection: Connection) -> list[Finding]:
    rows = table(ReviewRow)
    refs = connection.execute(select(rows.c.ref).where(rows.c.hidden_at.is_(None))).scalars().all()
    return [_review(connection, ref) for ref in refs]


def _review(connection: Connection, ref: str) -> Finding:
    try:
        found = read_review(raw(connection), ref)
    except ValueError as problem:
        return Finding(ref, False, f"It cannot be read: {problem}")
    assert found is not None
    review, _ = found
    step = journal.newest_live(connection, review.id)
    differing = conflicts(review, step.change.reverse) if step else ()
    if differing:
        return Finding(ref, False, f"The journal and the tables differ on {', '.join(differing)}.")
    return Finding(ref, True, f"{len(review.events)} events, {len(review.actions)} actions.")
