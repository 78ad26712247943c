"""The dark and the light theme: calm, with contrast that survives video compression."""

from textual.theme import Theme

DARK = Theme(
    name="pirtui-dark",
    dark=True,
    primary="#5fa8d3",
    secondary="#8fb8de",
    accent="#7fd1c7",
    warning="#f2c14e",
    error="#ff8a7a",
    success="#8fd694",
    foreground="#f4f6f8",
    background="#11161c",
    surface="#182029",
    panel="#1f2933",
    variables={
        "text-muted": "#b4c0cc",
        "text-primary": "#8cc8f0",
        "text-accent": "#8fe0d6",
        "text-warning": "#ffd166",
        "text-error": "#ff9d8f",
        "text-success": "#a3e0a7",
        "primary-background": "#22303c",
        "primary-muted": "#2c4356",
        "success-muted": "#27483a",
    },
)
"""Light text on near black, the default."""

LIGHT = Theme(
    name="pirtui-light",
    dark=False,
    primary="#1c5d8c",
    secondary="#3a6ea5",
    accent="#0b6e66",
    warning="#7a4b00",
    error="#a1260d",
    success="#1d6b2c",
    foreground="#11161c",
    background="#ffffff",
    surface="#f1f4f7",
    panel="#e7ecf1",
    variables={
        "text-muted": "#46525e",
        "text-primary": "#14507b",
        "text-accent": "#0a5f58",
        "text-warning": "#6d4300",
        "text-error": "#96210a",
        "text-success": "#185c25",
        "primary-background": "#dbe5ee",
        "primary-muted": "#cfe0ee",
        "success-muted": "#cfe8d4",
    },
)
"""Dark text on white, for bright rooms and projectors."""
