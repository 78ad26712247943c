"""What the facilitator keeps beside a review: private marks and the time of the stages."""

from pathlib import Path

from pirtui.domain.review import Stage
from pirtui.room import Room
from pirtui.session import Session
from pirtui.store.kept_room import StageTime
from tests.store.libraries import asked, opened

RELEASED = Path(__file__).parent / "released"
REF = "2023-07-20-crates-io-downloads"


def test_marks_and_times_are_there_again_and_the_review_is_untouched(tmp_path: Path) -> None:
    """What is kept beside a review survives a restart and is no change of the review."""
    path = tmp_path / "library.db"
    path.write_bytes((RELEASED / "library-1.db").read_bytes())
    with opened(path) as library:
        session = Session.open(library, REF)
        revision = library.revision(session.review.id)
        session.room.mark("asked", "timeline/3")
        session.room.mark("heard", "[/support\ud800", "twice")
        session.room.mark("heard", "operations")
        session.room.unmark("heard", "operations")
        session.room.keep_stage_time(Stage.GAPS, StageTime(61.5, 3))
        assert library.revision(session.review.id) == revision
    with opened(path) as library:
        room = Session.open(library, REF).room
        assert room.is_marked("asked", "timeline/3")
        assert room.marks("heard") == {"[/support\ufffd": "twice"}
        assert room.stage_time(Stage.GAPS) == StageTime(61.5, 3)
        assert room.stage_time(Stage.PREPARE) == StageTime()
        assert not Room(library, "another review").marks("asked")


def test_a_migrated_library_has_the_tables_of_a_new_one(tmp_path: Path) -> None:
    """Columns and their order of meaning are the same, wherever a library came from."""
    opened(tmp_path / "new.db").close()
    tables = [
        name
        for (name,) in asked(tmp_path / "new.db", "SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    for released in sorted(RELEASED.glob("library-*.db")):
        old = tmp_path / released.name
        old.write_bytes(released.read_bytes())
        opened(old).close()
        for name in tables:
            query = f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{name}') ORDER BY name"
            assert asked(old, query) == asked(tmp_path / "new.db", query), name
