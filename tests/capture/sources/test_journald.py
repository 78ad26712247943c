"""The journal of systemd, as JSON in its variants and as text."""

import json
from datetime import date
from typing import Any

import pytest

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.sources.journald import FORMAT
from tests.capture.sources.reading_sources import (
    assuming,
    event,
    evidence,
    from_fixture,
    from_text,
    texts,
    times,
)


def entry(**fields: Any) -> dict[str, Any]:
    """An entry of the journal."""
    return {"__REALTIME_TIMESTAMP": "1777885950104233", "MESSAGE": "x"} | fields


def read_entries(*entries: Any) -> list[tuple[str, str]]:
    """What entries, one a line, say, each with why it is noise."""
    read = evidence(FORMAT, from_text("\n".join(map(json.dumps, entries))))
    return [(event(each).text, each.noise) for each in read.candidates]


def test_entries_are_read_line_by_line() -> None:
    """Texts, bytes with colours, repeated fields and what was too long, when they were received."""
    read = evidence(FORMAT, from_fixture("tools/journald.json"))
    assert [(event(each).actor, event(each).text, each.noise) for each in read.candidates] == [
        ("api on web1", "GET /cart 200", "info log"),
        ("api on web1", "pool exhausted", ""),
        ("api on web1", "pool exhausted", "repeated"),
        ("worker on web1", "failed ü", ""),
        ("api on web1", "first second", ""),
        ("api on web1", "(a message that journalctl left out, as it is long; --all prints it)", ""),
    ]
    assert times(read)[0] == "2026-05-04 11:12:20.104233+02:00"
    assert event(read.candidates[1]).source == "journald.json:2"


def test_every_variant_of_json_says_the_same() -> None:
    """Pretty, as a sequence with separators, or as a list."""
    lines = from_fixture("tools/journald.json").text.splitlines()
    entries = [json.loads(line) for line in lines]
    expected = texts(evidence(FORMAT, from_fixture("tools/journald.json")))
    for text in (
        "\n".join(json.dumps(each, indent=8) for each in entries),
        "".join(f"\x1e{line}\n" for line in lines),
        json.dumps(entries),
    ):
        material = from_text(text)
        assert FORMAT.recognises(material)
        assert texts(evidence(FORMAT, material)) == expected


def test_information_alone_is_evidence() -> None:
    """Where nothing is worse, information is all there is."""
    assert read_entries(entry(PRIORITY="6")) == [("x", "")]
    assert read_entries(entry(PRIORITY="7"), entry(PRIORITY="4", MESSAGE="y")) == [
        ("x", "info log"),
        ("y", ""),
    ]


def test_only_repetitions_within_a_minute_are_folded() -> None:
    """The same words of another program, or after a minute, are told again."""
    later = entry(__REALTIME_TIMESTAMP=str(1777885950104233 + 61_000_000))
    other = entry(SYSLOG_IDENTIFIER="b")
    assert [noise for _, noise in read_entries(entry(), entry(), other, later)] == [
        "",
        "repeated",
        "",
        "",
    ]


def test_newest_first_is_turned() -> None:
    """`journalctl --reverse` is told from its beginning."""
    later = entry(__REALTIME_TIMESTAMP="1777885960104233", MESSAGE="later")
    assert [text for text, _ in read_entries(later, entry())] == ["x", "later"]


def test_an_odd_line_is_passed_over_and_named() -> None:
    """A broken line costs one notice, an entry without words nothing at all."""
    text = json.dumps(entry()) + '\n{"__REALTIME_TIMESTAMP": "17\n' + json.dumps(entry(MESSAGE="y"))
    read = evidence(FORMAT, from_text(text))
    assert texts(read) == ["x", "y"]
    assert read.notices == ("t.txt:2: expected an entry of the journal, so nothing was read there.",)


def test_an_entry_without_a_time_is_asked_about() -> None:
    """It is kept, in its place."""
    read = evidence(FORMAT, from_text(json.dumps(entry(__REALTIME_TIMESTAMP=None))))
    assert read.candidates[0].questions == ("No time is stated here. When was it?",)


def test_the_sender_s_time_stands_in() -> None:
    """Where the time of receiving is missing the time of sending is taken."""
    sent = {"_SOURCE_REALTIME_TIMESTAMP": "1777885950104233", "MESSAGE": "x"}
    assert times(evidence(FORMAT, from_text(json.dumps(sent)))) == ["2026-05-04 11:12:30.104233+02:00"]


def test_the_short_form_takes_the_year_nearest_to_the_assumed_day() -> None:
    """No year is asked about once; lines below belong to the message above; marks are no events."""
    read = evidence(FORMAT, from_fixture("tools/journald_short.txt"))
    assert list(zip(times(read), texts(read), strict=True)) == [
        ("2026-05-04 09:12:30+02:00", "pool exhausted at pool.go:12"),
        ("2026-05-04 09:12:31+02:00", "Out of memory"),
        ("2026-05-04 09:13:02+02:00", "Started api.service."),
    ]
    assert [each.questions for each in read.candidates] == [
        ("No year is given, 2026 is assumed. Is it?",),
        (),
        (),
    ]
    assert event(read.candidates[0]).actor == "api on web1"
    assumed = evidence(FORMAT, from_fixture("tools/journald_short.txt"), assuming(on=date(2024, 5, 4)))
    assert times(assumed)[0].startswith("2024-05-04")
    assert not assumed.candidates[0].questions


def test_a_year_that_ends_is_passed() -> None:
    """December before January, seen from a day in January."""
    text = "Dec 31 23:59:59 web1 api[1]: a\nJan  1 00:00:01 web1 api[1]: b\n"
    read = evidence(FORMAT, from_text(text), assuming(on=date(2026, 1, 1)))
    assert times(read) == ["2025-12-31 23:59:59+01:00", "2026-01-01 00:00:01+01:00"]


def test_the_short_iso_form_is_exact() -> None:
    """Offsets with and without a colon, and fractions."""
    read = evidence(FORMAT, from_fixture("tools/journald_short_iso.txt"))
    assert times(read) == [
        "2026-05-04 09:12:30+02:00",
        "2026-05-04 09:12:31+02:00",
        "2026-05-04 09:13:02.123456+02:00",
    ]
    assert not any(each.questions for each in read.candidates)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-04T09:12:30Z Ada Byron: rolling back\n2026-05-04T09:13:30Z Bo Byte: watching",
        "May 04 we saw errors",
        "09:12 <ada> rolling back",
        '{"MESSAGE": "x"}',
    ],
)
def test_other_texts_are_not_taken_for_a_journal(text: str) -> None:
    """Notes with stamps and names are notes."""
    assert not FORMAT.recognises(from_text(text))


def test_what_is_no_journal_is_refused() -> None:
    """One sentence names the file, the line and what was expected."""
    with pytest.raises(UnreadableSource, match=r"^t\.txt, line 1: expected what journalctl prints"):
        evidence(FORMAT, from_text("rolled back\nand so on"))
