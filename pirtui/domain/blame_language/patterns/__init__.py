"""The patterns of every rule, by what they are about."""

from pirtui.domain.blame_language.grammar import Pattern
from pirtui.domain.blame_language.patterns.acts import ACTS
from pirtui.domain.blame_language.patterns.counterfactuals import COUNTERFACTUALS
from pirtui.domain.blame_language.patterns.fault import FAULT
from pirtui.domain.blame_language.patterns.judgements import JUDGEMENTS
from pirtui.domain.blame_language.patterns.milder import MILDER
from pirtui.domain.blame_language.patterns.norms import NORMS
from pirtui.domain.blame_language.patterns.omissions import OMISSIONS
from pirtui.domain.blame_language.patterns.punishment import PUNISHMENT
from pirtui.domain.blame_language.patterns.questions import QUESTIONS
from pirtui.domain.blame_language.patterns.wishes import WISHES

PATTERNS: tuple[Pattern, ...] = (
    *PUNISHMENT,
    *FAULT,
    *ACTS,
    *JUDGEMENTS,
    *OMISSIONS,
    *COUNTERFACTUALS,
    *NORMS,
    *WISHES,
    *QUESTIONS,
    *MILDER,
)
