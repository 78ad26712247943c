"""Chats as people copy them: Slack first of all, Teams, Discord, WhatsApp and the chats of meetings."""

import re
from collections.abc import Iterator
from datetime import date

from pirtui.capture import dates
from pirtui.capture.candidates import Assumptions, Candidate, Evidence, Progress, UnreadableSource
from pirtui.capture.material import Material
from pirtui.capture.sources import chat_noise, chat_stamps
from pirtui.capture.sources.chat_blocks import Block, DayLine, Shape, shape_of
from pirtui.capture.sources.chat_building import PROGRESS_EVERY, Message, message_candidate
from pirtui.capture.sources.chat_markup import copied_words
from pirtui.capture.sources.chat_stamps import SaidDay
from pirtui.capture.sources.local_times import LocalTimes, Placed
from pirtui.capture.sources.source_format import SourceFormat

_LOOKED_AT = 300
_MOST = 0.8
_LONGEST_ON_AVERAGE = 12
"""Lines of a message; where there are many more, the text only mentions a few messages."""

_MEDIA = re.compile(
    r"<?(?:media|image|video|audio|sticker|gif|document) omitted>?|<attached: [^>]+>", re.I
)
_DELETED = re.compile(r"(?:this message was deleted|you deleted this message|message deleted)\.?", re.I)


def _recognises(material: Material) -> bool:
    if material.members:
        return False
    try:
        text = material.text
    except UnreadableSource:
        return False
    shape = shape_of(text[:40_000].split("\n")[:_LOOKED_AT])
    said = [block for block in shape.blocks if block.words.strip() and not _is_like_a_note(block)]
    blocks = len(shape.blocks)
    return (
        sum(1 for block in said if not block.header.announced) >= 2
        and len(said) >= _MOST * blocks
        and len(shape.left_out) <= (1 - _MOST) * shape.lines
        and shape.lines <= _LONGEST_ON_AVERAGE * blocks
        and _is_conversation(said)
    )


def _is_like_a_note(block: Block) -> bool:
    """`[09:15] rolled back`: nobody says it, and notes are written like that."""
    return block.header.announced and block.header.style == "stamp before"


def _is_conversation(said: list[Block]) -> bool:
    """Whether a form that notes have too, `[09:15] Ada: text`, is spoken by people who come back."""
    notes_like = all(block.header.style == "stamp before" and block.header.text for block in said)
    if not notes_like or any(block.header.stamp.day for block in said):
        return True
    return len({block.header.name for block in said}) < len(said)


def _read(material: Material, assumptions: Assumptions, progress: Progress) -> Evidence:
    lines = material.text.split("\n")
    shape = shape_of(lines)
    if not shape.blocks:
        raise UnreadableSource(
            material.name, "expected a copied chat, with a name and a time above each message."
        )
    reader = _ChatReader(material.name, shape, assumptions)
    candidates: list[Candidate] = []
    for done, part in enumerate(shape.parts):
        if done % PROGRESS_EVERY == 0:
            progress(done, len(shape.parts))
        candidates += reader.read(part)
    progress(len(shape.parts), len(shape.parts))
    return Evidence(
        material.name,
        FORMAT_SLACK_TEXT.name,
        tuple(candidates),
        tuple(_left_out(material.name, shape)),
        zone=assumptions.zone,
        on=reader.first_day,
        day_from=reader.day_from,
    )


def _left_out(name: str, shape: Shape) -> Iterator[str]:
    if shape.left_out:
        shown = ", ".join(map(str, shape.left_out[:5])) + (
            " and others" if len(shape.left_out) > 5 else ""
        )
        yield f"{name}, line {shown}: this belongs to no message, so it was left out."


class _ChatReader:
    """Reads the parts of one chat in turn."""

    def __init__(self, name: str, shape: Shape, assumptions: Assumptions) -> None:
        self._name = name
        days = [part.day for part in shape.parts if isinstance(part, DayLine)]
        stated = [block.header.stamp.day for block in shape.blocks if block.header.stamp.day]
        settled = chat_stamps.day_first_in([*days, *stated])
        self._order_is_open = assumptions.day_first is None and settled is None
        chosen = settled if assumptions.day_first is None else assumptions.day_first
        self._day_first = chosen is not False
        self._on = assumptions.on
        today = LocalTimes(assumptions).today
        self._today = assumptions.on or today
        self._times = LocalTimes(assumptions, self._first(days, today))
        self._asked: set[str] = set()
        self._speaker = ("", False)
        self._said = chat_noise.Repetitions()
        self._dated = False
        self.first_day: date | None = None

    @property
    def day_from(self) -> str:
        """Where the days come from, in a word or two."""
        if self._dated:
            return "the chat"
        return "" if self._on is not None else "today"

    def read(self, part: Block | DayLine) -> Iterator[Candidate]:
        """The candidate of a part, if it makes one."""
        if isinstance(part, DayLine):
            day = self._resolved(part.day)
            if day is not None:
                self._dated = True
                self._times.turn_to(day, self._doubt(part.day, part.text, day))
            return
        header = part.header
        if header.name:
            self._speaker = (header.name, header.from_bot)
        placed = self._placed(part)
        if self.first_day is None and placed.moment.start is not None:
            self.first_day = placed.moment.start.date()
        if part.words.strip():
            yield message_candidate(self._message(part, placed), placed.questions)

    def _message(self, block: Block, placed: Placed) -> Message:
        actor, from_bot = ("", False) if block.header.announced else self._speaker
        words = copied_words(block.words)
        return Message(
            moment=placed.moment,
            actor=actor,
            words=words,
            line=block.line,
            origin=f"{self._name}:{block.line}",
            noise=self._noise(block, words, actor, from_bot=from_bot),
            edited=block.edited,
        )

    def _noise(self, block: Block, words: str, actor: str, *, from_bot: bool) -> str:
        if _MEDIA.fullmatch(words.strip()):
            return "media"
        if _DELETED.fullmatch(words.strip()):
            return chat_noise.DELETED
        if from_bot and self._said.again("", actor, words):
            return chat_noise.CHATTER
        return chat_noise.noise_in(words, from_bot=from_bot) or (
            "chat notice" if block.header.announced else ""
        )

    def _placed(self, block: Block) -> Placed:
        stamp = block.header.stamp
        if stamp.clock is None:
            return self._times.unknown(stamp.raw, f"Only “{stamp.raw}” is known. When was it?")
        day = self._resolved(stamp.day) if stamp.day else None
        if stamp.day is not None and day is not None:
            self._dated = True
            doubt = self._doubt(stamp.day, stamp.raw, day)
            if doubt:
                self._times.ask(doubt)
        return self._times.place(stamp.clock, stamp.raw, day)

    def _first(self, days: list[SaidDay], today: date) -> date | None:
        exact = [day for day in days if not day.is_relative]
        return self._day_of(exact[0], today) if exact else None

    def _resolved(self, day: SaidDay) -> date | None:
        return self._day_of(day, self._times.day)

    def _day_of(self, day: SaidDay, base: date) -> date | None:
        return chat_stamps.resolved(day, self._today, base, day_first=self._day_first)

    def _doubt(self, said: SaidDay, text: str, day: date) -> str:
        """What is to be asked about a day, each sort of doubt once."""
        shown = dates.day_text(day)
        if said.is_relative:
            return self._once("relative", f"“{text}” is read as {shown}. Is it?")
        if said.numeric is None or not self._order_is_open:
            return ""
        other = chat_stamps.resolved(said, self._today, day, day_first=False)
        if other is None or other == day:
            return ""
        return self._once("order", f"“{text}” is read as {shown}. Is it {dates.day_text(other)}?")

    def _once(self, sort: str, question: str) -> str:
        if sort in self._asked:
            return ""
        self._asked.add(sort)
        return question


FORMAT_SLACK_TEXT = SourceFormat(
    name="slack-text",
    title="Copied chat (Slack, Teams, Discord, WhatsApp, meetings)",
    recognises=_recognises,
    read=_read,
)
