"""What an action's wording suggests: its kind, its strength, its systemic-fix family, and a done test.

A suggestion is a question to the room; nothing is stored until somebody confirms it. Where the wording
can be read in two ways there is none. Source: research/facilitation.md, section 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Strength

if TYPE_CHECKING:
    from pirtui.domain.action_fix_rules import Fix

_STEP = "Could the system hold this step: “Block ___ when ___”?"

_DONE_SEEDS = {
    FixFamily.AUTOMATED_TESTING: "fails on the old code, passes on the new",
    FixFamily.DISASTER_RECOVERY: "a restore was timed from start to first good read",
    FixFamily.CHAOS_ENGINEERING: "run once with hypothesis, abort rule and date; result written down",
    FixFamily.REDUNDANCY: "one unit was removed in a drill, and users saw nothing",
    FixFamily.RATE_LIMITING: "an overload test shows the limit holding",
    FixFamily.OBSERVABILITY: "the alert fired in a test",
    FixFamily.DOCUMENTATION: "somebody from outside the team followed it in staging",
    FixFamily.TRAINING: "run once, beside a change in the system",
    FixFamily.TOOLING: "an unsafe input is rejected in a test",
    FixFamily.PROCESS: "its use was measured over four weeks",
    FixFamily.ISOLATION: "one side was overloaded in a drill, and the other stayed well",
    FixFamily.SAFE_DEFAULTS: "a new one, made without options, is safe",
    FixFamily.PROGRESSIVE_ROLLOUT: "a bad change was stopped at the first step in a test",
    FixFamily.OWNERSHIP: "the catalogue names the owner, and a test page reached them",
    FixFamily.DECOMMISSION: "it is gone, and nothing calls it",
}
_EFFECT_SEEDS = {
    ActionKind.PREVENT: "no such change has reached production since",
    ActionKind.MITIGATE: "fewer users are touched the next time",
    ActionKind.DETECT: "the next one is noticed before users tell us",
    ActionKind.RESPOND: "fewer minutes from page to first step",
    ActionKind.LEARN: "a decision was taken on it",
}


@dataclass(frozen=True)
class Suggested:
    """What the wording suggests for the fields that are still empty; `None` where it suggests nothing.

    `done_seed` and `effect_seed` begin a done test and an effect measure; `question` asks whether the
    system could hold what is asked of people.
    """

    kind: ActionKind | None = None
    strength: Strength | None = None
    family: FixFamily | None = None
    done_seed: str = ""
    effect_seed: str = ""
    question: str = ""

    @property
    def fields(self) -> dict[str, object]:
        """The suggested values by the name of their field; empty where there is nothing to take over."""
        told = {"kind": self.kind, "strength": self.strength, "family": self.family}
        return {name: value for name, value in told.items() if value is not None}


def suggested(action: Action) -> Suggested:
    """What the wording suggests for this action's empty fields."""
    # Its rules take a while to compile, and the other stages do without them.
    from pirtui.domain.action_fix_words import fix_of

    if action.status is ActionStatus.NOT_DOING:
        return Suggested()
    fix = fix_of(action.text)
    family, kind = action.family or fix.family, action.kind or fix.kind
    return Suggested(
        kind=None if action.kind else fix.kind,
        strength=None if action.strength else fix.strength,
        family=None if action.family else fix.family,
        done_seed=_DONE_SEEDS.get(family, "") if family else "",
        effect_seed=_EFFECT_SEEDS.get(kind, "") if kind else "",
        question=_question(fix),
    )


def _question(fix: Fix) -> str:
    return _STEP if fix.strength is Strength.WEAKER and fix.family is FixFamily.PROCESS else ""
