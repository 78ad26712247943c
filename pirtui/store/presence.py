"""Who has which review open: a mark that the system takes away with the process, however it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pirtui.store.seats import MOST_SEATS

_ENDING = ".open"


class Presence:
    """The seats that this process holds; the first one at a review has seat 1, the next one seat 2.

    Each is a lock on one byte of a small file beside the library. Where there are no such locks, or the
    folder cannot be written, everybody has seat 1.
    """

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(f"{library.name}{_ENDING}")
        self._file: int | None = None
        self._seats: dict[str, int] = {}

    def sit_down(self, review_id: str) -> int:
        """Take the first seat that is free at a review."""
        if review_id not in self._seats:
            self._seats[review_id] = self._first_free(review_id)
        return self._seats[review_id]

    def is_alone(self, review_id: str) -> bool:
        """Whether no other process sits at this review."""
        own = self.sit_down(review_id)
        if self._file is None:
            return True
        others = [seat for seat in range(1, MOST_SEATS + 1) if seat != own]
        free = [seat for seat in others if _locked(self._file, _byte(review_id, seat))]
        for seat in free:
            _unlock(self._file, _byte(review_id, seat))
        return free == others

    def stand_up(self, review_id: str) -> None:
        """Leave the seat to whoever comes next."""
        seat = self._seats.pop(review_id, None)
        if seat is not None and self._file is not None:
            _unlock(self._file, _byte(review_id, seat))

    def close(self) -> None:
        """Leave every seat."""
        if self._file is not None:
            os.close(self._file)
        self._file = None
        self._seats.clear()

    def _first_free(self, review_id: str) -> int:
        try:
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        except OSError:
            return 1
        free = (seat for seat in range(1, MOST_SEATS) if _locked(self._file, _byte(review_id, seat)))
        return next(free, MOST_SEATS)


def _byte(review_id: str, seat: int) -> int:
    """The place in the file that stands for a seat at a review."""
    number = int.from_bytes(sha256(review_id.encode("utf-8", "replace")).digest()[:4], "big")
    return number * MOST_SEATS + seat


def _locked(file: int, byte: int) -> bool:
    try:
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return True
    return True


def _unlock(file: int, byte: int) -> None:
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.lockf(file, fcntl.LOCK_UN, 1, byte)
