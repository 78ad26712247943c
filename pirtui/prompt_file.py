"""The file in which a facilitator changes the questions: `prompts.toml` in the settings folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pirtui.domain.prompts import DEFAULT_BOOK, Prompt, PromptBook
from pirtui.domain.visible import visible
from pirtui.settings_folder import settings_folder

FILE_NAME = "prompts.toml"
"""The name of the file in the settings folder."""

_LARGEST = 1_000_000
_KEPT = "pirtui's own questions are shown."
_BEGINNING = """\
# The questions that pirtui shows, one at a time. The words are yours to change.
#
# Each table is a stage, a kind of gap, a category of factor, or the themes.
# A question keeps its number, so that its "asked" mark stays with it.
# - Leave a line out, and pirtui's own question stands.
# - Write "" to drop a question.
# - Add one with a name of its own: ours = "What would a newcomer notice here?"
# With every number of a table there, its questions come in the order of the lines.
# About 70 characters fit on a row of 80. Ask "what" and "how".
"""


@dataclass(frozen=True)
class ReadPrompts:
    """The questions to use, and one sentence on what stood in the way of the file, if anything."""

    book: PromptBook = DEFAULT_BOOK
    problem: str = ""


class PromptFileProblem(ValueError):
    """The file says something that cannot be used; the message is part of a sentence."""


def prompt_path() -> Path:
    """Where the file lies, or would lie."""
    return settings_folder() / FILE_NAME


def read_prompts(path: Path) -> ReadPrompts:
    """The questions by this file; pirtui's own where there is no file, or one that cannot be used."""
    try:
        if not path.exists():
            return ReadPrompts()
        return ReadPrompts(book_from(_text(path)))
    except OSError as problem:
        reason = (problem.strerror or "the disk does not answer").lower()
    except UnicodeDecodeError:
        reason = "it is not UTF-8 text"
    except (PromptFileProblem, tomllib.TOMLDecodeError, RecursionError) as problem:
        reason = str(problem) or "it is nested too deeply"
    return ReadPrompts(problem=f"{FILE_NAME} cannot be used: {visible(reason).rstrip('.')}; {_KEPT}")


def book_from(text: str) -> PromptBook:
    """The questions by the text of a file; what it leaves out is as in `DEFAULT_BOOK`.

    Raises:
        PromptFileProblem: if it names a group that there is not, or holds something else than text.
        tomllib.TOMLDecodeError: if it is not TOML.
    """
    groups = dict(DEFAULT_BOOK.groups)
    for group, said in tomllib.loads(text).items():
        if group not in groups:
            raise PromptFileProblem(f"there is no group [{group}]")
        groups[group] = _changed(group, said)
    return PromptBook(MappingProxyType(groups))


def default_text() -> str:
    """The text of a file that holds pirtui's own questions, with a comment on how to change them."""
    tables = []
    for group, prompts in DEFAULT_BOOK.groups.items():
        lines = [f'{_name(prompt)} = "{prompt.text}"' for prompt in prompts]
        tables.append("\n".join([f"[{group}]", *lines]) + "\n")
    return "\n".join([_BEGINNING, *tables])


def _text(path: Path) -> str:
    if not path.is_file():
        raise PromptFileProblem("it is not a file")
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise PromptFileProblem("it is larger than 1 MB")
    return content.decode("utf-8-sig")


def _changed(group: str, said: object) -> tuple[Prompt, ...]:
    """A group with what the file says about it; its order holds if it names the whole group."""
    if not isinstance(said, dict):
        raise PromptFileProblem(f"{group} is not a table of questions")
    texts = {name: _words(group, name, text) for name, text in said.items()}
    own = {_name(prompt): prompt.text for prompt in DEFAULT_BOOK.groups[group]}
    together = texts if texts.keys() >= own.keys() else {**own, **texts}
    return tuple(Prompt(f"{group}/{name}", text) for name, text in together.items() if text)


def _words(group: str, name: str, text: object) -> str:
    if not isinstance(text, str):
        raise PromptFileProblem(f'{name} in [{group}] is not a text in "quotation marks"')
    return " ".join(text.split())


def _name(prompt: Prompt) -> str:
    return prompt.key.partition("/")[2]
