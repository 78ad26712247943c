"""What is kept beside a review, as plain values: loaded before anything that knows SQL."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StageTime:
    """Seconds spent in a stage, and the minutes by which its box was extended."""

    seconds: float = 0.0
    extra_minutes: int = 0


@dataclass(frozen=True)
class KeptRoom:
    """The marks by kind and name, and the time of each stage by its name."""

    marks: dict[str, dict[str, str]]
    stage_times: dict[str, StageTime]
