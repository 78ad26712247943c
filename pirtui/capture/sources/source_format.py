"""What a format of evidence is, for the registry and for those who read with it."""

from collections.abc import Callable
from dataclasses import dataclass

from pirtui.capture.candidates import Assumptions, Evidence, Progress
from pirtui.capture.material import Material


@dataclass(frozen=True)
class SourceFormat:
    """A format that can be told by its content and read.

    `name` is what `--format` takes, `title` what a person reads. `recognises` never raises and is quick:
    it looks at the shape and not at the name of the material. `read` raises `UnreadableSource` where
    the material is not what it should be.
    """

    name: str
    title: str
    recognises: Callable[[Material], bool]
    read: Callable[[Material, Assumptions, Progress], Evidence]
