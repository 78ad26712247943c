"""The factors of all other reviews, read by the standard library alone and in one moment.

They are compared with what is being typed; see `pirtui.domain.earlier_factors`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pirtui.domain.earlier_factors import EarlierAction, EarlierFactor, EarlierReview, named_service
from pirtui.domain.incident import IncidentKind
from pirtui.store.failures import translated
from pirtui.store.opening import connect_to_read, is_empty, snapshot

_OTHERS = """
    WITH this AS (
        SELECT julianday(created) AS created,
            COALESCE(happened_on, substr(created, 1, 10)) AS happened_on
        FROM review WHERE id = :review_id
    ),
    other AS (
        SELECT review.id, ref, title, kind, review.created,
            COALESCE(review.happened_on, substr(review.created, 1, 10)) AS happened_on
        FROM review LEFT JOIN this
        WHERE review.hidden_at IS NULL AND review.id != :review_id
            AND (this.created IS NULL OR julianday(review.created) <= this.created
                OR COALESCE(review.happened_on, substr(review.created, 1, 10)) <= this.happened_on)
    )
"""
"""Reviews held, or incidents that happened, no later than this one; archived reviews as well."""

_REVIEWS = """
    SELECT id, ref, title, kind, happened_on FROM other ORDER BY happened_on DESC, created DESC, ref
"""
_SERVICES = "SELECT review_id, service FROM incident_service WHERE review_id IN (SELECT id FROM other)"
_FACTORS = """
    SELECT review_id, label, category, subcategory, text, parent
    FROM factor JOIN item USING (review_id, label)
    WHERE item.hidden_at IS NULL AND review_id IN (SELECT id FROM other)
    ORDER BY item.number
"""
_THEMES = """
    SELECT factor_theme.review_id, factor_theme.label, factor_theme.theme,
        (SELECT theme.label FROM theme JOIN item USING (review_id, label)
         WHERE theme.review_id = factor_theme.review_id AND theme.name = factor_theme.theme
           AND item.hidden_at IS NULL)
    FROM factor_theme WHERE review_id IN (SELECT id FROM other)
    ORDER BY position
"""
_ACTIONS = """
    SELECT action.review_id, action.label, action.text, action.due, evidence.target
    FROM action JOIN item USING (review_id, label) JOIN evidence USING (review_id, label)
    WHERE item.hidden_at IS NULL AND action.status NOT IN ('done', 'verified', 'not-doing')
        AND action.review_id IN (SELECT id FROM other)
    ORDER BY item.number
"""


@dataclass
class _Found:
    """What was read of one review."""

    review: tuple[str, str, str, str]
    services: list[str] = field(default_factory=list)
    factors: list[tuple[str, str, str, str, str | None]] = field(default_factory=list)
    themes: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    actions: list[tuple[EarlierAction, str]] = field(default_factory=list)


def read_earlier_factors(path: Path, review_id: str) -> tuple[EarlierFactor, ...]:
    """The factors of every other review that is not deleted, those of the newest incident first.

    Raises:
        LibraryProblem: if the file cannot be read as a library.
    """
    if not path.exists():
        return ()
    with translated(path), closing(connect_to_read(path)) as connection:
        if is_empty(connection):
            return ()
        with snapshot(connection):
            found = _read(connection, {"review_id": review_id})
    return tuple(factor for each in found for factor in _factors(each))


def _read(connection: sqlite3.Connection, given: dict[str, str]) -> Iterable[_Found]:
    def rows(query: str) -> Iterator[Any]:
        return iter(connection.execute(_OTHERS + query, given))

    found = {ident: _Found(review) for ident, *review in rows(_REVIEWS)}
    for ident, service in rows(_SERVICES):
        found[ident].services.append(named_service(service))
    for ident, *factor in rows(_FACTORS):
        found[ident].factors.append(factor)
    for ident, label, theme, theme_label in rows(_THEMES):
        found[ident].themes[label].append((theme, theme_label or ""))
    for ident, label, text, due, target in rows(_ACTIONS):
        action = EarlierAction(label, text, date.fromisoformat(due) if due else None)
        found[ident].actions.append((action, target))
    return found.values()


def _factors(found: _Found) -> Iterator[EarlierFactor]:
    ref, title, kind, on = found.review
    review = EarlierReview(
        ref,
        title,
        date.fromisoformat(on) if on else None,
        kind == IncidentKind.DRILL,
        frozenset(found.services) - {""},
    )
    parents = {label: parent for label, *_, parent in found.factors}
    branches = {label: _branch(label, parents) for label in parents}
    for label, category, subcategory, text, _ in found.factors:
        themes = found.themes.get(label, [])
        answering = {theme_label for _, theme_label in themes} | branches[label]
        actions = (
            action
            for action, target in found.actions
            if target in answering or label in branches.get(target, ())
        )
        yield EarlierFactor(
            review,
            label,
            category,
            subcategory,
            text,
            tuple(name for name, _ in themes),
            tuple(dict.fromkeys(actions)),
        )


def _branch(label: str, parents: dict[str, str | None]) -> set[str]:
    """The factor with everything above it; a circle ends where it began."""
    above: set[str] = set()
    each: str | None = label
    while each is not None and each not in above:
        above.add(each)
        each = parents.get(each)
    return above
