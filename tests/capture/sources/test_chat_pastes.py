"""Chats that were copied from the screen: Slack, Teams, Discord, WhatsApp and meetings."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, UnreadableSource, no_progress
from pirtui.capture.sources.chat_paste import FORMAT_SLACK_TEXT as FORMAT
from tests.capture.sources import chat_materials as chats

DAY = date(2026, 5, 4)
PIECES = (
    *("Ada", "  9:12 AM", "\n", "\n", "[99/99 09:15] Bo", "Yesterday", "31/12/0001, 9:15 - Bo: x", "> "),
    *("Bo [3 hours ago]", "(edited)", ":+1:", "```", "30 February", "[09:15]", "0000-00-00 1:00"),
    *("01.01.0001 9:15", "Ada  31/12/9999 11:59 PM", "Monday", "# x", "9:15:30 From Ada: x"),
)


def test_the_desktop_form_is_read_with_its_days_and_without_its_furniture() -> None:
    """Names and times on lines of their own, messages that go on, replies and reactions below."""
    found = chats.read(FORMAT, chats.chat("slack-desktop.txt"))
    assert chats.told(found) == [
        ("Ada Lovelace", "rolled back to 4811 watching the graphs", ""),
        ("Ada Lovelace", "still red", ""),
        ("Bo Byte", "joined #incident-42.", "joined"),
        ("PagerBot", "Triggered: checkout 5xx", ""),
        ("Ada Lovelace", "all green", ""),
    ]
    assert chats.starts(found)[1] == "2026-05-04 09:13:00"
    assert chats.starts(found)[4] == "2026-05-05 00:10:00"
    assert not chats.questions(found)
    assert not found.notices
    assert found.candidates[1].event is not None
    assert found.candidates[1].event.note == "Edited afterwards."


def test_the_form_with_brackets_asks_for_the_day_the_distance_and_midnight() -> None:
    """Three things are not known, and each is asked once."""
    found = chats.read(FORMAT, chats.chat("slack-brackets.txt"))
    assert chats.told(found) == [
        ("user-c", "@oncall is this the new id?", ""),
        ("oncall", "That change is not out yet", ""),
        ("oncall", '{"error":"definition is invalid"}', ""),
        ("user-c", "fair", ""),
    ]
    assert chats.starts(found) == [
        "2026-05-06 06:27:00",
        "2026-05-06 07:16:00",
        "",
        "2026-05-07 00:17:00",
    ]
    asked = chats.questions(found)
    assert len(asked) == 3
    assert "No date is given" in asked[0]
    assert "3 hours ago" in asked[1]
    assert "next day" in asked[2]


def test_teams_lines_are_read_day_first_and_asked_about() -> None:
    """The order of day and month is open, so the other reading is asked about once."""
    found = chats.read(FORMAT, chats.chat("teams-copied.txt"))
    assert chats.told(found) == [
        ("Ada Lovelace", "rolling back", ""),
        ("Byte, Bo", "ok and watching", ""),
        ("Ada Lovelace", "done now", ""),
    ]
    assert chats.starts(found)[0] == "2026-05-04 09:15:00"
    assert chats.questions(found) == ["“04/05 09:15” is read as Mon 4 May. Is it Sun 5 Apr?"]


def test_a_setting_decides_the_order_of_day_and_month() -> None:
    """Month first where the room says so, without a question."""
    found = chats.read(FORMAT, chats.chat("teams-copied.txt"), day_first=False)
    assert chats.starts(found)[0] == "2026-04-05 09:15:00"
    assert not chats.questions(found)


def test_whatsapp_marks_what_the_chat_itself_says() -> None:
    """A day that can only be a day decides the order for all of them."""
    found = chats.read(FORMAT, chats.chat("whatsapp.txt"))
    assert chats.told(found) == [
        ("", "Messages and calls are end-to-end encrypted.", "chat notice"),
        ("Ada", "rolling back to 4810", ""),
        ("", "Bo joined using a link", "chat notice"),
        ("Bo", "<Media omitted>", "media"),
        ("Bo", "ok", ""),
    ]
    assert not chats.questions(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace\u00a0\u00a05:21 PM\nrolled back\nBo APP\u00a0\u00a05:22 PM\nfine\n",
        "Ada Lovelace  17:21\nrolled back\nBo  17:22\nfine\n",
        "Ada Lovelace 17:21\nrolled back\nBo 17:22\nfine\n",
        "Ada Lovelace\n17:21\nrolled back\nBo\n17:22\nfine\n",
        "Ada Lovelace [5:21 PM]\nrolled back\n\nBo [5:22 PM] fine\n",
        "Ada Lovelace — Today at 5:21 PM\nrolled back\nBo BOT — Today at 5:22 PM\nfine\n",
        "[04/05/2026, 17:21:00] Ada Lovelace: rolled back\n[04/05/2026, 17:22:00] Bo: fine\n",
        "[04/05/2026 17:21] Ada Lovelace: rolled back\n[04/05/2026 17:22] Bo: fine\n",
        "17:21:00\t From Ada Lovelace to Everyone: rolled back\n17:22:00 From Bo To Everyone:\n\tfine\n",
        "17:21:00\t Ada Lovelace:\trolled back\n17:22:00\t Bo:\tfine\n",
        "Ada Lovelace, [04.05.2026 17:21]\nrolled back\n\nBo, [04.05.2026 17:22]\nfine\n",
        "\r\nAda Lovelace  5:21 PM\r\nrolled back\r\nBo  5:22 PM\r\nfine\r\n",
    ],
)
def test_every_form_of_a_copied_chat_gives_the_same(text: str) -> None:
    """Programs differ in how they show names and times, not in what was said."""
    found = chats.read(FORMAT, chats.pasted(text), on=DAY)
    assert chats.told(found) == [("Ada Lovelace", "rolled back", ""), ("Bo", "fine", "")]
    assert chats.starts(found) == ["2026-05-04 17:21:00", "2026-05-04 17:22:00"]


def test_a_time_inside_a_message_begins_none() -> None:
    """Words with a time behind them are only words where the chat uses another form."""
    text = (
        "Ada Lovelace  5:21 PM\nDeployed 14:32\nand 503\n"
        "Bo  5:22 PM\nYesterday\nAda Lovelace  5:23 PM\nno\n"
    )
    found = chats.read(FORMAT, chats.pasted(text), on=DAY)
    assert [words for _, words, _ in chats.told(found)] == ["Deployed 14:32 and 503", "Yesterday", "no"]


def test_a_short_answer_is_no_name() -> None:
    """The only line of a message stays its words, even where the next line is a time."""
    text = "Ada\n5:21 PM\nDone\n5:22 PM\nreally\nBo\n5:23 PM\nok\n"
    found = chats.read(FORMAT, chats.pasted(text), on=DAY)
    assert chats.told(found)[:2] == [("Ada", "Done", ""), ("Ada", "really", "")]


def test_a_number_that_is_all_a_message_says_is_kept() -> None:
    """Reaction counts are dropped, answers are not."""
    text = "Ada  5:21 PM\n503\nBo  5:22 PM\n:+1:\nAda  5:23 PM\nfine\n:tada:\n12\n"
    found = chats.read(FORMAT, chats.pasted(text), on=DAY)
    assert chats.told(found) == [("Ada", "503", ""), ("Bo", ":+1:", "emoji only"), ("Ada", "fine", "")]


def test_relative_days_are_asked_about() -> None:
    """`Yesterday` depends on when the chat was copied."""
    text = "Yesterday\nAda  5:21 PM\nred\nToday\nAda  7:21 AM\ngreen\n"
    found = chats.read(FORMAT, chats.pasted(text))
    assert chats.starts(found) == ["2026-05-05 17:21:00", "2026-05-06 07:21:00"]
    assert chats.questions(found) == ["“Yesterday” is read as Tue 5 May. Is it?"]


def test_messages_above_the_first_date_belong_to_the_day_before() -> None:
    """A separator says where they end, so only the day before is likely."""
    text = "Ada  5:21 PM\nred\nTuesday, May 5th\nAda  7:21 AM\ngreen\n"
    found = chats.read(FORMAT, chats.pasted(text))
    assert chats.starts(found) == ["2026-05-04 17:21:00", "2026-05-05 07:21:00"]
    assert "the day before the first date here" in chats.questions(found)[0]


def test_a_certain_day_holds_whatever_the_separators_say() -> None:
    """The room has set the day for all."""
    found = chats.read(FORMAT, chats.chat("slack-desktop.txt"), on=date(2026, 3, 1), day_is_certain=True)
    assert chats.starts(found)[0] == "2026-03-01 09:12:00"


def test_a_missing_zone_is_asked_once() -> None:
    """A chat never names its zone."""
    found = chats.read(FORMAT, chats.chat("slack-desktop.txt"), zone="")
    assert chats.questions(found) == ["No time zone is given, UTC is assumed. Is it?"]


@pytest.mark.parametrize(
    "text",
    [
        "14:32 rolled back\n14:40 paged Ada\n",
        "[08:47] Update: found it\n[08:50] Paged the team\n[09:00] Done\n",
        "Deployed 14:32\nRolled Back 14:40\nPaged 15:00\n",
        "2026-05-04 09:12 - rolled back: build 42\n2026-05-04 09:13 - ok\n",
        "- 4:49 AM: rolled back\n- 4:55 AM: green\n",
        "### 5:02 PM\n\nrolled back\n\n### 5:10 PM\n\ngreen\n",
        "# Review\n\n"
        + "A paragraph of prose about it.\n" * 40
        + "Ada [5:21 PM]\nhi\nBo [5:22 PM]\nyes\n",
        "Ada [5:21 PM]\nhi\nBo [5:22 PM]\nyes\n" + "A paragraph of prose about it.\n" * 40,
        "Ada Lovelace  5:21 PM\nonly one message\n",
        "09:12 <ada> rolling back\n09:13 <bo> ok\n",
        '[{"type": "message"}]',
        "",
    ],
)
def test_other_texts_are_not_chats(text: str) -> None:
    """Notes, logs, and post-mortems that quote a chat belong to other formats."""
    assert not FORMAT.recognises(chats.pasted(text))


def test_five_hundred_lines_lose_nothing() -> None:
    """Every message of a long paste is there."""
    text = "".join(f"Ada Lovelace  {n // 60 + 1}:{n % 60:02} PM\nline {n}\n" for n in range(250))
    found = chats.read(FORMAT, chats.pasted(text), on=DAY)
    assert [words for _, words, _ in chats.told(found)] == [f"line {n}" for n in range(250)]


def test_text_without_messages_is_refused() -> None:
    """Forced to read notes, it says what it expected."""
    with pytest.raises(UnreadableSource, match="copied chat"):
        FORMAT.read(chats.pasted("just words\n"), Assumptions(chats.NOW), no_progress)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)))
def test_no_paste_raises_anything_but_the_clear_error(parts: list[str]) -> None:
    """Pieces of chats in any order, with anything between them."""
    chats.raises_only_the_clear_error(FORMAT, chats.pasted("".join(parts)))
