"""The rules: their names, how loudly they speak, why, and the wording they offer.

Source: research/facilitation.md, section 2.
"""

from dataclasses import dataclass

from pirtui.domain.blame_language.finding import Level


@dataclass(frozen=True)
class Rule:
    """One rule: `why` explains it to a facilitator, `instead` is wording with blanks to fill in."""

    id: str
    category: str
    level: Level
    why: str
    instead: str


_NOT_HAPPENED = "It describes something that did not happen, rather than what did."
_ABSENCE = "It judges what somebody left undone, and hides what was in view."
_ONE_CAUSE = "It folds several conditions into one."

_TABLE = (
    (
        "PU1",
        "PU",
        Level.WARN,
        "Punishment silences people.",
        "What change to the conditions would help: ___.",
    ),
    ("IB1", "IB", Level.WARN, "It makes a person the cause.", "The change ___ reached ___ through ___."),
    ("IB2", "IB", Level.WARN, "It makes a person the cause.", "The mechanism was ___."),
    (
        "IB3",
        "IB",
        Level.WARN,
        "It assigns fault, and self-blame is the hardest to hear.",
        "What made this easy for any of us to do?",
    ),
    ("IB4", "IB", Level.WARN, "It assigns fault.", "What did the system allow?"),
    ("IB5", "IB", Level.WARN, "It looks for a person.", "How did the change reach production?"),
    ("IB6", "IB", Level.HINT, "It judges the change by how it ended.", "The change ___ contained ___."),
    (
        "HE1",
        "HE",
        Level.WARN,
        "It is a label that ends the inquiry.",
        "The command accepted ___; the screen showed ___.",
    ),
    (
        "HE2",
        "HE",
        Level.WARN,
        "It stops at the slip, before what let it through.",
        "The step was ___; what let it through was ___.",
    ),
    ("JA1", "JA", Level.WARN, "It judges character.", "What could be observed was ___."),
    (
        "JA2",
        "JA",
        Level.WARN,
        "It judges a person, and leaves out the moment.",
        "The workload, goals and cues at that time were ___.",
    ),
    ("OM1", "OM", Level.WARN, _ABSENCE, "___ was not visible at that point; they did ___."),
    ("OM2", "OM", Level.WARN, _ABSENCE, "What they had in view was ___."),
    ("OM3", "OM", Level.HINT, "It hides where the signal was.", "The signal was in ___, seen by ___."),
    ("CF1", "CF", Level.WARN, _NOT_HAPPENED, "What happened was ___; at the time ___ was known."),
    ("CF2", "CF", Level.WARN, _NOT_HAPPENED, "Options in view then: ___."),
    ("CF3", "CF", Level.HINT, "It is an idea for an action in disguise.", "Parked as an idea: ___."),
    ("CF4", "CF", Level.WARN, _NOT_HAPPENED, "What came next was ___."),
    (
        "CF5",
        "CF",
        Level.HINT,
        "It tells an expectation as if it were an event.",
        "Expected ___; observed ___.",
    ),
    (
        "NO1",
        "NO",
        Level.HINT,
        "It measures against a norm that it does not name.",
        "There was ___; it covered ___.",
    ),
    (
        "NO2",
        "NO",
        Level.WARN,
        "It frames a step as a broken rule.",
        "This step is often done by ___ because ___.",
    ),
    ("NO3", "NO", Level.WARN, "It sets a standard afterwards.", "How would someone have known?"),
    (
        "HS1",
        "HS",
        Level.HINT,
        "It lends the past what is known now.",
        "It became clear at __:__ through ___.",
    ),
    ("WH1", "WH", Level.WARN, "It demands a defence.", "What told you ___? How did it look then?"),
    ("WH2", "WH", Level.HINT, "It can sound like a demand for a defence.", "What led us to ___?"),
    ("SC1", "SC", Level.HINT, _ONE_CAUSE, "A contributing factor was ___. What else had to be true?"),
    ("SC2", "SC", Level.HINT, _ONE_CAUSE, "A contributing factor was ___. What else had to be true?"),
    (
        "VA1",
        "VA",
        Level.WARN,
        "It asks people to be different.",
        "What change makes the safe path the easy path?",
    ),
    ("VA2", "VA", Level.HINT, "It gives no number and no mechanism.", "When? How many? By what path?"),
    ("NM", "NM", Level.INFO, "It names a person.", "Name the role, such as release lead."),
)

RULES = {row[0]: Rule(*row) for row in _TABLE}
"""Every rule by its name, the most severe first."""
