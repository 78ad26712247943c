"""Openings that leave open what will change, and what to say instead, as a pattern to fill in.

Source: research/facilitation.md, section 4, the table of poor and better actions.
"""

import re
from collections.abc import Callable

from pirtui.domain.action_openings import Opening
from pirtui.domain.action_words import FILLER, VAGUE_OBJECTS

CAREFUL = "Say what changes in the system: “Make ___ reject ___ unless ___”."
SIGNAL = "Say which signal, and whom it calls: “Page ___ when ___ is above ___ for ___ min”."
STUDY = "Say what there will be at the end: “Write one page: which of ___; decide on ___”."
DECIDE = "Say what is decided, and by when: “Decide by ___ whether ___”."
DRILL = "Say what people will do: “Run a ___ drill each quarter with whoever is on call; record ___”."
PAGE = "Say which page, and where it is found: “Link the ___ runbook from ___”."
REPAIR = "Say what is different afterwards: “Reject ___ at ___; add a test for ___”."
LEVEL = "Say what it is now and what it will be: “Lower ___ from ___ to ___”."
SURE = "Say what makes it so: “Block ___ when ___”."
CUE = "Say what will be there at the moment of need: “Show ___ in ___ when ___”."
VERB = "Say what changes: begin with a verb, as in “Add …”, “Remove …”, “Limit …”."
THING = "Name the thing that changes: which service, screen, setting or page?"

_MEASURED = re.compile(
    r"(?:\b(?:to|below|under|above|over|within|by|than|least|most|every|from|after|up to)|[<>≤≥=])"
    r"\s*[~<>≤≥]?\d|\d\s*(?:%|percent\b|ms\b|s\b|sec|min|h\b|hours?\b|days?\b|[kMG]B?\b)",
    re.I,
)
_OUTCOME = re.compile(
    r"\b(?:write|decide|decision|one page|one-pager|report on|proposal|design doc\w*|rfc|adr|graph"
    r"|numbers|present|publish|list of|whether|recommend\w*)\b",
    re.I,
)
_RHYTHM = re.compile(
    r"\b(?:each|every|weekly|monthly|quarterly|yearly|after each"
    r"|before each)\b",
    re.I,
)
_SIGNALS = re.compile(
    r"^(?:\w+ )?(?:monitoring|alerting|alerts?|observability|visibility|alarms?)\b", re.I
)
_PAGES = re.compile(r"^(?:\w+ )?(?:docs?|documentation|runbooks?|playbooks?|wiki)\b", re.I)
_EVERYBODY = re.compile(
    r"\b(?:everyone|everybody|people|staff|engineers|developers|the team|teams|all|users|colleagues"
    r"|on-?calls?|responders|operators)\b",
    re.I,
)

_CAREFUL = re.compile(
    r"^(?:be (?:more |extra |very )?(?:careful|cautious|attentive|aware|vigilant|diligent"
    r"|mindful|proactive)"
    r"|be (?:better|quicker|faster)|(?:take|use) (?:more |extra |greater )?care\b"
    r"|pay (?:more |closer |better )?attention|try (?:harder|not|to)\b|double[- ]?check(?!ing)"
    r"|get better\b|more (?:care|attention|discipline)\b|keep an eye\b|do (?:it )?better)",
    re.I,
)
_MORE_SIGNALS = re.compile(
    r"^(?:improve|better|more|enhance|add(?: more| better)?|increase|extend|strengthen|monitor more"
    r"|review|fix|tune) (?:the |our |more |better )?(?:monitoring|alerting|alerts|observability"
    r"|visibility)"
    r"(?:\s+(?:coverage|everywhere|overall|in general))?\W*$|^better monitoring\b"
    r"|^monitor (?:it |things )?"
    r"(?:more |better)(?:closely|carefully)?\b",
    re.I,
)
_BETTER = re.compile(r"^better\s+", re.I)
_STUDY = re.compile(
    r"^(?:investigate|research|explore|analy[sz]e|study|examine|look (?:in|into|at|for ways)\b"
    r"|dig into|figure out|find (?:out|why|how|whether)\b|understand|find a way"
    r"|do (?:some )?research)",
    re.I,
)
_CONSIDER = re.compile(
    r"^(?:consider|think|discuss|evaluate|assess|revisit|brainstorm|talk about|debate|maybe|perhaps"
    r"|possibly|potentially|it would be|see if|have a think)\b",
    re.I,
)
_TRAIN = re.compile(r"^(?:train|educate|teach|coach|upskill|re-?train|training)\b", re.I)
_ENSURE = re.compile(r"^(?:ensure|make (?:sure|certain)|guarantee|assure|see to it)\b", re.I)
_IMPROVE = re.compile(
    r"^(?:(?:improve|enhance|optimi[sz]e|strengthen|streamline|boost|maximi[sz]e)\b"
    r"|(?:increase|reduce|lower|raise) (?:the |our )?(?:noise|alert noise|risks?|complexity"
    r"|reliability"
    r"|resilience|quality|stability|toil|friction|performance|speed|likelihood|chance)\b)",
    re.I,
)
_REMIND = re.compile(
    r"^(?:remind|remember|communicate|raise (?:the )?awareness|spread the word|encourage"
    r"|promote awareness"
    r"|tell (?:everyone|everybody|people|the team|all)|make (?:everyone|people) aware)",
    re.I,
)
_UPDATE_PAGES = re.compile(
    r"^(?:update|improve|write|add|fix|better|more|extend|review|refresh) (?:the |our |more "
    r"|better |some )?"
    r"(?:docs?|documentation|runbooks?|playbooks?|wiki)\W*$",
    re.I,
)
_FIX = re.compile(r"^(?:fix|solve|resolve|address|handle|patch)\b", re.I)

Ends = Callable[[Opening, str], bool]
"""Whether such an opening says enough all the same, given the done test."""


def _never(_opening: Opening, _done_test: str) -> bool:
    return False


def _measured(opening: Opening, _done_test: str) -> bool:
    return _MEASURED.search(opening.text) is not None


def _concluded(opening: Opening, done_test: str) -> bool:
    said = _OUTCOME.search(opening.text) or _RHYTHM.search(opening.text)
    return said is not None or bool(done_test.strip())


def _aimed(opening: Opening, _done_test: str) -> bool:
    """Training of a system, or in something that is measured."""
    return _EVERYBODY.search(opening.text) is None or _MEASURED.search(opening.text) is not None


_WEASELS: tuple[tuple[re.Pattern[str], str, Ends], ...] = (
    (_CAREFUL, CAREFUL, _never),
    (_MORE_SIGNALS, SIGNAL, _measured),
    (_UPDATE_PAGES, PAGE, _never),
    (_STUDY, STUDY, _concluded),
    (_CONSIDER, DECIDE, _concluded),
    (_TRAIN, DRILL, _aimed),
    (_REMIND, CUE, _never),
    (_ENSURE, SURE, _measured),
    (_IMPROVE, LEVEL, _measured),
    (_BETTER, LEVEL, _never),
    (re.compile(r"^review\b", re.I), STUDY, _concluded),
)


def opening_hint(opening: Opening, done_test: str) -> str:
    """What would help where the wording leaves open what changes; empty where it does not."""
    for pattern, help_text, says_enough in _WEASELS:
        if pattern.search(opening.text) and not says_enough(opening, done_test):
            return help_text
    if opening.verb is False:
        return VERB
    return vague_object_hint(opening)


def vague_object_hint(opening: Opening) -> str:
    """What would help where the verb has no object, or only "the bug", "the docs", "everything"."""
    left = [word for word in opening.rest if word not in FILLER]
    if any(word not in VAGUE_OBJECTS for word in left):
        return ""
    rest = " ".join(left)
    if _FIX.search(opening.text):
        return REPAIR
    if _SIGNALS.search(rest):
        return SIGNAL
    return PAGE if _PAGES.search(rest) else THING
