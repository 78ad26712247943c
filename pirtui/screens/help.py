"""The keys, the commands and the grammar of where the facilitator is, from the registry."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.screens.dialog import ReadingDialog

_Piece = tuple[str, str]

GRAMMAR: dict[Stage, tuple[tuple[str, str], ...]] = {
    Stage.PREPARE: (
        ("severity: SEV2", "a field; the list shows their names"),
        ("Jane Doe, incident commander, Payments", "a person: name, role, team"),
        ("- Sam Lee, support", "a person who is not here"),
        ("link: https://… the chat channel", "a link with a comment"),
    ),
    Stage.TIMELINE: (
        ("14:32 rolled back to 4811 @ic !mitigated", "time, text, role, milestone"),
        ("~14:30   c. 10.30   14:??", "about, about, some time in the hour"),
        ("12:26-12:40   9.03 onwards", "from and to; open at the end"),
        ("+5m   now   d-1 23:50", "after the last event; this minute; the day before"),
        ("2018-10-21 22:52 UTC", "another day, another zone"),
        ("… ?", "an open question, at the end of the line"),
        ("^", "a key moment"),
        ('src:https://…   note:"…"', "where it is written down; a note"),
        ("\\!word   \\@word", "a backslash keeps a sign as text"),
    ),
    Stage.GAPS: (
        ("detection: no alert for 19 min [E3..E7]", "a gap of the room's own, with its events"),
        ("detection:  response:  containment:  recovery:", "the four kinds"),
        ("Space, or /answer explained because …", "the verdict on the highlighted question"),
    ),
    Stage.FACTORS: (
        ("technical/coupling-cascade: retries doubled the load", "category and sub-category"),
        ("#overload   [G1,E4]   !trigger", "theme, evidence, what set it off"),
        ("> process: no load test", "how come? A factor beneath the highlighted one"),
        ('confidence:low   needs:"…"   stop:"…"', "how sure; what is missing; why we stop asking"),
    ),
    Stage.ACTIONS: (
        ("Page on-call when lag > 10k for 5 min @jane", "what will change, and its one owner"),
        ("due:2026-12-04   due:fri   due:+2w   due:eoq", "by when"),
        ("!critical  !high  !medium  !low", "priority"),
        ("~prevent  ~mitigate  ~detect  ~respond  ~learn", "what it does to the next incident"),
        ('done:"fired in a drill"   effect:"…"', "how we tell it is done; how we tell it works"),
        ("strength:stronger   family:observability", "how far it relies on the system"),
        ("[F2]", "the factors and gaps it answers"),
    ),
    Stage.WRAP_UP: (
        ("well: the rollback drill paid off", "what helped"),
        ("lucky: …   surprise: …   wrong: …   learned: …", "other takeaways"),
        ("question: who owns the runbook? @sam due:fri", "what stays open, and who looks"),
        ("Enter on a loose end", "goes to it"),
    ),
}
"""Examples of each stage's line, with what they mean."""


class HelpScreen(ReadingDialog[None]):
    """Help for the library, or for one stage of a review."""

    def __init__(self, place: Place, stage: Stage | None = None) -> None:
        super().__init__()
        self._place = place
        self._stage = stage

    def compose(self) -> ComposeResult:
        """One page of text."""
        where = f"Help: {self._stage.heading}" if self._stage else "Help: the library"
        with Vertical():
            yield Static(where, classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Static(Content.assemble(*self._pieces()))
            yield Static("Up and Down scroll, Esc closes", classes="foot", markup=False)

    def _pieces(self) -> Iterator[_Piece]:
        if self._stage:
            yield from _table("The line", GRAMMAR[self._stage])
        here = commands.available(self._place, self._stage)
        keyed = [command for command in here if command.all_keys]
        yield from _table("Keys", [*((_keys(c), c.summary) for c in keyed), *_LIST_KEYS])
        yield from _table("Commands", [(_spelled(c), c.summary) for c in here if not c.by_key_only])


_LIST_KEYS = (
    ("Up, Down, PgUp, PgDn", "Move the highlight; the line keeps listening"),
    ("Tab, while typing", "Take the first offer"),
    ("//", "Begins a line of text with a slash"),
)


def _table(heading: str, rows: object) -> Iterator[_Piece]:
    pairs = [(str(left), str(right)) for left, right in rows]  # type: ignore[attr-defined] # pairs of text
    column = min(max((len(left) for left, _ in pairs), default=0), 46)
    yield (f"\n{heading}\n", "bold $text-primary")
    for left, right in pairs:
        yield (left.ljust(column), "bold $text-accent")
        yield (f"  {right}\n", "")


def _keys(command: Command) -> str:
    always = [commands.key_name(key) for key in command.keys]
    empty = [f"{commands.key_name(key)} on an empty line" for key in command.empty_keys]
    return ", ".join((*always, *empty))


def _spelled(command: Command) -> str:
    return f"/{command.name} {command.argument}".rstrip()
