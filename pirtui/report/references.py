"""Anchors and links between the items of a report, in both directions.

Each event, gap, factor, safeguard, theme and action carries an anchor named after its label, `#e3` for
`E3`, and each mention of its label is a link to it. Timeline rows and list entries are too light for
headings, so the anchor is an empty `<a id="e3" name="e3"></a>`: GitHub and most other renderers keep
`id`, GitLab keeps only `name`. It is the only HTML element in a report; the comment at the head of a
report allows it to markdownlint.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pirtui.domain.actions import Action
from pirtui.domain.factors import Factor
from pirtui.domain.gaps import Gap
from pirtui.domain.learnings import LearningKind
from pirtui.domain.review import Review
from pirtui.domain.safeguards import Safeguard
from pirtui.report.escape import Markdown, inline

TIMELINE = "the-timeline"
ACTIONS = "the-actions"
"""The anchors above these two tables, which no heading of a person's own words can take."""

_LABEL = re.compile(r"(?<![\w#\[/\\])[A-Z][1-9][0-9]*(?!\w)")


@dataclass(frozen=True)
class References:
    """Which labels have an anchor, and which items name which other items as their evidence."""

    anchored: frozenset[str]
    cited_by: Mapping[str, tuple[str, ...]]

    def link(self, label: str) -> Markdown:
        """The label as a link to its item; plain text if the report does not show that item."""
        if label in self.anchored:
            return Markdown(f"[{label}](#{label.lower()})")
        return inline(label)

    def links(self, labels: Iterable[str]) -> Markdown:
        """Several labels as links."""
        return Markdown(", ".join(self.link(label) for label in labels))

    def citing(self, label: str, letters: str = "GFSA") -> Markdown:
        """Links to the items that name this one as their evidence, of the sorts with these letters."""
        return self.links(other for other in self.cited_by.get(label, ()) if other[0] in letters)

    def linked(self, text: Markdown) -> Markdown:
        """A text of our own, in which every label of the report becomes a link."""
        return Markdown(_LABEL.sub(lambda found: self.link(found[0]), text))


def anchor(label: str) -> Markdown:
    """The place that links to a label lead to."""
    name = label.lower()
    return Markdown(f'<a id="{name}" name="{name}"></a>')


def marked(label: str) -> Markdown:
    """The label in bold at the place that links to it lead to."""
    return Markdown(f"{anchor(label)}**{label}**")


def references(review: Review) -> References:
    """The references of a review, as far as its report shows them."""
    cited_by: dict[str, list[str]] = {}
    citing: tuple[Gap | Factor | Safeguard | Action, ...] = (
        *review.gaps,
        *review.factors,
        *review.safeguards,
        *review.actions,
    )
    for item in citing:
        for label in item.evidence:
            cited_by.setdefault(label, []).append(item.label)
    shown = [event.label for event in review.events if event.in_report]
    said = (*review.parked, *(each for each in review.learnings if each.kind is LearningKind.QUESTION))
    others = (*review.gaps, *review.factors, *review.safeguards, *review.themes, *review.actions)
    return References(
        anchored=frozenset((*shown, *(item.label for item in (*others, *said)))),
        cited_by={label: tuple(citing) for label, citing in cited_by.items()},
    )
