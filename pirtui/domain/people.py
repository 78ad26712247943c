"""Who is in the room, in which role."""

from pirtui.domain.value import Item


class Person(Item):
    """Somebody who took part in the incident or in its review; label `P1`, `P2`…"""

    name: str
    role: str = ""
    team: str = ""
    present: bool = True
