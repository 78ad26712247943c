"""`pirtui doctor`."""

from pathlib import Path

from tests.cli.shell import Shell, is_one_sentence


def test_a_sound_library_is_fine(shell: Shell, library_path: Path) -> None:
    """The doctor names the file and what it looked at, and answers 0."""
    ref = shell.started()
    ran = shell("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0] == f"library  {library_path}"
    assert all(line.startswith("fine ") for line in ran.lines[1:])
    assert any(ref in line for line in ran.lines)


def test_a_file_that_others_can_read_is_pointed_out(shell: Shell, library_path: Path) -> None:
    """The answer is no, code 1, and the finding says what to do."""
    shell.started()
    library_path.chmod(0o644)
    ran = shell("doctor")
    assert ran.code == 1
    (finding,) = [line for line in ran.lines if line.startswith("LOOK")]
    assert "chmod 600" in finding


def test_a_backup_is_a_whole_library_and_never_overwrites(shell: Shell, tmp_path: Path) -> None:
    """A backup can be listed like any library; a second one needs another name."""
    ref = shell.started()
    copy = tmp_path / "copy.db"
    assert shell("doctor", "--backup", str(copy)).code == 0
    assert ref in shell("list", "--library", str(copy)).out
    assert copy.stat().st_mode & 0o777 == 0o600
    ran = shell("doctor", "--backup", str(copy))
    assert ran.code == 2
    assert is_one_sentence(ran.err)


def test_a_library_that_is_missing_is_not_made(shell: Shell, library_path: Path) -> None:
    """Looking changes nothing."""
    ran = shell("doctor")
    assert ran.code == 2
    assert is_one_sentence(ran.err)
    assert not library_path.exists()


def test_a_damaged_library_gets_one_sentence(shell: Shell, library_path: Path) -> None:
    """A broken file is named, and no traceback shows."""
    shell.started()
    damaged = bytearray(library_path.read_bytes())
    damaged[4096 : 4096 * 8] = b"\xa5" * 4096 * 7
    library_path.write_bytes(damaged)
    ran = shell("doctor")
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.err


def test_a_backup_without_a_name_goes_among_the_others(shell: Shell, library_path: Path) -> None:
    """It is listed, once, and restored by `latest`; what was there is kept beside it."""
    ref = shell.started()
    shell("doctor", "--backup")
    (listed,) = shell("doctor", "--backups").lines
    assert str(library_path.parent / "backups") in listed
    library_path.write_bytes(b"damaged" * 1000)
    ran = shell("doctor", "--restore")
    assert ran.code == 0
    assert "kept" in ran.out
    assert ref in shell("list").out
    assert len(list(library_path.parent.glob("*.replaced"))) == 1


def test_a_library_that_is_gone_comes_back(shell: Shell, library_path: Path) -> None:
    """A backup can be restored where there is no library any more."""
    ref = shell.started()
    shell("doctor", "--backup")
    library_path.unlink()
    assert shell("doctor", "--restore").code == 0
    assert ref in shell("list").out


def test_without_a_backup_nothing_is_restored(shell: Shell, library_path: Path) -> None:
    """One sentence says so, and the library stays as it is."""
    shell.started()
    for path in (library_path.parent / "backups").glob("*"):
        path.unlink()
    before = library_path.read_bytes()
    ran = shell("doctor", "--restore")
    assert ran.code == 2
    assert is_one_sentence(ran.err)
    assert library_path.read_bytes() == before


def test_a_backup_that_is_damaged_is_passed_over(shell: Shell, library_path: Path) -> None:
    """`latest` is the newest that can be read whole."""
    ref = shell.started()
    shell("doctor", "--backup")
    (library_path.parent / "backups" / "library.db.20991231T000000Z.backup").write_text("nonsense")
    assert shell("doctor", "--restore").code == 0
    assert ref in shell("list").out


def test_salvage_says_what_was_saved_and_what_was_lost(
    shell: Shell, library_path: Path, tmp_path: Path
) -> None:
    """Nothing lost answers 0; the new library is one like any other."""
    ref = shell.started()
    shell("add", ref, "timeline", "14:32 alert fires")
    data = bytearray(library_path.read_bytes())
    data[:16] = bytes(16)
    library_path.write_bytes(data)
    target = tmp_path / "salvaged.db"
    ran = shell("doctor", "--salvage", str(target))
    assert (ran.code, ran.err) == (0, "")
    assert any(line.startswith(f"saved    {ref}: 1 item") for line in ran.lines)
    assert ref in shell("list", "--library", str(target)).out
