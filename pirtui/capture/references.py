"""References to other items, `[E3,E5..E7]`: expanded when read, compressed when printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from pirtui.capture.words import REFERENCES, Scanned, joined

_SHORTEST_RUN = 3


@dataclass(frozen=True)
class References:
    """The labels that a line refers to, the line's text with what is left over, and the doubts."""

    labels: tuple[str, ...]
    text: str
    doubts: tuple[str, ...]


def read_references(scanned: Scanned, letters: str, labels: tuple[str, ...]) -> References:
    """Read the references of a line; `letters` are the sorts of item that it may refer to.

    A range runs in the order of `labels`. What names no item stays in the text, with a doubt.
    """
    tokens = scanned.values(REFERENCES)
    if not tokens:
        return References((), scanned.text, ())
    places = {label: place for place, label in enumerate(labels)}
    found: list[str] = []
    unknown: list[str] = []
    for piece in ",".join(tokens).replace(" ", "").upper().split(","):
        expanded = _expanded(piece.strip(), letters, labels, places)
        found.extend(expanded)
        if not expanded:
            unknown.append(piece.strip())
    kept = f"[{','.join(unknown)}]" if unknown else ""
    doubts = tuple(f"{piece} is not an item that this line can refer to." for piece in unknown)
    return References(tuple(dict.fromkeys(found)), joined(scanned.text, kept), doubts)


def print_references(evidence: tuple[str, ...], letters: str, labels: tuple[str, ...]) -> str:
    """Print references; labels that cannot be read back are left out."""
    if not evidence:
        return ""
    places = {label: place for place, label in enumerate(labels)}
    known = [label for label in dict.fromkeys(evidence) if label in places and label[0] in letters]
    pieces = [piece for run in _runs(known, places) for piece in _run_text(run)]
    return f"[{','.join(pieces)}]" if pieces else ""


def _expanded(
    piece: str, letters: str, labels: tuple[str, ...], places: dict[str, int]
) -> tuple[str, ...]:
    first, _, last = piece.partition("..")
    last = last or first
    if first not in places or last not in places or first[0] != last[0] or first[0] not in letters:
        return ()
    start, stop = sorted((places[first], places[last]))
    return labels[start : stop + 1]


def _runs(known: list[str], places: dict[str, int]) -> Iterator[list[str]]:
    run: list[str] = []
    for label in known:
        follows = run and places[label] == places[run[-1]] + 1 and label[0] == run[-1][0]
        if run and not follows:
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _run_text(run: list[str]) -> list[str]:
    return run if len(run) < _SHORTEST_RUN else [f"{run[0]}..{run[-1]}"]
