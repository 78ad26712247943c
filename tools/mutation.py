"""Change the domain at places chosen by chance, and count the changes that no test notices.

`make mutation` tries 700 of about 7,000 changes; `make mutation MUTANTS=7000` tries nearly all of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from random import Random

_ROOT = Path(__file__).parents[1]
_MUTANTS = _ROOT / "mutants"
_LOG = _MUTANTS / "mutmut.log"
_SEED = 20261123
_SURVIVED, _WITHOUT_TESTS = 0, 33


def main() -> int:
    """Make the changes, try some of them, and print what survived."""
    parser = ArgumentParser(prog="mutation", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=700, help="how many changes to try")
    count = parser.parse_args().count
    _run("none")
    names = sorted(_exit_codes())
    chosen = Random(_SEED).sample(names, min(count, len(names)))  # noqa: S311 # a sample, no secret
    _run(*chosen)
    codes = _exit_codes()
    _tell({name: codes[name] for name in chosen}, len(names))
    return 0


def _run(*names: str) -> None:
    """Let mutmut try these changes; it makes them first, and says that there is none called `none`."""
    _MUTANTS.mkdir(exist_ok=True)
    with _LOG.open("a") as log:
        subprocess.run(
            [sys.executable, "-m", "mutmut", "run", *names],
            cwd=_ROOT,
            stdout=log,
            stderr=log,
            check=False,
        )


def _exit_codes() -> dict[str, int | None]:
    """What the tests said to each change, by its name; `None` where they were not asked."""
    found: dict[str, int | None] = {}
    for path in _MUTANTS.rglob("*.py.meta"):
        found |= json.loads(path.read_text())["exit_code_by_key"]
    return found


def _tell(codes: dict[str, int | None], of: int) -> None:
    survived = sorted(name for name, code in codes.items() if code in (_SURVIVED, _WITHOUT_TESTS))
    for name in survived:
        sys.stdout.write(f"{name}\n")
    modules = Counter(name.split(".x", 1)[0] for name in survived)
    for module, number in modules.most_common():
        sys.stdout.write(f"{number:4}  {module}\n")
    untried = sum(code is None for code in codes.values())
    killed = len(codes) - len(survived) - untried
    share = killed / max(1, len(codes) - untried)
    sys.stdout.write(
        f"{of} changes, {len(codes) - untried} tried, {killed} noticed ({share:.1%}),"
        f" {len(survived)} not; `mutmut show NAME` shows one.\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
