"""What the terminal sends, in any pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from pirtui.terminal_input import PasteParser

_START, _END = "\x1b[200~", "\x1b[201~"
_PIECES = (
    st.lists(
        st.sampled_from(
            ["\x1b", "[", "2", "0", "1", "~", "\x1b]52;c;aGk=\x07", "\x1b[21~", "\r", "\x07", "text "]
        ),
        max_size=12,
    )
    .map("".join)
    .filter(lambda text: _END not in text)
)
_CUTS = st.lists(st.integers(0, 90))


def _read(sent: str, cuts: list[int]) -> list[events.Event]:
    """What is understood of a text that comes cut at these places."""
    parser = PasteParser()
    places = sorted({0, len(sent), *(cut % (len(sent) + 1) for cut in cuts)})
    pieces = [sent[begin:end] for begin, end in pairwise(places)]
    return [message for piece in pieces for message in parser.feed(piece)]  # type: ignore[misc]


@given(
    _PIECES.filter(lambda text: _END not in f"{text}{_END}"[: len(text) + 5]),
    st.lists(st.integers(0, 90)),
)
def test_a_paste_is_one_text_however_it_comes(pasted: str, cuts: list[int]) -> None:
    """Escape characters in it are shown, no key comes of them, and what is typed around it is typed."""
    found = _read(f"a{_START}{pasted}{_END}b", cuts)
    keys = [each.character for each in found if isinstance(each, events.Key)]
    texts = [each.text for each in found if isinstance(each, events.Paste)]
    assert keys == ["a", "b"]
    assert "".join(texts) == pasted.replace("\x1b", "\u241b")


@given(_CUTS)
def test_keys_are_read_as_ever(cuts: list[int]) -> None:
    """Letters and key sequences outside of pastes are not touched."""
    found = _read("x\x1b[21~\x1b[Ay\r", cuts)
    assert [each.key for each in found if isinstance(each, events.Key)] == [
        "x",
        "f10",
        "up",
        "y",
        "enter",
    ]


def test_a_second_paste_begins_anew() -> None:
    """The end of one paste is not taken for the beginning of the next."""
    found = _read(f"{_START}one\x1b{_END}{_START}two{_END}", [])
    assert [each.text for each in found if isinstance(each, events.Paste)] == ["one\u241b", "two"]
