"""The lines of a copied chat that name who speaks and when, in the forms of many programs."""

import re
from dataclasses import dataclass, replace

from pirtui.capture.sources.chat_stamps import ChatStamp, read_stamp

_CLOCK = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\s?[APap]\.?[Mm]\.?)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = (
    rf"(?:(?:Today|Yesterday|{_WEEKDAY}|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:{_WEEKDAY}, )?[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)(?:,? at|,)? )?"
)
_QUOTED = re.compile(r"\s*>\s?")
_STAMP_BEHIND = re.compile(
    r"(?P<name>[^\[\]]{1,60}?),?\s*\[(?P<stamp>[^\[\]]{3,50})\]:?(?P<text>(?:\s.*)?)$"
)
_STAMP_BEFORE = re.compile(r"[\u200e\u200f]?\[(?P<stamp>[^\[\]]{3,50})\]\s*(?P<rest>.*)$")
_DASHED = re.compile(rf"(?P<name>.{{1,60}}?)\s+[—–]\s+(?P<stamp>{_DATE}{_CLOCK})$")
_TRAILING = re.compile(rf"(?P<name>\S.{{0,59}}?)(?P<gap>[\s\u00a0]+)(?P<stamp>{_DATE}{_CLOCK})$")
_MEETING = re.compile(
    rf"(?P<stamp>{_CLOCK})\s+From\s+(?P<name>.{{1,60}}?)(?:\s+[Tt]o\s+[^:]{{1,60}}?)?\s*:\s*(?P<text>.*)$"
)
_TABBED = re.compile(rf"(?P<stamp>{_CLOCK})\t\s*(?P<name>[^\t:]{{1,60}}):\t(?P<text>.*)$")
_COMMA_DATED = re.compile(
    rf"[\u200e\u200f]?(?P<stamp>\d{{1,4}}[/.\-]\d{{1,2}}[/.\-]\d{{2,4}}, {_CLOCK})\s+-\s+(?P<rest>.*)$"
)
_PROGRAM = re.compile(r"\s*\b(?:APP|BOT|Bot|App|✓ ?APP)\s*$")
_PROGRAM_BEFORE = re.compile(r"^(?:APP|BOT|✓ ?APP)[\s\u00a0]+")
_EMOJI = re.compile(r"(?:\s*(?::[\w+\-]+:|[^\w\s()'’.\-]))+\s*$")
_LONGEST_NAME = 70
_PARTICLES = (
    "de",
    "da",
    "del",
    "della",
    "der",
    "den",
    "di",
    "du",
    "el",
    "la",
    "le",
    "van",
    "von",
    "bin",
)
_NO_NAMES = re.compile(
    r"(?:updates?|time|notes?|status|summary|actions?|impact|error|warning|info|alert|resolved|monitoring"
    r"|identified|investigating|start|end|today|yesterday|timeline|detected|declared|mitigated|fixed"
    r"|deployed|at|around|from|until),?",
    re.I,
)
"""First words of notes that look like a speaker."""


@dataclass(frozen=True)
class Header:
    """Who speaks and when. `text` is what stands in the same line behind it, `style` the form it has.

    `lines` is how many lines it takes; `name` is empty where the last speaker goes on. `from_bot` says
    that the chat marks the speaker as a program; `announced` that the chat itself speaks.
    """

    style: str
    name: str
    stamp: ChatStamp
    text: str = ""
    lines: int = 1
    from_bot: bool = False
    announced: bool = False


def read_header(line: str) -> Header | None:
    """Read a line that names a speaker and a time; `None` if it does not."""
    bare = _QUOTED.sub("", line, count=1) if line.lstrip().startswith(">") else line
    if not any(map(str.isdigit, bare)) and "ago]" not in bare:
        return None
    for read in _READERS:
        header = read(bare.strip(" \t"))
        if header is not None:
            return header
    return None


def marks_program(line: str) -> bool:
    """Whether a line begins with the mark that a chat puts between a program's name and the time."""
    return _PROGRAM_BEFORE.match(line.strip()) is not None


def lone_stamp(line: str) -> ChatStamp | None:
    """The time of a line that holds nothing else, in square brackets or without."""
    bare = _PROGRAM_BEFORE.sub("", line.strip(), count=1)
    if bare.startswith("[") and bare.endswith("]"):
        bare = bare[1:-1]
    return read_stamp(bare)


def speaker_name(text: str) -> str:
    """The name of a speaker without marks around it; empty if this is no name."""
    if len(text) > _LONGEST_NAME:
        return ""
    name = _PROGRAM.sub("", text.strip())
    name = _EMOJI.sub("", name).strip() or name.strip()
    words = name.replace("\u00a0", " ").split()
    if not 1 <= len(words) <= 5 or _NO_NAMES.fullmatch(words[0]):
        return ""
    if not (name[0].isalpha() or name[0] in "@_") or name[-1] in ":;,!?" or "://" in name:
        return ""
    if len(words) == 1:
        return name if not name.endswith(".") else ""
    return " ".join(words) if all(map(_is_name_word, words)) else ""


def _is_name_word(word: str) -> bool:
    first = word.lstrip("(\"'“").rstrip()[:1]
    return (
        not first.isalpha() or not first.islower() or word.lower() in _PARTICLES or word.startswith("(")
    )


def with_lone_name(name_line: str, stamp_line: str, stamp: ChatStamp) -> Header | None:
    """The header of a name on a line of its own and the time on the next."""
    name = speaker_name(name_line)
    if not name:
        return None
    return Header(
        "two lines", name, stamp, lines=2, from_bot=_is_program(name_line) or marks_program(stamp_line)
    )


def _is_program(name: str) -> bool:
    return _PROGRAM.search(name.strip("\u00a0 ")) is not None


def _made(style: str, name: str, stamp_text: str, text: str = "") -> Header | None:
    stamp, speaker = read_stamp(stamp_text), speaker_name(name)
    if stamp is None or not speaker:
        return None
    return Header(style, speaker, stamp, text.strip(), from_bot=_is_program(name))


def _stamp_behind(line: str) -> Header | None:
    match = _STAMP_BEHIND.match(line)
    return _made("stamp behind", match["name"], match["stamp"], match["text"]) if match else None


def _stamp_before(line: str) -> Header | None:
    """`[04/05 09:15] Ada`, with the words behind a colon or in the next lines."""
    match = _STAMP_BEFORE.match(line)
    stamp = read_stamp(match["stamp"]) if match else None
    if match is None or stamp is None:
        return None
    return _named_or_announced("stamp before", stamp, match["rest"])


def _comma_dated(line: str) -> Header | None:
    """`04/05/2026, 09:15 - Ada: text`; without a name the chat itself speaks."""
    match = _COMMA_DATED.match(line)
    stamp = read_stamp(match["stamp"]) if match else None
    if match is None or stamp is None:
        return None
    header = _named_or_announced("comma dated", stamp, match["rest"])
    name_alone = (
        header is not None and not header.announced and not header.text and ":" not in match["rest"]
    )
    if header is None or name_alone:
        return Header("comma dated", "", stamp, match["rest"].strip(), announced=True)
    return header


def _named_or_announced(style: str, stamp: ChatStamp, rest: str) -> Header | None:
    name, colon, text = rest.partition(":")
    speaker = speaker_name(name.strip("\u200e\u200f ~\u202f\u00a0"))
    if colon and speaker and text[:1] in ("", " ", "\u00a0", "\u200e"):
        return Header(style, speaker, stamp, text.strip("\u200e\u200f "), from_bot=_is_program(name))
    if not colon and speaker:
        return Header(style, speaker, stamp, from_bot=_is_program(name))
    if not rest.strip():
        return Header(style, "", stamp)
    return Header(style, "", stamp, rest.strip(), announced=True)


def _dashed(line: str) -> Header | None:
    match = _DASHED.match(line)
    return _made("dashed", match["name"], match["stamp"]) if match else None


def _meeting(line: str) -> Header | None:
    match = _MEETING.match(line) or _TABBED.match(line)
    return _made("meeting", match["name"], match["stamp"], match["text"]) if match else None


def _trailing(line: str) -> Header | None:
    """A name and a time; half of the day and a wide gap tell a program's line from a sentence."""
    match = _TRAILING.match(line)
    header = _made("trailing", match["name"], match["stamp"]) if match else None
    if match is None or header is None:
        return None
    wide = len(match["gap"]) > 1 or "\u00a0" in match["gap"]
    form = ("wide " if wide else "") + ("twelve" if header.stamp.has_half else "clock")
    return replace(header, style=f"trailing {form}")


_READERS = (_meeting, _comma_dated, _stamp_before, _stamp_behind, _dashed, _trailing)
