"""The themes: legible on a shared screen, in the dark and in the light."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from pirtui.theme import DARK, LIGHT
from pirtui.widgets.tones import TONES, tone_style
from tests.widgets.widget_app import contrast

TEXTS = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
BACKGROUNDS = ("background", "surface", "panel", "primary-background", "primary-muted", "success-muted")


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "background"), list(product(TEXTS, BACKGROUNDS)))
def test_text_stands_out_from_every_background(theme: Theme, text: str, background: str) -> None:
    """Every colour of text has a contrast of at least 4.5 to 1 on every background, as WCAG AA asks."""
    colours = theme.to_color_system().generate()
    assert contrast(Color.parse(colours[text]), Color.parse(colours[background])) >= 4.5


def test_the_themes_are_told_apart() -> None:
    """One theme is dark and the other is light, each by its own name."""
    assert (DARK.name, DARK.dark) == ("pirtui-dark", True)
    assert (LIGHT.name, LIGHT.dark) == ("pirtui-light", False)


def test_every_tone_has_a_style_of_its_own() -> None:
    """No two tones look alike, and a tone that is not known says nothing."""
    assert len(set(TONES.values())) == len(TONES)
    assert tone_style("unheard of") == ""
