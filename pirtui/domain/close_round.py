"""How the meeting was for those in it, counted by a show of hands and kept without names.

Source: research/facilitation.md, section 0 (8) and stage 5.
"""

from pydantic import NonNegativeInt

from pirtui.domain.value import Value


class CloseRound(Value):
    """Hands counted at the end of the meeting; `None` where nobody has counted yet.

    `answered` took part in the round, `learned` learned something that changes how they work, and
    `come_again` would come again.
    """

    answered: NonNegativeInt | None = None
    learned: NonNegativeInt | None = None
    come_again: NonNegativeInt | None = None

    @property
    def is_counted(self) -> bool:
        """Whether any hands were counted."""
        return self != CloseRound()


def close_round_text(counted: CloseRound) -> str:
    """What was counted, in words: `6 of 8 learned something that changes …; …`."""
    told = [
        f"{_of(hands, counted.answered)} {what}"
        for hands, what in (
            (counted.learned, "learned something that changes how they work"),
            (counted.come_again, "would come again"),
        )
        if hands is not None
    ]
    if not told and counted.answered is not None:
        return f"{counted.answered} took part in the closing round"
    return "; ".join(told)


def _of(hands: int, answered: int | None) -> str:
    return str(hands) if answered is None else f"{hands} of {answered}"
