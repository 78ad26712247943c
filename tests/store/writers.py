"""Processes that write to a library at the same time, or until they are killed.

They begin from one small server that has imported pirtui already, so that each starts in a moment.
"""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

from pirtui.domain import changes
from pirtui.domain.review import Review, Stage
from pirtui.domain.value import Item
from pirtui.session import Change, Draft, Session
from pirtui.store.errors import ChangedElsewhere
from tests.domain.making import happened
from tests.store.libraries import named, opened

_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.store.writers", "pirtui.store.library"])


class Writer:
    """A process that adds events to the review `checkout`, and says each label once it is accepted.

    With no lines to add, it only opens the library and closes it again.
    """

    def __init__(self, path: Path, name: str, lines: int, *, undoing: bool = False) -> None:
        self._receiving, sending = _SERVER.Pipe(duplex=False)
        self._process: ForkServerProcess = _SERVER.Process(
            target=_write, args=(path, name, lines, sending, undoing)
        )
        self._process.start()
        sending.close()

    def next(self) -> tuple[str, str] | None:
        """The next label with its text; `None` when there will be no more."""
        try:
            label, text = self._receiving.recv()
        except EOFError:
            return None
        return label, text

    def rest(self) -> list[tuple[str, str]]:
        """Everything that is still said, until the process is over."""
        said: list[tuple[str, str]] = []
        while (one := self.next()) is not None:
            said.append(one)
        self._process.join()
        return said

    def kill(self) -> list[tuple[str, str]]:
        """Kill the process at once; what it had said and nobody had heard yet."""
        self._process.kill()
        return self.rest()

    @property
    def failed(self) -> bool:
        """Whether the process ended with an error."""
        return self._process.exitcode != 0


class Editor(Writer):
    """A process that edits the events of the review `checkout`, each several times, as a room would.

    It says `accepted` or `refused` with each text; a refused one is not tried again.
    """

    def __init__(self, path: Path, name: str, edits: int, seed: int) -> None:
        self._receiving, sending = _SERVER.Pipe(duplex=False)
        self._process = _SERVER.Process(target=_edit, args=(path, name, edits, seed, sending))
        self._process.start()
        sending.close()


def _edit(path: Path, name: str, edits: int, seed: int, saying: Connection) -> None:
    chance = Random(seed)
    with opened(path) as library:
        session = Session.open(library, "checkout")
        for number in range(edits):
            label, text = f"E{chance.randint(1, 4)}", f"{name} {number}"
            seen = changes.find(session.review, label)
            try:
                session.apply(f"Change {label}", _changing(seen, text))
                saying.send(("accepted", text))
            except ChangedElsewhere:
                saying.send(("refused", text))
            if chance.random() < 0.1:
                with suppress(ChangedElsewhere):
                    session.undo()


def _changing(seen: Item, text: str) -> Change:
    return lambda review: changes.put(review, seen.model_copy(update={"text": text}))


def _write(path: Path, name: str, lines: int, saying: Connection, undoing: bool) -> None:
    with opened(path) as library:
        if not lines:
            return
        session = Session.open(library, "checkout")
        for number in range(lines):
            text = f"{name} {number}"
            session.apply(f"Add {text}", adding(number, text))
            (label,) = session.touched
            saying.send((label, text))
            session.keep_place(Stage.TIMELINE, label, Draft(f"after {text}"))
            if undoing and number % 5 == 4:
                session.apply("Take away", _removing(label))
                session.undo()


def adding(minute: int, text: str) -> Change:
    """The change that adds an event with this text, at this minute."""
    return lambda review: changes.add(review, happened(minute % 600, text))


def _removing(label: str) -> Change:
    return lambda review: changes.remove(review, label)


def make(path: Path) -> Review:
    """A library with the empty review `checkout`."""
    with opened(path) as library:
        return library.create(named("checkout"))
