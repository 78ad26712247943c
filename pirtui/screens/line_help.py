"""What stands above the line while it is typed: how it is understood, and what may come next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.actions import ActionKind, FixFamily, Strength
from pirtui.domain.events import Milestone
from pirtui.domain.factors import Confidence
from pirtui.domain.gaps import Verdict
from pirtui.domain.heard import seats
from pirtui.domain.review import COLLECTIONS, Review
from pirtui.screens.stages.factors import STOP_REASONS
from pirtui.widgets.command_menu import CommandMenu
from pirtui.widgets.preview_row import PreviewRow

if TYPE_CHECKING:
    from pirtui.capture.lines import Accepted
    from pirtui.screens.review import ReviewScreen

_BEGUN = re.compile(r'(?:^|(?<=\s))(?:@"[^"]*|\S*)$')
_MOST_OFFERS = 8
_MOST_WORDS = 12
_CHOICES = {
    "milestone": tuple(each.value for each in Milestone),
    "answer": tuple(each.value for each in Verdict if each is not Verdict.OPEN),
    "stop": STOP_REASONS,
    "confidence": tuple(each.value for each in Confidence),
    "fold": ("all",),
    "unfold": ("all",),
    "agenda": ("30", "60", "90", "off"),
    "prompts": ("on", "off"),
    "kind": tuple(each.value for each in ActionKind),
    "strength": tuple(each.value for each in Strength),
    "family": tuple(each.value for each in FixFamily),
}
_ADDS_TO = {
    "event": "timeline",
    "gap": "gaps",
    "factor": "factors",
    "safeguard": "safeguards",
    "action": "actions",
    "park": "parked",
    "takeaway": "wrap-up",
    "person": "prepare",
}


def grammar_of(command: Command) -> str:
    """The grammar in which a command's argument is read, if it adds a line to a stage."""
    return _ADDS_TO.get(command.name, "")


class LineHelp:
    """Keeps the preview row and the command menu in step with the line."""

    def __init__(self, screen: ReviewScreen) -> None:
        self._screen = screen
        self._accepted: Accepted | None = None

    @staticmethod
    def is_command(text: str) -> bool:
        """Whether the line gives a command; two slashes begin ordinary text."""
        return text.startswith("/") and not text.startswith("//")

    def show(self, text: str, *, keep_notice: bool = False) -> None:
        """Bring the preview row and the menu up to date with the line."""
        menu = self._screen.query_one(CommandMenu)
        preview = self._screen.query_one(PreviewRow)
        self._accepted = None
        if self.is_command(text):
            menu.set_items(self._offers(text))
            self._preview_argument(text, preview)
            return
        menu.set_items(self._completions(text))
        if text:
            self._preview(
                self._screen.view.grammar, text.removeprefix("/"), self._screen.editing, preview
            )
        elif not keep_notice:
            preview.clear()

    def took(self, key: str) -> bool:
        """Use a key for the menu or an offered reading; whether it was used, and answered."""
        line = self._screen.line
        menu = self._screen.query_one(CommandMenu)
        if key in ("up", "down"):
            if not (menu.chosen and self.is_command(line.value)):
                return False
            menu.move(-1 if key == "up" else 1)
            line.resume(None)
            return True
        completed = self._completed(line.value, menu.chosen)
        if completed is None:
            return False
        line.resume(completed)
        self.show(line.value)
        return True

    def _completed(self, text: str, chosen: str) -> str | None:
        offered = self._accepted.alternatives if self._accepted is not None else ()
        if offered and not (chosen and self._screen.view.grammar == "actions"):
            return f"{self._before_the_reading(text)}{offered[0].line}"
        if not chosen:
            return None
        if self.is_command(text) and " " not in text:
            return f"/{chosen} "
        head, _ = _begun(text)
        return f"{head}{chosen} "

    def _before_the_reading(self, text: str) -> str:
        """What stands in the line before the part that was read: a command, or the slash of a text."""
        if self.is_command(text):
            return f"{text.partition(' ')[0]} "
        return "/" if text.startswith("//") else ""

    def _preview(self, grammar: str, text: str, label: str, preview: PreviewRow) -> None:
        from pirtui.capture.lines import FACTORS, accept_line

        screen = self._screen
        accepted = accept_line(
            grammar, text, screen.review, screen.now, parent=screen.parent_factor, label=label or None
        )
        self._accepted = accepted
        parts = [(part.role, part.text) for part in accepted.parts]
        if label:
            parts.insert(0, ("label", f"Editing {label.removeprefix('field:')}"))
        offers = tuple(f"Tab: {each.name}" for each in accepted.alternatives)
        problem = "  ".join((accepted.problem, *offers)) if accepted.problem else ""
        shared = screen.earlier.remark(accepted.parts) if grammar == FACTORS else ""
        preview.show(parts, problem=problem, doubts=accepted.doubts, offers=offers, remark=shared)

    def _preview_argument(self, text: str, preview: PreviewRow) -> None:
        name, _, argument = text[1:].partition(" ")
        command = commands.named(name, Place.REVIEW)
        if command is None or not argument.strip():
            about = "" if command is None else f"/{command.name} {command.argument}".rstrip()
            summary = "" if command is None else command.summary
            preview.show([("command", about), ("text", summary)] if about else [])
        elif grammar := grammar_of(command):
            self._preview(grammar, argument, "", preview)
        else:
            preview.show([("command", command.summary), ("text", argument)])

    def _offers(self, text: str) -> list[tuple[str, str, str]]:
        name, space, argument = text[1:].partition(" ")
        here = commands.available(Place.REVIEW, self._screen.stage)
        if not space:
            found = commands.matching(name, here)
            return [(c.name, c.argument, _with_key(c)) for c in found[:_MOST_OFFERS]]
        command = commands.named(name, Place.REVIEW)
        if command is None or " " in argument.strip():
            return []
        begun = argument.strip().lower()
        fits = [each for each in self._choices(command.name) if each.startswith(begun)]
        return [(each, "", "") for each in fits[:_MOST_WORDS] if each != argument.strip()]

    def _references(self, word: str) -> list[tuple[str, str, str]]:
        """What an open bracket may refer to, each label with its words; those named last come first."""
        letters = self._screen.view.refers_to
        if "]" in word or not letters:
            return []
        named, _, begun = word[1:].upper().rpartition(",")
        before = f"[{named}," if named else "["
        found = referable(self._screen.review, letters)
        fits = [(label, said) for label, said in found if label.startswith(begun)]
        return [(f"{before}{label}]", "", said) for label, said in fits[:_MOST_OFFERS]]

    def _choices(self, name: str) -> tuple[str, ...]:
        """What may follow a command: words that are always the same, or the roles in the room."""
        if name == "heard":
            return tuple(seat.lower().replace(" ", "-") for seat in seats(self._screen.review))
        return _CHOICES.get(name, ())

    def _completions(self, text: str) -> list[tuple[str, str, str]]:
        head, word = _begun(text)
        if word.startswith("["):
            return self._references(word)
        known = self._screen.view.completions(self._screen.review)
        if not word:
            return []
        sign = next((sign for sign in known if sign and word.startswith(sign)), "")
        if sign:
            begun = word.removeprefix(sign).lower().lstrip('"')
            fits = [f"{sign}{each}" for each in known[sign] if _begins(each, begun)]
        elif not head:
            fits = [each for each in known.get("", ()) if each.startswith(word.lower())]
        else:
            return []
        return [(each, "", "") for each in fits[:_MOST_WORDS] if each != word]


def referable(review: Review, letters: str) -> list[tuple[str, str]]:
    """The items with these letters, the newest first within each letter, with what they say."""
    return [
        (item.label, " ".join(getattr(item, "text", "").split()))
        for letter in letters
        for item in sorted(getattr(review, COLLECTIONS[letter][0]), key=lambda each: -each.number)
    ]


def _begun(text: str) -> tuple[str, str]:
    """The line up to the word that is being typed, and that word; a quoted name is one word."""
    found = _BEGUN.search(text)
    start = found.start() if found else len(text)
    return text[:start], text[start:]


def _begins(offer: str, begun: str) -> bool:
    """Whether an offer, or a later word of a name, begins with what was typed."""
    plain = offer.strip('"').lower()
    return plain.startswith(begun) or (bool(begun) and f" {begun}" in plain)


def _with_key(command: Command) -> str:
    keys = ", ".join(commands.key_name(key) for key in command.all_keys)
    return f"{command.summary}  ({keys})" if keys else command.summary
