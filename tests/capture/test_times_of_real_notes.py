"""Every spelling of time that was counted in real timelines, with what it gives."""

from datetime import UTC, date, datetime

import pytest

from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time

NOW = datetime(2019, 4, 1, 10, 0, tzinfo=UTC)
BERLIN = LineContext("Europe/Berlin", NOW, date(2019, 3, 26))

SPELLINGS = [
    ("2023-11-01 10:15:", "2023-11-01T10:15+01:00", "minute"),
    ("2023-07-21 08:15 -", "2023-07-21T08:15+02:00", "minute"),
    ("2021-12-10   15:40", "2021-12-10T15:40+01:00", "minute"),
    ("2024-11-01 1:33:", "2024-11-01T01:33+01:00", "minute"),
    ("2024-04-15 14.43", "2024-04-15T14:43+02:00", "minute"),
    ("2025-01-14 1600", "2025-01-14T16:00+01:00", "minute"),
    ("2023-01-04 (Time TBC)", "2023-01-04T00:00+01:00", "day"),
    ("2023-01-04 TBC", "2023-01-04T00:00+01:00", "day"),
    ("2019-12-03 --:--", "2019-12-03T00:00+01:00", "day"),
    ("2024-03-13 14:??", "2024-03-13T14:00+01:00", "hour"),
    ("2022-02-?? ??:??", "2022-02-01T00:00+01:00", "month"),
    ("2022-05-?? HH:mm", "2022-05-01T00:00+02:00", "month"),
    ("2022-05-?? 10:00", "2022-05-01T00:00+02:00", "month"),
    ("2024-03-13 HH:mm", "2024-03-13T00:00+01:00", "day"),
    ("2023-MM-DD[^1]:", "2023-01-01T00:00+01:00", "year"),
    ("2024-04:", "2024-04-01T00:00+02:00", "month"),
    ("17.11", "2019-03-26T17:11+01:00", "minute"),
    ("9.03", "2019-03-26T09:03+01:00", "minute"),
    ("11.07:", "2019-03-26T11:07+01:00", "minute"),
    ("10:0…?", "2019-03-26T10:00+01:00", "hour"),
    ("### 16:59 UTC", "2019-03-26T16:59+00:00", "minute"),
    ("### 2018-01-17 17:14pm", "2018-01-17T17:14+01:00", "minute"),
    ("### 2019-03-25 7:01am", "2019-03-25T07:01+01:00", "minute"),
    ("2017-11-30 4:23PM PST", "2017-11-30T16:23-08:00", "minute"),
    ("### Feb 20 2018 14:17", "2018-02-20T14:17+01:00", "minute"),
    ("## Feb 21, 13:00", "2019-02-21T13:00+01:00", "minute"),
    ("### 19. April, 11:00", "2019-04-19T11:00+02:00", "minute"),
    ("2018-07-07 18:32:27.000 CEST", "2018-07-07T18:32:27+02:00", "second"),
    ("**16:58 UTC**", "2019-03-26T16:58+00:00", "minute"),
    ("Jan 15, 5:33 PM", "2019-01-15T17:33+01:00", "minute"),
    ("November 11, 4:02 PM UTC", "2018-11-11T16:02+00:00", "minute"),
    ("November 12th 10:17pm UTC", "2018-11-12T22:17+00:00", "minute"),
    ("### 11:39AM", "2019-03-26T11:39+01:00", "minute"),
    ("July 11, 2025, 12:42 PM", "2025-07-11T12:42+02:00", "minute"),
    ("[08:47]", "2019-03-26T08:47+01:00", "minute"),
    ("[03-26 23:04]", "2019-03-26T23:04+01:00", "minute"),
    ("[12-05 16:21]", "2018-12-05T16:21+01:00", "minute"),
    ("Tue 03-26 23:04", "2019-03-26T23:04+01:00", "minute"),
    ("- 4:49 AM:", "2019-03-26T04:49+01:00", "minute"),
    ("12:32 UTC –", "2019-03-26T12:32+00:00", "minute"),
    ("2018 October 21 22:52 UTC", "2018-10-21T22:52+00:00", "minute"),
    ("2024-06-28 7:09 AM Eastern:", "2024-06-28T07:09-04:00", "minute"),
    ("Apr 4th at 12:32 GMT", "2019-04-04T12:32+00:00", "minute"),
    ("8:40am PDT", "2019-03-26T08:40-07:00", "minute"),
    ("5:37 P.M.", "2019-03-26T17:37+01:00", "minute"),
    ("2 PM", "2019-03-26T14:00+01:00", "hour"),
    ("24/07/25", "2025-07-24T00:00+02:00", "day"),
    ("20/10/25 am", "2025-10-20T00:00+02:00", "day"),
    ("Saturday 2 September 2023", "2023-09-02T00:00+02:00", "day"),
    ("January 23rd, 2019", "2019-01-23T00:00+01:00", "day"),
    ("1400Z", "2019-03-26T14:00+00:00", "minute"),
    ("Mon, 4 May 2026 09:12:30 +0200", "2026-05-04T09:12:30+02:00", "second"),
    ("Mon May 4 09:12:30 2026 +0200", "2026-05-04T09:12:30+02:00", "second"),
    ("Mon May  4 09:12:30 UTC 2026", "2026-05-04T09:12:30+00:00", "second"),
    ("Mar  4 09:12:30", "2019-03-04T09:12:30+01:00", "second"),
    ("2026-05-04T09:12:30.104233Z", "2026-05-04T09:12:30.104233+00:00", "second"),
    ("2026-05-04T09:12:30,5+0200", "2026-05-04T09:12:30.500000+02:00", "second"),
    ("20260504T091230Z", "2026-05-04T09:12:30+00:00", "second"),
    ("04/May/2026:09:12:30 +0200", "2026-05-04T09:12:30+02:00", "second"),
    ("14/5/2026 9:12", "2026-05-14T09:12+02:00", "minute"),
    ("04.05.2023 14:30", "2023-05-04T14:30+02:00", "minute"),
    ("2023/05/04 14:30", "2023-05-04T14:30+02:00", "minute"),
    ("14:05 Uhr", "2019-03-26T14:05+01:00", "minute"),
    ("14h05 :", "2019-03-26T14:05+01:00", "minute"),
]


@pytest.mark.parametrize(("spelling", "start", "precision"), SPELLINGS)
def test_a_spelling_of_real_notes_is_read(spelling: str, start: str, precision: str) -> None:
    """Each gives its instant and precision, without a question, and leaves the words alone."""
    leading = read_leading_time(f"{spelling} rolled back", BERLIN)
    assert leading.moment.start == datetime.fromisoformat(start)
    assert leading.moment.start.isoformat() == datetime.fromisoformat(start).isoformat()
    assert leading.moment.precision.value == precision
    assert (leading.rest, leading.doubts) == ("rolled back", ())


@pytest.mark.parametrize("spelling", ["TBC", "TBD", "(Time TBC)", "YYYY-MM-DD HH:mm", "xx:xx", "HH:mm:"])
def test_what_stands_for_a_time_is_an_unknown_time(spelling: str) -> None:
    """A placeholder keeps its words, and the text behind it is the event."""
    leading = read_leading_time(f"{spelling} restarted", BERLIN)
    assert (leading.moment.start, leading.rest) == (None, "restarted")
    assert leading.moment.raw


@pytest.mark.parametrize(
    ("spelling", "start", "end"),
    [
        ("02.41-06.46", "2019-03-26T02:41", "2019-03-26T06:46"),
        ("~13:30-13:45", "2019-03-26T13:30", "2019-03-26T13:45"),
        ("9:16 PM to 11:16 PM", "2019-03-26T21:16", "2019-03-26T23:16"),
        ("14:00 until 15:00", "2019-03-26T14:00", "2019-03-26T15:00"),
        ("2-4pm", "2019-03-26T14:00", "2019-03-26T16:00"),
        ("11pm-1am", "2019-03-26T23:00", "2019-03-27T01:00"),
        ("23:50–00:20", "2019-03-26T23:50", "2019-03-27T00:20"),
        ("22:50 - 23:15 (+1)", "2019-03-26T22:50", "2019-03-27T23:15"),
        ("2020-10-06 09:00 - 11:00", "2020-10-06T09:00", "2020-10-06T11:00"),
        ("2024-05-04 23:30 to 2024-05-05 02:00", "2024-05-04T23:30", "2024-05-05T02:00"),
        ("4 May 14:30 - 5 May 2019 02:00", "2019-05-04T14:30", "2019-05-05T02:00"),
        ("October 29-30, 2025", "2025-10-29T00:00", "2025-10-30T00:00"),
        ("4-5 May 2024", "2024-05-04T00:00", "2024-05-05T00:00"),
        ("Dec 31 - Jan 2, 2025", "2025-12-31T00:00", "2025-01-02T00:00"),
        ("(Between 1:46pm - 5:30pm)", "2019-03-26T13:46", "2019-03-26T17:30"),
        ("between 20:00 and 20:15", "2019-03-26T20:00", "2019-03-26T20:15"),
    ],
)
def test_a_range_of_real_notes_is_read(spelling: str, start: str, end: str) -> None:
    """Both ends are found, wherever date, zone and half of the day stand."""
    leading = read_leading_time(f"{spelling}: slow", BERLIN)
    assert leading.moment.start is not None
    assert leading.moment.end is not None
    ends = (leading.moment.start.isoformat()[:16], leading.moment.end.isoformat()[:16])
    assert (*ends, leading.rest) == (start, end, "slow")


@pytest.mark.parametrize(
    "spelling",
    ["12:26-12:??", "9.03 onwards", "14:00 to ?", "14:00 - ??", "14:00 - ongoing:", "ab 14:00"],
)
def test_an_open_end_of_real_notes_is_read(spelling: str) -> None:
    """Nobody knows the end, or there was none yet."""
    leading = read_leading_time(f"{spelling} slow", BERLIN)
    assert leading.moment.open_ended
    assert (leading.moment.end, leading.rest) == (None, "slow")


@pytest.mark.parametrize(
    "spelling",
    [
        *("~02.00", "c. 2.00", "c. 02.00", "ca. 0200", "circa 02:00", "about 2:00am", "around 2am"),
        *("approx 02:00", "approx. 02:00", "roughly 2:00", "2:00 approx", "2:00 (approx.)", "2:00ish"),
        *("(~02:00)", "[approx 02:00]", "2019-03-26 ~02:00", "~2019-03-26 02:00", "gegen 2.00 Uhr"),
    ],
)
def test_an_approximate_time_of_real_notes_says_so(spelling: str) -> None:
    """Words before and behind the time, inside and outside of its brackets."""
    leading = read_leading_time(f"{spelling} slow", BERLIN)
    assert leading.moment.start == datetime(2019, 3, 26, 1, 0, tzinfo=UTC)
    assert (leading.moment.approximate, leading.rest) == (True, "slow")


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("19.20, 19.27 restarts", "19:20", "19.27"),
        ("11.28 11.28 restarts", "11:28", "11.28"),
        ("1.30 and 4.00 restarts", "01:30", "4.00"),
        ("14:32 / 14:40 restarts", "14:32", "14:40"),
    ],
)
def test_of_two_times_the_first_is_taken_and_the_second_asked_about(
    line: str, first: str, second: str
) -> None:
    """The question names the second, and one key takes it instead."""
    leading = read_leading_time(line, BERLIN)
    assert leading.moment.start is not None
    assert f"{leading.moment.start:%H:%M}" == first
    assert second in leading.doubts[0]
    assert leading.alternatives[0].line == f"{second} restarts"


def test_a_version_in_the_text_is_no_second_time() -> None:
    """Only a number spelled like the first is one."""
    for line in ("14:32 1.30 upgrade begins", "1432 2019 report opened", "1432 1500 requests fail"):
        assert read_leading_time(line, BERLIN).doubts == ()


def test_a_day_may_stand_behind_the_clock() -> None:
    """`14:30 on 4 May`, and inside brackets as chats export it; elsewhere it is text."""
    dated = read_leading_time("around 2am on Apr 11th it began", BERLIN)
    assert dated.moment.start == datetime(2019, 4, 11, 0, 0, tzinfo=UTC)
    chat = read_leading_time("[14:30, 24/05/2026] Ada: hello", BERLIN)
    assert chat.moment.start == datetime(2026, 5, 24, 12, 30, tzinfo=UTC)
    assert chat.rest == "Ada: hello"
    assert (
        read_leading_time("14:30 2026-05-24 backup restored", BERLIN).rest
        == "2026-05-24 backup restored"
    )
