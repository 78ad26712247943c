"""`pirtui import` of evidence: shown first if asked, stored in one step, and never twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pirtui.capture.candidates import Candidate, Evidence
from pirtui.session import Session
from tests.cli.shell import Shell, is_one_sentence

NOTES = """\
# Outage of 2024-05-01

All times in CEST.

## Timeline

- 14:32 alert fires
- ~14:40-14:50: rolled back to 4811
  ```
  12:40:11Z deploy started
  ```
- 009:55 all well

## Actions

- add an alert
"""
KEYS = (
    "raw_time",
    "start",
    "end",
    "precision",
    "approximate",
    "text",
    "actor",
    "source",
    "milestones",
    "questions",
)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A file of notes."""
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def test_a_dry_run_prints_one_object_for_each_event(shell: Shell, notes: Path) -> None:
    """The keys are those of the contract, times are ISO with their offset, and nothing is stored."""
    ran = shell("import", str(notes), "--dry-run", "--json")
    assert (ran.code, ran.err) == (0, "")
    first, second, third = map(json.loads, ran.lines)
    assert tuple(first) == KEYS
    assert first["start"] == "2024-05-01T14:32:00+02:00"
    assert (first["raw_time"], first["source"], first["actor"]) == ("14:32", "notes.md:7", None)
    assert (second["end"], second["approximate"]) == ("2024-05-01T14:50:00+02:00", True)
    assert second["text"] == "rolled back to 4811\n  ```\n  12:40:11Z deploy started\n  ```"
    assert (third["start"], third["precision"]) == (None, "none")
    assert "09:55" in third["questions"][0]
    assert "There are no reviews yet" in shell("list").out


def test_noise_is_shown_if_asked(shell: Shell, notes: Path) -> None:
    """What is folded away carries the reason."""
    ran = shell("import", str(notes), "--dry-run", "--json", "--keep-noise")
    noise = [json.loads(line).get("noise") for line in ran.lines]
    assert noise.count(None) == 3
    assert "text around it" in noise


def test_a_dry_run_can_be_read(shell: Shell, notes: Path) -> None:
    """Without --json, each event stands on a line with its day and its questions."""
    ran = shell("import", str(notes), "--dry-run")
    assert ran.lines[0].startswith("notes.md: 3 events to add")
    assert any("Wed 1 May 2024 12:32 UTC" in line or "14:32" in line for line in ran.lines)
    assert any(line.strip().startswith("? ") for line in ran.lines)


def test_events_are_added_in_one_step_and_only_once(shell: Shell, notes: Path) -> None:
    """The second import of the same file adds nothing."""
    ref = shell.started()
    ran = shell("import", str(notes), "--review", ref)
    assert ran.lines == [f"notes.md: 3 events added to {ref}, 2 folded, 1 in question"]
    again = shell("import", str(notes), "--review", ref)
    assert again.lines == [f"notes.md: 0 events added to {ref}, 3 known already, 2 folded"]
    exported = json.loads(shell("export", ref, "--format", "json").out)
    assert len(exported["review"]["events"]) == 3
    assert shell("import", str(notes), "--review", ref, "--tz", "Asia/Tokyo").lines == again.lines


def test_the_origin_reaches_the_report(shell: Shell, notes: Path) -> None:
    """Each event of the report says where it is written down."""
    ref = shell.started()
    shell("import", str(notes), "--review", ref)
    assert r"notes\.md:7" in shell("export", ref).out


def test_what_was_added_is_told_as_json(shell: Shell, notes: Path) -> None:
    """The same objects, with the labels that the events got."""
    ref = shell.started()
    ran = shell("import", str(notes), "--review", ref, "--json")
    assert [json.loads(line)["label"] for line in ran.lines] == ["E1", "E2", "E3"]


def test_standard_input_is_read(shell: Shell) -> None:
    """A dash stands for what is sent to the command."""
    ran = shell("import", "-", "--dry-run", "--json", "--date", "2024-05-01", stdin="14:32 alert\n")
    assert json.loads(ran.out)["start"] == "2024-05-01T14:32:00+00:00"


@pytest.mark.parametrize(
    ("order", "start"), [("--day-first", "2026-05-04"), ("--month-first", "2026-04-05")]
)
def test_zone_and_day_order_are_taken_as_said(shell: Shell, order: str, start: str) -> None:
    """`--tz` holds for times that name no zone."""
    ran = shell("import", "-", "--dry-run", "--json", order, "--tz", "UTC+2", stdin="4/5/2026 9:12 x")
    assert json.loads(ran.out)["start"] == f"{start}T09:12:00+02:00"


def test_secrets_are_not_stored_unasked(shell: Shell, tmp_path: Path) -> None:
    """Nothing is stored, the line is named, and either choice can be made."""
    ref = shell.started()
    path = tmp_path / "history.txt"
    path.write_text("2024-05-01 14:32 curl -u ada:s3cr3t https://example.org\n")
    ran = shell("import", str(path), "--review", ref)
    assert ran.code == 1
    assert "history.txt, line 1" in ran.err
    assert is_one_sentence(ran.err)
    assert shell("import", str(path), "--review", ref, "--redact").code == 0
    report = shell("export", ref).out
    assert "s3cr3t" not in report
    assert "redacted" in report


SECRET_LINE = "2024-05-01 14:32 curl -u ada:s3cr3t https://example.org\n"


@pytest.mark.parametrize("how", [("--dry-run",), ("--dry-run", "--json"), ("--json",), ()])
def test_what_is_redacted_is_not_printed_either(shell: Shell, how: tuple[str, ...]) -> None:
    """The output of a script is kept in more places than the library."""
    ref = shell.started()
    ran = shell("import", "-", "--review", ref, "--redact", *how, stdin=SECRET_LINE)
    assert ran.code == 0
    assert "s3cr3t" not in ran.out + ran.err
    assert ("redacted" in ran.out) == bool(how)


def test_a_redacted_file_is_known_the_next_time(shell: Shell) -> None:
    """Its events have other words now, and are still the same events; nothing bars them either."""
    ref = shell.started()
    shell("import", "-", "--review", ref, "--redact", stdin=SECRET_LINE)
    ran = shell("import", "-", "--review", ref, stdin=SECRET_LINE)
    assert (ran.code, ran.lines) == (0, [f"standard input: 0 events added to {ref}, 1 known already"])


def test_what_cannot_be_an_event_is_shown_with_its_words(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A doubt stands under what it is about."""
    broken = Candidate(None, "14:32 --", 1, problem="There are no words here that could be an event.")
    found = Evidence("n", "notes", (broken,))
    monkeypatch.setattr("pirtui.capture.evidence.read", lambda *_given, **_named: found)
    ran = shell("import", "-", "--dry-run", stdin="14:32 --")
    assert ran.lines[1:] == [
        "  time unknown    14:32 --",
        "    ? There are no words here that could be an event.",
    ]


def test_an_interrupted_reading_stores_nothing(
    shell: Shell, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C ends the command quietly."""

    def interrupted(*_given: object, **_named: object) -> Evidence:
        raise KeyboardInterrupt

    ref = shell.started()
    monkeypatch.setattr("pirtui.capture.evidence.read", interrupted)
    ran = shell("import", str(notes), "--review", ref)
    assert (ran.code, ran.out, ran.err) == (130, "", "")
    assert json.loads(shell("export", ref, "--format", "json").out)["review"]["events"] == []


def test_an_import_is_undone_in_one_step(shell: Shell, notes: Path) -> None:
    """All events of a file came with one change."""
    ref = shell.started()
    shell("import", str(notes), "--review", ref)
    with shell.world.library(Path(os.environ["PIRTUI_LIBRARY"])) as library:
        session = Session.open(library, ref)
        assert len(session.review.events) == 3
        session.undo()
        assert session.review.events == ()


def test_secrets_are_stored_when_that_is_wanted(shell: Shell) -> None:
    """The facilitator has the last word."""
    ref = shell.started()
    line = "2024-05-01 14:32 curl -u ada:s3cr3t https://example.org\n"
    assert shell("import", "-", "--review", ref, "--allow-secrets", stdin=line).code == 0
    assert "s3cr3t" in shell("export", ref, "--format", "json").out


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (b'[{"type": "message", "ts": "17', (), "line 1"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", (), "binary"),
        (b"", (), "empty"),
        (b'{"some": "thing"}', (), "--format"),
        (b"14:32 x", ("--format", "nonsense"), "nonsense"),
        (b"14:32 x", ("--tz", "Middle/Earth"), "--tz"),
        (b"14:32 x", ("--date", "someday"), "someday"),
    ],
)
def test_bad_input_is_one_sentence(
    shell: Shell, tmp_path: Path, content: bytes, options: tuple[str, ...], said: str
) -> None:
    """The sentence names the file, the line or the option, and what was expected."""
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    ran = shell("import", str(path), "--dry-run", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert is_one_sentence(ran.err)


def test_evidence_needs_a_review_to_go_to(shell: Shell, notes: Path) -> None:
    """Without one, the sentence says how to name it, or only look."""
    ran = shell("import", str(notes))
    assert ran.code == 2
    assert "--review" in ran.err
    assert is_one_sentence(ran.err)


def test_one_bad_file_keeps_no_other_out(shell: Shell, notes: Path, tmp_path: Path) -> None:
    """The others are stored; the exit code says that one was not."""
    ref = shell.started()
    ran = shell("import", str(tmp_path / "missing.md"), str(notes), "--review", ref)
    assert ran.code == 2
    assert ran.lines == [f"notes.md: 3 events added to {ref}, 2 folded, 1 in question"]
