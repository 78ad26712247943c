"""Two versions of one item, brought together."""

from hypothesis import given
from hypothesis import strategies as st

from pirtui.domain.actions import Action, Priority
from pirtui.domain.merging import merged

_FIELDS = ("text", "detail", "owner", "done_test", "tracker")
actions = st.builds(
    Action,
    label=st.just("A1"),
    text=st.sampled_from("abc"),
    detail=st.sampled_from("abc"),
    owner=st.sampled_from("abc"),
    done_test=st.sampled_from("abc"),
    tracker=st.sampled_from("abc"),
    priority=st.sampled_from(Priority),
)


@given(actions, actions, actions)
def test_nothing_of_either_side_is_lost(before: Action, mine: Action, theirs: Action) -> None:
    """Each field holds what one side made of it; only where both differ is one of them disputed."""
    merge = merged(before, mine, theirs)
    for name in (*_FIELDS, "priority"):
        was, ours, other = (getattr(each, name) for each in (before, mine, theirs))
        kept = getattr(merge.item, name)
        if name in merge.disputed:
            assert ours != was != other != ours
            assert kept == ours
        elif ours != was:
            assert kept == ours
        else:
            assert kept == other


@given(actions, actions, actions)
def test_it_does_not_matter_who_comes_first(before: Action, mine: Action, theirs: Action) -> None:
    """Without a dispute both get the same item, and both see the same dispute."""
    one, other = merged(before, mine, theirs), merged(before, theirs, mine)
    assert one.disputed == other.disputed
    if not one.disputed:
        assert one.item == other.item


@given(actions, actions)
def test_whoever_changed_nothing_takes_what_is_there(before: Action, theirs: Action) -> None:
    """The other's version stands, and ours does where nobody else changed anything."""
    assert merged(before, before, theirs).item == theirs
    assert merged(before, theirs, before).item == theirs
