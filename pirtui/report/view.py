"""A whole report as values, ready to be laid out: texts are Markdown already, order is settled."""

from dataclasses import dataclass

from pirtui.domain.review import Review
from pirtui.domain.roles import NameStyle
from pirtui.report.closing import Closing, closing
from pirtui.report.findings import Findings, findings
from pirtui.report.follow_up import FollowUp, follow_up
from pirtui.report.front import Front, front
from pirtui.report.front_matter import Fact, front_matter
from pirtui.report.material import material
from pirtui.report.story import Story, story


@dataclass(frozen=True)
class ReportView:
    """What a template lays out."""

    front_matter: tuple[Fact, ...]
    front: Front
    story: Story
    findings: Findings
    follow_up: FollowUp
    closing: Closing


def report_view(review: Review, names: NameStyle) -> ReportView:
    """Prepare a review for the templates."""
    gathered = material(review, names)
    return ReportView(
        front_matter=front_matter(gathered),
        front=front(gathered),
        story=story(gathered),
        findings=findings(gathered),
        follow_up=follow_up(gathered),
        closing=closing(gathered),
    )
