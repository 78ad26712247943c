"""Which question comes next."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.domain.asking import Asking
from pirtui.domain.prompts import Prompt

ONE, TWO, THREE = QUESTIONS = tuple(Prompt(f"timeline/{n}", f"What about {n}?") for n in (1, 2, 3))


def test_a_question_that_was_asked_gives_way_to_the_next() -> None:
    """They come in their order, each once; when all were asked, they come again."""
    asking, shown = Asking(), []
    for _ in range(5):
        current = asking.current(QUESTIONS)
        assert current is not None
        shown.append(current)
        asking = asking.with_asked(current)
    assert shown == [ONE, TWO, THREE, ONE, TWO]


def test_a_skipped_question_comes_after_the_others() -> None:
    """Skipped ones wait in the order in which they were skipped."""
    asking = Asking().with_skipped(ONE).with_skipped(TWO)
    assert asking.current(QUESTIONS) == THREE
    asking = asking.with_asked(THREE)
    assert asking.current(QUESTIONS) == ONE
    assert asking.with_skipped(ONE).current(QUESTIONS) == TWO


def test_a_chosen_question_comes_now() -> None:
    """Even one that was asked; asked again, it gives way, and another choice takes its place."""
    asking = Asking().with_asked(THREE).with_chosen(THREE)
    assert asking.current(QUESTIONS) == THREE
    assert asking.with_asked(THREE).current(QUESTIONS) == ONE
    assert asking.with_chosen(TWO).current(QUESTIONS) == TWO
    assert asking.with_chosen(TWO).with_asked(TWO).current(QUESTIONS) == ONE


def test_a_mark_can_be_taken_back() -> None:
    """A question that was not asked after all comes again in its place."""
    asking = Asking().with_asked(ONE)
    assert asking.was_asked(ONE)
    assert asking.without_asked(ONE).current(QUESTIONS) == ONE
    assert asking.left(QUESTIONS) == 2


def test_without_questions_there_is_none() -> None:
    """A group that was emptied in the file shows nothing."""
    assert Asking().current(()) is None


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["asked", "skipped"]), max_size=12))
def test_nothing_comes_twice_before_all_were_asked(steps: list[str]) -> None:
    """However often one skips, a question that was asked waits for all the others."""
    asking = Asking()
    for step in steps:
        current = asking.current(QUESTIONS)
        assert current is not None
        assert not asking.was_asked(current) or asking.left(QUESTIONS) == 0
        asking = asking.with_asked(current) if step == "asked" else asking.with_skipped(current)
