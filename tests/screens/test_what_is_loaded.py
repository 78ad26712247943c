"""What has to be imported before the first paint."""

import subprocess
import sys

import pytest

HEAVY = {"sqlalchemy", "sqlmodel", "jinja2", "bs4", "charset_normalizer", "markdown_it"}


@pytest.mark.parametrize("module", ["pirtui.screens.home", "pirtui.screens.review"])
def test_a_screen_waits_for_nothing_heavy(module: str) -> None:
    """SQL, templates, the grammars of lines and readers of evidence come behind the first paint."""
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = loaded.stdout.split()
    assert HEAVY.isdisjoint(modules)
    assert not [name for name in modules if name.startswith("pirtui.capture")]
