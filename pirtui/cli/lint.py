"""`pirtui lint`: blaming language in any text, with the reason and other wording."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.decoding import decoded
from pirtui.capture.prose import Places, sentences
from pirtui.cli.console import Problem, complain, say
from pirtui.cli.world import World
from pirtui.domain.blame_language import Level, findings
from pirtui.files import FileProblem
from pirtui.reading_files import STANDARD_INPUT, material_from, material_from_stream

_STDIN = "-"
_PLAIN = (".txt", ".text", ".log")


def lint(options: Namespace, _world: World) -> int:
    """Print what the rules say about a text; 1 if there is a warning."""
    name, content = _content(options.file)
    try:
        read = decoded(name, content)
    except UnreadableSource as problem:
        raise Problem(str(problem)) from problem
    for notice in read.notices:
        complain(f"{name}: {notice}")
    markdown = Path(name).suffix.lower() not in _PLAIN
    found = [*_found(read.text, markdown=markdown)]
    for fields in found:
        _print(options.file, fields, as_json=options.json)
    return int(any(fields["level"] == Level.WARN for fields in found))


def _content(file: str) -> tuple[str, bytes]:
    try:
        if file == _STDIN:
            return STANDARD_INPUT, _sent()
        path = Path(file).expanduser()
        if path.is_dir():
            raise Problem(f"{file} is a folder; name a file.")
        material = material_from(path)
    except (FileProblem, UnreadableSource) as problem:
        raise Problem(str(problem)) from problem
    except ValueError as problem:
        raise Problem("Name a file, or - for stdin.") from problem
    return file, material.content


def _sent() -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem("Send the text to stdin, such as `pirtui lint - < report.md`.")
    return material_from_stream(sys.stdin.buffer).content


def _found(text: str, *, markdown: bool) -> Iterator[dict[str, Any]]:
    """Every finding in the order of the text, as `--json` prints it."""
    places = Places(text)
    for sentence in sentences(text, markdown=markdown):
        for finding in sorted(findings(sentence.text), key=lambda each: each.start):
            start, end = sentence.start + finding.start, sentence.start + finding.end
            place = places.at(start)
            yield {
                "line": place.line,
                "column": place.column,
                "rule": finding.rule,
                "level": str(finding.level),
                "match": " ".join(text[start:end].split()),
                "why": finding.why,
                "instead": finding.instead,
            }


def _print(name: str, fields: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
        return
    place = f"{name}:{fields['line']}:{fields['column']}"
    say(f"{place}: {fields['level']} {fields['rule']}: “{fields['match']}”")
    say(f"    {fields['why']} Instead: {fields['instead']}")
