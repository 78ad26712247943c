"""What every part of a report is written from: a review, and how its words, times and labels appear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pirtui.domain.days import day_text
from pirtui.domain.events import Event, Milestone
from pirtui.domain.milestones import Mark, marks
from pirtui.domain.review import Review
from pirtui.domain.roles import Namer, NameStyle
from pirtui.domain.taxonomy import subcategory_words
from pirtui.report.escape import Markdown, inline, paragraphs, shown
from pirtui.report.references import References, references
from pirtui.report.times import ReportZone, main_day, report_zone


@dataclass(frozen=True)
class Words:
    """How a person's words appear: with names handled as asked, and shown literally."""

    namer: Namer

    def text(self, typed: str) -> Markdown:
        """One line of text."""
        return inline(self.namer.text(typed))

    def paragraphs(self, typed: str) -> tuple[Markdown, ...]:
        """A text of several lines."""
        return paragraphs(self.namer.text(typed))

    def plain(self, typed: str) -> str:
        """One line for a place that is not Markdown; not escaped."""
        return shown(self.namer.text(typed))

    def actor(self, typed: str) -> Markdown:
        """Who did something or owns something, as typed after `@`."""
        return inline(self.namer.actor(typed))

    def owner(self, typed: str) -> Markdown:
        """Who answers for an action or a question, by name."""
        return inline(self.namer.owner(typed))


@dataclass(frozen=True)
class Material:
    """A review with everything that its report looks up again and again.

    `events` are those that the room lets into the report; `main_day` is the day on which a time needs
    no date beside it.
    """

    review: Review
    style: NameStyle
    words: Words
    zone: ReportZone
    references: References
    marks: Mapping[Milestone, Mark]
    events: tuple[Event, ...]
    main_day: date | None


def material(review: Review, names: NameStyle) -> Material:
    """Look up once what the parts of the report need."""
    zone = report_zone(review.incident.zone)
    events = tuple(event for event in review.events if event.in_report)
    return Material(
        review=review,
        style=names,
        words=Words(Namer(review.people, names)),
        zone=zone,
        references=references(review),
        marks=marks(review),
        events=events,
        main_day=main_day(events, review.incident.on, zone),
    )


def date_text(day: date | None) -> Markdown:
    """A day in words, or nothing."""
    return Markdown(day_text(day)) if day else Markdown("")


def in_words(value: str) -> str:
    """A fixed value as a reader knows it: `in review` for `in-review`."""
    return subcategory_words(value)


def sentence(text: str) -> str:
    """The same with a capital letter in front."""
    return text[:1].upper() + text[1:]


def theme_words(material: Material, name: str) -> str:
    """The name of a theme in plain words: `Hidden limits` for `hidden-limits`."""
    return sentence(material.words.plain(name).replace("-", " "))
