"""Teams messages as the Graph interface lists them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, UnreadableSource, no_progress
from pirtui.capture.material import Material
from pirtui.capture.sources.teams_graph import FORMAT
from tests.capture.sources import chat_materials as chats


def test_messages_are_read_in_the_order_of_time() -> None:
    """HTML becomes words, cards and files are named, and what nobody said is marked."""
    assert chats.told(chats.read(FORMAT, chats.chat("teams-channel.json"))) == [
        ("Ada", "Members added: Bo Byte", "joined"),
        ("Ada", "Checkout down · @Bo rolling back now [runbook.docx]", ""),
        ("Alerts", "5xx over 5% · Severity: page", ""),
        ("Bo Byte", "A message was deleted", "deleted"),
        (
            "Bo Byte",
            "(to Ada: “rolling back”) done, see build 42 (https://ci.example.org/42) & watch"
            " • api • web",
            "",
        ),
    ]


def test_origin_edit_and_next_page_are_kept() -> None:
    """The link of a message is its origin, an edit is noted, and a further page is pointed out."""
    found = chats.read(FORMAT, chats.chat("teams-channel.json"))
    first, last = found.candidates[0].event, found.candidates[-1].event
    assert first is not None
    assert last is not None
    assert last.source == "https://teams.example.org/l/message/4"
    assert last.note == "Edited afterwards."
    assert first.source.startswith("teams-channel.json:")
    assert "next page" in found.notices[0]


def test_replies_that_come_along_are_read() -> None:
    """Replies inside their root message are messages too."""
    root = {
        "id": "1",
        "createdDateTime": "2026-05-04T09:15:00Z",
        "messageType": "message",
        "body": {"contentType": "text", "content": "a < b"},
    }
    reply = {**root, "createdDateTime": "2026-05-04T09:16:00Z", "body": {"content": "<pre>x\ny</pre>ok"}}
    material = Material("t.json", json.dumps([{**root, "replies": [reply]}]).encode())
    found = chats.read(FORMAT, material)
    assert [words for _, words, _ in chats.told(found)] == ["a < b", "ok"]
    assert found.candidates[1].event is not None
    assert found.candidates[1].event.note == "x\ny"


def test_a_cut_file_is_refused_with_its_line() -> None:
    """One sentence names the file, the line and what was expected."""
    cut = Material("t.json", chats.chat("teams-channel.json").content[:900])
    with pytest.raises(UnreadableSource, match=r"^t\.json, line \d+: expected the rest"):
        FORMAT.read(cut, Assumptions(chats.NOW), no_progress)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_teams_json_raises_anything_but_the_clear_error(data: st.DataObject) -> None:
    """Anything at all, and anything in place of parts of a list of messages."""
    content = json.dumps(data.draw(chats.ANY_JSON)).encode()
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", content))
    changed = chats.mutated(chats.chat("teams-channel.json").json, data.draw)
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", json.dumps(changed).encode()))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>!/&;[]abp-'\"= ", max_size=60))
def test_no_html_raises_anything(html: str) -> None:
    """Broken HTML still gives words, or none."""
    message = {
        "createdDateTime": "2026-05-04T09:15:00Z",
        "body": {"contentType": "html", "content": html},
    }
    FORMAT.read(Material("t.json", json.dumps([message]).encode()), Assumptions(chats.NOW), no_progress)
