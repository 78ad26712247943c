"""In which stage an item stands."""

from pirtui.domain.stages import Stage

_STAGES = {
    "P": Stage.PREPARE,
    "E": Stage.TIMELINE,
    "G": Stage.GAPS,
    "F": Stage.FACTORS,
    "T": Stage.FACTORS,
    "S": Stage.FACTORS,
    "A": Stage.ACTIONS,
    "K": Stage.WRAP_UP,
    "L": Stage.WRAP_UP,
    "C": Stage.WRAP_UP,
}


def stage_of(label: str) -> Stage:
    """The stage whose list shows the item with this label.

    Raises:
        KeyError: if its letter names no sort of item.
    """
    return _STAGES[label[:1]]
