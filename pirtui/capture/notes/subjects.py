"""What a section of notes is about, by its heading: the timeline, or something around it."""

import re
from collections.abc import Sequence
from enum import Enum, auto

_TIMELINE = re.compile(
    r"\btime\s?-?lines?\b|\bchronolog|\bchronicle|\bsequence of events\b|\bcourse of events\b"
    r"|\bwhat happened when\b|\b(?:incident|event|activity) log\b|\bminute by minute\b"
    r"|\blog of events\b|\bhistory of the incident\b|\bplay-?by-?play\b",
    re.I,
)
_AROUND = re.compile(
    r"\bactions?\b|\baction items?\b|\bactionables\b|\bfollow-?ups?\b|\bnext steps\b|\bto[- ]?dos?\b"
    r"|\blessons?\b|\blearn(?:ings?|t|ed)\b|\btake-?aways\b|\bwent (?:well|wrong|poorly)\b"
    r"|\bgo so well\b|\bgot lucky\b|\broot causes?\b|\bcauses?\b|\bcontribut|\bwhy\b|\bsummary\b"
    r"|\bimpact\b|\bbackground\b"
    r"|\babstract\b|\boverview\b|\bappendi|\battendees\b|\bparticipants\b|\bstats?\b|\bstatistics\b"
    r"|\bmetrics\b|\breferences\b|\blinks\b|\bglossary\b|\bresolution\b|\bremediation\b|\bprevent"
    r"|\bcorrective\b|\brecommend|\banalysis\b|\bfault\b|\bkey events\b|\bdetection\b|\btrigger\b"
    r"|\btime to \w+|\bmessaging\b|\bmessages\b|\bsafeguards\b|\bsurprises?\b|\bidentified\b"
    r"|\bopen questions?\b|\bcosts?\b|\bnumbers\b|\bfigures\b|\bexpenses\b|\bsources\b|\bhours\b"
    r"|\btable of contents\b|\bmaßnahmen\b|\bzusammenfassung\b|\bursachen?\b|\bà faire\b|\brésumé\b"
    r"|\bcontents\b|\bpeople\b|\bauthors?\b|\bsupporting\b|\btechnical work\b",
    re.I,
)


_NEVER_IN_IT = re.compile(
    r"\bactions?\b|\bactionables\b|\bnext steps\b|\bto[- ]?dos?\b|\blessons?\b|\btake-?aways\b"
    r"|\bsummary\b|\battendees\b|\bparticipants\b|\bappendi|\broot causes?\b|\bkey events\b",
    re.I,
)


class Subject(Enum):
    """What a section is about."""

    TIMELINE = auto()
    AROUND = auto()
    OPEN = auto()


def subject_of(heading: str) -> Subject:
    """What a heading announces; `OPEN` where its words do not say."""
    if _TIMELINE.search(heading):
        return Subject.TIMELINE
    return Subject.AROUND if _AROUND.search(heading) else Subject.OPEN


def subject_within(headings: Sequence[str]) -> Subject:
    """What a place is about, by every heading above it, the outermost first.

    Below the heading of a timeline everything belongs to it, such as its phases, but for what never
    does, such as a list of actions.
    """
    told = [subject_of(heading) for heading in headings]
    if Subject.TIMELINE in told:
        below = headings[len(told) - told[::-1].index(Subject.TIMELINE) :]
        return Subject.AROUND if any(map(_NEVER_IN_IT.search, below)) else Subject.TIMELINE
    return next((subject for subject in reversed(told) if subject is not Subject.OPEN), Subject.OPEN)


def names_a_section(line: str) -> bool:
    """Whether a short line without a mark reads like the heading of a section that all reports have."""
    words = line.strip().rstrip(":").split()
    if not 1 <= len(words) <= 5 or line.strip()[-1:] in ".;,!?":
        return False
    return words[0][:1].isupper() and subject_of(line) is not Subject.OPEN
