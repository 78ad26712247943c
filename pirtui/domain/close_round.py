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
