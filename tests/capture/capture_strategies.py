"""Hypothesis strategies for hostile texts and for every sort of item."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from pirtui.capture.reading import LineContext
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Confidence, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.people import Person
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.taxonomy import SUBCATEGORIES
from pirtui.domain.visible import visible

LABELS = (
    "E1",
    "E4",
    "E2",
    "E3",
    "E5",
    "E6",
    "E7",
    "G1",
    "G2",
    "G3",
    "F1",
    "F2",
    "F3",
    "F4",
    "A1",
    "S1",
    "S2",
)
NOW = datetime(2018, 10, 25, 9, 0, 30, tzinfo=UTC)
CONTEXT = LineContext(zone="Europe/London", now=NOW, on=date(2018, 10, 21), labels=LABELS, parent="F1")

FRAGMENTS = [
    *("14:32", "14.32", "1432", "-", "–", ":", "|", "12:26-12:40", "to", "onwards", "UTC", "PST", "pm"),
    *("~", "c.", "now", "+5m", "?", "--:--", "2018-10-21", "22025-03-18", "25:00", "1200", "errors"),
    *("@ic", '@"two words"', "@", "!ack", "!mitigated", "!important", "^", "src:x", 'src:"a', 'note:"'),
    *('note:"a b"', '"', "\\", "\\!ack", "\\\\@ic", "[E3]", "[E1..E7]", "[E3,", "E4]", "[", "[E99]"),
    *("#overload", "#2212", '#"a b"', "due:fri", "due:2026-12-04", "due:someday", "~detect", "!high"),
    *("status:done", "family:tooling", "tracker:OPS-1", 'done:"x"', ">", "technical:", "detection:"),
    *("well:", "question:", "confidence:low", "!trigger", "!gap", ",", ", ", '"Doe, Jane"', "- ", "# "),
    *("[14:32]", "**", "\n", "\t", "\x1b[31m", "\u202e", "\u00a0", "é", "🔥", "漢字", "<b>", "title:"),
]

hostile = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join),
    st.text(max_size=40),
)
clean = hostile.map(lambda text: visible(text).strip())
said = clean.filter(bool)

instants = st.builds(
    lambda moment, minutes: moment.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29)),
    st.integers(-12 * 60, 14 * 60),
)
any_moments = st.builds(
    Moment,
    start=st.none() | instants,
    end=st.none() | instants,
    precision=st.sampled_from(Precision),
    approximate=st.booleans(),
    open_ended=st.booleans(),
    raw=hostile,
)


def _lists(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=6).map(tuple)


def events(text: st.SearchStrategy[str], time: st.SearchStrategy[Moment]) -> st.SearchStrategy[Event]:
    """Events whose every text comes from `text`."""
    return st.builds(
        Event,
        label=st.just("E0"),
        time=time,
        text=text,
        note=text,
        actor=text,
        milestones=st.lists(st.sampled_from(Milestone), unique=True, max_size=3).map(tuple),
        source=text,
        open_question=st.booleans(),
        key_moment=st.booleans(),
    )


def gaps(text: st.SearchStrategy[str], refs: tuple[str, ...] = LABELS) -> st.SearchStrategy[Gap]:
    """Gaps whose every text comes from `text`."""
    return st.builds(
        Gap,
        label=st.just("G0"),
        kind=st.sampled_from(GapKind),
        text=text,
        note=text,
        evidence=_lists(refs),
        verdict=st.sampled_from(Verdict),
        no_factor_reason=text,
    )


def factors(text: st.SearchStrategy[str], refs: tuple[str, ...] = LABELS) -> st.SearchStrategy[Factor]:
    """Factors whose every text comes from `text`."""
    places = [(kind, name) for kind in Category for name in ("", *SUBCATEGORIES[kind])]
    return st.sampled_from(places).flatmap(
        lambda place: st.builds(
            Factor,
            label=st.just("F0"),
            category=st.just(place[0]),
            subcategory=st.just(place[1]),
            text=text,
            note=text,
            evidence=_lists(refs),
            confidence=st.none() | st.sampled_from(Confidence),
            evidence_needed=text,
            trigger=st.booleans(),
            parent=st.sampled_from([None, "F1"]),
            stop_reason=text,
            themes=st.lists(text.filter(bool), unique=True, max_size=3).map(tuple),
            no_action_reason=text,
        )
    )


def safeguards(
    text: st.SearchStrategy[str], refs: tuple[str, ...] = LABELS
) -> st.SearchStrategy[Safeguard]:
    """Safeguards whose every text comes from `text`."""
    return st.builds(
        Safeguard,
        label=st.just("S0"),
        state=st.sampled_from(SafeguardState),
        text=text,
        note=text,
        evidence=_lists(refs),
    )


def actions(text: st.SearchStrategy[str], refs: tuple[str, ...] = LABELS) -> st.SearchStrategy[Action]:
    """Actions whose every text comes from `text`."""
    return st.builds(
        Action,
        label=st.just("A0"),
        text=text,
        detail=text,
        owner=text,
        due=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        kind=st.none() | st.sampled_from(ActionKind),
        family=st.none() | st.sampled_from(FixFamily),
        strength=st.none() | st.sampled_from(Strength),
        priority=st.sampled_from(Priority),
        status=st.sampled_from(ActionStatus),
        status_reason=text,
        done_test=text,
        effect_measure=text,
        evidence=_lists(refs),
        tracker=text,
    )


def questions(text: st.SearchStrategy[str]) -> st.SearchStrategy[Learning]:
    """Open questions with an owner and a date."""
    return st.builds(
        Learning,
        label=st.just("L0"),
        kind=st.just(LearningKind.QUESTION),
        text=text,
        owner=text,
        due=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    )


def takeaways(text: st.SearchStrategy[str]) -> st.SearchStrategy[Learning]:
    """Learnings that are not questions."""
    kinds = [kind for kind in LearningKind if kind is not LearningKind.QUESTION]
    return st.builds(Learning, label=st.just("L0"), kind=st.sampled_from(kinds), text=text)


def parked(text: st.SearchStrategy[str]) -> st.SearchStrategy[Parked]:
    """Parked remarks."""
    return st.builds(Parked, label=st.just("K0"), kind=st.sampled_from(ParkedKind), text=text)


def people(text: st.SearchStrategy[str]) -> st.SearchStrategy[Person]:
    """People with a role and a team."""
    return st.builds(Person, label=st.just("P0"), name=text, role=text, team=text, present=st.booleans())


def themes(text: st.SearchStrategy[str]) -> st.SearchStrategy[Theme]:
    """Themes."""
    return st.builds(Theme, label=st.just("T0"), name=text, text=text, accepted_because=text)
