"""What each stage lists: its rows and their order, its marks, its panel, and what it offers to type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.lines import accept_line
from pirtui.domain import changes
from pirtui.domain.action_rules import default_due
from pirtui.domain.actions import Action, ActionKind, ActionStatus, Priority
from pirtui.domain.days import due_words
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Verdict
from pirtui.domain.incident import Link
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.loose_ends import loose_ends
from pirtui.domain.people import Person
from pirtui.domain.questions import answered, gap_questions
from pirtui.domain.review import Review, Stage
from pirtui.screens.stages import stage_views
from pirtui.screens.stages.base import StageView
from pirtui.widgets.item_list import Row
from tests.domain.making import happened, marked, minute, review_of
from tests.screens.played import NOW, finished, played, titled
from tests.strategies import reviews

VIEWS = stage_views()


def rows(review: Review, stage: Stage) -> tuple[Row, ...]:
    """What a fresh view lists."""
    return tuple(stage_views()[stage].rows(review))


def keys(review: Review, stage: Stage) -> list[str]:
    """The keys of the rows that can be highlighted."""
    return [row.key for row in rows(review, stage) if row.key]


def row(review: Review, stage: Stage, key: str) -> Row:
    """The row with this key."""
    return next(each for each in rows(review, stage) if each.key == key)


def told(review: Review, stage: Stage, key: str) -> list[str]:
    """The tags of a row."""
    return [tag.text for tag in row(review, stage, key).tags]


def announced(review: Review, stage: Stage, kind: str) -> list[str]:
    """The rules, headings, silences or hints of a stage."""
    return [each.text for each in rows(review, stage) if each.kind == kind]


def marked_once(review: Review, stage: Stage, key: str) -> Review:
    """The review after Space was pressed on this row."""
    intent = VIEWS[stage].marked(review, key)
    assert intent is not None
    return intent.change(review)


# Every stage


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.stage.value)
def test_an_empty_stage_teaches_the_next_step(view: StageView) -> None:
    """Where nothing was said yet, the list says what to type, and the line shows an example."""
    review = titled("new", "Checkout errors")
    listed = view.rows(review)
    assert listed
    assert any(each.kind == "hint" or each.tone == "muted" for each in listed)
    assert view.placeholder
    assert accept_line(view.grammar, "x", review, NOW) is not None


@pytest.mark.parametrize("stage", list(Stage))
def test_the_panel_answers_for_any_row(stage: Stage) -> None:
    """Whatever is highlighted, and when nothing is, the panel has something to say."""
    review = finished()
    for key in ("", "gone", "E99", "?gone", "~gone", *keys(review, stage)):
        assert VIEWS[stage].panel(review, key, NOW).heading


@settings(max_examples=15, deadline=None)
@given(reviews(), st.sampled_from(list(Stage)))
def test_every_item_is_listed_once(review: Review, stage: Stage) -> None:
    """Keys are unique, and nothing that was said is missing from its stage."""
    listed = keys(review, stage)
    assert len(listed) == len(set(listed))
    held: dict[Stage, tuple[str, ...]] = {
        Stage.PREPARE: ("people",),
        Stage.TIMELINE: ("events",),
        Stage.GAPS: ("gaps",),
        Stage.FACTORS: ("factors",),
        Stage.ACTIONS: ("actions",),
        Stage.WRAP_UP: ("parked", "learnings"),
    }
    labels = {item.label for name in held[stage] for item in getattr(review, name)}
    assert labels <= set(listed)


@settings(max_examples=15, deadline=None)
@given(reviews(most=2), st.sampled_from(list(Stage)))
def test_a_mark_or_a_removal_fits_its_row(review: Review, stage: Stage) -> None:
    """Space and Delete on any row change the review, or have nothing to do; they never fail."""
    view = stage_views()[stage]
    for key in keys(review, stage):
        for intent in (
            view.marked(review, key) if not key.startswith("~") else None,
            view.removed(review, key),
        ):
            if intent is not None:
                assert intent.change(review) != review
                assert intent.summary


def test_words_are_offered_once() -> None:
    """No completion stands twice in a menu, and each begins with its own sign."""
    for view in VIEWS.values():
        for words in view.completions(finished()).values():
            assert len(words) == len(set(words))
            assert all(word and (" " not in word or word.startswith('"')) for word in words)


# Prepare


def test_prepare_lists_fields_links_rules_and_people() -> None:
    """The fields in their order, then links, the ground rules and everyone in the room."""
    listed = keys(finished(), Stage.PREPARE)
    assert listed[0] == "field:title"
    assert listed[-5:] == ["link:1", "rules", "P1", "P2", "P3"]


def test_an_empty_field_says_what_goes_into_it() -> None:
    """A hint stands in a muted tone where the value will be."""
    empty = row(titled("new", ""), Stage.PREPARE, "field:severity")
    assert (empty.text, empty.tone) == ("sev1 to sev5", "muted")
    assert row(finished(), Stage.PREPARE, "field:severity").text == "SEV2"


def test_space_changes_who_is_here() -> None:
    """A person is marked absent and present again; the rules are marked read and unread."""
    review = finished()
    away = marked_once(review, Stage.PREPARE, "P1")
    assert row(away, Stage.PREPARE, "P1").lead == "absent"
    assert marked_once(away, Stage.PREPARE, "P1") == review
    assert marked_once(review, Stage.PREPARE, "rules").ground_rules_read


def test_a_link_is_taken_away_by_its_place() -> None:
    """Only the highlighted link goes."""
    links = tuple(Link(url=f"https://e.x/{n}") for n in range(3))
    review = finished()
    review = changes.updated(review, incident=review.incident.changed(links=links))
    remove = VIEWS[Stage.PREPARE].removed(review, "link:2")
    assert remove is not None
    assert remove.change(review).incident.links == (links[0], links[2])


def test_the_panel_says_what_is_missing_before_the_start() -> None:
    """Title, severity and zone come before the timeline."""
    lines = VIEWS[Stage.PREPARE].panel(titled("new", "x"), "", NOW).lines
    assert "everity" in lines[0].left
    assert VIEWS[Stage.PREPARE].panel(finished(), "", NOW).lines[0].tone == "good"


# Timeline


def test_each_new_day_is_drawn_once() -> None:
    """A rule stands before the first event of each day, in the review's own zone."""
    assert announced(finished(), Stage.TIMELINE, "rule") == [
        "Mon 18 Sep 2023",
        "Tue 19 Sep 2023",
        "Wed 20 Sep 2023",
    ]


def test_days_follow_the_zone() -> None:
    """Half past eleven in the evening in one zone is the next day in another."""
    review = review_of(happened(23 * 60 + 30))
    there = changes.updated(review, incident=review.incident.changed(zone="Asia/Tokyo"))
    view = stage_views()[Stage.TIMELINE]
    assert [each.text for each in view.rows(review) if each.kind == "rule"] == ["Tue 5 Mar 2024"]
    assert [each.text for each in view.rows(there) if each.kind == "rule"] == ["Wed 6 Mar 2024"]
    assert [each.text for each in view.rows(review) if each.kind == "rule"] == ["Tue 5 Mar 2024"]


def test_an_event_without_a_day_draws_no_rule() -> None:
    """What has no time stays under the day of the event before it."""
    review = review_of(happened(10), happened(None), happened(20))
    assert [each.kind for each in rows(review, Stage.TIMELINE)] == ["rule", "item", "item", "item"]
    assert row(review, Stage.TIMELINE, "E2").lead == "--:--"


def test_a_long_silence_is_drawn_between_its_events() -> None:
    """Where nothing is written down for unusually long, a line says for how long."""
    review = review_of(*(happened(at) for at in (0, 2, 4, 6, 66, 68)))
    listed = [(each.kind, each.key or each.text) for each in rows(review, Stage.TIMELINE)]
    assert listed[4:6] == [("item", "E4"), ("silence", "1 h without an event")]


def test_events_stand_in_the_order_of_time() -> None:
    """Whatever the order of entry."""
    assert keys(review_of(happened(50), happened(10), happened(30)), Stage.TIMELINE) == [
        "E2",
        "E3",
        "E1",
    ]


def test_an_event_says_everything_about_itself() -> None:
    """Milestones, role, key moment, question, doubt, source and absence from the report are tags."""
    event = Event(
        label="E0",
        time=minute(10, approximate=True),
        text="deploy",
        note="from the chat",
        actor="ic",
        milestones=(Milestone.IMPACT_START,),
        source="https://e.x",
        open_question=True,
        key_moment=True,
        in_report=False,
        doubt="next day?",
    )
    review = review_of(event)
    assert told(review, Stage.TIMELINE, "E1") == [
        "impact start",
        "@ic",
        "key moment",
        "open question",
        "next day?",
        "source",
        "not in report",
    ]
    drawn = row(review, Stage.TIMELINE, "E1")
    assert (drawn.lead, drawn.detail, drawn.tone) == ("~00:10", "from the chat", "strong")


def test_space_goes_through_the_milestones_that_are_free() -> None:
    """First the next one that no event carries yet, then those after it, then none."""
    review = changes.add(marked(impact_start=0, detected=10), happened(20))
    seen: list[tuple[Milestone, ...]] = []
    for _ in range(12):
        review = marked_once(review, Stage.TIMELINE, "E3")
        event = changes.find(review, "E3")
        assert isinstance(event, Event)
        seen.append(event.milestones)
        if not event.milestones:
            break
    assert seen[0] == (Milestone.NOTIFIED,)
    assert seen[-2:] == [(Milestone.RESOLVED,), ()]
    assert (Milestone.DETECTED,) not in seen


def test_every_interval_names_both_ends() -> None:
    """A missing end makes it unknown; a negative one is a question."""
    lines = VIEWS[Stage.TIMELINE].panel(marked(impact_start=30, detected=10), "", NOW).lines
    assert all(" → " in line.left for line in lines)
    assert lines[0].left == "time to detect: impact start → detected"
    assert lines[0].right.endswith("out of order?")
    assert {line.right for line in lines if line.tone == "muted"} == {"unknown"}


def test_rows_of_unchanged_events_are_the_same_objects() -> None:
    """One new event does not make ten thousand rows again."""
    view = stage_views()[Stage.TIMELINE]
    review = played(Stage.TIMELINE)
    before = {each.key: each for each in view.rows(review) if each.key}
    after = {each.key: each for each in view.rows(changes.add(review, happened(5))) if each.key}
    assert all(after[key] is before[key] for key in before)


# Gaps


def test_questions_and_gaps_stand_by_kind() -> None:
    """Under each kind: the questions with their answers, then the room's own gaps."""
    listed = [(each.kind, each.key or each.text) for each in rows(finished(), Stage.GAPS)]
    assert listed == [
        ("heading", "Detection"),
        ("item", "G3"),
        ("item", "G1"),
        ("heading", "Response"),
        ("item", "G4"),
        ("heading", "Containment"),
        ("item", "?C1:E7-E8"),
        ("item", "G2"),
        ("heading", "Recovery"),
        ("item", "?V1"),
    ]


def test_a_question_is_answered_with_space_and_goes_on_from_there() -> None:
    """Gap, explained, not a gap, and open again, which is the question as it was."""
    review = played(Stage.GAPS)
    question = gap_questions(review)[0]
    review = marked_once(review, Stage.GAPS, f"?{question.key}")
    label = answered(review)[question.key].label
    leads = [row(review, Stage.GAPS, label).lead]
    for _ in range(2):
        review = marked_once(review, Stage.GAPS, label)
        leads.append(row(review, Stage.GAPS, label).lead)
    assert leads == ["gap", "explained", "not a gap"]
    review = marked_once(review, Stage.GAPS, label)
    assert question.key not in answered(review)


def test_an_answer_that_is_no_longer_asked_says_so() -> None:
    """When the timeline changes, the room's words stay."""
    gap = Gap(label="G0", kind=GapKind.RESPONSE, text="slow", heuristic="D9", verdict=Verdict.EXPLAINED)
    assert told(review_of(gap), Stage.GAPS, "G1") == ["settled: the timeline no longer asks"]


def test_the_panel_shows_the_evidence_of_a_gap() -> None:
    """Labels with what they say; counts where there is no evidence."""
    panel = VIEWS[Stage.GAPS].panel(finished(), "G1", NOW)
    assert (panel.heading, [line.left for line in panel.lines]) == ("Evidence", ["E1", "E5"])
    assert VIEWS[Stage.GAPS].panel(finished(), "G3", NOW).heading == "Verdicts"


# Factors


def test_factors_stand_by_category_with_their_children_beneath() -> None:
    """A child stays under its parent, whatever its category; a trigger stands apart, themes are last."""
    listed = [(each.kind, each.key or each.text, each.depth) for each in rows(finished(), Stage.FACTORS)]
    assert listed == [
        ("heading", "Trigger", 0),
        ("item", "F1", 0),
        ("item", "F2", 1),
        ("heading", "Technical", 0),
        ("item", "F3", 0),
        ("heading", "Themes", 0),
        ("item", "T1", 0),
        ("hint", "Two to five themes gather the factors: /gather NAME, or #name in a factor's line.", 0),
    ]
    assert "process/review-coverage" in told(finished(), Stage.FACTORS, "F2")


def test_a_factor_says_everything_about_itself() -> None:
    """Trigger, sub-category, themes, evidence, confidence, what is missing, and why it ends here."""
    factor = Factor(
        label="F0",
        category=Category.HUMAN,
        subcategory="workload-fatigue",
        text="third night in a row",
        evidence=("E1",),
        evidence_needed="the rota",
        trigger=True,
        stop_reason="agreed",
        themes=("night",),
        no_action_reason="rota changed since",
    )
    assert told(review_of(happened(1), factor), Stage.FACTORS, "F1") == [
        "trigger",
        "human/workload-fatigue",
        "#night",
        "[E1]",
        "needs: the rota",
        "stopped: agreed",
        "no action: rota changed since",
        "tie it to a condition",
    ]


def test_space_marks_the_trigger_and_no_theme() -> None:
    """A factor can be the trigger; a theme has no main mark."""
    review = finished()
    again = marked_once(marked_once(review, Stage.FACTORS, "F3"), Stage.FACTORS, "F3")
    assert again == review
    assert VIEWS[Stage.FACTORS].marked(review, "T1") is None


def test_a_theme_shows_its_factors_and_its_acceptance() -> None:
    """What runs through which factors, and why nothing follows from it."""
    review = finished()
    theme = review.themes[0].changed(text="nothing says what it does", accepted_because="rare")
    review = changes.put(review, theme)
    assert row(review, Stage.FACTORS, "T1").text == "#silent-defaults  nothing says what it does"
    assert told(review, Stage.FACTORS, "T1") == ["[F1, F2]", "accepted: rare"]
    lone = changes.add(review, Theme(label="T0", name="alone"))
    assert told(lone, Stage.FACTORS, "T2") == []


# Actions


def test_actions_stand_in_groups_and_there_by_priority() -> None:
    """What is agreed comes first, then the candidates, then what the room decided against."""
    review = review_of(
        Action(label="A0", text="one", priority=Priority.LOW),
        Action(label="A0", text="two", priority=Priority.CRITICAL),
        Action(label="A0", text="three", status=ActionStatus.DONE),
        Action(label="A0", text="four", status=ActionStatus.NOT_DOING, status_reason="cost"),
        Action(label="A0", text="five", status=ActionStatus.AGREED),
    )
    assert keys(review, Stage.ACTIONS) == ["A5", "A3", "A2", "A1", "A4"]
    assert announced(review, Stage.ACTIONS, "heading") == ["Agreed", "Candidates", "Not doing, because"]


def test_an_action_says_what_it_lacks() -> None:
    """What is missing stands as words, suggestions carry a question mark, the panel helps."""
    review = review_of(Action(label="A0", text="Add an alert"))
    tags = told(review, Stage.ACTIONS, "A1")
    assert tags[:3] == ["proposed", "no owner", "no date"]
    assert tags[3:] == ["●●○ intermediate?", "observability?", "~detect?"]
    panel = VIEWS[Stage.ACTIONS].panel(review, "A1", NOW)
    assert panel.heading == "A1 · 1 of 9 in place"
    helps = {line.left: line.right for line in panel.lines if line.tone == "warning"}
    assert helps["owner"] == "Name one person who takes it: @ and a name."
    assert next(iter(helps)) == "change"


def test_an_actions_panel_says_what_the_whole_list_asks() -> None:
    """Beneath the checks of one action, and as one quiet line under the list."""
    detect = [Action(label="A0", text=f"Add alert {n}", kind=ActionKind.DETECT) for n in (1, 2)]
    review = review_of(*detect)
    asked = "All of them detect. Would one lower the chance, or limit the harm?"
    assert asked in [line.left for line in VIEWS[Stage.ACTIONS].panel(review, "A1", NOW).lines]
    assert announced(review, Stage.ACTIONS, "hint") == [f"All together: {asked}"]


def test_a_day_says_how_far_off_it_is() -> None:
    """The row names the day and the distance from today, by the clock of the review."""
    view = stage_views()[Stage.ACTIONS]
    review = review_of(Action(label="A0", text="x", due=NOW.date() + timedelta(days=11)))
    view.now = NOW
    tags = [tag.text for row in view.rows(review) for tag in row.tags]
    assert f"due {due_words(NOW.date() + timedelta(days=11), NOW.date())}" in tags


def test_owners_in_the_room_are_offered_first() -> None:
    """Names and roles as they are written; a name of two words stands in quotes."""
    review = review_of(
        Person(label="P0", name="Bo Lind", role="DBA", present=False),
        Person(label="P0", name="Ada Lovelace", role="release lead"),
    )
    offered = VIEWS[Stage.ACTIONS].completions(review)["@"]
    assert offered == ('"Ada Lovelace"', '"release lead"', '"Bo Lind"', "DBA")


def test_space_moves_an_action_on() -> None:
    """From proposed to verified, and round again; one decided against begins anew."""
    review = review_of(Action(label="A0", text="Add an alert"))
    seen: list[str] = []
    for _ in range(5):
        review = marked_once(review, Stage.ACTIONS, "A1")
        seen.append(told(review, Stage.ACTIONS, "A1")[0])
    assert seen == ["agreed", "in progress", "done", "verified", "proposed"]
    decided = Action(label="A0", text="x", status=ActionStatus.NOT_DOING, status_reason="cost")
    against = review_of(decided)
    assert told(against, Stage.ACTIONS, "A1")[0] == "not doing: cost"
    assert told(marked_once(against, Stage.ACTIONS, "A1"), Stage.ACTIONS, "A1")[0].startswith("proposed")


# Wrap-up


def test_wrap_up_lists_takeaways_parked_remarks_and_loose_ends() -> None:
    """Takeaways by kind, then what was parked, then every other loose end of the review."""
    review = finished()
    ends = [f"~{end.key}" for end in loose_ends(review) if end.label != "K1"]
    assert keys(review, Stage.WRAP_UP) == ["L1", "L2", "L3", "K1", "round", *ends]
    assert announced(review, Stage.WRAP_UP, "heading") == [
        "Went well",
        "Got lucky",
        "What surprised us",
        "Parked",
        "Close of the meeting",
        f"Loose ends: {len(ends)}",
    ]


def test_a_resolved_remark_shows_what_became_of_it() -> None:
    """Until then it says how to resolve it."""
    parked = Parked(label="K0", kind=ParkedKind.QUESTION, text="who owns it?")
    review = review_of(parked)
    assert told(review, Stage.WRAP_UP, "K1") == ["Space: make it an open question"]
    review = changes.put(review, changes.find(review, "K1").changed(resolution="see A1"))
    assert (told(review, Stage.WRAP_UP, "K1"), row(review, Stage.WRAP_UP, "K1").detail) == ([], "see A1")


def test_an_open_question_shows_who_looks_into_it() -> None:
    """Owner and day stand beside the question."""
    asked = Learning(label="L0", kind=LearningKind.QUESTION, text="why?", owner="sam", due=NOW.date())
    assert told(review_of(asked), Stage.WRAP_UP, "L1") == ["@sam", "due Fri 22 Sep 2023"]


def test_the_panel_lists_the_deadlines() -> None:
    """Every deadline with its day and how it stands."""
    lines = VIEWS[Stage.WRAP_UP].panel(finished(), "", NOW).lines
    assert [line.left for line in lines][:3] == ["Review held", "Draft", "Publication"]
    assert lines[0].right == "Sat 23 Sep 2023 (done)"
    late = VIEWS[Stage.WRAP_UP].panel(played(), "", datetime(2024, 1, 1, tzinfo=UTC)).lines
    assert "(overdue)" in late[0].right


def test_wrap_up_marks_only_what_was_parked() -> None:
    """Space has nothing to change on a takeaway, the closing round or a loose end."""
    review = finished()
    marks = {key: VIEWS[Stage.WRAP_UP].marked(review, key) for key in keys(review, Stage.WRAP_UP)}
    assert [key for key, intent in marks.items() if intent is not None] == ["K1"]


@pytest.mark.parametrize(
    ("stage", "key", "change"),
    [
        (Stage.TIMELINE, "E3", lambda review: changes.add(review, happened(700))),
        (Stage.GAPS, "G1", lambda review: changes.remove(review, "G2")),
        (Stage.FACTORS, "F3", lambda review: changes.remove(review, "F1")),
        (Stage.ACTIONS, "A1", lambda review: changes.remove(review, "A2")),
    ],
)
def test_a_mark_works_on_a_fresher_review(
    stage: Stage, key: str, change: Callable[[Review], Review]
) -> None:
    """A mark decided on one state is made on the newest; what happened in between stays."""
    review = finished()
    intent = VIEWS[stage].marked(review, key)
    assert intent is not None
    assert intent.change(change(review)) == change(intent.change(review))


def test_an_action_gets_a_date_when_it_is_agreed() -> None:
    """Space on a proposal without a date agrees to it, due as its priority asks; a date stays."""
    critical = Action(label="A0", text="Limit retries", priority=Priority.CRITICAL)
    dated = Action(label="A0", text="Drill the failover", due=date(2027, 1, 8))
    review = review_of(critical, dated)
    opened = review.dates.created.date()
    for key, due in (("A1", default_due(Priority.CRITICAL, opened)), ("A2", date(2027, 1, 8))):
        intent = stage_views()[Stage.ACTIONS].marked(review, key)
        assert intent is not None
        action = changes.find(intent.change(review), key)
        assert isinstance(action, Action)
        assert (action.status, action.due) == (ActionStatus.AGREED, due)
