"""Compare what is read from notes of incidents with what a faithful reader gets, and print the table.

Run with folders of notes to compare those, each `NAME.md` or `NAME.txt` beside `NAME.expected.json`.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pirtui.capture import evidence
from pirtui.capture.candidates import Assumptions, Candidate
from pirtui.capture.material import Material

TESTS = Path(__file__).parent.parent / "tests"
FOLDERS = (TESTS / "golden" / "notes", TESTS / "fixtures" / "notes")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

_ENDING = ".expected.json"
_REDUCED = ("day", "month", "year")
_LEAST = 0.99


@dataclass
class Score:
    """How faithfully one text was read; `wrong` and `unasked` name the rows, `extra` lines too many."""

    name: str
    expected: int = 0
    found: int = 0
    exact: int = 0
    questions: int = 0
    wrong: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that is not as it should be, one sentence each."""
        return [
            *self.wrong,
            *(f"no question is asked about {row}" for row in self.unasked),
            *(f"this is no event: {line}" for line in self.extra),
        ]


def scores(folders: Iterable[Path] = FOLDERS) -> Iterator[Score]:
    """Read every text in these folders and compare."""
    for folder in folders:
        for path in sorted(folder.glob(f"*{_ENDING}")):
            yield score(path)


def score(path: Path) -> Score:
    """Read the text beside an expectation and compare the two."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    found = [each for each in read_notes(path, expected["context"]) if not each.noise]
    result = Score(path.name.removesuffix(_ENDING), expected=len(expected["events"]))
    result.questions = sum(bool(each.questions) for each in found)
    matched: list[Candidate] = []
    for row in expected["events"]:
        matched += _compare(row, found, result)
    others = [each for each in found if not any(each is one for one in matched)]
    result.extra += [each.wording.strip().split("\n")[0][:70] for each in others]
    return result


def read_notes(path: Path, context: dict[str, str | None]) -> Sequence[Candidate]:
    """The candidates of the text beside an expectation, read as its context says."""
    base = path.name.removesuffix(_ENDING)
    source = next(
        each for each in sorted(path.parent.glob(f"{base}.*")) if each.suffix in (".md", ".txt")
    )
    day = date.fromisoformat(context["date"]) if context["date"] else None
    assumptions = Assumptions(now=NOW, zone=context["timezone"] or "", on=day, day_is_certain=bool(day))
    return evidence.read(Material(source.name, source.read_bytes()), assumptions).candidates


def _compare(row: dict[str, Any], found: Sequence[Candidate], result: Score) -> list[Candidate]:
    named = f"{row['raw_time']} ({row['text_contains']})"
    matching = [each for each in found if row["text_contains"] in _words(each)]
    if not matching:
        result.wrong.append(f"{named} is missing")
        return []
    candidate = _nearest(row, matching)
    result.found += 1
    if row.get("source_wrong") and not candidate.questions:
        result.unasked.append(named)
    if row.get("malformed"):
        result.exact += bool(candidate.questions)
        result.unasked += [] if candidate.questions else [named]
    elif _is_exact(row, candidate):
        result.exact += 1
    else:
        result.wrong.append(
            f"{named} is {row['start']} to {row['end']}, but is read as {_told(candidate)}"
        )
    return [candidate]


def _nearest(row: dict[str, Any], matching: Sequence[Candidate]) -> Candidate:
    return next((each for each in matching if _is_exact(row, each)), matching[0])


def _words(candidate: Candidate) -> str:
    event = candidate.event
    return " ".join(f"{event.actor} {event.text} {event.note}".split()) if event else ""


def _is_exact(row: dict[str, Any], candidate: Candidate) -> bool:
    if candidate.event is None:
        return False
    time = candidate.event.time
    end = datetime.fromisoformat(row["end"]) if row["end"] else None
    said = (time.precision.value, time.approximate) == (row["precision"], row["approximate"])
    return said and time.end == end and _same_start(row, time.start)


def _same_start(row: dict[str, Any], start: datetime | None) -> bool:
    if row["start"] is None or start is None:
        return row["start"] is start
    if row["precision"] in _REDUCED:
        return start.isoformat().startswith(row["start_reduced"])
    expected = datetime.fromisoformat(row["start"])
    return start == expected and start.utcoffset() == expected.utcoffset()


def _told(candidate: Candidate) -> str:
    if candidate.event is None:
        return "nothing"
    time = candidate.event.time
    start, end = (each.isoformat() if each else "unknown" for each in (time.start, time.end))
    return f"{start} to {end}, {time.precision.value}{', about' if time.approximate else ''}"


def _table(all_scores: Sequence[Score]) -> Iterator[str]:
    yield f"{'notes':44} {'events':>6} {'found':>6} {'exact':>6} {'extra':>6} {'asked':>6}"
    for each in all_scores:
        yield (
            f"{each.name:44} {each.expected:6} {each.found:6} {each.exact:6} "
            f"{len(each.extra):6} {each.questions:6}"
        )
        yield from (f"    {fault}" for fault in each.faults)
    expected = sum(each.expected for each in all_scores)
    exact = sum(each.exact for each in all_scores)
    extra = sum(len(each.extra) for each in all_scores)
    yield f"{exact} of {expected} events exact ({exact / max(expected, 1):.1%}), {extra} lines too many."


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if fewer than 99 % are exact, or any line is taken for an event wrongly."""
    all_scores = list(scores([Path(each) for each in arguments] or FOLDERS))
    sys.stdout.write("".join(f"{line}\n" for line in _table(all_scores)))
    exact, expected = sum(each.exact for each in all_scores), sum(each.expected for each in all_scores)
    fine = exact >= _LEAST * expected and not any(each.extra or each.unasked for each in all_scores)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
