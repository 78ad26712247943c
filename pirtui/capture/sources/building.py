"""How every format makes a candidate of what it read."""

import re

from pirtui.capture.candidates import Candidate
from pirtui.domain.changes import new_label
from pirtui.domain.events import Event, Milestone
from pirtui.domain.moments import Moment
from pirtui.domain.visible import visible, visible_lines

_FENCE = re.compile(r"^\s*(```|~~~)")
_NO_WORDS = "There are no words here that could be an event."


def candidate(
    time: Moment,
    words: str,
    *,
    line: int,
    origin: str,
    actor: str = "",
    noise: str = "",
    questions: tuple[str, ...] = (),
    milestones: tuple[Milestone, ...] = (),
) -> Candidate:
    """A candidate of an exact time and the source's words, of which there may be several lines.

    `origin` says where they are written down: a link to the message, else `FILE:LINE`. Blocks of code
    become the event's note and everything else its text, so that nothing is lost.
    """
    text, note = worded(words)
    if not text:
        text, note = visible(note).strip(), ""
    event = None
    if text:
        event = Event(
            label=new_label(Event),
            time=time,
            text=text,
            note=note,
            actor=visible(actor).strip(),
            milestones=milestones,
            source=visible(origin),
            doubt=" ".join(questions),
        )
    problem = "" if event else _NO_WORDS
    return Candidate(event, words, line, questions, noise=noise, problem=problem)


def worded(words: str) -> tuple[str, str]:
    """Split the words of a source into the one line of an event's text, and the code for its note."""
    told: list[str] = []
    code: list[str] = []
    fence = ""
    for line in visible_lines(words).split("\n"):
        mark = _FENCE.match(line)
        if fence:
            closes = mark is not None and mark[1] == fence and line.strip() == fence
            fence = "" if closes else fence
            if not closes:
                code.append(line)
        elif mark is not None and line.strip().count(mark[1]) == 1:
            fence = mark[1]
        elif line.strip():
            told.append(line.strip())
    return " ".join(" ".join(told).split()), "\n".join(code).strip("\n")
