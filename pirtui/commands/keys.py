"""The keys of the list, and how keys are spelled for people."""

KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "delete": "Del",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""How keys are spelled for people, where it differs from the key's own name."""

LIST_KEYS = ("up", "down", "pageup", "pagedown", "ctrl+home", "ctrl+end")
"""Keys that move the highlight while the line keeps the focus."""


def key_name(key: str) -> str:
    """Spell a key as it stands on a keyboard: `F1`, `Ctrl+P`, `Shift+Tab`."""
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    return "+".join(part.capitalize() for part in key.split("+"))
