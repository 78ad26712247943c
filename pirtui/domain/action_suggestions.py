"""What an action's words suggest about it; nothing is stored until somebody confirms it.

Source: research/facilitation.md, section 4.
"""

from pirtui.domain.action_words import family_of, kind_of, strength_of
from pirtui.domain.actions import Action, ActionKind, FixFamily, Strength
from pirtui.domain.taxonomy import FAMILY_DONE_TEST, FAMILY_STRENGTH
from pirtui.domain.value import Value


class Suggestion(Value):
    """What could be filled in; a field is `None` where it is set already, or the words do not tell.

    `done_test` is a hint for the wording, never taken over.
    """

    kind: ActionKind | None = None
    family: FixFamily | None = None
    strength: Strength | None = None
    done_test: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to confirm."""
        return self.kind is None and self.family is None and self.strength is None


def suggestion(action: Action) -> Suggestion:
    """What the words of an action suggest for the fields that it leaves open."""
    family = action.family or family_of(action.text)
    usual = FAMILY_STRENGTH.get(family) if family else None
    return Suggestion(
        kind=None if action.kind else kind_of(action.text, family),
        family=None if action.family else family,
        strength=None if action.strength else strength_of(action.text, family, usual),
        done_test="" if action.done_test or family is None else FAMILY_DONE_TEST[family],
    )


def confirmed(action: Action) -> Action:
    """The action with everything that is suggested taken over."""
    found = suggestion(action)
    return action.changed(
        kind=action.kind or found.kind,
        family=action.family or found.family,
        strength=action.strength or found.strength,
    )
