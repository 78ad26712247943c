"""The tones: told apart, and quiet where one is not known."""

from __future__ import annotations

from pirtui.theme import DARK, LIGHT
from pirtui.widgets.tones import TONES, tone_style


def test_the_themes_are_told_apart() -> None:
    """One theme is dark and the other is light, each by its own name."""
    assert (DARK.name, DARK.dark) == ("pirtui-dark", True)
    assert (LIGHT.name, LIGHT.dark) == ("pirtui-light", False)


def test_every_tone_has_a_style_of_its_own() -> None:
    """No two tones look alike, and a tone that is not known says nothing."""
    assert len(set(TONES.values())) == len(TONES)
    assert tone_style("unheard of") == ""
