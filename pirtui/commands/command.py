"""What a command is, and where it can be given."""

from dataclasses import dataclass
from enum import StrEnum

from pirtui.domain.stages import Stage


class Place(StrEnum):
    """Where a command can be given."""

    HOME = "home"
    REVIEW = "review"


@dataclass(frozen=True)
class Command:
    """Something the facilitator can ask for, by key, by `/name`, or from the palette.

    `keys` work at any time; `empty_keys` only while the line is empty, because they are text or
    editing keys otherwise. `argument` names what may follow the name.
    `stages` limits a review's command to some stages. `footer` is its place in the footer, 0 for none.
    """

    name: str
    summary: str
    places: tuple[Place, ...] = (Place.REVIEW,)
    keys: tuple[str, ...] = ()
    empty_keys: tuple[str, ...] = ()
    argument: str = ""
    stages: tuple[Stage, ...] = ()
    footer: int = 0
    footer_text: str = ""
    aliases: tuple[str, ...] = ()
    by_key_only: bool = False

    def available(self, place: Place, stage: Stage | None = None) -> bool:
        """Whether the command can be given here."""
        return place in self.places and (not self.stages or stage is None or stage in self.stages)

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Every key that gives this command, those for an empty line last."""
        return (*self.keys, *self.empty_keys)
