"""What a report looks like to a Markdown parser, with and without the words that people typed."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from pirtui.domain.review import Review
from pirtui.domain.roles import Namer, NameStyle
from pirtui.domain.value import Value
from pirtui.domain.visible import visible_lines
from pirtui.report.escape import shown, web_address

PARSERS = {name: MarkdownIt(name) for name in ("commonmark", "gfm-like", "js-default")}

_ANCHOR = re.compile(r'<a id="(?P<name>[a-z]+\d+|the-[a-z]+)" name="(?P=name)">|</a>')
_OWN_COMMENT = "<!-- markdownlint-configure-file "

_QUESTION_KEY = re.compile(r"[A-Z][1-9](?::|$)")

_KEPT = {"id", "ref", "label", "parent", "evidence", "zone", "origin", "origin_label", "key"}
_ADDRESSES = {"url", "source", "tracker", "recurrence_of", "related_to"}
_ACTORS = {"actor", "owner"}
_HARMLESS_ADDRESS = "https://x.example/x"


def body(report: str) -> str:
    """The report without its front matter."""
    return report.split("\n---\n", 1)[1]


def structure(report: str, parser: str = "gfm-like") -> list[object]:
    """The types, tags and nesting of all tokens of a report's body; words are left out."""
    return list(_shape(PARSERS[parser].parse(body(report))))


def _shape(tokens: Iterable[Token]) -> Iterator[object]:
    for token in tokens:
        if token.type == "inline":
            yield list(_shape(token.children or []))
        elif token.type not in ("text", "text_special"):
            yield token.type, token.tag, token.level, _own_html(token)


def _own_html(token: Token) -> str:
    if token.type == "html_inline" and _ANCHOR.fullmatch(token.content):
        return token.content
    return "ours" if token.type == "html_block" and token.content.startswith(_OWN_COMMENT) else ""


def foreign_html(report: str) -> list[str]:
    """HTML in the report that is not an anchor of ours."""
    tokens = [
        token for block in PARSERS["gfm-like"].parse(body(report)) for token in _with_children(block)
    ]
    return [token.content for token in tokens if token.type.startswith("html") and not _own_html(token)]


def addresses(report: str) -> list[str]:
    """Where the links of the report lead."""
    tokens = [
        token for block in PARSERS["gfm-like"].parse(body(report)) for token in _with_children(block)
    ]
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


def _with_children(token: Token) -> Iterator[Token]:
    yield token
    yield from token.children or []


def rendered_words(report: str) -> str:
    """Everything that a reader sees as text, block by block."""
    inlines = (token for token in PARSERS["gfm-like"].parse(body(report)) if token.type == "inline")
    words = ("".join(_text(child) for child in token.children or []) for token in inlines)
    return "\n".join(words)


def _text(token: Token) -> str:
    return "\n" if token.type.endswith("break") else token.content if "html" not in token.type else ""


def harmless(review: Review) -> Review:
    """The same review with `x` in place of everything that a person typed."""
    names = {theme.name: f"theme{place}" for place, theme in enumerate(review.themes)}
    namer = Namer(review.people, NameStyle.NAMES)
    return Review.model_validate(_without_words(review, names, namer))


def _without_words(value: Value, names: dict[str, str], namer: Namer) -> dict[str, object]:
    return {
        field: _replaced(type(value).__name__, field, getattr(value, field), names, namer)
        for field in type(value).model_fields
    }


def _replaced(owner: str, field: str, held: object, names: dict[str, str], namer: Namer) -> object:
    if isinstance(held, Value):
        return _without_words(held, names, namer)
    if isinstance(held, tuple):
        return tuple(_replaced(owner, field, each, names, namer) for each in held)
    if type(held) is not str or field in _KEPT:
        return held
    if field == "themes" or (owner == "Theme" and field == "name"):
        return names[held]
    return _plain(field, held, namer)


def _plain(field: str, text: str, namer: Namer) -> str:
    if field in _ACTORS:
        return "x" if shown(namer.actor(text)) else ""
    if field in _ADDRESSES and web_address(text.strip()):
        return _HARMLESS_ADDRESS
    if field == "heuristic" and _QUESTION_KEY.match(text):
        return text
    if field == "heuristic":
        return "x" if shown(text.partition(":")[0]) else ""
    if field == "summary":
        return "\n".join("x" if shown(line) else "" for line in visible_lines(text).split("\n"))
    return "x" if shown(text) else ""


def theme_words(name: str) -> str:
    """The name of a theme as a report says it."""
    words = shown(name).replace("-", " ")
    return words[:1].upper() + words[1:]


def typed_texts(review: Review) -> Iterator[str]:
    """Every text of a review that a report with names shows somewhere, as it is to be read."""
    incident = review.incident
    yield from (incident.title, incident.owner_team, *incident.services)
    yield from (incident.impact.scope, incident.impact.numbers, incident.impact.not_affected)
    yield from incident.summary.splitlines()
    for event in review.events:
        if event.in_report:
            yield from (event.text, event.note, event.doubt)
    for gap in review.gaps:
        yield from (gap.text, gap.note, gap.no_factor_reason)
    for factor in review.factors:
        yield from (factor.text, factor.note, factor.stop_reason, factor.evidence_needed)
        yield factor.no_action_reason
    for theme in review.themes:
        yield theme_words(theme.name)
        yield from (theme.text, theme.accepted_because)
    for action in review.actions:
        yield from (action.text, action.detail, action.status_reason)
    yield from (learning.text for learning in review.learnings)
    yield from (text for parked in review.parked for text in (parked.text, parked.resolution))
    yield from (person.name.strip().lstrip("@") for person in review.people)
