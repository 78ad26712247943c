"""The factors of other reviews, as they are read for comparison."""

from datetime import date
from pathlib import Path

import pytest

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionStatus
from pirtui.domain.earlier_factors import EarlierFactor
from pirtui.domain.factors import Category, Factor
from pirtui.domain.incident import IncidentKind
from pirtui.domain.review import Review
from pirtui.store.earlier import read_earlier_factors
from pirtui.store.errors import LibraryProblem
from tests.store.libraries import named, opened


def _factor(text: str, parent: str | None = None, *themes: str) -> Factor:
    return Factor(label="F0", category=Category.PROCESS, text=text, parent=parent, themes=themes)


def _action(text: str, *evidence: str, status: ActionStatus = ActionStatus.AGREED) -> Action:
    return Action(label="A0", text=text, evidence=evidence, status=status, due=date(2026, 10, 3))


def _with_incident(review: Review, **fields: object) -> Review:
    return changes.updated(review, incident=review.incident.changed(**fields))


def _read(path: Path, review: Review) -> dict[str, list[EarlierFactor]]:
    found: dict[str, list[EarlierFactor]] = {}
    for factor in read_earlier_factors(path, review.id):
        found.setdefault(factor.review.ref, []).append(factor)
    return found


def test_other_reviews_are_read_with_their_open_actions(tmp_path: Path) -> None:
    """Factors, services, themes, and the open actions of the factor, its branch and its theme."""
    path = tmp_path / "library.db"
    this = named("this", _factor("own"))
    other = named(
        "other",
        _factor("root", None, "load"),
        _factor("child", "F1"),
        _factor("alone", None, "keys"),
        _action("on the child", "F2"),
        _action("on the theme", "T2"),
        _action("finished", "F1", status=ActionStatus.DONE),
        _action("given up", "F3", status=ActionStatus.NOT_DOING),
    )
    other = _with_incident(
        other, services=("Web  API", "ci"), on=date(2023, 1, 2), kind=IncidentKind.DRILL
    )
    with opened(path) as library:
        library.create(this)
        library.create(other)
    root, child, alone = _read(path, this)["other"]
    assert (root.text, root.category, root.themes) == ("root", "process", ("load",))
    assert root.review.services == {"web api", "ci"}
    assert root.review.drill
    assert root.review.on == date(2023, 1, 2)
    assert [each.told for each in root.open_actions] == ["A1 on the child (due Sat 3 Oct 2026)"]
    assert [each.label for each in child.open_actions] == ["A1"]
    assert [each.label for each in alone.open_actions] == ["A2"]


def test_archived_reviews_count_and_deleted_ones_do_not(tmp_path: Path) -> None:
    """A review in the bin has nothing to say."""
    path = tmp_path / "library.db"
    this = named("this", _factor("own"))
    with opened(path) as library:
        for review in (this, named("kept", _factor("a")), named("gone", _factor("b"))):
            library.create(review)
        library.archive("kept", True)
        library.hide("gone")
    assert list(_read(path, this)) == ["kept"]


def test_a_later_incident_of_a_later_review_is_not_earlier(tmp_path: Path) -> None:
    """A review counts if it was opened, or its incident happened, no later than this one."""
    path = tmp_path / "library.db"
    this = named("this", _factor("own"))
    later = named("later", _factor("x"))
    opened_later = this.dates.created.replace(year=this.dates.created.year + 1)
    later = changes.updated(later, dates=later.dates.changed(created=opened_later))
    after = _with_incident(later, on=date(2024, 6, 1))
    before = _with_incident(later.model_copy(update={"ref": "before", "id": "b"}), on=date(2020, 6, 1))
    with opened(path) as library:
        for review in (this, after, before):
            library.create(review)
    assert list(_read(path, this)) == ["before"]


def test_a_library_that_is_not_there_has_none(tmp_path: Path) -> None:
    """No file, no earlier factors; a file that is none says so."""
    assert read_earlier_factors(tmp_path / "none.db", "x") == ()
    (tmp_path / "other.db").write_text("no library")
    with pytest.raises(LibraryProblem):
        read_earlier_factors(tmp_path / "other.db", "x")
