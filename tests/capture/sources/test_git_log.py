"""Logs of git: every date format, the oldest commit first."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import UnreadableSource
from pirtui.capture.sources.git_log import FORMAT
from tests.capture.sources.reading_sources import event, evidence, from_fixture, from_text, texts, times

LOGS = ("git_log_default.txt", "git_log_fuller.txt", "git_log_tabs.txt")


@pytest.mark.parametrize("name", LOGS)
def test_every_shape_is_recognised(name: str) -> None:
    """Each way to print a log is known by its content."""
    assert FORMAT.recognises(from_fixture(f"histories/{name}"))


def test_a_log_begins_with_its_oldest_commit() -> None:
    """Subject, first paragraph, author and hash find their places."""
    read = evidence(FORMAT, from_fixture("histories/git_log_default.txt"))
    first = event(read.candidates[0])

    assert texts(read) == ["Raise the pool to 80", "Merge branch 'undo-pool'"]
    assert times(read) == ["2026-05-04 09:12:30+02:00", "2026-05-04 09:31:00+02:00"]
    assert (first.note, first.actor, first.source) == (
        "The pool ran dry\nunder load.",
        "Bo",
        "commit 2b1f0a9",
    )
    assert "when the" not in first.text
    assert "times at which the changes were written" in read.notices[0]


@pytest.mark.parametrize(
    "date",
    [
        "Mon May 4 09:12:30 2026 +0200",
        "2026-05-04 09:12:30 +0200",
        "2026-05-04T09:12:30+02:00",
        "2026-05-04T07:12:30Z",
        "Mon, 4 May 2026 09:12:30 +0200",
        "1777878750",
        "1777878750 +0200",
        "Mon May 4 09:12:30 2026",
    ],
)
def test_every_date_format_is_read(date: str) -> None:
    """The same instant is found in every format that git prints, on the clocks of the review."""
    read = evidence(
        FORMAT, from_text(f"commit 2b1f0a9b8d\nAuthor: Bo <b@example.org>\nDate:   {date}\n\n    Up\n")
    )

    assert times(read) == ["2026-05-04 09:12:30+02:00"]
    assert not read.candidates[0].questions


def test_a_date_without_a_year_is_asked_for() -> None:
    """A relative date says too little, and the commit is kept."""
    read = evidence(FORMAT, from_text("commit 2b1f0a9b8d\nDate:   3 weeks ago\n\n    Up\n"))

    assert read.candidates[0].questions == ("The date “3 weeks ago” cannot be placed. When was it?",)


def test_the_commit_date_counts_and_a_long_wait_is_asked_about() -> None:
    """A commit that was written days before it was applied raises a question."""
    read = evidence(FORMAT, from_fixture("histories/git_log_fuller.txt"))

    assert times(read) == ["2026-05-04 09:00:00+02:00", "2026-05-04 09:12:30+02:00"]
    assert [each.questions for each in read.candidates] == [
        ("Written 2026-04-28 16:00, committed later at this time. Which one counts?",),
        (),
    ]
    assert event(read.candidates[0]).actor == "Bo"


def test_tabs_and_quotes_stay_in_a_subject() -> None:
    """One commit a line is divided at its first three tabs only."""
    read = evidence(FORMAT, from_fixture("histories/git_log_tabs.txt"))

    assert texts(read) == ["Raise the pool", 'Say "80" in the docs']
    assert [each.line for each in read.candidates] == [2, 1]
    assert read.notices == ()


def test_commits_of_one_second_keep_their_order() -> None:
    """The parent comes before its child even where both have one time."""
    one = "commit {0}\nAuthor: Bo\nDate:   2026-05-04 09:12:30 +0200\n\n    {1}\n\n"
    old = "commit 1111111\nAuthor: Bo\nDate:   2026-05-04 09:00:00 +0200\n\n    old\n"
    text = one.format("3333333", "child") + one.format("2222222", "parent") + old

    assert texts(evidence(FORMAT, from_text(text))) == ["old", "parent", "child"]


def test_patches_are_not_read_as_messages() -> None:
    """What `git log -p` adds below a message belongs to no event."""
    text = (
        "commit 1111111\nAuthor: Bo\nDate:   2026-05-04 09:00:00 +0200\n\n    Up\n\n"
        "diff --git a/x b/x\n+commit 2222222\n-Date: never\n"
    )
    (only,) = evidence(FORMAT, from_text(text)).candidates

    assert (event(only).text, event(only).note) == ("Up", "")


def test_a_drawn_log_is_read() -> None:
    """The branches that `--graph` draws are left out."""
    text = (
        "*   commit 3333333\n|\\  Merge: 1111111 2222222\n| | Author: Ada <a@example.org>\n"
        "| | Date:   2026-05-04 09:31:00 +0200\n| | \n| |     Merge it\n| | \n"
        "* | commit 1111111\n|/  Author: Bo <b@example.org>\n|   Date:   2026-05-04 09:12:30 +0200\n"
        "|   \n|       Raise the pool\n"
    )
    material = from_text(text)

    assert FORMAT.recognises(material)
    assert texts(evidence(FORMAT, material)) == ["Raise the pool", "Merge it"]


@pytest.mark.parametrize(
    "text",
    [
        "2b1f0a9 Raise the pool\n3c1f0a9 Undo\n",
        "commit 2b1f0a9\n\n    no dates here\n",
        "commit to the plan\nDate: 2026-05-04\n",
        "2b1f0a9b\tnot a time\tBo\tUp\n",
        "time\tevent\n2026-05-04 09:12\tup\n",
        "09:12 commit 2b1f0a9 deployed\n",
        "",
    ],
)
def test_other_texts_are_not_logs(text: str) -> None:
    """A log without dates, and what is no log, belongs to others."""
    assert not FORMAT.recognises(from_text(text))


def test_a_forced_reading_of_something_else_is_refused() -> None:
    """One sentence says what was expected."""
    with pytest.raises(UnreadableSource, match=r"^t\.txt: expected the output of git log with dates"):
        evidence(FORMAT, from_text("09:12 up\n"))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(
                [
                    "commit 2b1f0a9b\n",
                    "Author: Bo <b@example.org>\n",
                    "Date:   99999999999\n",
                    "Date:   Mon May 40 99:12:30 2026 +9900\n",
                    "CommitDate: 2026-05-04 09:12:30 +0200\n",
                    "AuthorDate: 0001-01-01 00:00:00 +0000\n",
                    "\n",
                    "    Subject\n",
                    "2b1f0a9b\t2026-05-04T09:12:30Z\tBo\tUp\n",
                    "* commit 1111111\n",
                ]
            ),
            max_size=12,
        ).map("".join),
    )
)
def test_nothing_raises_anything_else(text: str) -> None:
    """Any text is read or refused in one sentence."""
    material = from_text(text.encode(errors="replace").decode())
    FORMAT.recognises(material)
    with suppress(UnreadableSource):
        assert evidence(FORMAT, material).candidates
