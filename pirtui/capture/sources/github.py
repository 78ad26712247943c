"""GitHub: an issue or a pull request, as `gh --json` or the REST interface gives it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pirtui.capture.candidates import Assumptions, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources.github_events import closed_words, event_noise, event_words
from pirtui.capture.sources.github_shapes import (
    LISTS,
    address_of,
    is_bot,
    is_issue,
    is_of_github,
    kind_of,
    login,
    person,
)
from pirtui.capture.sources.happenings import PROGRESS_EVERY, Happening, evidence_of, in_order, skipped
from pirtui.capture.sources.json_records import Record, list_in, object_in, text_in
from pirtui.capture.sources.markdown_words import markdown_words
from pirtui.capture.sources.records import (
    documents,
    documents_or_none,
    listed,
    opened,
    stated,
    stated_list,
    stated_object,
    stated_time,
)
from pirtui.capture.sources.source_format import SourceFormat
from pirtui.domain.visible import visible_lines

_ISSUES = ("issue", "pull_request", "pullRequest")
_MARKS = ('"login"', '"createdAt"', '"created_at"', '"submitted_at"', '"sha"')
_LOOKED_AT = 20
_REVIEWS = {
    "approved": "Approved",
    "changes_requested": "Requested changes",
    "commented": "Reviewed",
    "dismissed": "Review dismissed",
}
_ONLY_PULLS = ("merged_at", "mergedAt", "headRefName", "isDraft", "draft")
_CHATTER = "bot chatter"
_EDITED = "Edited afterwards."
_EXPECTED = "a GitHub issue or pull request, or its comments, reviews, commits or events"


_Key = tuple[str, datetime | None, str]


@dataclass(frozen=True)
class _Told:
    """A happening with what tells it from others; the same may be told by several lists of a file."""

    happening: Happening
    kind: str
    is_bot: bool = False

    @property
    def key(self) -> _Key:
        """Steps of an issue are the same if they are of one second, all else if the words are, too."""
        is_step = self.kind in ("opened", "closed", "merged", "reopened")
        return self.kind, self.happening.at, "" if is_step else self.happening.words


def _recognises(material: Material) -> bool:
    pages = documents_or_none(material, *_MARKS)
    records = [*pages, *opened(pages, *_ISSUES, *LISTS)[:_LOOKED_AT]]
    return any(is_of_github(each.value) for each in records)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    records = _records(material)
    several = sum(is_issue(record.value) for record in records) > 1
    told: dict[_Key, _Told] = {}
    odd: list[str] = []
    for done, record in enumerate(records):
        if done % PROGRESS_EVERY == 0:
            progress(0, len(records))
        found = list(_of_record(record, several))
        for each in found:
            told.setdefault(each.key, each)
        if not found and not kind_of(record.value):
            odd.append(f"{material.name}:{record.line}")
    if odd and not told:
        raise UnreadableSource(material.name, f"expected {_EXPECTED}.", records[0].line)
    parts = [each for each in told.values() if not _is_closed_by_merging(each, told)]
    happenings = in_order(_without_chatter(parts))
    notices = skipped(odd, _EXPECTED)
    return evidence_of(material, FORMAT.name, happenings, assumptions, progress, notices)


def _is_closed_by_merging(part: _Told, told: Mapping[_Key, _Told]) -> bool:
    return part.kind == "closed" and ("merged", part.happening.at, "") in told


def _records(material: Material) -> list[Record]:
    """Issues and single parts of them; lists that stand beside an issue are put into it."""
    return [
        Record(_with_lists(record.value), record.line)
        for record in listed(material, documents(material))
    ]


def _with_lists(value: Any) -> Any:
    """The issue that an object holds, with the lists beside it; anything else as it is."""
    if not isinstance(value, dict) or kind_of(value) or "title" in value:
        return value
    issue = next((each for key in _ISSUES if is_issue(each := object_in(value, key))), None)
    if issue is None:
        return value
    beside = {key: stated_list(value, key) for key in LISTS}
    return issue | {key: parts for key, parts in beside.items() if parts}


def _without_chatter(told: list[_Told]) -> list[Happening]:
    """Mark what bots wrote as noise, unless nobody else wrote anything."""
    written = [each for each in told if each.kind in ("comment", "review")]
    is_alone = all(each.is_bot for each in written)
    return [
        replace(each.happening, noise=each.happening.noise or _CHATTER)
        if each.is_bot and each.kind in ("comment", "review") and not is_alone
        else each.happening
        for each in told
    ]


def _of_record(record: Record, several: bool) -> Iterator[_Told]:
    if not is_issue(record.value):
        yield from _part(record, "")
        return
    yield from _issue(record)
    about = f"#{text_in(record.value, 'number')}" if several else ""
    for key in LISTS:
        for part in stated_list(record.value, key):
            yield from _part(Record(part, record.line), about, address_of(record.value))


def _part(record: Record, about: str, address: str = "") -> Iterator[_Told]:
    kind = kind_of(record.value)
    reader = {"event": _event, "review": _review, "commit": _commit, "comment": _comment}.get(kind)
    told = reader(record) if reader else None
    if told is None:
        return
    happening = told.happening
    words = f"{happening.words} ({about})" if about not in ("", "#") else happening.words
    yield replace(told, happening=replace(happening, words=words, origin=happening.origin or address))


def _issue(record: Record) -> Iterator[_Told]:
    """When it was opened, merged and closed, as far as the issue itself says."""
    issue = record.value
    what = _what(issue)
    title = text_in(issue, "title")
    opened_at, raw = stated_time(issue, "created_at")
    if raw or title:
        opening = Happening(
            opened_at,
            raw,
            f"Opened {what}: {title}".rstrip(": "),
            record.line,
            address_of(issue),
            person(issue),
            note=visible_lines(markdown_words(text_in(issue, "body"))),
        )
        yield _Told(opening, "opened", is_bot(issue))
    yield from _ending(record, what)


def _ending(record: Record, what: str) -> Iterator[_Told]:
    """When it was merged or closed; what was merged is not told as closed, too."""
    issue = record.value
    address = address_of(issue)
    merged_at, raw = _merging(issue)
    if merged_at is not None:
        who = login(stated_object(issue, "merged_by"))
        yield _Told(Happening(merged_at, raw, f"Merged {what}", record.line, address, who), "merged")
    closed_at, raw = stated_time(issue, "closed_at")
    if closed_at is not None and closed_at != merged_at:
        words = closed_words(stated(issue, "state_reason")).replace("Closed", f"Closed {what}", 1)
        who = login(stated_object(issue, "closed_by"))
        yield _Told(Happening(closed_at, raw, words, record.line, address, who), "closed")


def _merging(issue: Any) -> tuple[datetime | None, str]:
    """When a pull request was merged, which REST says of an issue in an object of its own."""
    at, raw = stated_time(issue, "merged_at")
    return (at, raw) if raw else stated_time(object_in(issue, "pull_request"), "merged_at")


def _what(issue: Any) -> str:
    """What it is, with its number: `pull request #8`."""
    is_pull = bool(object_in(issue, "pull_request")) or "/pull/" in address_of(issue)
    is_pull = is_pull or any(key in issue for key in _ONLY_PULLS)
    number = text_in(issue, "number")
    kind = "pull request" if is_pull else "issue"
    return f"{kind} #{number}" if number else kind


def _comment(record: Record) -> _Told | None:
    comment = record.value
    words = markdown_words(text_in(comment, "body"))
    if not words.strip():
        return None
    at, raw = stated_time(comment, "created_at")
    happening = Happening(
        at,
        raw,
        words,
        record.line,
        address_of(comment),
        person(comment),
        noise="minimized" if comment.get("isMinimized") is True else "",
        note=_EDITED if _is_edited(comment, at) else "",
    )
    return _Told(happening, "comment", is_bot(comment))


def _is_edited(comment: Any, written: datetime | None) -> bool:
    if comment.get("includesCreatedEdit") is True:
        return True
    changed, _ = stated_time(comment, "updated_at")
    return written is not None and changed is not None and changed > written


def _review(record: Record) -> _Told | None:
    review = record.value
    state = text_in(review, "state").lower()
    body = markdown_words(text_in(review, "body"))
    if state == "pending" or (state == "commented" and not body.strip()):
        return None
    at, raw = stated_time(review, "submitted_at")
    said = _REVIEWS.get(state) or state.replace("_", " ").capitalize() or "Reviewed"
    words = f"{said}: {body}" if body.strip() else said
    happening = Happening(at, raw, words, record.line, address_of(review), person(review))
    return _Told(happening, "review", is_bot(review))


def _commit(record: Record) -> _Told | None:
    """A commit by the time at which it was applied rather than written."""
    commit = record.value
    inner = object_in(commit, "commit") or commit
    at, raw = stated_time(commit, "committedDate", "authoredDate")
    for key in ("committer", "author"):
        if not raw:
            at, raw = stated_time(object_in(inner, key), "date")
    headline, _, body = text_in(inner, "messageHeadline", "message").partition("\n")
    name = text_in(commit, "oid", "sha")
    words = f"Commit {name[:7]}: {headline}" if name else f"Commit: {headline}"
    note = text_in(inner, "messageBody") or body.strip()
    return _Told(
        Happening(at, raw, words, record.line, address_of(commit), _author(commit), note=note), "commit"
    )


def _author(commit: Any) -> str:
    authors = [login(each) or text_in(each, "name") for each in list_in(commit, "authors")]
    first = next((each for each in authors if each), "")
    return first or person(commit) or text_in(object_in(commit, "commit", "author"), "name")


def _event(record: Record) -> _Told | None:
    """An event of the timeline, in which comments, reviews and commits stand as well."""
    event = record.value
    kind = text_in(event, "event")
    if kind == "commented":
        return _comment(record)
    if kind == "reviewed":
        return _review(record)
    if kind == "committed":
        return _commit(record)
    if not kind:
        return None
    at, raw = stated_time(event, "created_at")
    noise = event_noise(kind)
    happening = Happening(
        at, raw, event_words(kind, event), record.line, address_of(event), person(event), noise
    )
    return _Told(happening, kind)


FORMAT = SourceFormat("github", "GitHub issue or pull request", _recognises, _read)
