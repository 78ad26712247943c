"""The file in which a facilitator edits when the timeline raises a question."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pirtui.domain.incident import Severity
from pirtui.domain.thresholds import DEFAULTS, Thresholds, ThresholdsBySeverity

NAME = "thresholds.toml"

_DEFAULT = "default"
_HEAD = """\
# When the timeline of a review raises a question. Every figure is a default and a matter of judgement:
# no source proves one. They decide what is asked, never what is wrong.
# A table such as [sev2] holds figures for that severity alone; the others are those of [default].
"""


class UnreadableThresholds(Exception):
    """The file does not say what it should; the message names it and the entry, in one sentence."""


def read_thresholds(folder: Path) -> ThresholdsBySeverity:
    """The figures that the file gives; the default ones where it says nothing, or is not there.

    Raises:
        UnreadableThresholds: if the file cannot be read, or holds something else.
    """
    path = folder / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return DEFAULTS
    except (OSError, UnicodeDecodeError) as problem:
        raise UnreadableThresholds(f"{path} could not be read: {problem}.") from problem
    try:
        return parsed(text)
    except ValueError as problem:
        raise UnreadableThresholds(f"{path}: {problem}") from problem


def parsed(text: str) -> ThresholdsBySeverity:
    """Read the text of such a file.

    Raises:
        ValueError: if it is not TOML, names what there is not, or gives a figure that cannot be.
    """
    tables = tomllib.loads(text.removeprefix("\ufeff"))
    unknown = next((name for name in tables if name != _DEFAULT and name not in _SEVERITIES), None)
    if unknown is not None:
        raise ValueError(f"there is no table [{unknown}]; write [default] or one of {_named()}.")
    default = _figures(DEFAULTS.default, tables.get(_DEFAULT, {}), _DEFAULT)
    own = {
        severity: _figures(_built_in(severity, default), tables.get(name, {}), name)
        for name, severity in _SEVERITIES.items()
        if name in tables or severity in DEFAULTS.by_severity
    }
    return ThresholdsBySeverity(default=default, by_severity=own)


def default_text() -> str:
    """The file with every figure as it is without a file, each with what it decides."""
    lines = [_HEAD]
    lines += ["[default]", *_lines(DEFAULTS.default)]
    for severity, figures in DEFAULTS.by_severity.items():
        lines += ["", f"[{severity.value.lower()}]", *_lines(figures, DEFAULTS.default)]
    return "\n".join(lines) + "\n"


_SEVERITIES = {severity.value.lower(): severity for severity in Severity}


def _named() -> str:
    return ", ".join(f"[{name}]" for name in _SEVERITIES)


def _built_in(severity: Severity, default: Thresholds) -> Thresholds:
    """A severity's own default figures over those of `[default]`."""
    own = DEFAULTS.by_severity.get(severity)
    if own is None:
        return default
    differing = {
        name: getattr(own, name)
        for name in Thresholds.model_fields
        if getattr(own, name) != getattr(DEFAULTS.default, name)
    }
    return default.changed(**differing)


def _figures(base: Thresholds, table: Any, name: str) -> Thresholds:
    if not isinstance(table, dict):
        raise ValueError(f"[{name}] is not a table of figures.")
    given = {str(key).replace("-", "_"): value for key, value in table.items()}
    unknown = next((key for key in given if key not in Thresholds.model_fields), None)
    if unknown is not None:
        raise ValueError(f"[{name}] has no figure called {unknown.replace('_', '-')}.")
    if wrong := next((k for k, v in given.items() if isinstance(v, bool | str)), None):
        raise ValueError(f"{wrong.replace('_', '-')} in [{name}] is not a number.")
    try:
        return base.changed(**given)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        figure = str(first["loc"][0]).replace("_", "-")
        said = first["msg"][:1].lower() + first["msg"][1:]
        raise ValueError(f"{figure} in [{name}] does not fit: {said}.") from problem


def _lines(figures: Thresholds, beside: Thresholds | None = None) -> list[str]:
    lines = []
    for name, field in Thresholds.model_fields.items():
        value = getattr(figures, name)
        if beside is None:
            lines.append(f"# {field.description}")
        if beside is None or value != getattr(beside, name):
            lines.append(f"{name.replace('_', '-')} = {value}")
    return lines
