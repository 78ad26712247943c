"""The reports of real incidents, kept as files that a person has read and found publishable.

After a change that is meant to show in reports, write the files anew with

    PIRTUI_UPDATE_GOLDEN=1 python -m pytest tests/report/test_golden_reports.py

and read the difference before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pirtui.domain.review import Review
from pirtui.report.consistency import consistent
from pirtui.report.markdown import to_markdown
from tests.report import incidents_in_full

GOLDEN = Path(__file__).parent.parent / "golden"

REPORTS: dict[str, Callable[[], Review]] = {
    "crates-io.md": incidents_in_full.crates_io,
    "leaked-secrets.md": incidents_in_full.leaked_secrets,
}


@pytest.mark.parametrize("name", REPORTS)
def test_report_reads_as_agreed(name: str) -> None:
    """The report of a real incident is, byte for byte, the one that was read and agreed."""
    report = to_markdown(REPORTS[name]())
    golden = GOLDEN / name
    if os.environ.get("PIRTUI_UPDATE_GOLDEN"):
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_incidents_fit_together(name: str) -> None:
    """The reviews behind the files are consistent, so that the files show nothing impossible."""
    review = REPORTS[name]()
    assert consistent(review) == review
