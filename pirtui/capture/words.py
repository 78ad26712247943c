"""Tokens among the words of a line: found, taken out, and escaped where a text only looks like one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pirtui.domain.visible import visible

_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s*")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"(?=\s|$)')
_ESCAPED = re.compile(r'\\([\\"])')
_PERSON = re.compile(r"@(\w[\w.-]*?)[.,:;]?(?=\s|$)")
_THEME = re.compile(r"#(?=[\w-]*[^\W\d_])(\w[\w-]*)(?=\s|$)")
_REFERENCES = re.compile(
    r"\[\s*([A-Z]\d{1,6}(?:\.\.[A-Z]\d{1,6})?(?:\s*,\s*[A-Z]\d{1,6}(?:\.\.[A-Z]\d{1,6})?)*)\s*\](?=\s|$)",
    re.I,
)
_LIKE_REFERENCES = re.compile(r"\[[A-Z]\d{1,6}(?:\]$|,|\.\.|$)", re.I)
_KEYED = re.compile(r"([a-z][a-z-]*):(?=\S)", re.I)
_MARK = re.compile(r"!([a-z][a-z-]+)", re.I)

PERSON = "person"
THEME = "theme"
REFERENCES = "references"


def anything(value: str) -> bool:
    """The test of a value that may be any word."""
    return bool(value)


@dataclass(frozen=True)
class Vocabulary:
    """The tokens that a kind of line knows.

    `words` maps whole words (`!ack`, `status:done`) to a token's name and value. `quoted` are keys
    whose value stands in quotes, `valued` keys whose value may also be one word that the given test
    accepts. `trailing` are words that count only at the end of the text. `several` names the tokens
    that may be repeated; of any other the first counts and the rest is text.
    """

    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    quoted: frozenset[str] = frozenset()
    valued: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)
    trailing: Mapping[str, str] = field(default_factory=dict)
    several: frozenset[str] = frozenset({REFERENCES, THEME})
    person: bool = False
    themes: bool = False
    references: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every word that may stand before a colon."""
        keyed = {word.split(":")[0] for word in self.words if ":" in word}
        return self.quoted | frozenset(self.valued) | frozenset(keyed)

    @cached_property
    def has_marks(self) -> bool:
        """Whether any word starts with `!`."""
        return any(word.startswith("!") for word in self.words)


@dataclass(frozen=True)
class Token:
    """A token that was found: what it is, its value, and how it was written."""

    name: str
    value: str
    written: str


@dataclass(frozen=True)
class Scanned:
    """A line without its tokens; `unknown` are words that look like a token with an unknown value."""

    text: str
    tokens: tuple[Token, ...]
    unknown: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """The value of the token with this name, or an empty text."""
        return next((token.value for token in self.tokens if token.name == name), "")

    def values(self, name: str) -> tuple[str, ...]:
        """The different values of the tokens with this name, in the order of the line."""
        return tuple(dict.fromkeys(token.value for token in self.tokens if token.name == name))

    def has(self, name: str) -> bool:
        """Whether a token with this name was found."""
        return any(token.name == name for token in self.tokens)


def choices(prefix: str, name: str, values: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Words such as `status:done` for every value of a choice, for `Vocabulary.words`."""
    return {f"{prefix}{value}": (name, value) for value in values}


def scan(body: str, vocabulary: Vocabulary) -> Scanned:
    """Take the tokens out of a text that `visible` has cleaned; everything else is kept as it is."""
    return _Scanner(body, vocabulary).scanned()


def escaped(text: str, vocabulary: Vocabulary) -> str:
    """A text in which every word that would be read as a token has a backslash before it."""

    def mark(match: re.Match[str]) -> str:
        word = match[0]
        return f"\\{word}" if _looks_like_token(word.lstrip("\\"), vocabulary) else word

    return _WORD.sub(mark, visible(text).strip())


def quoted(value: str) -> str:
    """A value in quotes."""
    inner = visible(value).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def unquoted(inner: str) -> str:
    """The value between quotes."""
    return _ESCAPED.sub(r"\1", inner).strip()


def keyed(key: str, value: str) -> str:
    """A token such as `note:"…"`; empty for an empty value."""
    return f"{key}:{quoted(value)}" if visible(value).strip() else ""


def keyed_word(key: str, value: str) -> str:
    """A token such as `src:URL`, in quotes only where the value is not one word."""
    clean = visible(value).strip()
    plain = _WORD.fullmatch(clean) and not clean.startswith('"')
    return f"{key}:{clean}" if plain else keyed(key, value)


def marked(mark: str, value: str) -> str:
    """A token such as `@ic` or `#overload`, in quotes where the value is not a simple word."""
    clean = visible(value).strip()
    pattern = _PERSON if mark == "@" else _THEME
    match = pattern.fullmatch(f"{mark}{clean}")
    plain = match is not None and match[1] == clean
    return f"{mark}{clean}" if plain else f"{mark}{quoted(value)}" if clean else ""


def joined(*pieces: str) -> str:
    """Pieces of a line with one space between them; empty ones are left out."""
    return " ".join(piece for piece in pieces if piece)


def doubts_about(unknown: Iterable[str]) -> Iterator[str]:
    """A doubt for each word that looks like a token and is not one."""
    for word in unknown:
        yield f"{word} is not known here and stays in the text."


def _looks_like_token(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word, by itself, could start a token; what follows it plays no part."""
    return (
        word.casefold() in vocabulary.words
        or word in vocabulary.trailing
        or _looks_marked(word, vocabulary)
        or _looks_keyed(word, vocabulary)
    )


def _looks_marked(word: str, vocabulary: Vocabulary) -> bool:
    if vocabulary.person and (_PERSON.match(word) or word.startswith('@"')):
        return True
    if vocabulary.themes and (_THEME.match(word) or word.startswith('#"')):
        return True
    return vocabulary.references and (word == "[" or _LIKE_REFERENCES.match(word) is not None)


def _looks_keyed(word: str, vocabulary: Vocabulary) -> bool:
    match = _KEYED.match(word)
    if match is None:
        return False
    key, value = match[1].casefold(), word[match.end() :]
    if key not in vocabulary.quoted and key not in vocabulary.valued:
        return False
    return value.startswith('"') or (key in vocabulary.valued and vocabulary.valued[key](value))


class _Scanner:
    def __init__(self, body: str, vocabulary: Vocabulary) -> None:
        self._body = body.strip()
        self._vocabulary = vocabulary
        self._pieces: list[tuple[str, str]] = []
        self._tokens: list[Token] = []
        self._unknown: list[str] = []
        self._trailing: str | None = None

    def scanned(self) -> Scanned:
        position = 0
        while position < len(self._body):
            space = _SPACE.match(self._body, position)
            start = space.end() if space else position
            word = _WORD.match(self._body, start)
            if word is None:
                break
            position = self._take(self._body[position:start], word)
        self._take_trailing()
        text = "".join(space + word for space, word in self._pieces).strip()
        return Scanned(text, tuple(self._tokens), tuple(self._unknown))

    def _take(self, space: str, word: re.Match[str]) -> int:
        found = self._token(word)
        if found is not None and self._is_wanted(found[0]):
            self._tokens.append(found[0])
            return found[1]
        plain = self._plain(word[0])
        self._pieces.append((space, plain))
        self._trailing = word[0] if word[0] in self._vocabulary.trailing else None
        if found is None and plain == word[0]:
            self._note_unknown(plain)
        return word.end()

    def _is_wanted(self, token: Token) -> bool:
        several = token.name in self._vocabulary.several
        return several or all(other.name != token.name for other in self._tokens)

    def _plain(self, word: str) -> str:
        stripped = word.lstrip("\\")
        is_escaped = stripped != word and _looks_like_token(stripped, self._vocabulary)
        return word[1:] if is_escaped else word

    def _take_trailing(self) -> None:
        if self._trailing is not None:
            self._pieces.pop()
            name = self._vocabulary.trailing[self._trailing]
            self._tokens.append(Token(name, "", self._trailing))

    def _note_unknown(self, word: str) -> None:
        keyed_by = _KEYED.match(word)
        is_mark = _MARK.fullmatch(word) is not None and self._vocabulary.has_marks
        if is_mark or (keyed_by is not None and keyed_by[1].casefold() in self._vocabulary.keys):
            self._unknown.append(word)

    def _token(self, word: re.Match[str]) -> tuple[Token, int] | None:
        known = self._vocabulary.words.get(word[0].casefold())
        if known is not None:
            return Token(*known, word[0]), word.end()
        match word[0][0]:
            case "@" if self._vocabulary.person:
                return self._marked(PERSON, _PERSON, word.start())
            case "#" if self._vocabulary.themes:
                return self._marked(THEME, _THEME, word.start())
            case "[" if self._vocabulary.references:
                return self._matched(REFERENCES, _REFERENCES, word.start())
        return self._keyed(word)

    def _marked(self, name: str, pattern: re.Pattern[str], start: int) -> tuple[Token, int] | None:
        return self._quoted(name, start, start + 1) or self._matched(name, pattern, start)

    def _matched(self, name: str, pattern: re.Pattern[str], start: int) -> tuple[Token, int] | None:
        match = pattern.match(self._body, start)
        return (Token(name, match[1], match[0]), match.end()) if match else None

    def _quoted(self, name: str, start: int, quote: int) -> tuple[Token, int] | None:
        match = _QUOTED.match(self._body, quote)
        if match is None:
            return None
        return Token(name, unquoted(match[1]), self._body[start : match.end()]), match.end()

    def _keyed(self, word: re.Match[str]) -> tuple[Token, int] | None:
        match = _KEYED.match(word[0])
        if match is None:
            return None
        key, value = match[1].casefold(), word[0][match.end() :]
        if key in self._vocabulary.quoted or key in self._vocabulary.valued:
            found = self._quoted(key, word.start(), word.start() + match.end())
            if found is not None and self._accepts(key, found[0].value):
                return found
        accepts = self._vocabulary.valued.get(key)
        if accepts is None or value.startswith('"') or not accepts(value):
            return None
        return Token(key, value, word[0]), word.end()

    def _accepts(self, key: str, value: str) -> bool:
        accepts = self._vocabulary.valued.get(key)
        return accepts is None or not value or accepts(value)
