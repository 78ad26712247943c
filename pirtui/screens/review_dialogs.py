"""The screens that open over a review, and what their answers change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pirtui.commands import Place
from pirtui.domain import changes
from pirtui.domain.review import Review, Stage, Status
from pirtui.domain.roles import NameStyle
from pirtui.domain.visible import visible
from pirtui.screens.evidence_dialogs import EvidenceDialogs
from pirtui.screens.item_commands import CannotDoError
from pirtui.screens.stages.base import Intent
from pirtui.store.errors import LibraryProblem

if TYPE_CHECKING:
    from pirtui.screens.details import DetailField
    from pirtui.screens.review import ReviewScreen
    from pirtui.screens.review_commands import ReviewCommands


class ReviewDialogs:
    """Opens each screen with the values it needs, and turns its answer into a change."""

    def __init__(self, screen: ReviewScreen, giver: ReviewCommands) -> None:
        self._screen = screen
        self._giver = giver
        self._evidence = EvidenceDialogs(screen)

    async def help(self, _argument: str) -> None:
        """The keys, the commands and the grammar of this stage."""
        from pirtui.screens.help import HelpScreen

        await self._screen.app.push_screen(HelpScreen(Place.REVIEW, self._screen.stage))

    async def palette(self, _argument: str) -> None:
        """Every command that can be given now."""
        from pirtui.screens.palette import PaletteScreen

        async def give(name: str | None) -> None:
            if name is not None:
                await self._give(name)

        await self._screen.app.push_screen(PaletteScreen(Place.REVIEW, self._screen.stage), give)

    async def _give(self, name: str) -> None:
        from pirtui import commands

        command = commands.named(name, Place.REVIEW)
        if command is not None and command.argument:
            self._screen.put_in_line(f"/{name} ")
        else:
            await self._giver.run_named(name)

    async def details(self, _argument: str) -> None:
        """Every field of the highlighted item, or of the incident on Prepare."""
        from pirtui.screens.detail_fields import detail_fields, with_details
        from pirtui.screens.details import DetailsScreen

        screen = self._screen
        key = "" if screen.stage is Stage.PREPARE else screen.highlighted
        if key and not changes.has(screen.review, key):
            raise CannotDoError("Answer the question first; then its details can be opened.")
        if not key and screen.stage is not Stage.PREPARE:
            raise CannotDoError("There is nothing to open yet.")
        title = key or "The incident"
        fields = detail_fields(screen.review, key, screen.now)
        before = {field.name: field.value for field in fields}
        told: dict[str, str] = {}

        def store(values: Mapping[str, str]) -> str:
            changed = {name: value for name, value in values.items() if value != before[name]}
            screen.elsewhere.look()
            for field in self._fields_now(key):
                theirs = field.value
                ours, known = changed.get(field.name, theirs), told.get(field.name, before[field.name])
                told[field.name] = theirs
                if theirs not in (known, ours):
                    return _said_elsewhere(field.label, theirs)
            try:
                screen.session.apply(
                    f"Details of {title}", lambda fresh: with_details(fresh, key, changed, screen.now)
                )
            except changes.UnknownLabel:
                return f"{title} is no longer in the review."
            except (ValueError, LibraryProblem) as problem:
                return str(problem)
            screen.frame.redraw(screen.session.touched)
            return ""

        await screen.app.push_screen(DetailsScreen(title, fields, store))

    def _fields_now(self, key: str) -> tuple[DetailField, ...]:
        from pirtui.screens.detail_fields import detail_fields

        review = self._screen.review
        is_there = not key or changes.has(review, key)
        return detail_fields(review, key, self._screen.now) if is_there else ()

    async def rules(self, _argument: str) -> None:
        """The ground rules; reading them to the end is recorded, and opens the meeting."""
        from pirtui.screens.ground_rules import GroundRulesScreen

        screen = self._screen

        def record(read: bool | None) -> None:
            if read and not screen.review.ground_rules_read:
                today = screen.now.date()
                screen.apply(Intent("Ground rules read", lambda fresh: _opened(fresh, today)))

        await screen.app.push_screen(GroundRulesScreen(), record)

    async def history(self, _argument: str) -> None:
        """Every change made to this review."""
        from pirtui.screens.history import HistoryScreen

        await self._screen.app.push_screen(HistoryScreen(self._screen.session.history()))

    async def report(self, _argument: str) -> None:
        """The report as it will be published."""
        from pirtui.report.markdown import to_markdown
        from pirtui.screens.report_preview import ReportPreviewScreen

        review = self._screen.review

        async def follow(answer: str | None) -> None:
            if answer == "export":
                await self._giver.run_named("export")

        def rendered(names: NameStyle) -> str:
            return to_markdown(review, names=names)

        await self._screen.app.push_screen(ReportPreviewScreen(rendered), follow)

    async def export(self, argument: str) -> None:
        """Write the report beside the place from which pirtui was started."""
        from pirtui.files import FileProblem, report_path, write_text
        from pirtui.report.markdown import to_markdown
        from pirtui.screens.writing import LONG, Step, WritingScreen

        screen, review = self._screen, self._screen.review
        path = Path(argument).expanduser() if argument else report_path(Path.cwd(), review.ref)

        def write(step: Step) -> str:
            report = to_markdown(review)
            step()
            try:
                write_text(path, report, overwrite=not argument)
            except FileProblem as problem:
                return str(problem)
            return ""

        if len(review.events) < LONG:
            if problem := write(lambda: None):
                raise CannotDoError(problem)
            self._written(path, "")
            return
        heading = f"Writing the report of {len(review.events):,} events"
        await screen.app.push_screen(
            WritingScreen(heading, write), lambda problem: self._written(path, problem)
        )

    def _written(self, path: Path, problem: str | None) -> None:
        """Say where the report is, or why it is not; `None` where it was given up."""
        screen, now = self._screen, self._screen.now
        if problem is None:
            screen.notice("Cancelled; no report was written.")
            return
        if problem:
            screen.notice(problem, "warning")
            return
        if screen.review.dates.drafted is None:
            screen.apply(
                Intent("Report drafted", lambda fresh: _with_dates(fresh, drafted=now)), undoable=False
            )
        screen.notice(f"The report is in {path}", "good")

    async def publish(self, _argument: str) -> None:
        """Mark the review as published, or take it back to review."""
        now = self._screen.now
        if self._screen.review.status is Status.PUBLISHED:
            back = Intent(
                "Back to review",
                lambda fresh: _with_dates(
                    changes.updated(fresh, status=Status.IN_REVIEW), published=None
                ),
            )
            self._screen.apply(back)
        else:
            published = Intent(
                "Publish",
                lambda fresh: _with_dates(
                    changes.updated(fresh, status=Status.PUBLISHED), published=now
                ),
            )
            self._screen.apply(published)
        self._screen.notice(
            f"This review is {self._screen.review.status.value.replace('-', ' ')}.", "good"
        )

    async def met(self, argument: str) -> None:
        """Record the day of the meeting; today if none is given."""
        try:
            day = date.fromisoformat(argument) if argument else self._screen.now.date()
        except ValueError:
            raise CannotDoError("Write the day as 2026-11-23.") from None
        self._screen.apply(Intent(f"Met on {day}", lambda fresh: _opened(fresh, day, read=False)))

    # Evidence

    async def import_file(self, argument: str) -> None:
        """Read a file of evidence into the tray."""
        await self._evidence.import_file(argument)

    async def tray(self, argument: str) -> None:
        """Bring the tray back that was set aside."""
        await self._evidence.bring_back(argument)

    async def pasted(self, text: str) -> None:
        """Several pasted lines: events go through the evidence tray, other lines are read one by one."""
        if self._screen.stage is Stage.TIMELINE:
            await self._evidence.pasted(text)
        else:
            self._accept_lines(text)

    def _accept_lines(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        left = [line for line in lines if not self._screen.accept(self._screen.view.grammar, line)]
        if left:
            self._screen.put_in_line("  ".join(left))
            self._screen.notice(
                f"{len(left)} of {len(lines)} lines could not be read; they are in the line."
            )


def _said_elsewhere(field: str, theirs: str) -> str:
    return (
        f"{field} was changed elsewhere to: {visible(theirs) or 'nothing'}. "
        "Saving again keeps what stands here."
    )


def _opened(review: Review, day: date, *, read: bool = True) -> Review:
    started = Status.IN_REVIEW if review.status is Status.DRAFT else review.status
    rules = review.ground_rules_read or read
    return _with_dates(changes.updated(review, status=started, ground_rules_read=rules), met=day)


def _with_dates(review: Review, **dates: object) -> Review:
    return changes.updated(review, dates=review.dates.changed(**dates))
