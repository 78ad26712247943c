"""A theme's line: `#overload retries everywhere accepted:"the risk is known"`."""

from pirtui.capture import previews, words
from pirtui.capture.editing import edited
from pirtui.capture.reading import LineContext, Reading
from pirtui.capture.words import THEME, Vocabulary
from pirtui.domain.changes import new_label
from pirtui.domain.factors import Theme
from pirtui.domain.visible import visible

_ACCEPTED = "accepted"

THEME_WORDS = Vocabulary(quoted=frozenset({_ACCEPTED}), themes=True, several=frozenset())
"""The tokens of a theme's line."""

_FIELDS = ("name", "text", "accepted_because")


def parse_theme(line: str, context: LineContext, base: Theme | None = None) -> Reading[Theme]:
    """Read a line as a theme, or as a change of the theme `base`."""
    return edited(line, base, _read, lambda theme: print_theme(theme, context), _FIELDS)


def print_theme(theme: Theme, _context: LineContext) -> str:
    """Print a theme as the line that reads back as the same theme."""
    return words.joined(
        words.marked("#", theme.name),
        words.escaped(theme.text, THEME_WORDS),
        words.keyed(_ACCEPTED, theme.accepted_because),
    )


def _read(line: str) -> Reading[Theme]:
    scanned = words.scan(visible(line), THEME_WORDS)
    theme = Theme(
        label=new_label(Theme),
        name=scanned.value(THEME),
        text=scanned.text,
        accepted_because=scanned.value(_ACCEPTED),
    )
    return Reading(
        item=theme if theme.name else None,
        parts=previews.parts(
            (THEME, f"#{theme.name}" if theme.name else ""),
            ("text", theme.text),
            ("reason", theme.accepted_because),
        ),
        problem="" if theme.name else "Start with the theme's name, such as #overload.",
        doubts=tuple(words.doubts_about(scanned.unknown)),
    )
