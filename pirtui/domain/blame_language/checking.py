"""Reading an entry against all rules: at most one warning, the most severe, and any hints."""

from collections.abc import Iterator
from functools import cache

from pirtui.domain.blame_language import advice
from pirtui.domain.blame_language.finding import Finding, Level
from pirtui.domain.blame_language.grammar import Pattern, excuse
from pirtui.domain.blame_language.lines import Line, plain_line
from pirtui.domain.blame_language.persons import marked_line
from pirtui.domain.blame_language.rewriting import rewritten
from pirtui.domain.blame_language.tokens import Token, tokens
from pirtui.domain.names import is_common_word

_LONGEST = 4_000


def findings(text: str, roster: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """What the rules say about one entry: at most one warning, the most severe first, then hints.

    `roster` holds the names of the people in the review, first names or full names. Of an entry longer
    than 4,000 characters the beginning is read.
    """
    words = tokens(text[:_LONGEST])
    if not words:
        return ()
    return _chosen([*_found(text, words, _folded(roster))])


def prepare() -> None:
    """Compile every rule, so that no line has to wait for it; takes part of a second."""
    from pirtui.domain.blame_language.patterns import PATTERNS

    for pattern in PATTERNS:
        pattern.prepare()
    findings("nobody checked it")


def _folded(roster: frozenset[str]) -> frozenset[str]:
    return frozenset(part for name in roster for part in (name, *name.split()) if len(part) > 1)


def _found(text: str, words: list[Token], roster: frozenset[str]) -> Iterator[Finding]:
    from pirtui.domain.blame_language.patterns import PATTERNS

    marked, plain = marked_line(words, roster), plain_line(words)
    for pattern in PATTERNS:
        line = plain if pattern.plain else marked
        if span := pattern.find(line):
            yield _finding(text, line, pattern, span)
    yield from _named(text, words, roster)


def _named(text: str, words: list[Token], roster: frozenset[str]) -> Iterator[Finding]:
    """Names of the roster, which the report would show."""
    rule = advice.RULES["NM"]
    names = {name.lower() for name in roster if not is_common_word(name)}
    for token in words:
        if token.written in roster or token.word in names:
            match = text[token.start : token.end]
            yield Finding(
                rule.id, rule.category, rule.level, token.start, token.end, match, rule.why, rule.instead
            )


def _finding(text: str, line: Line, pattern: Pattern, span: tuple[int, int]) -> Finding:
    rule = advice.RULES[pattern.rule]
    start, end = line.span(*span)
    excused = pattern.excusable and rule.level is Level.WARN and _is_excused(line.text, span[1])
    level = Level.HINT if excused else rule.level
    instead = rewritten(text, rule.id, start, end)
    return Finding(
        rule.id, rule.category, level, start, end, text[start:end], rule.why, rule.instead, instead
    )


def _is_excused(line: str, end: int) -> bool:
    stop = line.find("|", end)
    return bool(excuse().search(line, max(0, end - 1), stop if stop >= 0 else len(line)))


def _chosen(found: list[Finding]) -> tuple[Finding, ...]:
    """The most severe warning, and the hints of other rules."""
    ordered = sorted(found, key=lambda each: (_severity()[each.rule], each.start))
    warnings = [each for each in ordered if each.level is Level.WARN][:1]
    hints = {each.rule: each for each in reversed(ordered) if each.level is not Level.WARN}
    covered = {each.category for each in warnings}
    others = [each for each in hints.values() if each.category not in covered]
    return (*warnings, *sorted(others, key=lambda each: each.start))


@cache
def _severity() -> dict[str, int]:
    return {rule: place for place, rule in enumerate(advice.RULES)}
