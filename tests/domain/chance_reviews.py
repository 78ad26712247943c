"""Reviews made by chance, always the same ones: timelines in which every rule finds something."""

from datetime import date
from random import Random

from pirtui.domain import changes
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Factor
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import DetectionSource, Severity
from pirtui.domain.people import Person
from pirtui.domain.review import Review
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.value import Item
from tests.domain.making import happened, minute, review_of

_TEXTS = (
    "alerts fire on the error rate",
    "a customer reports errors",
    "asked the database team for help",
    "paged the second on-call",
    "handed over to the night shift",
    "rolled back to the version before",
    "restarted the service, no effect",
    "tried to raise the limit, which did not help",
    "deployed the change",
    "suspects the deploy of the morning",
    "now affects all regions",
    "errors came back",
    "told users on the status page",
    "temporary limit is still in place",
    "cause found: the certificate expired",
    "something else",
)
_ACTORS = ("", "on-call", "incident commander", "database team", "Jane")
_OWNERS = ("", "@jane", "platform team", "jane and joe", "TBD", "incident commander")
_WISHES = (
    "Alert when the disk is 80% full",
    "Improve monitoring",
    "Be more careful",
    "Train everybody on deploys",
    "Fix the bug",
    "Limit retries to three in the client",
    "Investigate why replication stopped",
)


def review_by_chance(seed: int) -> Review:
    """The review that belongs to this number."""
    chance = Random(seed)
    events = [_event(chance, at) for at in sorted(chance.sample(range(600), chance.randint(2, 14)))]
    review = review_of(
        *_people(chance),
        *events,
        severity=chance.choice((None, *Severity)),
        source=chance.choice((None, *DetectionSource)),
    )
    for item in _found(chance):
        review = changes.add(review, item)
    return review


def _event(chance: Random, at: int) -> Event:
    marks = chance.sample(list(Milestone), k=chance.choice((0, 0, 1, 1, 1, 2)))
    made = happened(at, chance.choice(_TEXTS), *marks)
    until = at + chance.randint(1, 90) if chance.random() < 0.1 else None
    time = minute(None if chance.random() < 0.05 else at, approximate=chance.random() < 0.1, until=until)
    return made.changed(
        time=time,
        actor=chance.choice(_ACTORS),
        open_question=chance.random() < 0.1,
        doubt="The clocks differ." if chance.random() < 0.05 else "",
    )


def _people(chance: Random) -> list[Person]:
    people = [
        Person(label="P0", name="Jane Doe", role="on-call", team="Payments"),
        Person(label="P0", name="Joe Bloggs", role="incident commander", team="Platform", present=False),
        Person(label="P0", name="Ann", role="on-call", team=""),
    ]
    return people[: chance.randint(0, 3)]


def _found(chance: Random) -> list[Item]:
    return [
        Gap(
            label="G0",
            kind=chance.choice(list(GapKind)),
            text="nobody was called for long",
            evidence=("E1",),
            verdict=chance.choice(list(Verdict)),
            no_factor_reason=chance.choice(("", "known since last year")),
        ),
        Factor(label="F0", category=chance.choice(list(Category)), text="one disk", evidence=("G1",)),
        Factor(
            label="F0",
            category=Category.HUMAN,
            text="two people knew",
            parent="F1",
            evidence_needed=chance.choice(("", "the rota")),
            no_action_reason=chance.choice(("", "accepted")),
        ),
        Safeguard(label="S0", state=chance.choice(list(SafeguardState)), text="the rate limit"),
        *(_action(chance) for _ in range(chance.randint(0, 3))),
    ]


def _action(chance: Random) -> Action:
    return Action(
        label="A0",
        text=chance.choice(_WISHES),
        owner=chance.choice(_OWNERS),
        kind=chance.choice((None, *ActionKind)),
        priority=chance.choice(list(Priority)),
        due=chance.choice((None, date(2024, 3, 12), date(2024, 2, 1), date(2025, 9, 1))),
        status=chance.choice(list(ActionStatus)),
        status_reason=chance.choice(("", "too dear")),
        done_test=chance.choice(("", "fired in a drill")),
        effect_measure=chance.choice(("", "no page for a month")),
        evidence=chance.choice(((), ("F1",), ("G1", "F2"))),
    )
