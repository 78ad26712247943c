"""Slack exports: whole workspaces, single days, and what is odd in them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Assumptions, UnreadableSource, no_progress
from pirtui.capture.material import Material
from pirtui.capture.sources.slack_export import FORMAT
from tests.capture.sources import chat_materials as chats

DAY = "incident-42/2026-05-04.json"


def day(*messages: dict[str, object]) -> Material:
    """One day of a channel."""
    return Material("day.json", json.dumps(list(messages)).encode())


def said(text: str, **more: object) -> dict[str, object]:
    """A message of a person."""
    return {"type": "message", "user": "U01", "text": text, "ts": "1777885950.000100", **more}


def text_of(material: Material) -> str:
    """What the only message says."""
    return chats.told(chats.read(FORMAT, material))[0][1]


def test_an_export_is_read_in_the_order_of_its_stamps_over_all_files() -> None:
    """Channels and days are merged, users resolved, alerts read from attachments, and noise marked."""
    assert chats.told(chats.read(FORMAT, chats.chat("slack-export"))) == [
        ("Bo Byte", "@Bo Byte has joined the channel", "joined"),
        ("Bo Byte", "checkout is slow for me", ""),
        (
            "Alerts",
            "Checkout errors (https://grafana.example.org/d/1) · 5xx over 5% & rising · Severity: page",
            "",
        ),
        (
            "Alerts",
            "Checkout errors (https://grafana.example.org/d/1) · 5xx over 5% & rising · Severity: page",
            "bot chatter",
        ),
        ("U99", "same second, sent just before", ""),
        (
            "Ada",
            "@Bo Byte rolling back build 42 (https://ci.example.org/42) & watching #general,"
            " cc @here and @sre",
            "",
        ),
        ("Ada", "Shared graph.png", ""),
        (
            "Deploy Bot",
            "Deploy finished · api 4810 by @Ada · zone: eu-1 · took 40 s"
            " · see the build (https://ci.example.org/43)@Bo Byte",
            "",
        ),
        ("Bo Byte", "logs:", ""),
        ("Ada", "@Ada set the channel topic: SEV1", "channel settings"),
        ("Bo Byte", "found it: the retry doubled the load", ""),
    ]


def test_stamps_keep_their_microseconds() -> None:
    """Two messages of one second keep their order and differ."""
    found = chats.read(FORMAT, chats.chat("slack-export"), "Europe/Berlin").candidates
    times = [each.event.time.start for each in found if each.event]
    assert [time.microsecond for time in times if time][4:6] == [99, 100]
    assert chats.starts(chats.read(FORMAT, chats.chat("slack-export"), "Europe/Berlin"))[4] == (
        "2026-05-04 11:12:30"
    )


def test_origins_name_the_file_inside_the_archive_and_the_line() -> None:
    """A reply in the file of another day points there."""
    found = chats.read(FORMAT, chats.chat("slack-export")).candidates
    assert found[-1].event is not None
    assert found[-1].event.source == "slack-export/incident-42/2026-05-05.json:2"


def test_code_and_the_edit_go_into_the_note() -> None:
    """A block of code of several lines is kept as code, and an edit is mentioned."""
    event = chats.read(FORMAT, chats.chat("slack-export")).candidates[8].event
    assert event is not None
    assert event.note == "error: pool exhausted\nat db.py:42\nEdited afterwards."


def test_a_record_without_a_time_is_named_and_the_rest_is_read() -> None:
    """A message without a stamp is skipped with its place."""
    notices = chats.read(FORMAT, chats.chat("slack-export")).notices
    assert len(notices) == 1
    assert notices[0].startswith(f"slack-export/{DAY}:")


def test_a_folder_around_everything_changes_nothing() -> None:
    """An archive that was zipped with its folder reads the same."""
    plain = chats.chat("slack-export")
    wrapped = {f"Ada's export/{path}": member for path, member in plain.members.items()}
    mac = {"__MACOSX/incident-42/2026-05-04.json": Material("x", b"\x00\x05rubbish")}
    found = chats.read(FORMAT, replace(plain, members={**wrapped, **mac}))
    assert chats.told(found) == chats.told(chats.read(FORMAT, plain))
    assert len(found.notices) == 1


def test_an_archive_of_all_sorts_of_evidence_is_no_export() -> None:
    """A day among other files is left to whoever reads each file by itself."""
    day_alone = {DAY: chats.chat("slack-export").members[DAY]}
    assert FORMAT.recognises(Material("e.zip", members=day_alone))
    mixed = {**day_alone, "notes.md": Material("notes.md", b"14:32 rolled back")}
    assert not FORMAT.recognises(Material("e.zip", members=mixed))


def test_a_day_alone_works_without_users() -> None:
    """A single file of a channel is read, with ids where nobody names them."""
    found = chats.read(FORMAT, Material("day.json", chats.chat("slack-export").members[DAY].content))
    assert found.candidates[0].event is not None
    assert found.candidates[0].event.actor == "U02"
    assert found.candidates[0].event.source == "day.json:2"


def test_an_enterprise_export_names_its_users_in_another_file() -> None:
    """`org_users.json` resolves the ids as well."""
    plain = chats.chat("slack-export")
    members = {
        path.replace("users.json", "org_users.json"): member for path, member in plain.members.items()
    }
    assert chats.told(chats.read(FORMAT, replace(plain, members=members)))[1][0] == "Bo Byte"


def test_a_member_that_breaks_off_costs_only_itself() -> None:
    """A cut file is named with its line, and what came before it is kept."""
    plain = chats.chat("slack-export")
    cut = Material(DAY, plain.members[DAY].content[:400])
    found = chats.read(FORMAT, replace(plain, members={**plain.members, DAY: cut}))
    assert ("Bo Byte", "found it: the retry doubled the load", "") in chats.told(found)
    assert any(f"slack-export/{DAY}, line" in notice for notice in found.notices)


def test_a_cut_file_alone_is_refused_with_its_line() -> None:
    """One sentence names the file, the line and what was expected."""
    cut = Material("day.json", chats.chat("slack-export").members[DAY].content[:400])
    with pytest.raises(UnreadableSource, match=r"^day\.json, line \d: expected the rest of the JSON"):
        FORMAT.read(cut, Assumptions(chats.NOW), no_progress)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<@U07|ada> and <@W01>", "@ada and @W01"),
        ("<#C7|checkout> or <#C8>", "#checkout or #C8"),
        ("<!channel> <!everyone>", "@channel @everyone"),
        ("<!date^1777885950^{date_num} {time}|4 May, 09:12>", "4 May, 09:12"),
        ("<https://a.example.org/_x_/*y*>", "https://a.example.org/_x_/*y*"),
        ("<https://a.example.org|a.example.org>", "https://a.example.org"),
        ("<mailto:ada@example.org|ada@example.org>", "ada@example.org"),
        ("*bold* and _italic_ but ~struck~", "bold and italic but ~struck~"),
        ("cron */5 * * * * and snake_case_name", "cron */5 * * * * and snake_case_name"),
        ("`*kept*` &lt;b&gt; &amp;lt; :fire:", "`*kept*` <b> &lt; :fire:"),
        ("```one line```", "one line"),
        ("\x00" + "0\x00 sneaky `code`", "␀0␀ sneaky `code`"),
    ],
)
def test_markup_becomes_words(written: str, words: str) -> None:
    """Mentions, links and entities read as a person would say them."""
    assert text_of(day(said(written))) == words


def test_previews_of_links_are_not_what_was_said() -> None:
    """What Slack unfurls below a message is left out."""
    preview = {"from_url": "https://x.example.org", "title": "X", "text": "a whole page"}
    assert text_of(day(said("look", attachments=[preview]))) == "look"


def test_a_bot_that_says_the_same_again_after_something_else_is_heard() -> None:
    """An alert that fires, resolves and fires again is evidence three times."""
    alert: dict[str, object] = {
        "type": "message",
        "subtype": "bot_message",
        "username": "Alerts",
        "bot_id": "B1",
    }
    texts = ("firing", "resolved", "firing", "firing")
    messages = [{**alert, "text": text, "ts": f"177788595{n}.1"} for n, text in enumerate(texts)]
    noise = [each[2] for each in chats.told(chats.read(FORMAT, day(*messages)))]
    assert noise == ["", "", "", "bot chatter"]


def test_a_permalink_is_the_origin() -> None:
    """Where the message brings its own link, that is where it is written down."""
    link = "https://x.slack.example.org/archives/C01/p1777885950000100"
    found = chats.read(FORMAT, day(said("a", permalink=link))).candidates
    assert found[0].event is not None
    assert found[0].event.source == link


def test_a_history_of_the_interface_is_sorted() -> None:
    """The object that lists messages newest first is read as well."""
    messages = [said("second", ts="1777885960.1"), said("first")]
    material = Material("history.json", json.dumps({"ok": True, "messages": messages}).encode())
    assert [words for _, words, _ in chats.told(chats.read(FORMAT, material))] == ["first", "second"]


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{}",
        "[1, 2]",
        '[{"ts": "x", "text": "y"}]',
        '[{"time": "2026-05-04", "text": "x"}]',
        "a,b\n1,2",
    ],
)
def test_other_files_are_not_recognised(content: str) -> None:
    """Lists of anything else are left to other formats."""
    assert not FORMAT.recognises(Material("x.json", content.encode()))


def test_many_messages_report_how_far_the_reading_is() -> None:
    """Progress is told along the way and ends with everything."""
    told: list[tuple[int, int]] = []
    many = day(*(said(f"number {n}", ts=f"{1777885950 + n}.1") for n in range(1_000)))
    FORMAT.read(many, Assumptions(chats.NOW), lambda done, total: told.append((done, total)))
    assert len(told) >= 4
    assert told[-1] == (1_000, 1_000)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_json_raises_anything_but_the_clear_error(data: st.DataObject) -> None:
    """Anything at all, alone, in an archive, or in place of parts of an export."""
    content = json.dumps(data.draw(chats.ANY_JSON)).encode()
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", content))
    plain = chats.chat("slack-export")
    changed = {
        path: Material(path, json.dumps(chats.mutated(member.json, data.draw)).encode())
        for path, member in plain.members.items()
    }
    chats.raises_only_the_clear_error(FORMAT, Material("x.zip", members=changed))


def test_deeply_nested_json_is_refused() -> None:
    """A file that nests without end gets the clear error."""
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", b"[" * 100_000))
    chats.raises_only_the_clear_error(FORMAT, Material("x.json", b'[{"ts":' + b"9" * 9_000 + b"}]"))
