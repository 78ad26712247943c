"""Text that tries to be something else, put together from pieces that each try it in one way."""

import unicodedata
from random import Random

PIECES = (
    "[SEV1]",
    "[/",
    "[@click=app.quit]x[/]",
    "[link=file:///etc/passwd]y",
    "\\[",
    "\x1b[2J",
    "\x1b]52;c;aGk=\x07",
    "\x1b]8;;http://evil.example\x1b\\here",
    "\x1b]0;title\x07",
    "\x1bP+q544e\x1b\\",
    "\x1b[200~",
    "\x1b[201~",
    "\x9b31m",
    "\x9d0;t\x9c",
    "\x00",
    "\x07\x08\x7f",
    "\r",
    "\t",
    "\x85",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u200f",
    "\ufeff",
    "\u200b",
    "\ud800",
    "\udcff",
    "e\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦",
    "日本語",
    "שלום",
    "<script>alert(1)</script>",
    "<!--",
    "</details>",
    "javascript:alert(1)",
    "http://e.example/?a=<b>&c",
    "[x](javascript:alert(1))",
    "![](http://e.example/p.png)",
    "| a |",
    "\n# Heading",
    "```",
    "---",
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__ }}",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "+1+1",
    "'; DROP TABLE review; --",
    "%s %(x)s {0} {x!r}",
    "$(touch /tmp/x)",
    "`id`",
    "../../etc/passwd",
    "C:\\con",
    "~root",
    "@ic",
    "#theme",
    "!mitigated",
    "[E1..E2]",
    "[F1",
    "due:+2w",
    'note:"',
    '"',
    "14:32",
    "99:99",
    "2024-02-30",
    "0001-01-01",
    "9999-12-31 23:59:59",
    "x" * 400,
    " ",
    "word",
)
"""One way each: markup, escapes, direction, broken characters, HTML, Markdown, templates, SQL, paths."""


_TURNING = {
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *"\u200e\u200f\u061c\u2028\u2029",
}


def hostile_text(chance: Random) -> str:
    """Some pieces in a row, with and without spaces between them."""
    pieces = chance.choices(PIECES, k=chance.randint(1, 6))
    return chance.choice(("", " ")).join(pieces)


def is_harmless(shown: str) -> bool:
    """Whether nothing in it, line feeds apart, can command a terminal or turn text around."""
    characters = set(shown) - {"\n"}
    return _TURNING.isdisjoint(characters) and not any(
        unicodedata.category(each) in ("Cc", "Cs") for each in characters
    )
