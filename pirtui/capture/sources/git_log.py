"""What `git log` prints: as it comes, with full dates, or one commit a line with tabs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.reading import LineContext
from pirtui.capture.sources import day_order, stamps
from pirtui.capture.sources.building import candidate
from pirtui.capture.sources.day_order import DayOrder
from pirtui.capture.sources.reading_order import oldest_first
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.capture.times import read_leading_time
from pirtui.domain.moments import UNKNOWN, Moment, Precision
from pirtui.domain.visible import visible_lines

_COMMIT = re.compile(r"commit ([0-9a-f]{7,64})(?: .*)?$", re.M)
_HEADER = re.compile(r"(Author|AuthorDate|Commit|CommitDate|Date|Merge|Reflog|Reflog message): *(.*)$")
_DATE_HEADER = re.compile(r"^[|*\\/_ ]*(?:Date|CommitDate|AuthorDate): +\S", re.M)
_GRAPH = re.compile(r"[|*\\/_ ]*\* +commit [0-9a-f]{7,64}")
_GRAPH_MARKS = "|*\\/_ "
_ONE_LINE = re.compile(r"([0-9a-f]{7,64})(?:\t([^\t]*)\t([^\t]*)\t(.*)|\|([^|]*)\|([^|]*)\|(.*))$")
_YEAR = re.compile(r"(?<!\d)\d{4}(?:-| )|(?:-| )\d{4}(?!\d)")
_RAW_DATE = re.compile(r"(\d{9,10})(?: [+-]\d{4})?")
_CLOCKED = re.compile(r"\d{1,2}:\d{2}|\d{9,10}")
_E_MAIL = re.compile(r"\s*<[^<>]*>\s*$")
_TRAILER = re.compile(r"[A-Za-z][A-Za-z-]*(?:-[Bb]y|-[Ii]d|-[Tt]o)?: \S|\(cherry picked")
_MESSAGE_INDENT = "    "
_APART = timedelta(days=1)
_SHARE = 0.8
_LOOKED_AT = 20_000
_STEP = 500

_AUTHOR_DATES = (
    "These are the times at which the changes were written; a rebase or squash applied them later, "
    "and a deploy is neither."
)


@dataclass
class _Commit:
    """One commit as far as it has been read."""

    name: str
    line: int
    headers: dict[str, str] = field(default_factory=dict)
    message: list[str] = field(default_factory=list)
    wording: list[str] = field(default_factory=list)

    @property
    def date(self) -> str:
        """When it was committed, else when it was written, as printed."""
        headers = self.headers
        return headers.get("CommitDate") or headers.get("Date") or headers.get("AuthorDate") or ""


def _recognises(material: Material) -> bool:
    text = material.text_or_nothing[:_LOOKED_AT]
    return not material.members and (_is_log(text) or _is_one_line(text))


def _is_log(text: str) -> bool:
    beginning = text.lstrip()
    begins = _COMMIT.match(beginning) or _GRAPH.match(beginning)
    return begins is not None and _DATE_HEADER.search(text) is not None


def _is_one_line(text: str) -> bool:
    lines = [line for line in text.split("\n")[:200] if line.strip()]
    fits = [match for match in map(_ONE_LINE.match, lines) if match and _has_date(match)]
    return bool(fits) and len(fits) >= len(lines) * _SHARE


def _has_date(match: re.Match[str]) -> bool:
    return _CLOCKED.search(match[2] or match[5] or "") is not None


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    text = material.text
    commits = list(_log(text) if _is_log(text) else _one_line(text))
    if not commits:
        expected = "expected the output of git log with dates, such as git log --date=iso."
        raise UnreadableSource(material.name, expected)
    found: list[Candidate] = []
    for number, commit in enumerate(commits):
        if number % _STEP == 0:
            progress(number, len(commits))
        found.append(_candidate(commit, assumptions))
    progress(len(commits), len(commits))
    notices = (_AUTHOR_DATES,) if any("Date" in commit.headers for commit in commits) else ()
    return Evidence(material.name, FORMAT.name, _from_the_oldest(found), notices=notices)


def _from_the_oldest(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Parents first: a log is turned by its ends, as the dates between them may step back."""
    times = [each.event.time.start for each in found if each.event]
    known = [at for at in times if at is not None]
    return oldest_first(found, [known[0], known[-1]]) if known else tuple(found)


def _log(text: str) -> Iterator[_Commit]:
    """Commits of several lines; what follows a message, such as a patch, belongs to none."""
    drawn = _GRAPH.match(text.lstrip()) is not None
    commit: _Commit | None = None
    for number, line in enumerate(text.split("\n"), 1):
        plain = _undrawn(line) if drawn else line
        begins = _COMMIT.match(plain)
        if begins:
            if commit:
                yield commit
            commit = _Commit(begins[1], number, wording=[line])
        elif commit:
            _add(commit, plain, line)
    if commit:
        yield commit


def _undrawn(line: str) -> str:
    """A line of a drawn log as it would be without the drawing."""
    plain = line.lstrip(_GRAPH_MARKS)
    bare = not plain or _COMMIT.match(plain) or _HEADER.match(plain)
    return plain if bare else _MESSAGE_INDENT + plain


def _add(commit: _Commit, plain: str, line: str) -> None:
    header = None if commit.message else _HEADER.match(plain)
    if header:
        commit.headers[header[1]] = header[2].strip()
    elif plain.startswith(_MESSAGE_INDENT) or (commit.message and not plain.strip()):
        commit.message.append(plain.strip())
    elif plain.strip():
        return
    commit.wording.append(line)


def _one_line(text: str) -> Iterator[_Commit]:
    """One commit a line; a line of another shape goes on with the message above it."""
    commit: _Commit | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match = _ONE_LINE.match(line)
        if match and _has_date(match):
            if commit:
                yield commit
            name, at, author, subject = (part for part in match.groups() if part is not None)
            commit = _Commit(name, number, {"CommitDate": at, "Author": author}, [subject], [line])
        elif commit:
            commit.message.append(line.strip())
            commit.wording.append(line)
    if commit:
        yield commit


def _candidate(commit: _Commit, assumptions: Assumptions) -> Candidate:
    time = _moment(commit.date, assumptions)
    subject, note = _told(commit.message)
    built = candidate(
        time,
        subject or f"Commit {commit.name[:7]}",
        line=commit.line,
        origin=f"commit {commit.name[:7]}",
        actor=_E_MAIL.sub("", commit.headers.get("Author", "")),
        questions=_questions(commit, time, assumptions),
    )
    event = built.event.changed(note=visible_lines(note)) if built.event and note else built.event
    return replace(built, event=event, wording="\n".join(commit.wording).strip("\n"))


def _told(message: list[str]) -> tuple[str, str]:
    """The subject of a message, and the first paragraph below it that is prose."""
    paragraphs = [part.split("\n") for part in re.split(r"\n{2,}", "\n".join(message).strip("\n"))]
    prose = (lines for lines in paragraphs[1:] if not all(map(_TRAILER.match, lines)))
    return " ".join(paragraphs[0]), "\n".join(next(prose, []))


def _questions(commit: _Commit, time: Moment, assumptions: Assumptions) -> tuple[str, ...]:
    if time.start is None:
        return (f"The date “{commit.date}” cannot be placed. When was it?",)
    written = _moment(commit.headers.get("AuthorDate", ""), assumptions)
    if "CommitDate" not in commit.headers or written.start is None:
        return ()
    if abs(time.start - written.start) <= _APART:
        return ()
    return (f"Written {written.start:%Y-%m-%d %H:%M}, committed later at this time. Which one counts?",)


def _moment(date: str, assumptions: Assumptions) -> Moment:
    counted = _RAW_DATE.fullmatch(date)
    at = stamps.epoch(counted[1]) if counted else stamps.instant(date)
    if at is None:
        return _spelled(date, assumptions)
    return stamps.moment(at, date, assumptions.zone)


def _spelled(date: str, assumptions: Assumptions) -> Moment:
    """A date in words, of which one without a year says too little."""
    spelled = day_order.rewritten(date, DayOrder()).text
    leading = read_leading_time(f"{spelled} x", LineContext(assumptions.zone, assumptions.now))
    at = leading.moment.start
    if at is None or leading.rest != "x" or not _YEAR.search(spelled):
        return UNKNOWN
    if leading.moment.precision is not Precision.SECOND:
        return leading.moment
    return stamps.moment(at, date, assumptions.zone)


FORMAT = SourceFormat("git-log", "Git log", _recognises, _read)
"""Commits with the time at which they were committed, the oldest first."""
