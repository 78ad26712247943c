"""What the terminal sends: bytes that are no text are shown as such, and a paste is text throughout."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_LOOK_AGAIN_AFTER = 0.1
_AT_ONCE = 4096
_START, _END = "\x1b[200~", "\x1b[201~"
_ESCAPE, _SHOWN_ESCAPE = "\x1b", "\u241b"


class PasteParser(XTermParser):
    """Reads keys and pastes; an escape character in a paste is a character, and begins no key.

    Many terminals take escape characters out of what is pasted, others do not; Textual would turn
    what follows one into keys, and a pasted line could give commands.
    """

    def __init__(self, debug: bool = False) -> None:
        self._in_paste = False
        self._before = ""
        self._held = ""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Read what came, and give the messages that are complete; an empty text is the end."""
        if not data:
            return super().feed(data)
        return super().feed(read) if (read := self._without_escapes(data)) else ()

    def _without_escapes(self, data: str) -> str:
        """The same text with every escape character inside pastes shown in place of obeyed."""
        read = ""
        while data:
            part, data = self._pasted(data) if self._in_paste else self._typed(data)
            read += part
        return read

    def _typed(self, data: str) -> tuple[str, str]:
        """What is typed up to the beginning of a paste, which may have come in pieces, and the rest."""
        known = self._before + data
        begins = known.find(_START)
        if begins < 0:
            self._before = known[1 - len(_START) :]
            return data, ""
        self._in_paste = True
        ends = begins + len(_START) - len(self._before)
        self._before = ""
        return data[:ends], data[ends:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What is pasted up to the end of the paste, and the rest; a piece of an end is held back."""
        text, found, rest = (self._held + data).partition(_END)
        self._in_paste = not found
        text, self._held = (text, "") if found else _split_before(text, _END)
        return text.replace(_ESCAPE, _SHOWN_ESCAPE) + found, rest


def _split_before(text: str, mark: str) -> tuple[str, str]:
    """The text, and what at its end may be the beginning of the mark."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""


class TerminalDriver(LinuxDriver):
    """Textual's driver with another way to read what is typed."""

    def run_input_thread(self) -> None:
        """Read until the app ends, or the terminal does."""
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK_AGAIN_AFTER):
                    sent = self._sent()
                    if not sent:
                        signal.raise_signal(signal.SIGHUP)
                        return
                    self._process(parser.feed(text) if (text := decode(sent)) else ())
                self._process(parser.tick())

    def _sent(self) -> bytes:
        """What the terminal has sent; nothing if it has gone."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
