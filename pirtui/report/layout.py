"""Templates laid out over a view: sandboxed, strict about every name, loaded when first used."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_SPACES_AT_LINE_END = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def laid_out(template: str, **values: object) -> str:
    """Render one of the package's templates.

    One blank line stands between blocks, no line ends with a space, one line break ends the text.

    Raises:
        jinja2.UndefinedError: if a template names a value that it was not given.
    """
    return tidied(_environment().get_template(template).render(values))


def tidied(text: str) -> str:
    """The same text without stray white space around its blocks."""
    return _BLANK_LINES.sub("\n\n", _SPACES_AT_LINE_END.sub("", text)).strip("\n") + "\n"


def as_row(cells: Sequence[str]) -> str:
    """One row of a table; an empty cell is a single space, as markdownlint likes it."""
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


@cache
def _environment() -> "Environment":
    # Jinja2 is imported here, because most runs of pirtui write no report.
    from jinja2 import PackageLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=PackageLoader("pirtui.report"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["as_row"] = as_row
    return environment
