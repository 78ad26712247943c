"""How strongly something is said: one set of tones for lists, panels and the row above the line.

Every tone has a word, a sign or a weight beside its colour wherever it is used; colour is never alone.
"""

TONES = {
    "": "",
    "muted": "$text-muted",
    "strong": "bold",
    "good": "$text-success",
    "warning": "bold $text-warning",
    "alert": "bold $text-error",
    "accent": "bold $text-accent",
}
"""The style of each tone, in variables of the theme."""


def tone_style(tone: str) -> str:
    """The style of a tone; a tone that is not known says nothing."""
    return TONES.get(tone, "")
