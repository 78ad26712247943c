"""Every format of evidence, in the order in which they are asked whether a material is theirs."""

from pirtui.capture.material import Material
from pirtui.capture.notes.reader import FORMAT as NOTES
from pirtui.capture.sources import (
    alertmanager,
    chat_paste,
    csv_table,
    discord,
    git_log,
    github,
    incident_io,
    irc,
    journald,
    opsgenie,
    pagerduty,
    shell_history,
    slack_export,
    statuspage,
    teams_graph,
)
from pirtui.capture.sources.source_format import SourceFormat

FORMATS: tuple[SourceFormat, ...] = (
    slack_export.FORMAT,
    teams_graph.FORMAT,
    discord.FORMAT,
    pagerduty.FORMAT,
    opsgenie.FORMAT,
    alertmanager.FORMAT,
    statuspage.FORMAT,
    incident_io.FORMAT,
    github.FORMAT,
    journald.FORMAT,
    irc.FORMAT,
    shell_history.FORMAT,
    git_log.FORMAT,
    chat_paste.FORMAT_SLACK_TEXT,
    csv_table.FORMAT,
    NOTES,
)
"""The strict ones first; notes can be anything, and so are asked last."""


def format_named(name: str) -> SourceFormat | None:
    """The format with this name, or `None` if there is none."""
    return next((each for each in FORMATS if each.name == name), None)


def format_of(material: Material) -> SourceFormat | None:
    """The first format that recognises the material."""
    return next((each for each in FORMATS if each.recognises(material)), None)
