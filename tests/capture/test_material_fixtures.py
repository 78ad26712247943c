"""Damaged files as they come from real disks and downloads."""

import pytest

from pirtui.capture.candidates import UnreadableSource
from tests.capture.sources.reading_sources import from_fixture


def test_a_download_that_stopped_is_named_with_its_line() -> None:
    """A truncated export says where it breaks off and what is missing."""
    with pytest.raises(UnreadableSource) as refusal:
        _ = from_fixture("bad/truncated.json").json

    assert str(refusal.value) == (
        "truncated.json, line 2: the JSON is cut off here; expected a closing quotation mark."
    )


def test_two_encodings_in_one_file_are_both_read() -> None:
    """Lines of an editor that wrote Windows-1252 into a UTF-8 file stay readable."""
    material = from_fixture("bad/mixed_encodings.txt")

    assert material.text == "naïve retry\ncafé – late\n"
    assert material.decoding_notices == ("Line 2 is not UTF-8 and was read as Windows-1252.",)
