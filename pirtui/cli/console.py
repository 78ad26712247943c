"""Writing to the terminal so that no text of a person can command it."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from pirtui.domain.visible import visible, visible_lines


class Problem(Exception):
    """The command cannot be carried out; the message is one sentence for a person."""


def settle_encoding() -> None:
    """Let a terminal that lacks a character show something in its place, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(line: str = "") -> None:
    """Write one line to stdout."""
    sys.stdout.write(f"{visible(line)}\n")


def complain(sentence: str) -> None:
    """Write one sentence to stderr."""
    sys.stdout.flush()
    sys.stderr.write(f"{visible(sentence)}\n")


def pour(text: str) -> None:
    """Write a whole text to stdout: byte for byte into a file or a pipe, made visible on a terminal."""
    if sys.stdout.isatty():
        sys.stdout.write(visible_lines(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines whose columns stand under one another; the last column is as long as it is."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    padded = (
        [cell.ljust(width) for cell, width in zip(row[:-1], widths[:-1], strict=True)] + [row[-1]]
        for row in rows
    )
    return ["  ".join(cells).rstrip() for cells in padded]
