"""Finding words in every review."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pirtui.domain import changes
from pirtui.domain.actions import Action
from pirtui.domain.gaps import Gap, GapKind
from pirtui.domain.people import Person
from pirtui.domain.review import Review
from pirtui.domain.searching import Found, Hit, said_in, words_of
from pirtui.domain.value import Item
from pirtui.store import errors
from pirtui.store.search import search
from tests.domain.making import happened, review_of
from tests.store.libraries import opened

_WORDS = ("disk", "Disk", "50%", "a_b", "Ärger", "äRGER", "语", "full", "[SEV1]", "o'clock", "\\", "x")
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)


def _named(ref: str, on: date | None, *items: Item, title: str = "") -> Review:
    made = review_of(*items)
    incident = made.incident.changed(title=title or ref, on=on)
    return made.model_copy(update={"id": f"id-{ref}", "ref": ref, "incident": incident})


def _stored(path: Path, *reviews: Review) -> Path:
    with opened(path) as library:
        for review in reviews:
            library.create(review)
    return path


def _labels(found: Found) -> list[tuple[str, str]]:
    return [(hit.ref, hit.label) for hit in found.hits]


def test_hits_say_where_they_are(library_path: Path) -> None:
    """The newest incident first; within a review the record, then the stages in their order."""
    gap = Gap(label="G0", kind=GapKind.RESPONSE, text="nobody saw the disk", note="for an hour")
    older = _named("older", date(2024, 1, 1), happened(1, "disk full"), title="Disk of old")
    newer = _named("newer", date(2024, 2, 2), gap, happened(1, "the DISK filled"), happened(2, "no"))
    _stored(library_path, older, newer)
    found = search(library_path, "disk")
    assert found.hits == (
        Hit("newer", "newer", date(2024, 2, 2), False, "E1", "the DISK filled"),
        Hit("newer", "newer", date(2024, 2, 2), False, "G1", "nobody saw the disk"),
        Hit("older", "Disk of old", date(2024, 1, 1), False, "", "Disk of old"),
        Hit("older", "Disk of old", date(2024, 1, 1), False, "E1", "disk full"),
    )
    assert (found.count, found.reviews) == (4, 2)


def test_all_words_are_wanted_wherever_they_stand_in_an_item(library_path: Path) -> None:
    """In any order and in any of its fields; a phrase in quotes is one word."""
    action = Action(label="A0", text="Alert on disk use", owner="jane", done_test="fired in a drill")
    _stored(library_path, _named("one", None, action, Person(label="P0", name="Jane Doe", role="IC")))
    assert _labels(search(library_path, "drill jane")) == [("one", "A1")]
    assert _labels(search(library_path, "jane")) == [("one", "P1"), ("one", "A1")]
    assert _labels(search(library_path, '"disk use"')) == [("one", "A1")]
    assert _labels(search(library_path, '"use disk"')) == []


def test_what_was_removed_is_not_found(library_path: Path) -> None:
    """Neither removed items nor deleted reviews; archived ones say so."""
    review = _named("one", None, happened(1, "disk"), happened(2, "disk"))
    _stored(library_path, review, _named("two", None, happened(1, "disk")), _named("three", None))
    with opened(library_path) as library:
        library.hide("two")
        library.archive("one", True)
        from pirtui.session import Session

        session = Session.open(library, "one")
        session.apply("Remove E1", lambda fresh: changes.remove(fresh, "E1"))
    found = search(library_path, "disk")
    assert [(hit.ref, hit.label, hit.archived) for hit in found.hits] == [("one", "E2", True)]


def test_only_the_first_hits_are_told_and_all_are_counted(library_path: Path) -> None:
    """A word that stands everywhere does not flood the screen."""
    events = [happened(n, "disk") for n in range(30)]
    _stored(library_path, _named("one", None, *events), _named("two", None, *events))
    found = search(library_path, "disk", 40)
    assert (len(found.hits), found.count, found.reviews) == (40, 60, 2)


@pytest.mark.parametrize("query", ["", "   ", '""', '"  "'])
def test_no_words_find_nothing(library_path: Path, query: str) -> None:
    """Nothing is asked for."""
    _stored(library_path, _named("one", None, happened(1, "disk")))
    assert search(library_path, query) == Found()


def test_a_library_that_is_not_there_says_nothing(library_path: Path) -> None:
    """A missing file has no hits, and a foreign one is named."""
    assert search(library_path, "disk") == Found()
    library_path.parent.mkdir(parents=True)
    library_path.write_text("just some notes\n" * 500)
    with pytest.raises(errors.ForeignFile):
        search(library_path, "disk")


def test_a_long_text_is_cut_around_what_was_found() -> None:
    """The words stand in what is shown, on one line."""
    told = said_in((f"{'before ' * 60}the\ndisk was full {'after ' * 60}",), words_of("DISK"))
    assert "the disk was full" in told
    assert told.startswith("…")
    assert told.endswith("…")
    assert len(told) < 170


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=8),
    query=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join),
    number=st.integers(),
)
def test_what_is_found_is_what_a_reader_would_find(
    tmp_path: Path, texts: list[tuple[str, str]], query: str, number: int
) -> None:
    """The same items as by reading every one, with wildcards, quotes and accents as plain letters."""
    path = tmp_path / f"{number}-{len(list(tmp_path.iterdir()))}.db"
    review = _named(
        "one", None, *(happened(n, text).changed(note=note) for n, (text, note) in enumerate(texts))
    )
    found = search(_stored(path, review), query)
    assert [hit.label for hit in found.hits] == list(_read_through(review, query))


def _read_through(review: Review, query: str) -> Iterator[str]:
    for event in review.events:
        if all(word.lower() in f"{event.text}\n{event.note}".lower() for word in query.split()):
            yield event.label
