"""Roles for names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.people import Person
from pirtui.domain.roles import Namer, NameStyle

PEOPLE = (
    Person(label="P1", name="Jane Doe", role="incident commander"),
    Person(label="P2", name="Bob Stone", role="DBA"),
    Person(label="P3", name="Ana María Ruiz"),
    Person(label="P4", name="Will James", role="on-call engineer"),
    Person(label="P5", name="Sam Lee", role="SRE"),
    Person(label="P6", name="Sam Fox", role="SRE"),
    Person(label="P7", name="Kim Fox", role="support lead"),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jane Doe rolled back", "The incident commander rolled back"),
        ("asked jane doe and Bob", "asked the incident commander and the DBA"),
        ("asked Jane's team", "asked the incident commander's team"),
        ("asked Jane’s team", "asked the incident commander's team"),
        ("read by James' tool", "read by the on-call engineer's tool"),
        ("paged @jane, then @bob.stone.", "paged the incident commander, then the DBA."),
        ("paged @payments-oncall", "paged @payments-oncall"),
        ("mail to jane.doe@corp.example now", "mail to the incident commander now"),
        ("mail to jdoe+pager@corp.example", "mail to the incident commander"),
        ("mail to someone@corp.example", "mail to an e-mail address"),
        ("cloned git@github.com:org/repo.git", "cloned git@github.com:org/repo.git"),
        ("see https://wiki.example/jane/notes", "see https://wiki.example/jane/notes"),
        ("Ana Ruiz joined", "A participant joined"),
        ("with Ana María Ruiz", "with a participant"),
        ("with Sam", "with an SRE"),
        ("with Sam Lee", "with an SRE"),
        ("with Fox", "with a participant"),
        ("with ana", "with ana"),
        ("Will the alert fire? Then Will left", "Will the alert fire? Then the on-call engineer left"),
        ("it will restart, stone cold", "it will restart, stone cold"),
        ("Janet and Bobby, jane-api and x/jane", "Janet and Bobby, jane-api and x/jane"),
        ("done. Jane left", "done. The incident commander left"),
        ("", ""),
    ],
)
def test_names_become_roles(text: str, shown: str) -> None:
    """Names, first names, handles, addresses and possessives; words and systems stay."""
    assert Namer(PEOPLE).text(text) == shown


@pytest.mark.parametrize(
    ("actor", "shown"),
    [
        ("Jane Doe", "incident commander"),
        ("jane-doe", "incident commander"),
        ("@jane", "incident commander"),
        ("JD", "incident commander"),
        ("Ana", "a participant"),
        ("dba", "DBA"),
        ("payments on-call", "payments on-call"),
        ("IC", "IC"),
        ("", ""),
    ],
)
def test_an_actor_becomes_a_bare_role(actor: str, shown: str) -> None:
    """A role is spelled as on the roster, a person is shown by theirs."""
    assert Namer(PEOPLE).actor(actor) == shown


def test_initials_and_names_are_styles_of_their_own() -> None:
    """Initials for a smaller circle, names where the room agreed to them."""
    text = "Jane Doe asked Bob, jane.doe@corp.example"
    assert Namer(PEOPLE, NameStyle.INITIALS).text(text) == "JD asked BS, JD"
    assert Namer(PEOPLE, NameStyle.NAMES).text(text) == text
    assert Namer(PEOPLE, NameStyle.INITIALS).actor("jane") == "JD"
    assert Namer(PEOPLE, NameStyle.NAMES).actor("jane") == "Jane Doe"


def test_without_a_roster_texts_stay() -> None:
    """Only addresses of mail are hidden, for they always belong to somebody."""
    assert Namer(()).text("Jane rolled back, @jane") == "Jane rolled back, @jane"
    assert Namer(()).text("told x@y.example") == "told an e-mail address"


def test_accents_match_however_they_are_composed() -> None:
    """One character or two, the name is the same."""
    namer = Namer((Person(label="P1", name="José Peña", role="scribe"),))
    assert namer.text("with Jos\u00e9 and Jose\u0301") == "with the scribe and the scribe"


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_name_and_any_text_are_taken_literally(text: str, name: str) -> None:
    """A name full of signs is no pattern, and a text without people stays as it is."""
    namer = Namer((Person(label="P1", name=name, role="x"),), NameStyle.NAMES)
    assert namer.text(text) == text
    Namer((Person(label="P1", name=name, role="x"),)).text(f"{text} {name} @{name}")


@given(
    st.sampled_from(
        ["{} rolled back", "asked {} first", "paged @{}", "{}'s change", "({})", "“{}”: ok"]
    ),
    st.sampled_from(["Jane Doe", "Jane", "Doe", "JANE", "jane", "Bob Stone", "Ana", "Ruiz", "Kim"]),
)
def test_no_name_of_the_roster_remains(frame: str, name: str) -> None:
    """Wherever a name stands, it is gone."""
    assert name.split()[0] not in Namer(PEOPLE).text(frame.format(name))


def test_a_role_in_place_of_a_name_rewrites_nothing() -> None:
    """Somebody on the roster as `release lead` is no name to be hidden in ordinary text."""
    people = (
        Person(label="P1", name="release lead"),
        Person(label="P2", name="Support", role="support"),
    )
    assert Namer(people).text("the release lead asked support") == "the release lead asked support"
