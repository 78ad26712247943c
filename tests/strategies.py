"""Hypothesis strategies for whole reviews: consistent ones, with texts that try to break something."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from pirtui.domain import timeline
from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.close_round import CloseRound
from pirtui.domain.closed_ends import ClosedEnd
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Confidence, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.incident import DetectionSource, Impact, Incident, IncidentKind, Link, Severity
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.moments import UNKNOWN, Instant, Moment, Precision
from pirtui.domain.people import Person
from pirtui.domain.review import COLLECTIONS, Review, ReviewDates, Stage, Status
from pirtui.domain.safeguards import Safeguard, SafeguardState
from pirtui.domain.value import Item

FRAGMENTS = (
    "plain words ", "[SEV1] [/ [@click=app.quit]x[/]", "| # - <script>alert(1)</script>", "|",
    "\\", "\\|", "`", "```", "~~~\n", "~x~", "***", "**b**", "__init__", "snake_case", "_x_",
    "---\n", "===\n", "\n", "\r\n", "\t", "    ", "# ", "## x", "> ", "- ", "+ ", "1. ", "12) ",
    "* * *", "[x](y)", "![x](http://e.x/y.png)", "[x]: http://e.x", "[^1]", "[ ] ", "<!--",
    "-->", "<a href='x'>", "</a>", "<http://e.x>", "&amp;", "&#35;", "http://example.com",
    "https://e.x/?a=1&copy;=2", "www.example.com", "HTTP://E.COM", "ftp://e.x", "//e.com",
    "javascript:alert(1)", "mailto:a@b.com", "jane@example.com", "@jane", "#123", "$x$",
    "a|b\n-|-\n", ":--", "{{ 7 * 7 }}", "{% raw %}", "\x1b[31mred", "\x00", "\x07", "\u202eabc",
    "\u2066", "\u200b", "\ufeff", "\u2028", "日本語", "🧨👩‍🚀", "e\u0301", "\u3000", "\u00a0", "E1",
    "[E1]", "[G1](#g1)", "'", '"', ":", "!", "%", "null",
)  # fmt: skip
"""Pieces that mean something to Markdown, YAML, HTML, Jinja, Textual markup or a terminal."""


def hostile_texts() -> st.SearchStrategy[str]:
    """The empty text, or text that is often full of characters that mean something elsewhere."""
    pieces = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6))
    joined = st.lists(pieces, max_size=4).map("".join)
    return st.one_of(st.just(""), joined).map(lambda text: text if text.strip() else "")


def hostile_words() -> st.SearchStrategy[str]:
    """The same, with at least one letter in it."""
    return st.tuples(hostile_texts(), st.sampled_from("xyz"), hostile_texts()).map("".join)


def instants() -> st.SearchStrategy[Instant]:
    """Aware datetimes of recent times, on whole seconds, with offsets of whole quarters of an hour."""
    offsets = st.integers(-48, 56).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
    return st.builds(
        lambda seconds, zone: datetime(2020, 1, 1, tzinfo=zone) + timedelta(seconds=seconds),
        st.one_of(st.integers(0, 200_000), st.integers(-(10**9), 10**9)),
        offsets,
    )


def moments(raws: st.SearchStrategy[str]) -> st.SearchStrategy[Moment]:
    """Times known and unknown, points and ranges."""
    known = st.builds(
        lambda start, minutes, **fields: Moment(
            start=start, end=start + timedelta(minutes=minutes) if minutes else None, **fields
        ),
        instants(),
        st.sampled_from((None, None, 1, 90, 3000)),
        precision=st.sampled_from([each for each in Precision if each is not Precision.NONE]),
        approximate=st.booleans(),
        open_ended=st.booleans(),
        raw=raws,
    )
    return st.one_of(known, st.just(UNKNOWN), st.builds(Moment, raw=raws))


@st.composite
def reviews(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str] | None = None,
    words: st.SearchStrategy[str] | None = None,
    most: int = 3,
) -> Review:
    """A consistent review with up to `most` items of each sort.

    `texts` fills what may be empty, `words` what must say something.
    """
    texts = texts or hostile_texts()
    words = words or hostile_words()
    events = draw(_events(texts, words, most))
    gaps = draw(_gaps(texts, words, most, _labels(events)))
    themes = draw(_themes(texts, words, most))
    factors = draw(_factors(texts, words, most, _labels((*events, *gaps)), themes))
    actions = draw(_actions(texts, words, most, _labels((*gaps, *factors))))
    held: dict[str, tuple[Item, ...]] = {
        "people": draw(_people(texts, words, most)),
        "events": timeline.in_order(events),
        "gaps": gaps,
        "themes": themes,
        "factors": factors,
        "actions": actions,
        "parked": draw(_parked(texts, words, most, _labels((*events, *gaps, *factors)))),
        "learnings": draw(_learnings(texts, words, most)),
        "safeguards": draw(_safeguards(texts, words, most, _labels((*events, *gaps, *factors)))),
        "closed_ends": draw(_closed_ends(words, most, _labels((*events, *factors, *actions)))),
    }
    fields: dict[str, object] = {**held, "last_numbers": draw(_last_numbers(held))}
    return Review.model_validate(
        {
            **fields,
            "id": draw(st.uuids().map(str)),
            "ref": draw(st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True)),
            "status": draw(st.sampled_from(Status)),
            "stage": draw(st.sampled_from(Stage)),
            "incident": draw(incidents(texts)),
            "question": draw(texts),
            "ground_rules_read": draw(st.booleans()),
            "dates": draw(_review_dates()),
            "close_round": draw(_close_rounds()),
            "archived": draw(st.booleans()),
        }
    )


def incidents(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Incident]:
    """Incident records, empty to complete."""
    return st.builds(
        Incident,
        title=texts,
        kind=st.sampled_from(IncidentKind),
        severity=st.none() | st.sampled_from(Severity),
        services=_few(texts),
        owner_team=texts,
        zone=st.sampled_from(("", "UTC", "Europe/London", "Asia/Kolkata", "America/New_York")),
        on=_maybe_dates(),
        detection_source=st.none() | st.sampled_from(DetectionSource),
        summary=texts,
        impact=st.builds(
            Impact, scope=texts, numbers=texts, not_affected=texts, window=st.none() | moments(texts)
        ),
        links=_few(st.builds(Link, url=texts, comment=texts)),
        recurrence_of=_few(texts),
        related_to=_few(texts),
    )


def _review_dates() -> st.SearchStrategy[ReviewDates]:
    maybe = st.none() | instants()
    return st.builds(ReviewDates, created=instants(), met=_maybe_dates(), drafted=maybe, published=maybe)


def _maybe_dates() -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


def _few(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


def _labels(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.label for item in items)


def _some(choices: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if not choices:
        return st.just(())
    return st.lists(st.sampled_from(choices), unique=True, max_size=3).map(tuple)


@st.composite
def _numbered(draw: st.DrawFn, letter: str, most: int) -> list[str]:
    """Labels in the order of entry, with holes where items were removed."""
    count = draw(st.integers(0, most))
    steps = draw(st.lists(st.sampled_from((1, 1, 2)), min_size=count, max_size=count))
    return [f"{letter}{sum(steps[: place + 1])}" for place in range(count)]


@st.composite
def _last_numbers(draw: st.DrawFn, held: dict[str, tuple[Item, ...]]) -> dict[str, int]:
    highest = {
        letter: max((item.number for item in held[field]), default=0)
        for letter, (field, _) in COLLECTIONS.items()
    }
    spare = draw(st.sampled_from((0, 2)))
    return {letter: number + spare for letter, number in highest.items() if number + spare}


@st.composite
def _people(
    draw: st.DrawFn, texts: st.SearchStrategy[str], words: st.SearchStrategy[str], most: int
) -> tuple[Person, ...]:
    return tuple(
        Person(
            label=label,
            name=draw(words),
            role=draw(texts),
            team=draw(texts),
            present=draw(st.booleans()),
        )
        for label in draw(_numbered("P", most))
    )


@st.composite
def _events(
    draw: st.DrawFn, texts: st.SearchStrategy[str], words: st.SearchStrategy[str], most: int
) -> tuple[Event, ...]:
    return tuple(
        draw(
            st.builds(
                Event,
                label=st.just(label),
                time=moments(texts),
                text=words,
                note=texts,
                actor=texts,
                milestones=st.lists(st.sampled_from(Milestone), unique=True, max_size=2).map(tuple),
                source=texts,
                open_question=st.booleans(),
                key_moment=st.booleans(),
                in_report=st.sampled_from((True, True, True, False)),
                doubt=texts,
            )
        )
        for label in draw(_numbered("E", most))
    )


def _spans() -> st.SearchStrategy[Span]:
    return st.builds(
        lambda start, minutes: Span(start=start, end=start + timedelta(minutes=minutes)),
        instants(),
        st.integers(0, 3000),
    )


@st.composite
def _gaps(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    most: int,
    labels: Sequence[str],
) -> tuple[Gap, ...]:
    return tuple(
        draw(
            st.builds(
                Gap,
                label=st.just(label),
                kind=st.sampled_from(GapKind),
                text=words,
                note=texts,
                evidence=_some(labels),
                span=st.none() | _spans(),
                heuristic=st.sampled_from(("", "D1", "D3", "C1:E1-E2")) | texts,
                verdict=st.sampled_from(Verdict),
                no_factor_reason=texts,
            )
        )
        for label in draw(_numbered("G", most))
    )


@st.composite
def _themes(
    draw: st.DrawFn, texts: st.SearchStrategy[str], words: st.SearchStrategy[str], most: int
) -> tuple[Theme, ...]:
    labels = draw(_numbered("T", most))
    names = draw(st.lists(words, unique=True, min_size=len(labels), max_size=len(labels)))
    return tuple(
        Theme(label=label, name=name, text=draw(texts), accepted_because=draw(texts))
        for label, name in zip(labels, names, strict=True)
    )


@st.composite
def _factors(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    most: int,
    labels: Sequence[str],
    themes: Sequence[Theme],
) -> tuple[Factor, ...]:
    factors: list[Factor] = []
    for label in draw(_numbered("F", most)):
        parents = [factor.label for factor in factors]
        factor = st.builds(
            Factor,
            label=st.just(label),
            category=st.sampled_from(Category),
            subcategory=st.sampled_from(("", "other", "alerting")) | texts,
            text=words,
            note=texts,
            evidence=_some(labels),
            confidence=st.none() | st.sampled_from(Confidence),
            evidence_needed=texts,
            trigger=st.booleans(),
            parent=st.none() | st.sampled_from(parents) if parents else st.none(),
            stop_reason=texts,
            themes=_some([theme.name for theme in themes]),
            no_action_reason=texts,
        )
        factors.append(draw(factor))
    return tuple(factors)


@st.composite
def _actions(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    most: int,
    labels: Sequence[str],
) -> tuple[Action, ...]:
    return tuple(
        draw(
            st.builds(
                Action,
                label=st.just(label),
                text=words,
                detail=texts,
                owner=texts,
                due=_maybe_dates(),
                kind=st.none() | st.sampled_from(ActionKind),
                family=st.none() | st.sampled_from(FixFamily),
                strength=st.none() | st.sampled_from(Strength),
                priority=st.sampled_from(Priority),
                status=st.sampled_from(ActionStatus),
                status_reason=texts,
                done_test=texts,
                effect_measure=texts,
                evidence=_some(labels),
                tracker=texts,
            )
        )
        for label in draw(_numbered("A", most))
    )


@st.composite
def _safeguards(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    most: int,
    labels: Sequence[str],
) -> tuple[Safeguard, ...]:
    return tuple(
        Safeguard(
            label=label,
            state=draw(st.sampled_from(SafeguardState)),
            text=draw(words),
            note=draw(texts),
            evidence=draw(_some(labels)),
        )
        for label in draw(_numbered("S", most))
    )


@st.composite
def _closed_ends(
    draw: st.DrawFn, words: st.SearchStrategy[str], most: int, labels: Sequence[str]
) -> tuple[ClosedEnd, ...]:
    sorts = ("doubt", "open-question", "no-action", "lacks")
    keys = [f"{sort}:{label}" for sort in sorts for label in labels]
    known = st.sampled_from(("record:title", "record:severity", *keys))
    return tuple(
        ClosedEnd(label=label, key=draw(known | words), reason=draw(words))
        for label in draw(_numbered("C", most))
    )


def _close_rounds() -> st.SearchStrategy[CloseRound]:
    hands = st.none() | st.integers(0, 30)
    return st.builds(CloseRound, answered=hands, learned=hands, come_again=hands)


@st.composite
def _parked(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    most: int,
    labels: Sequence[str],
) -> tuple[Parked, ...]:
    return tuple(
        Parked(
            label=label,
            kind=draw(st.sampled_from(ParkedKind)),
            text=draw(words),
            origin=draw(st.sampled_from(("", *(stage.value for stage in Stage)))),
            origin_label=draw(st.sampled_from(("", *labels))),
            resolution=draw(texts),
        )
        for label in draw(_numbered("K", most))
    )


@st.composite
def _learnings(
    draw: st.DrawFn, texts: st.SearchStrategy[str], words: st.SearchStrategy[str], most: int
) -> tuple[Learning, ...]:
    return tuple(
        Learning(
            label=label,
            kind=draw(st.sampled_from(LearningKind)),
            text=draw(words),
            owner=draw(texts),
            due=draw(_maybe_dates()),
        )
        for label in draw(_numbered("L", most))
    )
