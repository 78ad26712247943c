"""The keys, the commands and the grammar of where the facilitator is, from the registry."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pirtui import commands
from pirtui.commands import Command, Place
from pirtui.domain.stages import Stage
from pirtui.screens.dialog import CLOSE, ReadingDialog
from pirtui.widgets.key_footer import KeyFooter

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
        (">> process: no load test", "the same, beneath the factor that was entered last"),
        ("held: the rate limiter capped it [E4]", "a safeguard; absent: and bypassed: as well"),
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


_LIST_KEYS = (
    ("Up, Down, PgUp, PgDn", "Move the highlight; the line keeps listening"),
    ("Ctrl+Home, Ctrl+End", "Go to the first or the last item"),
)
_REVIEW_KEYS = (
    ("Tab, while typing", "Take the first offer"),
    ("//", "Begins a line of text with a slash"),
)
_HOME_LINE = (
    ("Checkout SEV1", "shows the reviews that say all of these words"),
    ("Enter", "opens the highlighted review"),
    ("/new Checkout errors", "starts a review of that title"),
    ("Esc", "sets the line aside, or brings it back"),
    ("Ctrl+C twice", "leaves; everything is saved"),
)
_WIDEST_LEFT = 46
_BESIDE = 76
"""From this width on, what a key or a sign does stands beside it, not beneath it."""


class HelpScreen(ReadingDialog[None]):
    """Help for the library, or for one stage of a review."""

    def __init__(self, place: Place, stage: Stage | None = None) -> None:
        super().__init__()
        self._place = place
        self._stage = stage

    def compose(self) -> ComposeResult:
        """One page of text."""
        where = (
            f"Help: {self._stage.number} {self._stage.heading}" if self._stage else "Help: the library"
        )
        with Vertical():
            yield Static(where, classes="heading", markup=False)
            with VerticalScroll(id="body", can_focus=False):
                yield Static(id="text", markup=False)
            yield KeyFooter([("Up, Down", "Scroll", "page(1)"), CLOSE])

    def on_mount(self) -> None:
        """Set the text; a screen that opens over another one is not told its size."""
        self._set_text()

    def on_resize(self) -> None:
        """Set the text for the new width."""
        self._set_text()

    def _set_text(self) -> None:
        beside = self.app.size.width >= _BESIDE
        self.query_one("#text", Static).update(Content.assemble(*self._pieces(beside)))

    def _pieces(self, beside: bool) -> Iterator[_Piece]:
        here = commands.available(self._place, self._stage)
        keys = [(_keys(command), command.summary) for command in here if command.all_keys]
        typed = [(_spelled(command), command.summary) for command in here if not command.by_key_only]
        at_home = self._place is Place.HOME
        line = _HOME_LINE if at_home else GRAMMAR[self._stage] if self._stage else ()
        others = _LIST_KEYS if at_home else (*_LIST_KEYS, *_REVIEW_KEYS)
        yield from _table("The line", line, beside)
        yield from _table("Keys", (*keys, *others), beside)
        yield from _table("Commands", typed, beside)


def _table(heading: str, rows: Sequence[tuple[str, str]], beside: bool) -> Iterator[_Piece]:
    if not rows:
        return
    column = min(max(len(left) for left, _ in rows), _WIDEST_LEFT)
    yield (f"\n{heading}\n", "bold $text-primary")
    for left, right in rows:
        yield (left.ljust(column) if beside else left, "bold $text-accent")
        yield (f"  {right}\n" if beside else f"\n  {right}\n", "")


def _keys(command: Command) -> str:
    always = [commands.key_name(key) for key in command.keys]
    empty = [f"{commands.key_name(key)} on an empty line" for key in command.empty_keys]
    return ", ".join((*always, *empty))


def _spelled(command: Command) -> str:
    return f"/{command.name} {command.argument}".rstrip()
