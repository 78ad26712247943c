"""A review as a Markdown report: one page for everyone, then the detail for engineers.

The report is GFM that passes markdownlint in its default settings, because a comment at its head
settles what a report does differently: long lines, anchors, a title in the front matter beside the
heading, and headings and link texts in a person's own words. The same review gives the same bytes.
Source: research/facilitation.md, section 8.
"""

from pirtui.domain.review import Review
from pirtui.domain.roles import NameStyle
from pirtui.report.layout import laid_out
from pirtui.report.view import report_view


def to_markdown(review: Review, *, names: NameStyle = NameStyle.ROLES) -> str:
    """Write the report of a review, finished or not."""
    return laid_out("report.md.j2", report=report_view(review, names))
