"""Who has which review open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pirtui.domain.review import Stage
from pirtui.session import Draft, Session
from pirtui.store.presence import Presence
from pirtui.store.seats import at_seat, left_at
from tests.store.libraries import named, opened

_SIT = """
import sys
from pathlib import Path
from pirtui.store.presence import Presence
presence = Presence(Path(sys.argv[1]))
print(presence.sit_down(sys.argv[2]), presence.is_alone(sys.argv[2]), flush=True)
sys.stdin.read()
"""


class Sitting:
    """Another process that has a review open until it is killed."""

    def __init__(self, library: Path, review_id: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SIT, str(library), review_id],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        seat, alone = self._process.stdout.readline().split()
        self.seat, self.alone = int(seat), alone == "True"

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.communicate()


def test_the_second_gets_another_seat_and_a_kill_frees_it(tmp_path: Path) -> None:
    """Seats are given in order, each review has its own, and nobody has to tidy up."""
    library = tmp_path / "library.db"
    here = Presence(library)
    assert (here.sit_down("one"), here.is_alone("one")) == (1, True)
    other = Sitting(library, "one")
    assert (other.seat, other.alone) == (2, False)
    assert not here.is_alone("one")
    assert here.is_alone("two")
    other.kill()
    assert here.is_alone("one")
    here.stand_up("one")
    third = Sitting(library, "one")
    assert (third.seat, third.alone) == (1, True)
    third.kill()
    here.close()
    assert (tmp_path / "library.db.open").stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_everybody_sits_first(tmp_path: Path) -> None:
    """A folder that is not there is no reason not to open a review."""
    presence = Presence(tmp_path / "missing" / "library.db")
    assert (presence.sit_down("one"), presence.is_alone("one")) == (1, True)


def test_each_seat_has_its_own_unfinished_line(library_path: Path) -> None:
    """Nobody writes over another's words; whoever sits alone later finds what was left."""
    with opened(library_path) as library:
        library.create(named("checkout"))
        first, second = Session.open(library, "checkout"), Session.open(library, "checkout")
        second.sit_at(2)
        first.keep_place(Stage.GAPS, "G1", Draft("ours"))
        second.keep_place(Stage.GAPS, "G2", Draft("theirs"))
        second.keep_place(Stage.ACTIONS, "A1", Draft("also theirs"))
        again = Session.open(library, "checkout")
        assert again.position.stage is Stage.GAPS
        assert again.drafts == {Stage.GAPS: Draft("ours")}
        again.sit_at(1, alone=True)
        assert again.drafts == {Stage.GAPS: Draft("ours"), Stage.ACTIONS: Draft("also theirs")}
        again.keep_place(Stage.ACTIONS, "", Draft())
        last = Session.open(library, "checkout")
        last.sit_at(1, alone=True)
        assert last.drafts == {Stage.GAPS: Draft("ours")}
        last.keep_place(Stage.GAPS, "", Draft())
        after = Session.open(library, "checkout")
        after.sit_at(1, alone=True)
        assert after.drafts == {Stage.GAPS: Draft("theirs")}


def test_places_are_told_apart_by_their_seats() -> None:
    """The first seat keeps the plain names of the stages."""
    places = {at_seat("gaps", 1): "a", at_seat("gaps", 2): "b", at_seat("actions", 2): "c"}
    assert list(places) == ["gaps", "gaps@2", "actions@2"]
    assert left_at(places, 1) == {"gaps": "a"}
    assert left_at(places, 2) == {"gaps": "b", "actions": "c"}
