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
