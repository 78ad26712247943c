"""Words in every review of a library, read by the standard library alone.

SQLite sorts out what cannot hold the words, with capitals taken into account for unaccented letters
only; what is left is compared here.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from pirtui.domain.searching import Found, Hit, holds_all, said_in, words_of
from pirtui.store.failures import translated
from pirtui.store.opening import connect_to_read, is_empty
from pirtui.store.texts import kept_text

_SEARCHED = {
    "person": ("name", "role", "team"),
    "event": ("text", "note", "actor", "source"),
    "gap": ("text", "note", "no_factor_reason"),
    "factor": ("text", "note", "evidence_needed", "stop_reason", "no_action_reason"),
    "safeguard": ("text", "note"),
    "theme": ("name", "text", "accepted_because"),
    "action": (
        "text",
        "detail",
        "owner",
        "done_test",
        "effect_measure",
        "status_reason",
        "tracker",
    ),
    "parked": ("text", "resolution"),
    "learning": ("text", "owner"),
}
"""The tables of items in the order of the stages, and their columns that hold words."""

_OF_REVIEW = (
    "title",
    "summary",
    "question",
    "owner_team",
    "impact_scope",
    "impact_numbers",
    "impact_not_affected",
    "ref",
)
_SERVICES = (
    "COALESCE((SELECT group_concat(service, ', ') FROM incident_service"
    " WHERE review_id = review.id), '')"
)
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]+")
_WILD = re.compile(r"([%_\\])")


MOST = 200
"""Hits that are told one by one, if no other number is asked for."""

_Row = tuple[int, str, str, list[str]]
"""The place of its table, the review's id, the label, and the words of an item."""


def search(path: Path, query: str, most: int = MOST) -> Found:
    """Where all words of the query stand, the newest incident first; deleted reviews are left out.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    words = words_of(kept_text(query))
    if not words or not path.exists():
        return Found()
    with translated(path), closing(connect_to_read(path)) as connection:
        if is_empty(connection):
            return Found()
        return _found(connection, words, most)


def _found(connection: sqlite3.Connection, words: tuple[str, ...], most: int) -> Found:
    by_review = _by_review(_rows(connection, words), words)
    hits: list[Hit] = []
    count = reviews = 0
    for ident, ref, title, on, archived in _newest_first(connection, by_review):
        rows = by_review[ident]
        count, reviews = count + len(rows), reviews + 1
        if len(hits) < most:
            day = date.fromisoformat(on) if on else None
            hits += (
                Hit(ref, title, day, bool(archived), label, said_in(texts, words))
                for _, _, label, texts in sorted(rows, key=_in_order)
            )
    return Found(tuple(hits[:most]), count, reviews)


def _by_review(rows: Iterable[_Row], words: tuple[str, ...]) -> dict[str, list[_Row]]:
    is_exact = all(word.isascii() and word.isprintable() for word in words)
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if is_exact or holds_all(row[3], words):
            found[row[1]].append(row)
    return found


def _in_order(row: _Row) -> tuple[int, int]:
    place, _, label, _ = row
    return place, int(label[1:] or 0)


def _rows(connection: sqlite3.Connection, words: tuple[str, ...]) -> Iterator[_Row]:
    """Every row of a review or an item that may hold all words."""
    for place, (name, columns) in enumerate(_SEARCHED.items(), start=1):
        query = (
            f"SELECT review_id, label, {', '.join(columns)} FROM {name} WHERE {_likely(columns, words)}"
            " AND EXISTS (SELECT 1 FROM item WHERE hidden_at IS NULL"
            f" AND item.review_id = {name}.review_id AND item.label = {name}.label)"
        )
        for review_id, label, *texts in connection.execute(query, _patterns(columns, words)):
            yield place, review_id, label, texts
    columns = (*_OF_REVIEW, _SERVICES)
    query = f"SELECT id, {', '.join(columns)} FROM review WHERE {_likely(columns, words)}"
    for review_id, *texts in connection.execute(query, _patterns(columns, words)):
        yield 0, review_id, "", texts


def _likely(columns: Iterable[str], words: tuple[str, ...]) -> str:
    """A condition that holds wherever every word may stand in one of the columns."""
    of_word = " OR ".join(f"{column} <> '' AND {column} LIKE ? ESCAPE '\\'" for column in columns)
    return " AND ".join(f"({of_word})" for _ in words)


def _patterns(columns: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern for word in words for pattern in (_pattern(word),) * len(columns))


def _pattern(word: str) -> str:
    """What LIKE finds every text by that holds the word; it knows capitals of plain letters alone."""
    literal = _WILD.sub(r"\\\1", word)
    return f"%{_NOT_PLAIN.sub('%', literal)}%"


def _newest_first(connection: sqlite3.Connection, wanted: Container[str]) -> Iterator[tuple[str, ...]]:
    query = (
        "SELECT id, ref, title, happened_on, archived FROM review WHERE hidden_at IS NULL"
        " ORDER BY COALESCE(happened_on, substr(created, 1, 10)) DESC, created DESC, ref"
    )
    yield from (row for row in connection.execute(query) if row[0] in wanted)
