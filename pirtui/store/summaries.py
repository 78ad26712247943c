"""The library's list, read by the standard library alone, so that it can be painted first."""

from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from pirtui.domain.stages import Stage, Status
from pirtui.domain.summaries import ReviewSummary
from pirtui.store.failures import translated
from pirtui.store.opening import connect_to_read, is_empty
from pirtui.store.placing import beside

_QUERY = """
    SELECT id, ref, title, kind, severity, happened_on, status, stage, open_actions,
        resolved, met, archived
    FROM review_summary
    WHERE id IN (
        SELECT id FROM review
        WHERE hidden_at IS NULL AND (:with_archived OR NOT archived)
        ORDER BY COALESCE(happened_on, substr(created, 1, 10)) DESC, created DESC, ref
        LIMIT :most
    )
    ORDER BY COALESCE(happened_on, substr(created, 1, 10)) DESC, created DESC, ref
"""


def read_summaries(
    path: Path, include_archived: bool = False, *, most: int = -1
) -> tuple[ReviewSummary, ...]:
    """Every review that is not deleted, the newest incident first; none if the file is missing or empty.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    if not path.exists():
        return ()
    with translated(path), closing(connect_to_read(path)) as connection:
        if is_empty(connection):
            return ()
        rows = connection.execute(_QUERY, {"with_archived": include_archived, "most": most}).fetchall()
    return tuple(_summary(row) for row in rows)


def stamp_of(path: Path) -> tuple[int, ...]:
    """Numbers that are others whenever somebody has written to the library; none if it is missing."""
    found: list[int] = []
    for each in (path, beside(path, "-wal")):
        with suppress(OSError):
            seen = each.stat()
            found += (seen.st_ino, seen.st_size, seen.st_mtime_ns)
    return tuple(found)


def holds_review(path: Path, name: str) -> bool:
    """Whether the library has a review with this ref or id that is not deleted.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    from pirtui.store.texts import kept_text

    if not path.exists():
        return False
    with translated(path), closing(connect_to_read(path)) as connection:
        query = "SELECT 1 FROM review WHERE (ref = ?1 OR id = ?1) AND hidden_at IS NULL"
        return not is_empty(connection) and bool(
            connection.execute(query, (kept_text(name),)).fetchone()
        )


def _summary(row: tuple[object, ...]) -> ReviewSummary:
    ident, ref, title, kind, severity, on, status, stage, actions, resolved, met, archived = row
    return ReviewSummary(
        id=str(ident),
        ref=str(ref),
        title=str(title),
        kind=str(kind),
        severity=str(severity or ""),
        on=date.fromisoformat(str(on)) if on else None,
        status=Status(str(status)),
        stage=Stage(str(stage)),
        open_actions=int(str(actions)),
        resolved=datetime.fromisoformat(str(resolved)) if resolved else None,
        met=date.fromisoformat(str(met)) if met else None,
        archived=bool(archived),
    )
