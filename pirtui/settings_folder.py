"""Where the files lie that a facilitator may edit: thresholds and prompts."""

import os
from pathlib import Path

SETTINGS_VARIABLE = "PIRTUI_SETTINGS"
"""The environment variable that names the folder."""


def settings_folder() -> Path:
    """The folder by `PIRTUI_SETTINGS`, else in the platform's place for settings; it may not exist."""
    if named := os.environ.get(SETTINGS_VARIABLE, "").strip():
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("pirtui", appauthor=False)
