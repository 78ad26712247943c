"""What holds for every command: help, usage, the library's place, and a clean end."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pirtui import __version__
from tests.cli.shell import Shell, is_one_sentence

_PIRTUI = (sys.executable, "-m", "pirtui")
_ROOT = Path(__file__).parent.parent.parent


def _environment(**extra: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT), **extra}


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["add", "--help"], ["nonsense"], ["add"]]
)
def test_help_and_usage_import_nothing_heavy(arguments: list[str]) -> None:
    """The shell gets its answer before Textual or SQLModel could have been loaded."""
    command = (sys.executable, "-X", "importtime", "-m", "pirtui", *arguments)
    ran = subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False)
    imported = {line.rsplit("|", 1)[-1].strip() for line in ran.stderr.splitlines() if "|" in line}
    assert "pirtui.cli" in imported
    heavy = {"textual", "rich", "sqlmodel", "sqlalchemy", "pydantic", "jinja2"}
    assert not {name.partition(".")[0] for name in imported} & heavy


def test_the_version_is_the_package_version(shell: Shell) -> None:
    """`--version` names the program and its version."""
    with pytest.raises(SystemExit) as ended:
        shell("--version")
    assert ended.value.code == 0
    assert shell.captured.readouterr().out.decode() == f"pirtui {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["list", "--nonsense"],
        ["new"],
        ["open"],
        ["import"],
        ["export"],
        ["--library"],
        ["--library", ""],
        ["open", "nothing-here"],
        ["open", "a\0b"],
        ["list", "--lib", "x"],
    ],
)
def test_bad_usage_is_one_sentence_and_code_2(shell: Shell, arguments: list[str]) -> None:
    """Nobody has to read a page of usage to see what is wrong."""
    ran = shell(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert is_one_sentence(ran.err)


def test_the_library_can_be_named_anywhere_and_beats_the_environment(
    shell: Shell, tmp_path: Path, library_path: Path
) -> None:
    """`--library` before, after and within a command means the same."""
    other = str(tmp_path / "other.db")
    ref = shell("new", "Disk full", "--library", other).out.strip()
    assert shell("--library", other, "add", ref, "timeline", "10:00 one").code == 0
    assert shell("add", ref, f"--library={other}", "timeline", "10:01 two").code == 0
    assert shell("add", ref, "timeline", "--library", other, "10:02 three").code == 0
    assert shell("doctor", "--library", other).lines[-1].endswith("3 events, 0 actions.")
    assert not library_path.exists()


def test_without_any_name_the_library_lies_in_the_data_folder(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform's data folder is the default, and only its owner may look in."""
    monkeypatch.delenv("PIRTUI_LIBRARY")
    shell.started()
    folder = Path(os.environ["XDG_DATA_HOME"]) / "pirtui"
    assert shell("doctor").lines[0] == f"library  {folder / 'library.db'}"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_is_not_a_library(shell: Shell, tmp_path: Path) -> None:
    """A folder in place of a file gets one sentence."""
    ran = shell("list", "--library", str(tmp_path))
    assert (ran.code, is_one_sentence(ran.err)) == (2, True)


def test_the_screens_ask_for_a_terminal(shell: Shell) -> None:
    """In a pipe nothing waits for keys that cannot come."""
    ref = shell.started()
    for arguments in ([], ["open", ref], ["demo"]):
        ran = shell(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "terminal" in ran.err


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path) -> None:
    """`pirtui list | head` ends without a word on stderr."""
    environment = _environment(PIRTUI_LIBRARY=str(tmp_path / "library.db"))
    subprocess.run([*_PIRTUI, "new", "Disk full"], env=environment, check=True, capture_output=True)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run(
            [*_PIRTUI, "list"], stdout=pipe, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    """An interrupted command stops at once and says nothing."""
    environment = _environment(PIRTUI_LIBRARY=str(tmp_path / "library.db"))
    new = subprocess.run(
        [*_PIRTUI, "new", "Disk full"], env=environment, check=True, capture_output=True, text=True
    )
    command = [*_PIRTUI, "add", new.stdout.strip(), "timeline"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=_can_be_interrupted,
    ) as waiting:
        assert waiting.stdin
        assert waiting.stderr
        waiting.stdin.write(b"10:00 something\n")
        waiting.stdin.flush()
        _wait_until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait(timeout=20) == 130
        assert waiting.stderr.read() == b""


def _can_be_interrupted() -> None:
    """Undo what a shell does to commands in the background, whose SIGINT it ignores."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_until_it_reads(pid: int) -> None:
    """Wait until the process has emptied its stdin, so that it is past its start."""
    import fcntl
    import struct
    import termios
    import time

    deadline = time.monotonic() + 20
    with open(f"/proc/{pid}/fd/0", "rb") as pipe:
        while time.monotonic() < deadline:
            waiting = struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]
            if not waiting:
                return
    raise AssertionError("The process never read its stdin.")


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_fault_of_its_own_is_said_without_the_words_of_the_room(shell: Shell, debug: str) -> None:
    """One sentence, exit code 70, and what was written only for who asks to be shown all."""

    def breaks() -> str:
        raise RuntimeError("Zanzibar-Quokka")

    shell.monkeypatch.setenv("PIRTUI_DEBUG", debug)
    ran = replace(shell, world=replace(shell.world, new_id=breaks))("new", "Zanzibar-Quokka")
    assert (ran.code, ran.out) == (70, "")
    assert "pirtui met something it did not expect and stopped (RuntimeError in " in ran.err
    assert ("Traceback" in ran.err, "Zanzibar-Quokka" in ran.err) == (bool(debug), bool(debug))
    assert is_one_sentence(ran.err) != bool(debug)
