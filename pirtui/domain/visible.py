"""Text that a person typed or pasted, made safe to show: nothing hides, nothing is interpreted."""

import unicodedata

_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_DIRECTION_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_BREAKS = (0x0085, 0x2028, 0x2029)
_REPLACEMENTS: dict[int, int | str] = {
    **_CONTROL_PICTURES,
    **{code: f"⟨U+{code:04X}⟩" for code in range(0x80, 0xA0)},
    **{code: f"⟨U+{code:04X}⟩" for code in _DIRECTION_CONTROLS},
    **{code: f"⟨U+{code:04X}⟩" for code in _BREAKS},
}
_ONE_LINE = {**_REPLACEMENTS, 0x09: " ", 0x0A: " ", 0x0D: " "}
_MANY_LINES = {**_REPLACEMENTS, 0x09: " ", 0x0A: "\n"}


def visible(text: str) -> str:
    """Return one line in which control, escape and direction characters are shown, not obeyed.

    Line breaks and tabs become spaces. Doing it twice changes nothing.
    """
    return _without_surrogates(text.replace("\r\n", "\n").translate(_ONE_LINE))


def visible_lines(text: str) -> str:
    """The same as `visible` for a text of several lines, whose line feeds are kept."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return _without_surrogates(unified.translate(_MANY_LINES))


def _without_surrogates(text: str) -> str:
    if not any(unicodedata.category(character) == "Cs" for character in text if character > "\ud7ff"):
        return text
    return "".join("\ufffd" if unicodedata.category(c) == "Cs" else c for c in text)
