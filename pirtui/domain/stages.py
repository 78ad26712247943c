"""The six stages of a review, and how far a review has come. Needs nothing, so that it loads at once."""

from enum import StrEnum


class Stage(StrEnum):
    """The six stages, in the order of the path."""

    PREPARE = "prepare"
    TIMELINE = "timeline"
    GAPS = "gaps"
    FACTORS = "factors"
    ACTIONS = "actions"
    WRAP_UP = "wrap-up"

    @property
    def number(self) -> int:
        """The place on the path, from 1."""
        return list(Stage).index(self) + 1

    @property
    def heading(self) -> str:
        """The name as the room reads it."""
        return self.value.capitalize()


class Status(StrEnum):
    """How far the review itself has come."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"
