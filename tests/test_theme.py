"""The two themes: legible through a compressed video, and without any colour."""

from __future__ import annotations

import itertools

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from pirtui.theme import DARK, LIGHT
from tests.widgets.widget_app import contrast

LEAST_CONTRAST = 4.5
"""Source: Web Content Accessibility Guidelines 2.2, criterion 1.4.3, level AA."""

TEXTS = (
    "foreground",
    "text-muted",
    "text-primary",
    "text-accent",
    "text-warning",
    "text-error",
    "text-success",
)
GROUNDS = (
    "background",
    "surface",
    "panel",
    "primary-background",
    "primary-muted",
    "success-muted",
)


def colors(theme: Theme) -> dict[str, Color]:
    """The colours as the app's style sheets see them."""
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    variables = app.get_css_variables()
    return {name: Color.parse(variables[name]) for name in (*TEXTS, *GROUNDS)}


def test_the_measure_of_contrast() -> None:
    """Black on white is 21 to 1, and a colour on itself 1 to 1."""
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), itertools.product(TEXTS, GROUNDS))
def test_every_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    """Each text colour stands out from each background it may lie on."""
    known = colors(theme)
    assert contrast(known[text], known[ground]) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), itertools.product(TEXTS, GROUNDS))
def test_every_text_can_be_read_without_colour(theme: Theme, text: str, ground: str) -> None:
    """The greys that take the place of the colours under NO_COLOR stand out as well."""
    known = colors(theme)
    assert contrast(known[text].monochrome, known[ground].monochrome) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["primary-muted", "success-muted"])
def test_a_lit_row_stands_out_from_its_list(theme: Theme, ground: str) -> None:
    """The grounds of the highlight and of a fresh row differ from the list's, in grey too."""
    known = colors(theme)
    for under in ("background", "surface"):
        assert contrast(known[ground], known[under]) >= 1.15
        assert contrast(known[ground].monochrome, known[under].monochrome) >= 1.15
