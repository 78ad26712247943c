"""A whole review by the keyboard alone, from an empty terminal to a published report."""

from pathlib import Path

import pytest

from pirtui.capture.lines import accept_line
from pirtui.domain.review import Review, ReviewDates
from pirtui.store.reading import read_at_once
from tests.conftest import SteppedClock
from tests.e2e import node_disk
from tests.e2e.terminal import PIRTUI, Terminal

REF = "nodes-short-of-disk-after-an-upgrade"

REPORT_FACTS = (
    "# Nodes short of disk after an upgrade",
    "| Mon 18 Sep 2023 | SEV2 |",
    "New nodes came up with a fifth of the usual disk",
    'detected: "2023-09-18T12:42:00Z"',
    'resolved: "2023-09-20T18:18:00Z"',
    "containment-effort: 252",
    "| Containment effort | 4 h 12 min |",
    "| Time to detect | unknown |",
    "| 15:26 | 14:26 | on-call engineer | **Diagnosed:** Old and new nodes compared",
    "#### Wed 20 Sep 2023",
    "How come? launch templates were not compared during the upgrade",
    "[F1](#f1), [F2](#f2), [G1](#g1)",
    "Sam Ortega | Fri 6 Oct 2023",
    "a changed disk size stops the pipeline",
    "the upgrade had only reached one cluster",
    "a second shortage hid behind the first",
    "**Not in the room:** service owner (Prisons Digital)",
)


def started(library: Path, folder: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """Pirtui on this library, in a terminal of some size."""
    command = [*PIRTUI, "--library", str(library)]
    return Terminal(command, columns=columns, rows=rows, folder=folder)


def stored(library: Path) -> Review:
    """The review as it is on disk."""
    found = read_at_once(library, REF)
    assert found is not None
    return found[0]


def typed(terminal: Terminal, lines: tuple[str, ...], shown: str) -> None:
    """Type lines without waiting between them, until the last one is in the list."""
    for line in lines:
        terminal.line(line)
    terminal.wait_for(shown)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 40)])
def test_a_real_incident_goes_from_an_empty_library_to_a_report(
    columns: int, rows: int, tmp_path: Path
) -> None:
    """A facilitator who never touches the mouse ends with a report that holds the incident's facts."""
    library = tmp_path / "library.db"
    with started(library, tmp_path, columns, rows) as terminal:
        terminal.wait_for("A review begins with the incident's title")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        typed(terminal, node_disk.PREPARE, "Kit Moran")
        terminal.press("f4")
        terminal.wait_for("[2")
        typed(terminal, node_disk.TIMELINE[:7], "workloads move back")
        typed(terminal, node_disk.TIMELINE[7:], "All old nodes drained, no failing pods")
        terminal.press("f4")
        terminal.wait_for("No event is marked as impact start")
        typed(terminal, node_disk.GAPS, "moving back took more than two hours")
        terminal.press("f4")
        terminal.wait_for("What had to be true")
        typed(terminal, node_disk.FACTORS[:2], "launch templates were not compared")
        typed(terminal, node_disk.FACTORS[2:], "address prefixes ran out")
        terminal.press("f4")
        terminal.wait_for("Which factor or gap does this change")
        typed(terminal, node_disk.ACTIONS, "Alert when free addresses fall")
        terminal.press("f4")
        terminal.wait_for("Loose ends")
        typed(terminal, node_disk.WRAP_UP, "a second shortage hid")
        terminal.press("f9")
        terminal.wait_for("The report is in")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    report = (tmp_path / f"{REF}.md").read_text(encoding="utf-8")
    assert [fact for fact in REPORT_FACTS if fact not in report] == []
    assert "Robin" not in report.partition("### Actions")[0]


def test_typed_and_piped_lines_store_the_same_values(tmp_path: Path, clock: SteppedClock) -> None:
    """The terminal and `pirtui add` read a line with one and the same grammar."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        typed(terminal, node_disk.PREPARE, "Kit Moran")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        typed(terminal, node_disk.TIMELINE[:7], "workloads move back")
        typed(terminal, node_disk.TIMELINE[7:], "All old nodes drained")
        terminal.press("f10")
        terminal.wait_for_end()
    direct = Review(id="x", ref="x", dates=ReviewDates(created=clock()))
    for kind, lines in (("prepare", node_disk.PREPARE), ("timeline", node_disk.TIMELINE)):
        for line in lines:
            change = accept_line(kind, line, direct, clock()).change
            assert change is not None
            direct = change(direct)
    review = stored(library)
    assert review.events == direct.events
    assert review.people == direct.people
    assert review.incident == direct.incident.changed(title=node_disk.TITLE)


def test_a_burst_of_keys_is_neither_lost_nor_run_as_commands(tmp_path: Path) -> None:
    """Indented lines, blank lines and tabs in one write are offered as the events they say."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        terminal.line("date: 2023-09-18")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        lines = [f"  10:{minute:02}\tevent number {minute} done" for minute in range(40)]
        terminal.type("\r\r".join(lines) + "\r")
        terminal.wait_for("Evidence: 40 of 40 kept")
        terminal.press("f4")
        terminal.wait_for("40 events added")
        terminal.press("f10")
        terminal.wait_for_end()
    review = stored(library)
    assert [event.text for event in review.events] == [
        f"event number {minute} done" for minute in range(40)
    ]
    assert not any(event.milestones for event in review.events)


def test_a_killed_process_opens_again_where_it_was(tmp_path: Path) -> None:
    """Stage, highlight and the unfinished line are there after SIGKILL, and every accepted line."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        typed(terminal, node_disk.TIMELINE[:4], "Incident declared")
        terminal.press("up")
        terminal.type("15:20 half a sentence")
        terminal.wait_for("half a sentence")
        terminal.wait_until(lambda: _draft(library) == "15:20 half a sentence", "a draft on disk")
        terminal.kill()
    with Terminal([*PIRTUI, "--library", str(library), "open", REF], folder=tmp_path) as terminal:
        terminal.wait_for("[2", "15:20 half a sentence", "Incident declared")
        terminal.press("f10")
        terminal.wait_for_end()
    assert len(stored(library).events) == 4
    assert _highlight(library) == "E3"


def test_pasted_lines_open_the_tray_and_are_stored_in_one_step(tmp_path: Path) -> None:
    """A pasted list is offered first; accepting it can be taken back at once."""
    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        terminal.paste("\n".join(node_disk.TIMELINE))
        terminal.wait_for("Evidence: 14 of 14 kept")
        terminal.press("f4")
        terminal.wait_for("All old nodes drained")
        terminal.press("f7")
        terminal.wait_for("Took back: Add 14 events")
        terminal.press("f8")
        terminal.wait_for("Made again: Add 14 events")
        terminal.press("f10")
        terminal.wait_for_end()
    assert len(stored(library).events) == 14


def test_a_terminal_resized_while_typing_loses_no_text(tmp_path: Path) -> None:
    """From 140x40 down to 20x5 and back, the unfinished line stays whole."""
    library = tmp_path / "library.db"
    with started(library, tmp_path, 140, 40) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        terminal.type("summary: the words that stay")
        terminal.wait_for("the words that stay")
        for columns, rows in ((100, 30), (80, 24), (40, 12), (20, 5)):
            terminal.resize(columns, rows)
            terminal.wait_for("stay")
        terminal.resize(140, 40)
        terminal.wait_for("Time zone", "summary: the words that stay")
        terminal.press("enter", "f10")
        assert terminal.wait_for_end() == 0
    assert stored(library).incident.summary == "the words that stay"


def test_a_closed_terminal_ends_pirtui_and_keeps_the_draft(tmp_path: Path) -> None:
    """SIGHUP, as a dropped connection sends it, costs nothing."""
    import signal

    library = tmp_path / "library.db"
    with started(library, tmp_path) as terminal:
        terminal.wait_for("A review begins")
        terminal.line(node_disk.TITLE)
        terminal.wait_for("Time zone")
        terminal.line("/timeline")
        terminal.wait_for("[2")
        terminal.line("14:32 rolled back")
        terminal.wait_for("E1")
        terminal.type("14:40 an unfinished")
        terminal.wait_for("an unfinished")
        terminal.kill(signal.SIGHUP)
    assert [event.text for event in stored(library).events] == ["rolled back"]
    assert _draft(library) == "14:40 an unfinished"


def _draft(library: Path) -> str:
    return _place(library, "draft")


def _highlight(library: Path) -> str:
    return _place(library, "highlight")


def _place(library: Path, column: str) -> str:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(library)) as connection:
        query = f"SELECT {column} FROM stage_place WHERE stage = 'timeline'"
        row = connection.execute(query).fetchone()
    return str(row[0]) if row else ""
