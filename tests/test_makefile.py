"""The ways in: make's targets, CI, and what the package declares."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pirtui.cli.parser import STAGES

_ROOT = Path(__file__).parent.parent
_TARGETS = (
    "demo",
    "test",
    "check",
    "format",
    "pictures",
    "example",
    "docs",
    "bench",
    "torture",
    "soak",
    "coverage",
    "mutation",
    "clean",
)

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def _make(*arguments: str) -> str:
    ran = subprocess.run(
        ["make", *arguments], cwd=_ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return ran.stdout


@needs_make
def test_make_lists_every_target_with_what_it_does() -> None:
    """`make` alone answers what there is."""
    listed = re.findall(r"^  make ([a-z]+) +\S", _make(), flags=re.MULTILINE)
    assert set(_TARGETS) <= set(listed)


@needs_make
@pytest.mark.parametrize("target", _TARGETS)
def test_every_target_can_be_planned(target: str) -> None:
    """No target depends on something that nobody makes."""
    assert _make("--dry-run", "--always-make", target)


@needs_make
def test_the_demo_installs_no_development_tools() -> None:
    """A first look needs the runtime only; the tests need the tools as well."""
    assert "[dev]" not in _make("--dry-run", "--always-make", "demo")
    tests = _make("--dry-run", "--always-make", "test")
    assert "[dev]" in tests
    assert "pytest" in tests


def test_ci_checks_and_tests_from_anywhere() -> None:
    """CI runs the same two targets as people do."""
    script = _ROOT / ".ci" / "run"
    subprocess.run(["bash", "-n", str(script)], check=True, timeout=60)
    text = script.read_text()
    assert text.index("make check") < text.index("make test")


def test_readme_begins_with_the_two_commands() -> None:
    """The two commands stand above everything else, and the command line is complete."""
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    first = "\n".join(readme.splitlines()[:10])
    assert "make demo" in first
    assert "make test" in first
    for command in ("demo", "new", "open", "list", "add", "export", "import", "doctor"):
        assert f"pirtui {command}" in readme
    for stage in STAGES:
        assert f"`{stage}`" in readme
