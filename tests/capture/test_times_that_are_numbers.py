"""Numbers at the start of a line that are no times, and times that were typed wrongly."""

from datetime import UTC, date, datetime

import pytest

from pirtui.capture.reading import LineContext
from pirtui.capture.times import read_leading_time
from pirtui.domain.moments import Moment

CONTEXT = LineContext("UTC", datetime(2024, 5, 4, tzinfo=UTC), date(2024, 5, 4))
DOTTED = LineContext("UTC", datetime(2024, 5, 4, tzinfo=UTC), date(2024, 5, 4), Moment(raw="10.15"))


@pytest.mark.parametrize(
    "line",
    [
        *("~2.5 GB free", "#2212 merged", "v0.0.7 released", "1.323.0 released", "10.0.0.1 is down"),
        *("99.95% of calls", "14 nodes gone", "200 OK", "404s rise", "503 errors", "2019 was calm"),
        *("3 of 5 pods", "12 hours of work", "12 hours later", "1:30 hours later", "1h30 later"),
        *("10/12 nodes down", "16:9 screens", "3:2 for the vote", "$14.32 lost", "14.32 USD lost"),
        *(
            "12.50 € each",
            "14.30 per hour",
            "2.50 requests each",
            "1.30 is the version",
            "1433/tcp open",
        ),
        *(
            "1200 rpm",
            "1800s waited",
            "8443 open",
            "1.2.3 shipped",
            "2024.05.04 shipped",
            "1432-1 fixed",
        ),
        *("2h of downtime", "5 nodes", "O2 cells", "10:8080 bound", "1.5x slower", "0.25 of them"),
        *("[3 hours ago] hello", "~5min later", "at the end of Apr 9th", "may 5 of us", "Die 5 nodes"),
    ],
)
def test_a_number_is_no_time(line: str) -> None:
    """Versions, sizes, counts, ratios, prices, ports, addresses and durations stay text, unasked."""
    leading = read_leading_time(line, CONTEXT)
    assert (leading.moment, leading.rest, leading.doubts) == (Moment(), line, ())


def test_a_change_of_version_is_text_until_times_are_spelled_with_dots() -> None:
    """`1.11 to 1.13` is an upgrade; after 10.15 it may be a range."""
    leading = read_leading_time("1.11 to 1.13 upgrade", CONTEXT)
    assert (leading.moment, leading.rest) == (Moment(), "1.11 to 1.13 upgrade")
    assert leading.alternatives[0].line == "01:11-01:13 upgrade"
    ranged = read_leading_time("1.11 to 1.13 upgrade", DOTTED)
    assert ranged.moment.end == datetime(2024, 5, 4, 1, 13, tzinfo=UTC)


@pytest.mark.parametrize("line", ["1432 alert fires", "1500 replica gone", "2315 second page"])
def test_a_time_before_one_thing_is_a_time(line: str) -> None:
    """Four digits count only what stands in the plural."""
    assert read_leading_time(line, CONTEXT).moment.start is not None


@pytest.mark.parametrize(
    ("line", "likely"),
    [
        ("009:38 x", ["09:38 x"]),
        ("009:38 UTC x", ["09:38 UTC x"]),
        ("114:32 x", ["14:32 x", "11:32 x"]),
        ("14:322 x", ["14:32 x", "14:22 x"]),
        ("25:10 x", ["15:10 x", "01:10 x"]),
        ("24:30 x", ["00:30 x", "14:30 x"]),
        ("22025-03-18 09:36 x", ["2025-03-18 09:36 x"]),
        ("20202-01-16 12:00 x", ["2022-01-16 12:00 x", "2020-01-16 12:00 x", "2002-01-16 12:00 x"]),
        ("2023-02-30 x", ["2023-02-28 x", "2023-03-30 x"]),
        ("30 Feb 2023 14:00 x", ["2023-02-28 14:00 x"]),
        ("2023-18-09 15:26 x", ["2023-09-18 15:26 x"]),
        ("2024-05-04 08;24 x", ["2024-05-04 08:24 x"]),
        ("2024-05-04 08:3 x", ["2024-05-04 08:30 x", "2024-05-04 08:03 x"]),
        ("2024-05-04 O9:55 x", ["2024-05-04 09:55 x"]),
    ],
)
def test_a_mistyped_time_is_kept_and_its_likely_readings_are_offered(
    line: str, likely: list[str]
) -> None:
    """Nothing is applied unasked; the first offer is what the question asks."""
    leading = read_leading_time(line, CONTEXT)
    assert (leading.moment, leading.rest) == (Moment(), line)
    assert leading.doubts[0].endswith("?")
    assert [each.line for each in leading.alternatives] == likely
    assert read_leading_time(likely[0], CONTEXT).moment.start is not None
