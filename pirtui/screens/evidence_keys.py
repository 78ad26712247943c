"""The keys of the evidence tray: what they do, those in the footer, and all of them in words."""

from textual.binding import Binding

from pirtui.commands import LIST_KEYS

TRAY_BINDINGS: tuple[Binding, ...] = (
    *(Binding(key, f"move('{key}')", show=False) for key in LIST_KEYS),
    Binding("home", "move('ctrl+home')", show=False),
    Binding("end", "move('ctrl+end')", show=False),
    Binding("shift+up", "extend(-1)", show=False),
    Binding("shift+down", "extend(1)", show=False),
    Binding("v", "range", "Range", id="tray.range"),
    Binding("space", "keep_or_drop", "Keep or drop", id="tray.toggle"),
    Binding("a", "keep_all(True)", "Keep all", id="tray.all"),
    Binding("n", "keep_all(False)", "Drop all", id="tray.none"),
    Binding("enter", "edit", "Edit", id="tray.edit"),
    Binding("f4", "store", "Store", id="tray.store"),
    Binding("f", "fold", "Fold", id="tray.fold"),
    Binding("m", "milestone", "Milestone", id="tray.milestone"),
    Binding("t", "time_is_right", "Time is right", id="tray.right"),
    Binding("tab", "other(1)", "Other reading", id="tray.other"),
    *(Binding(str(number), f"other({number})", show=False) for number in range(1, 10)),
    Binding("r", "redact", "Redact", id="tray.redact"),
    Binding("R", "redact_all", "Redact all", id="tray.redact-all"),
    Binding("x", "emails", "E-mail addresses", id="tray.emails"),
    Binding("z", "zone", "Zone", id="tray.zone"),
    Binding("d", "day", "Date", id="tray.day"),
    Binding("o", "day_order", "Day order", id="tray.order"),
    Binding("c", "columns", "Columns", id="tray.columns"),
    Binding("slash", "filter", "Filter", id="tray.filter"),
    Binding("question_mark", "only('question')", "Only in question", id="tray.question"),
    Binding("k", "only('kept')", "Only kept", id="tray.kept"),
    Binding("f7,u", "undo", "Undo", id="tray.undo"),
    Binding("f1", "keys", "All keys", id="tray.keys"),
)
"""What each key of the tray does; letters are commands, for no line is listening."""

TRAY_FOOTER = (
    ("Enter", "Edit", "edit"),
    ("Space", "Keep/drop", "keep_or_drop"),
    ("F4", "Store", "store"),
    ("/", "Find", "filter"),
    ("Z", "Zone", "zone"),
    ("F1", "Keys", "keys"),
    ("Esc", "Set aside", "leave"),
)
"""The keys that the footer shows, as (key, word, action)."""

TRAY_KEYS = (
    ("Enter", "Edit the candidate in the line; open folded rows or the question of a zone"),
    ("Space", "Keep or drop, and go on; in a range, all of it"),
    ("Shift+Up, Shift+Down", "Take more into a range"),
    ("V", "Begin a range, then move; again forgets it"),
    ("A, N", "Keep or drop all that is shown"),
    ("F4", "Store what is kept, in one step that F7 takes back"),
    ("F", "Open or close folded rows"),
    ("Tab, 1 to 9", "Take another reading of the time"),
    ("M", "Take over the milestone that is suggested"),
    ("T", "The time is right as it stands"),
    ("R, Shift+R", "Redact the secrets of this one, or of all"),
    ("X", "E-mail addresses are secrets too, or not"),
    ("Z, D, O", "Zone, date and day order of the whole source"),
    ("C", "What the columns of a table hold"),
    ("/", "Show only what says these words, also known, secret or a kind of noise"),
    ("?, K", "Show only what is in question, or what is kept"),
    ("F7, U", "Take the last decision back"),
    ("Esc", "Show everything again; then set the tray aside, /tray brings it back"),
)
"""Every key of the tray with what it does."""
