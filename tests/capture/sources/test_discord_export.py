"""Discord channels as DiscordChatExporter writes them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, UnreadableSource, no_progress
from pirtui.capture.material import Material
from pirtui.capture.sources.discord import FORMAT
from tests.capture.sources import chat_materials as chats

WHOLE = [
    ("Ada", "Joined the server.", "joined"),
    (
        "Ada",
        "rolling back @Bo, see build 42 (https://ci.example.org/42) :fire: 2026-05-04 09:12 UTC"
        " · Shared g.png",
        "",
    ),
    ("Alerts", "Checkout errors (https://grafana.example.org/d/1) · 5xx over 5% · Severity: page", ""),
    ("Bo", "that is it", ""),
]


def test_a_channel_is_read_with_nicknames_embeds_and_links() -> None:
    """Bots speak in embeds, previews are left out, and every message links to itself."""
    found = chats.read(FORMAT, chats.chat("discord-channel.json"))
    assert chats.told(found) == WHOLE
    assert chats.starts(found)[1] == "2026-05-04 09:15:00"
    event = found.candidates[1].event
    assert event is not None
    assert event.source == "https://discord.com/channels/11/22/101"
    assert event.note == "Edited afterwards."


def test_code_goes_into_the_note_without_its_language() -> None:
    """A fence names its language, which is no part of the code."""
    event = chats.read(FORMAT, chats.chat("discord-channel.json")).candidates[3].event
    assert event is not None
    assert event.note == "raise Full\n# pool"


def test_a_file_that_breaks_off_gives_its_complete_messages() -> None:
    """Every complete message before the cut is read, and a notice says so."""
    whole = chats.chat("discord-channel.json").content
    for cut in (whole.index(b'"id": "103"') + 30, whole.rindex(b"]"), whole.rindex(b"}") - 1):
        found = chats.read(FORMAT, Material("d.json", whole[:cut]))
        assert chats.told(found) == WHOLE[: len(found.candidates)]
        assert len(found.candidates) >= 3
        assert found.notices[0].startswith("d.json, line ")
        assert "closing bracket" in found.notices[0]


def test_a_file_that_breaks_off_before_its_messages_is_refused() -> None:
    """There is nothing to read in it, and the sentence says where it ends."""
    whole = chats.chat("discord-channel.json").content
    with pytest.raises(UnreadableSource, match=r"^d\.json, line "):
        FORMAT.read(
            Material("d.json", whole[: whole.index(b'"messages"')]), Assumptions(chats.NOW), no_progress
        )


def test_direct_messages_link_to_the_own_place() -> None:
    """They belong to no server, which links write as `@me`."""
    content = chats.chat("discord-channel.json").content.replace(b'"id": "11"', b'"id": "0"')
    event = chats.read(FORMAT, Material("d.json", content)).candidates[0].event
    assert event is not None
    assert event.source == "https://discord.com/channels/@me/22/100"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_discord_json_raises_anything_but_the_clear_error(data: st.DataObject) -> None:
    """Anything at all, anything in place of parts of an export, and a cut anywhere."""
    content = json.dumps(data.draw(chats.ANY_JSON)).encode()
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", content))
    changed = json.dumps(chats.mutated(chats.chat("discord-channel.json").json, data.draw))
    end = data.draw(st.integers(0, len(changed)))
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", changed.encode()))
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", changed[:end].encode()))
