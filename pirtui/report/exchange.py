"""A review as JSON that another pirtui reads back without loss.

The same review gives the same bytes: `to_json(from_json(to_json(review))) == to_json(review)`.
"""

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from pydantic import ValidationError

from pirtui.domain.review import SCHEMA_VERSION, Review
from pirtui.report.consistency import Inconsistent, consistent

FORMAT = "pirtui-review"
"""What the file calls itself."""


class ExchangeProblem(Exception):
    """A text is not a review that can be taken in; the message says why in one sentence."""


def to_json(review: Review) -> str:
    """Write a review as JSON: sorted keys, two spaces of indent, one line break at the end.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    """
    content = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "review": review.model_dump(mode="json"),
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") + "\n"


def from_json(text: str) -> Review:
    """Read a review that `to_json` wrote, and check that it fits together.

    Raises:
        ExchangeProblem: if the text is not JSON, not a review, from a newer pirtui, or does not fit
            together.
    """
    content = _parsed(text.removeprefix("\ufeff"))
    review = _validated(_payload(content))
    current = review.model_copy(update={"schema_version": SCHEMA_VERSION})
    try:
        return consistent(current)
    except Inconsistent as problem:
        raise ExchangeProblem(str(problem)) from problem


def _parsed(text: str) -> object:
    if not text.strip():
        raise ExchangeProblem("This file is empty.")
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise ExchangeProblem(f"This file is not valid JSON: {problem.msg} at {place}.") from problem
    except RecursionError as problem:
        raise ExchangeProblem("This file is not a pirtui review: it is nested too deeply.") from problem
    except ValueError as problem:
        raise ExchangeProblem(
            "This file is not valid JSON: it holds a number that is too long."
        ) from problem


def _refuse_constant(name: str) -> NoReturn:
    raise ExchangeProblem(f"This file is not valid JSON: {name} is not a JSON number.")


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise ExchangeProblem(f"This file gives the field “{repeated}” twice in one place.")
    return fields


def _payload(content: object) -> dict[str, Any]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ExchangeProblem(
            "This file is not a pirtui review: it does not say so in its “format” field."
        )
    payload = content.get("review")
    if not isinstance(payload, dict):
        raise ExchangeProblem("This file says that it is a pirtui review, but there is no review in it.")
    for version in (content.get("schema_version"), payload.get("schema_version", SCHEMA_VERSION)):
        _check_version(version)
    return payload


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ExchangeProblem("This file does not say which version of the pirtui format it follows.")
    if version > SCHEMA_VERSION:
        raise ExchangeProblem(
            f"This file was written by a newer pirtui (format version {version}, this one reads up to "
            f"{SCHEMA_VERSION}); update pirtui to take it in."
        )


def _validated(payload: dict[str, Any]) -> Review:
    try:
        return Review.model_validate_json(json.dumps(payload), strict=True)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        path = _path(first["loc"])
        raise ExchangeProblem(f"The value at {path} does not fit: {_reason(first['msg'])}.") from problem


def _path(location: Iterable[int | str]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return "review" + "".join(steps)


def _reason(message: str) -> str:
    words = message.rstrip(".")
    return words[:1].lower() + words[1:]
