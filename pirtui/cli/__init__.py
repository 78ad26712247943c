"""The command line: the main door to the screens, and the same parts for scripts.

Exit codes: 0 fine, 1 the answer is no, 2 usage or bad input, with one sentence on stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from pirtui.cli.console import Problem, complain, settle_encoding
from pirtui.cli.parser import parse
from pirtui.cli.world import World

_INTERRUPTED = 130
_UNEXPECTED = 70


def main(arguments: Sequence[str] | None = None, world: World | None = None) -> int:
    """Do what the arguments say and return the exit code; `world` brings another clock and other ids."""
    settle_encoding()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments, world or World())
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as problem:
        return _failed(problem)


def _failed(problem: Exception) -> int:
    """Say of a failure that nobody foresaw where it was, and nothing of what was read or written."""
    from pirtui.unexpected import all_of, said_of

    sys.stderr.write(all_of(problem))
    complain(said_of(problem))
    return _UNEXPECTED


def _run(arguments: Sequence[str], world: World) -> int:
    try:
        options = parse(arguments)
        return _flushed(options.run(options, world))
    except Problem as problem:
        complain(str(problem))
    except BrokenPipeError:
        raise
    except OSError as problem:
        what = f"{problem.filename} could not be used" if problem.filename else "Writing failed"
        complain(f"{what}: {problem.strerror}.")
    return 2


def _flushed(code: int) -> int:
    sys.stdout.flush()
    return code


def _reader_left() -> int:
    """Whoever read our output has seen enough; nothing more may be written, not even at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 0
