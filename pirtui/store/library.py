"""The library: one SQLite file that holds every review."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, or_, select, update

from pirtui.domain.differences import Difference
from pirtui.domain.review import Review
from pirtui.domain.summaries import ReviewSummary
from pirtui.domain.thresholds import DEFAULTS, ThresholdsBySeverity
from pirtui.store import copies, journal, writing
from pirtui.store.backups import write_backup
from pirtui.store.connection import close, connect, is_free, pragma, raw, transaction
from pirtui.store.errors import LibraryProblem, MovedLibrary, RefTaken, UnknownReview
from pirtui.store.failures import translated
from pirtui.store.findings import Finding, findings
from pirtui.store.kept_room import KeptRoom, StageTime
from pirtui.store.places import Place, Places, read_places, write_place
from pirtui.store.placing import file_at, require_free
from pirtui.store.reading import in_order, read_hidden, read_review
from pirtui.store.refs import is_safe, slug
from pirtui.store.rescue import rescue
from pirtui.store.room import read_room, remove_mark, write_mark, write_stage_time
from pirtui.store.settings import read_setting, write_setting
from pirtui.store.summaries import read_summaries
from pirtui.store.tables import ReviewRow
from pirtui.store.texts import kept_text, kept_value
from pirtui.store.writing import table


class Stale(Exception):
    """The review was changed by another process since it was read."""


class Library:
    """An open library file. Every method that fails raises a `LibraryProblem`."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        clock: Callable[[], datetime],
        thresholds: ThresholdsBySeverity = DEFAULTS,
    ) -> None:
        self.path = path
        self._thresholds = thresholds
        self._connection = connection
        self._clock = clock
        self._file = file_at(path)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime],
        create: bool = True,
        thresholds: ThresholdsBySeverity = DEFAULTS,
    ) -> Self:
        """Open the file, made if it is missing and `create` allows it.

        `thresholds` are the figures by which the timelines of its reviews ask.

        Raises:
            LibraryProblem: if it is not ours, newer, damaged, locked, or cannot be written.
        """
        if not create and not path.exists():
            raise LibraryProblem(f"There is no file {path}; name another one.")
        with translated(path):
            return cls(path, connect(path), clock, thresholds)

    def close(self) -> None:
        """Close the file."""
        with translated(self.path):
            close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Reviews

    def create(self, review: Review) -> Review:
        """Write a new review and return it as it was kept: in order, its text in UTF-8.

        Raises:
            RefTaken: if its ref is in use, also by a deleted review.
        """
        kept = in_order(kept_value(review))
        with self._writing() as connection:
            self._insert(connection, kept)
        return kept

    def unique_ref(self, title: str, on: date | None) -> str:
        """A ref for a new review that no other one has: the day and the title's words."""
        wanted = slug(title, on)
        ref, number = wanted, 2
        with translated(self.path):
            while self._has(self._connection, ref):
                ref, number = f"{wanted}-{number}", number + 1
        return ref

    def load(self, name: str) -> Review:
        """The review with this ref or id.

        Raises:
            UnknownReview: if there is none.
        """
        return self.load_with_revision(name)[0]

    def load_with_revision(self, name: str) -> tuple[Review, int]:
        """The review, and the number that grows with each of its changes."""
        with translated(self.path):
            found = read_review(raw(self._connection), name)
        if found is None:
            raise UnknownReview(f"There is no review {name}; `pirtui list` shows them all.")
        review, revision = found
        return review.model_copy(update={"thresholds": self._thresholds}), revision

    def summaries(self, include_archived: bool = False) -> tuple[ReviewSummary, ...]:
        """Every review that is not deleted, the newest incident first."""
        return read_summaries(self.path, include_archived)

    def hide(self, ref: str) -> None:
        """Delete a review, so that `restore` can bring it back."""
        self._set(ref, hidden_at=self._now())

    def restore(self, ref: str) -> None:
        """Bring a deleted review back."""
        self._set(ref, hidden_at=None)

    def last_hidden(self) -> str | None:
        """The ref of the review that was deleted last."""
        rows = table(ReviewRow)
        query = (
            select(rows.c.ref)
            .where(rows.c.hidden_at.is_not(None))
            .order_by(rows.c.hidden_at.desc(), rows.c.id.desc())
        )
        with translated(self.path):
            return self._connection.execute(query).scalars().first()

    def archive(self, ref: str, archived: bool) -> None:
        """Put a review out of the list's way, or back."""
        self._set(ref, archived=archived)

    def import_review(self, review: Review) -> Review:
        """Add a review from elsewhere; one that is here already, unchanged, is left as it is.

        One that was deleted here, unchanged, comes back.

        Raises:
            RefTaken: if another review has its ref, or this one has other content here.
        """
        kept = in_order(kept_value(review))
        with self._writing() as connection:
            here = read_review(raw(connection), kept.id)
            deleted = None if here else read_hidden(raw(connection), kept.id)
            found = here or deleted
            if found is None:
                self._insert(connection, kept)
            elif found[0] != kept:
                raise RefTaken(_other_content(found[0].ref, deleted=here is None))
            elif deleted:
                self._update(connection, kept.ref, hidden_at=None)
        return kept

    # Changes

    def save(self, before: int, review: Review, change: Difference, summary: str) -> int:
        """Write one change in one transaction and return the new revision.

        Without a `summary` nothing is written to the journal, and undo does not know of it.

        Raises:
            Stale: if `before` is no longer the review's revision.
        """
        with self._writing() as connection:
            self._advance(connection, review.id, before)
            writing.write_difference(connection, review, change, self._now())
            if summary:
                journal.record(connection, review.id, kept_text(summary), change, self._now())
        return before + 1

    def save_replay(self, before: int, review: Review, step: journal.Step, *, undo: bool) -> int:
        """Write a step taken back, or made again, and return the new revision."""
        change = step.change.reverse if undo else step.change
        state = journal.State.UNDONE if undo else journal.State.LIVE
        with self._writing() as connection:
            self._advance(connection, review.id, before)
            writing.write_difference(connection, review, change, self._now())
            journal.set_state(connection, step, state)
        return before + 1

    def undo_step(self, review_id: str) -> journal.Step | None:
        """The newest change that holds."""
        with translated(self.path):
            return journal.newest_live(self._connection, review_id)

    def redo_step(self, review_id: str) -> journal.Step | None:
        """The change that was taken back last."""
        with translated(self.path):
            return journal.oldest_undone(self._connection, review_id)

    def history(self, review_id: str) -> tuple[journal.HistoryEntry, ...]:
        """Every change of a review, the newest first."""
        with translated(self.path):
            return journal.history(self._connection, review_id)

    def revision(self, review_id: str) -> int:
        """The number that grows with each change of a review; -1 if it is gone."""
        rows = table(ReviewRow)
        with translated(self.path):
            found = self._connection.execute(
                select(rows.c.revision).where(rows.c.id == review_id, rows.c.hidden_at.is_(None))
            ).scalar()
        return -1 if found is None else int(found)

    def data_version(self) -> int:
        """A number that changes whenever another process has written to the file.

        Raises:
            MovedLibrary: if the file is no longer where it was opened.
        """
        with translated(self.path):
            self._require_there()
            return pragma(self._connection, "data_version")

    def is_free(self) -> bool:
        """Whether nobody else is writing right now; asking takes no time and waits for nobody."""
        with translated(self.path):
            return is_free(raw(self._connection))

    # Where the room was

    def places(self, review_id: str) -> Places:
        """Stage, highlights and unfinished lines as they were left."""
        with translated(self.path):
            return read_places(self._connection, review_id)

    def save_place(self, review_id: str, stage: str, place: Place) -> None:
        """Keep the stage on the screen with its highlight and its unfinished line."""
        with self._writing() as connection:
            write_place(connection, review_id, stage, place)

    # Beside the review

    def room(self, review_id: str) -> KeptRoom:
        """The facilitator's private marks, and how long the stages took."""
        with translated(self.path):
            return read_room(self._connection, review_id)

    def keep_mark(self, review_id: str, kind: str, name: str, value: str | None) -> None:
        """Keep a private mark, or take it away with `None`."""
        with self._writing() as connection:
            if value is None:
                remove_mark(connection, review_id, kind, name)
            else:
                write_mark(connection, review_id, kind, name, value)

    def keep_marks(self, review_id: str, kind: str, marks: Mapping[str, str]) -> None:
        """Keep several private marks in one transaction."""
        with self._writing() as connection:
            for name, value in marks.items():
                write_mark(connection, review_id, kind, name, value)

    def keep_stage_time(self, review_id: str, stage: str, spent: StageTime) -> None:
        """Keep how long a stage has taken so far."""
        with self._writing() as connection:
            write_stage_time(connection, review_id, stage, spent)

    # The file

    def setting(self, name: str) -> str:
        """What was chosen once under this name; empty if nothing was."""
        with translated(self.path):
            return read_setting(self._connection, name)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice under a name, in place of the former one."""
        with self._writing() as connection:
            write_setting(connection, name, value)

    def export_review(self, ref: str, path: Path, overwrite: bool = False) -> None:
        """Write a file of its own that holds only this review, without its journal."""
        review = self.load(ref)
        with translated(path):
            if file_at(path) == self._file:
                raise LibraryProblem(f"{path} is the library itself; name another file.")
            copies.write_single(review, path, self._now(), overwrite=overwrite)

    def backup(self, path: Path) -> None:
        """Write a whole copy of the library, consistent even while it is in use."""
        with translated(path):
            require_free(path)
            write_backup(raw(self._connection), path)

    def check(self) -> tuple[Finding, ...]:
        """What is in order and what is not."""
        with translated(self.path):
            return findings(self._connection, self.path)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction; whatever fails becomes a `LibraryProblem`."""
        with translated(self.path):
            self._require_there()
            with transaction(self._connection) as connection:
                yield connection

    def _require_there(self) -> None:
        if file_at(self.path) == self._file:
            return
        found = rescue(self.path, self._file, self._connection)
        self._connection = found.connection
        if found.is_back:
            self._file = file_at(self.path)
        raise MovedLibrary(found.sentence)

    def _insert(self, connection: Connection, review: Review) -> None:
        if not is_safe(review.ref):
            raise LibraryProblem(
                f"{review.ref!r} cannot name a review; use letters, digits and hyphens."
            )
        for name in (review.ref, review.id):
            if self._has(connection, name):
                raise RefTaken(f"There is already a review {name}; choose another name.")
        writing.insert_review(connection, review, self._now())

    def _set(self, ref: str, **columns: object) -> None:
        with self._writing() as connection:
            self._update(connection, ref, **columns)

    def _update(self, connection: Connection, ref: str, **columns: object) -> None:
        rows = table(ReviewRow)
        columns["revision"] = rows.c.revision + 1
        done = connection.execute(update(rows).where(rows.c.ref == kept_text(ref)).values(**columns))
        if not done.rowcount:
            raise UnknownReview(f"There is no review {ref}; `pirtui list` shows them all.")

    def _advance(self, connection: Connection, review_id: str, before: int) -> None:
        rows = table(ReviewRow)
        done = connection.execute(
            update(rows)
            .where(rows.c.id == review_id, rows.c.revision == before, rows.c.hidden_at.is_(None))
            .values(revision=before + 1)
        )
        if not done.rowcount:
            raise Stale

    def _has(self, connection: Connection, name: str) -> bool:
        rows = table(ReviewRow)
        named = or_(rows.c.ref == kept_text(name), rows.c.id == kept_text(name))
        return connection.execute(select(rows.c.id).where(named)).first() is not None

    def _now(self) -> str:
        return self._clock().isoformat()


def _other_content(ref: str, *, deleted: bool) -> str:
    here = "was deleted here" if deleted else "is here already"
    return f"Review {ref} {here}, with other content; --library FILE takes this one in by itself."
