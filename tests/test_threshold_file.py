"""The file in which thresholds are edited."""

from pathlib import Path

import pytest

from pirtui.domain.incident import Severity
from pirtui.domain.thresholds import DEFAULTS, Thresholds
from pirtui.threshold_file import NAME, UnreadableThresholds, default_text, parsed, read_thresholds


def test_the_default_text_says_what_holds_without_a_file(tmp_path: Path) -> None:
    """Every figure stands there with what it decides, named as judgement."""
    text = default_text()
    assert parsed(text) == DEFAULTS == read_thresholds(tmp_path)
    assert "a matter of judgement" in text
    assert all(name.replace("_", "-") in text for name in Thresholds.model_fields)


def test_what_is_left_out_is_the_default() -> None:
    """A severity takes its own figures, then its built-in ones, then those of the default table."""
    read = parsed("[default]\nhandovers = 4\n[sev2]\nengage-minutes = 7\n")
    assert read.of(Severity.SEV2).engage_minutes == 7
    assert read.of(Severity.SEV2).handovers == 4
    assert (read.of(Severity.SEV1).acknowledge_minutes, read.of(Severity.SEV1).handovers) == (5, 4)
    assert read.of(None) == read.of(Severity.SEV4) == read.default


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[default]\nacknowledge = 3\n", "acknowledge"),
        ("[sev9]\n", "[sev9]"),
        ("[default]\nhandovers = 0\n", "handovers in [default]"),
        ("[sev1]\ndetect-share = 1.5\n", "detect-share in [sev1]"),
        ('[default]\nhandovers = "two"\n', "handovers in [default]"),
        ("[default]\nhandovers = true\n", "handovers in [default]"),
        ("default = 3\n", "[default]"),
        ("[default\n", "line 1"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str, named: str) -> None:
    """One sentence says which file and which entry."""
    (tmp_path / NAME).write_text(text)
    with pytest.raises(UnreadableThresholds) as raised:
        read_thresholds(tmp_path)
    assert named in str(raised.value)
    assert NAME in str(raised.value)
    assert "\n" not in str(raised.value)
