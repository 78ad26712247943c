"""The review behind its screen: read for the first paint, and opened for change behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from pirtui.domain.review import Review
from pirtui.screens.services import Services
from pirtui.store.errors import LibraryProblem
from pirtui.store.reading import AtOnce, read_at_once

if TYPE_CHECKING:
    from pirtui.session import Session

FOR_CHANGES = frozenset(
    {
        "pirtui.session",
        "pirtui.store.library",
        "pirtui.capture.lines",
        "pirtui.screens.earlier",
        "pirtui.screens.line_answers",
        "pirtui.screens.line_help",
        "pirtui.screens.review_commands",
        "pirtui.screens.wording_watch",
    }
)
"""The modules without which nothing can be changed; they are loaded behind the first paint."""

FOR_EVIDENCE = (
    "pirtui.capture.evidence",
    "pirtui.screens.evidence_tray",
    "pirtui.domain.action_checks",
    "pirtui.domain.action_fix_words",
)
"""The modules that the first paste, or the first action, needs."""


def load(names: Iterable[str]) -> None:
    """Import modules ahead of their first use."""
    for name in names:
        import_module(name)


def are_loaded(names: frozenset[str]) -> bool:
    """Whether all of these modules have been imported."""
    return sys.modules.keys() >= names


class OpenReview:
    """Knows the review from disk until a session holds it; `opened` is told of the session."""

    def __init__(self, services: Services, ref: str, opened: Callable[[Session], None]) -> None:
        self._services = services
        self._ref = ref
        self._opened = opened
        self._at_once: AtOnce | None = None
        self._session: Session | None = None

    @property
    def is_read(self) -> bool:
        """Whether the review has been read from the library."""
        return self._session is not None or self._at_once is not None

    @property
    def is_open(self) -> bool:
        """Whether a session holds it, so that it can be changed."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The session, which is opened when it is first asked for.

        Raises:
            LibraryProblem: if the review cannot be opened.
        """
        if self._session is None:
            from pirtui.session import Session

            self._session = Session.open(self._services.library, self._ref, self._at_once)
            self._opened(self._session)
        return self._session

    @property
    def review(self) -> Review:
        """The review as it stands."""
        if self._session is None and self._at_once is not None:
            return self._at_once.review
        return self.session.review

    def read(self) -> AtOnce:
        """Read what the first paint shows.

        Raises:
            LibraryProblem: if there is no such review, or it cannot be read.
        """
        found = read_at_once(self._services.library_path, self._ref, self._services.thresholds)
        if found is None:
            raise LibraryProblem(f"There is no review {self._ref}.")
        self._at_once = found
        return found
