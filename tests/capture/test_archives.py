"""Archives are opened without trusting them."""

import stat
import struct
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture import archives
from pirtui.capture.archives import is_archive, matters, unpacked
from pirtui.capture.candidates import UnreadableSource

MODEST = settings(max_examples=75, deadline=None)


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for path, content in members:
            archive.writestr(path, content)
    return buffer.getvalue()


def refused(content: bytes) -> str:
    """The sentence with which an archive is refused."""
    with pytest.raises(UnreadableSource) as refusal:
        unpacked("export.zip", content)
    return str(refusal.value)


def test_members_are_named_by_their_place() -> None:
    """A member is found by its path, and named with the archive in messages."""
    material = unpacked("export.zip", packed(("inc-1/2026-05-04.json", b"[1]"), ("users.json", b"[]")))

    assert list(material.members) == ["inc-1/2026-05-04.json", "users.json"]
    member = material.members["inc-1/2026-05-04.json"]
    assert (member.name, member.json) == ("export.zip/inc-1/2026-05-04.json", [1])


def test_only_what_can_matter_is_unpacked() -> None:
    """Pictures, the Macintosh's own files and archives inside the archive stay closed."""
    content = packed(
        ("__MACOSX/._notes.md", b"x"),
        ("shot.png", b"x"),
        ("inner.zip", packed(("a.txt", b"a"))),
        ("notes.MD", b"09:12 up"),
        (".zsh_history", b": 1777885950:3;ls"),
        ("empty/", b""),
    )

    assert list(unpacked("export.zip", content).members) == ["notes.MD", ".zsh_history"]


@pytest.mark.parametrize(
    "path", ["../notes.txt", "/etc/notes.txt", "a/../../notes.txt", "a\\..\\notes.txt", "C:/notes.txt"]
)
def test_names_that_lead_outside_are_refused(path: str) -> None:
    """Path tricks refuse the whole archive, and the name is shown."""
    sentence = refused(packed(("fine.txt", b"x"), (path, b"x")))

    assert sentence == (
        f"export.zip: expected files that stay inside the archive, but one is named {path}."
    )


def test_links_are_refused() -> None:
    """A symbolic link inside an archive is never followed."""
    entry = zipfile.ZipInfo("notes.txt")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, "/etc/passwd")

    assert refused(buffer.getvalue()) == (
        "export.zip: expected files, but notes.txt is a link to another place."
    )


def test_a_bomb_is_refused_by_its_swelling() -> None:
    """A member that unpacks to hundreds of times its size is not read to its end."""
    assert "more than 200 times its size" in refused(packed(("bomb.txt", b"0" * 20_000_000)))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    """What the header says about the size is not believed."""
    content = bytearray(packed(("bomb.txt", b"0" * 20_000_000)))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(mark) + offset
        content[place : place + 4] = struct.pack("<I", 10)

    assert refused(bytes(content)).startswith("export.zip: ")


def test_the_whole_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many harmless members together are refused when they are too much."""
    monkeypatch.setattr(archives, "_MOST_BYTES", 3_000_000)
    content = packed(*((f"{number}.txt", bytes(range(256)) * 4_000) for number in range(4)))

    assert refused(content) == "export.zip: expected at most 3 MB inside, but there is more."


def test_the_number_of_members_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of too many files is refused before its directory is read."""
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 10)
    content = packed(*((f"{number}.txt", b"x") for number in range(11)))

    assert refused(content) == "export.zip: expected at most 10 files inside, but there are more."


def test_encrypted_members_are_refused() -> None:
    """A locked archive says what to do."""
    content = bytearray(packed(("notes.txt", b"09:12 up")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1

    assert refused(bytes(content)) == (
        "export.zip: notes.txt is encrypted; unpack the archive and import the folder."
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method: int) -> None:
    """Methods that unpack without a limit are not used."""
    assert "packed in an unusual way" in refused(packed(("notes.txt", b"09:12 up"), method=method))


@pytest.mark.parametrize("cut", [10, 40, 90])
def test_a_damaged_archive_is_refused(cut: int) -> None:
    """A download that stopped halfway is one sentence."""
    content = packed(("notes.txt", b"09:12 up"))

    assert refused(content[:cut]) == "export.zip: expected a zip archive, but this one is damaged."


def test_a_damaged_member_is_refused() -> None:
    """Content that does not fit its checksum is not used."""
    content = bytearray(packed(("notes.txt", b"09:12 up, 09:13 down"), method=zipfile.ZIP_STORED))
    content[content.index(b"09:12")] ^= 1

    assert refused(bytes(content)) == "export.zip: expected a zip archive, but this one is damaged."


def test_an_empty_archive_is_refused() -> None:
    """Nothing inside, or only pictures, is a sentence too."""
    expected = "export.zip: expected JSON, text, Markdown or CSV files inside, but there are none."
    assert refused(packed()) == expected
    assert refused(packed(("a.png", b"x"))) == expected


def test_a_workbook_is_named() -> None:
    """An Excel file is an archive; the sentence says how to bring it."""
    content = packed(("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>"))

    assert refused(content) == (
        "export.zip: this is an Excel workbook; save it as CSV or plain text and import that."
    )


def test_a_file_that_is_inside_twice_is_refused() -> None:
    """Which of two files of one name is meant cannot be known."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = packed(("a.txt", b"1"), ("a.txt", b"2"))

    assert refused(content) == "export.zip: expected each file once, but a.txt is inside twice."


@pytest.mark.parametrize(
    ("path", "matter"),
    [
        ("notes.txt", True),
        ("general/2026-05-04.json", True),
        (".bash_history", True),
        ("a.CSV", True),
        ("a.png", False),
        ("a.zip", False),
        (".DS_Store", False),
        ("__MACOSX/notes.txt", False),
        ("._notes.txt", False),
    ],
)
def test_files_matter_by_their_kind(path: str, matter: bool) -> None:
    """Text in all its forms matters; pictures, archives and clutter do not."""
    assert matters(path) is matter


@MODEST
@given(st.data())
def test_no_damage_raises_anything_else(data: st.DataObject) -> None:
    """However an archive is damaged, it is read or refused in a sentence."""
    content = bytearray(packed(("a/notes.txt", b"09:12 up\n" * 20), ("b.json", b"[1, 2]")))
    for _change in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    changed = bytes(content[: data.draw(st.integers(4, len(content)))])
    with suppress(UnreadableSource):
        assert unpacked("x.zip", changed).members


@MODEST
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(tail: bytes) -> None:
    """Bytes that only begin like an archive are refused."""
    content = b"PK\x03\x04" + tail
    assert is_archive(content)
    assert refused(content).startswith("export.zip: ")
