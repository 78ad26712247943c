"""Who may own an action."""

import pytest

from pirtui.domain.action_owners import is_team, owner_names, owner_problem
from pirtui.domain.people import Person

PEOPLE = (
    Person(label="P1", name="Joe Bloggs", role="on-call", team="Payments", present=False),
    Person(label="P2", name="Jane Doe", role="Incident_Commander", team="Platform Core"),
    Person(label="P3", name="Ann", role="On call"),
    Person(label="P4", name="  ", role=""),
)


def test_names_and_roles_are_offered_those_in_the_room_first() -> None:
    """A role that two hold names nobody; nothing is offered twice or empty."""
    assert owner_names(PEOPLE) == ("Jane Doe", "Incident_Commander", "Ann", "Joe Bloggs")
    assert owner_names((*PEOPLE, Person(label="P5", name="jane.doe"))) == owner_names(PEOPLE)
    assert owner_names(()) == ()


@pytest.mark.parametrize("owner", ["@jane doe", "Jane.Doe", "incident commander", "joe bloggs", "zed"])
def test_one_person_is_an_owner(owner: str) -> None:
    """By name or role, however it is written, also one whom the review does not know."""
    assert owner_problem(owner, PEOPLE) == ""


@pytest.mark.parametrize("owner", ["", "  ", "@", "TBD", "?", "n/a"])
def test_no_one_is_no_owner(owner: str) -> None:
    """What stands for nobody asks for a name."""
    assert owner_problem(owner, PEOPLE) == "Name one person who takes it: @ and a name."


@pytest.mark.parametrize("owner", ["payments", "@platform-core", "the sre team", "everyone"])
def test_a_team_is_no_owner(owner: str) -> None:
    """A team of the review, or what is called one."""
    assert is_team(owner, PEOPLE)
    told = owner_problem(owner, PEOPLE)
    assert told == f"{owner} is a team: name one person, with the team as backup."


@pytest.mark.parametrize("owner", ["jane and joe", "jane, joe", "jane/joe", "jane or joe", "jane & joe"])
def test_two_are_one_too_many(owner: str) -> None:
    """One name carries it best."""
    assert owner_problem(owner, PEOPLE) == "One name carries it best; the others can help."


@pytest.mark.parametrize("owner", ["", "jane", "team lead jane"])
def test_a_person_is_no_team(owner: str) -> None:
    """An empty owner is none either, and a word of a team in the middle of a name makes none."""
    assert is_team(owner, ()) == owner.startswith("team")
