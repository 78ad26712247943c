"""Bytes become text, whatever program wrote them; what had to be guessed is said."""

import re
from dataclasses import dataclass

from pirtui.capture.candidates import UnreadableSource

_BINARY = "expected text, JSON, CSV or a zip archive, but this is binary."
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_BINARIES = (*_PICTURES, b"%PDF-", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"Rar!")
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02
_WIDE_NULLS = 0.4
_STRAY_NULLS = 0.05
_ENOUGH_TO_GUESS = 24
_GUESSABLE = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_NAMED_LINES = 5


@dataclass(frozen=True)
class Decoded:
    """A text with line feeds for line ends; `notices` are sentences about what had to be guessed."""

    text: str
    notices: tuple[str, ...] = ()


def decoded(name: str, content: bytes) -> Decoded:
    """Read bytes as text: Unicode if they are, else the encoding that they most probably have.

    Raises:
        UnreadableSource: if they are no text.
    """
    found = _marked(name, content) or _wide(content) or _narrow(name, content)
    return Decoded(found.text.replace("\r\n", "\n").replace("\r", "\n"), found.notices)


def _marked(name: str, content: bytes) -> Decoded | None:
    """The text behind a byte order mark."""
    found = next((each for each in _MARKS if content.startswith(each[0])), None)
    if found is None:
        return None
    mark, encoding, title = found
    if title == "UTF-8":
        return _narrow(name, content[len(mark) :])
    return _marked_wide(name, content, encoding, title)


def _marked_wide(name: str, content: bytes, encoding: str, title: str) -> Decoded:
    """UTF-16 or UTF-32 as its mark says; a damaged end is kept with marks of replacement."""
    text = content.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    if "\0" in text or damaged > len(text) * _MOST_CONTROLS + 2:
        raise UnreadableSource(name, _BINARY)
    return Decoded(
        text, (f"Some characters are damaged: not all of this is {title}.",) if damaged else ()
    )


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by the empty halves of its plain letters."""
    sample = content[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    for encoding, empty, full in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if empty >= _WIDE_NULLS and full <= _STRAY_NULLS:
            text = content.decode(encoding, errors="replace")
            return None if "\0" in text else Decoded(text, ("Read as UTF-16, though nothing says so.",))
    return None


def _narrow(name: str, content: bytes) -> Decoded:
    _refuse_binary(name, content)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_lines(content)


def _refuse_binary(name: str, content: bytes) -> None:
    """Raise if the bytes are no text; where only a few are not, the first line with one is named."""
    sample = content[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if content.startswith(_BINARIES) or controls > len(sample) * _MOST_CONTROLS + 2:
        raise UnreadableSource(name, _BINARY)
    empty = content.find(b"\0")
    if empty >= 0:
        raise UnreadableSource(name, _BINARY, len(content[:empty].splitlines()) or 1)


def _by_lines(content: bytes) -> Decoded:
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    read = [_unicode(line) for line in lines]
    foreign = [number for number, text in enumerate(read, 1) if text is None]
    mixed = any(text is not None and not text.isascii() for text in read)
    encoding = "cp1252" if mixed else _guessed(b"\n".join(lines[number - 1] for number in foreign))
    pairs = zip(lines, read, strict=True)
    texts = [_read_as(encoding, line) if text is None else text for line, text in pairs]
    return Decoded("\n".join(texts), (f"{_named(foreign)} read as {_title(encoding)}.",))


def _unicode(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _guessed(sample: bytes) -> str:
    """The encoding that fits the bytes best; Windows-1252 where there is too little to tell."""
    if sum(byte > 127 for byte in sample[:_SAMPLE]) < _ENOUGH_TO_GUESS:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:_SAMPLE], cp_isolation=list(_GUESSABLE)).best()
    return best.encoding if best is not None else "cp1252"


def _read_as(encoding: str, line: bytes) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _named(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"Line {lines[0]} is not UTF-8 and was"
    shown = [str(line) for line in lines[:_NAMED_LINES]]
    more = len(lines) - len(shown)
    last = f"{more} more" if more else shown.pop()
    return f"Lines {', '.join(shown)} and {last} are not UTF-8 and were"


def _title(encoding: str) -> str:
    return encoding.replace("cp125", "Windows-125").replace("iso8859_", "ISO 8859-").replace("_", "-")
