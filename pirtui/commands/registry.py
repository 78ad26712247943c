"""The command registry: one list that feeds keys, footer, palette, help and README."""

from pirtui.commands.command import Command, Place
from pirtui.domain.stages import Stage

_BOTH = (Place.HOME, Place.REVIEW)
_HOME = (Place.HOME,)
_ITEMS = (Stage.TIMELINE, Stage.GAPS, Stage.FACTORS, Stage.ACTIONS)

COMMANDS: tuple[Command, ...] = (
    # Everywhere
    Command(
        "help", "Show the keys and commands of this stage", _BOTH, ("f1",), footer=1, footer_text="Help"
    ),
    Command(
        "palette",
        "Find any command",
        _BOTH,
        ("ctrl+p",),
        footer=6,
        footer_text="Commands",
        by_key_only=True,
    ),
    Command("undo", "Take back the last change", _BOTH, ("f7",), footer=4, footer_text="Undo"),
    Command("redo", "Make the change again", _BOTH, ("f8",)),
    Command("quit", "Leave pirtui; everything is saved", _BOTH, ("f10",)),
    Command("dark", "Use the dark theme", _BOTH),
    Command("light", "Use the light theme", _BOTH),
    # The library
    Command(
        "open",
        "Open the highlighted review",
        _HOME,
        empty_keys=("enter",),
        argument="REF",
        footer=2,
        footer_text="Open",
    ),
    Command("new", "Start a review", _HOME, ("f3",), argument="TITLE", footer=3, footer_text="New"),
    Command("duplicate", "Start a review with the same people and services", _HOME, ("f4",)),
    Command("search", "Find words in every review", _BOTH, argument="WORDS"),
    Command("archive", "Archive the highlighted review, or bring it back", _HOME, ("f5",)),
    Command("archived", "Show or hide archived reviews", _HOME, ("f6",)),
    Command(
        "delete-review",
        "Delete the highlighted review; undo brings it back",
        _HOME,
        empty_keys=("delete",),
    ),
    # Moving between stages
    Command(
        "next-stage",
        "Go to the next stage",
        keys=("f4",),
        empty_keys=("tab",),
        footer=3,
        footer_text="Next stage",
    ),
    Command("previous-stage", "Go back one stage", keys=("f3",), empty_keys=("shift+tab",)),
    Command("prepare", "Stage 1: the incident, the people, the rules", aliases=("1",)),
    Command("timeline", "Stage 2: what happened, and when", aliases=("2",)),
    Command("gaps", "Stage 3: where time or knowledge was lost", aliases=("3",)),
    Command("factors", "Stage 4: what contributed", aliases=("4",)),
    Command("actions", "Stage 5: what will change", aliases=("5",)),
    Command("wrap-up", "Stage 6: what we learned, loose ends, the report", aliases=("6",)),
    # The highlighted item
    Command("edit", "Put the highlighted item into the line", empty_keys=("enter",), by_key_only=True),
    Command(
        "mark",
        "Change the main mark of the highlighted item",
        empty_keys=("space",),
        footer=5,
        footer_text="Mark",
    ),
    Command(
        "details",
        "Open every field of the highlighted item",
        keys=("f2",),
        footer=2,
        footer_text="Details",
    ),
    Command("delete", "Remove the highlighted item", empty_keys=("delete",)),
    Command(
        "note",
        "Write a note on the highlighted item",
        argument="TEXT",
        stages=(Stage.TIMELINE, Stage.GAPS, Stage.FACTORS),
    ),
    # Adding to another stage without leaving this one
    Command("event", "Add an event to the timeline", argument="LINE"),
    Command("gap", "Add a gap", argument="KIND: LINE"),
    Command("factor", "Add a contributing factor", argument="CATEGORY: LINE"),
    Command(
        "safeguard", "Add a safeguard that held, was absent or was bypassed", argument="STATE: LINE"
    ),
    Command("action", "Add an action", argument="LINE"),
    Command("park", "Park a remark for wrap-up", argument="TEXT"),
    Command("takeaway", "Add what went well, what was lucky, what surprised us", argument="KIND: TEXT"),
    Command("person", "Add somebody in the room", argument="NAME, ROLE, TEAM"),
    Command("import", "Read a file, a folder or a zip archive into the evidence tray", argument="FILE"),
    Command("tray", "Bring the evidence tray back that was set aside"),
    # Timeline
    Command(
        "milestone",
        "Set or clear a milestone on the highlighted event",
        argument="NAME",
        stages=(Stage.TIMELINE,),
    ),
    Command(
        "ask", "Mark the highlighted event as an open question, or as answered", stages=(Stage.TIMELINE,)
    ),
    Command(
        "key-moment", "Mark the highlighted event as a key moment, or not", stages=(Stage.TIMELINE,)
    ),
    Command(
        "source",
        "Say where the highlighted event is written down",
        argument="URL",
        stages=(Stage.TIMELINE,),
    ),
    Command("next-day", "Move the highlighted event to the next day", stages=(Stage.TIMELINE,)),
    Command("time-is-right", "Confirm the time of the highlighted event", stages=(Stage.TIMELINE,)),
    Command(
        "in-report", "Keep the highlighted event out of the report, or in it", stages=(Stage.TIMELINE,)
    ),
    # Gaps
    Command(
        "answer",
        "Answer the highlighted question",
        argument="VERDICT NOTE",
        stages=(Stage.GAPS,),
    ),
    Command(
        "no-factor",
        "Say why no factor follows from the highlighted gap",
        argument="REASON",
        stages=(Stage.GAPS,),
    ),
    # Factors
    Command("trigger", "Mark the highlighted factor as the trigger, or not", stages=(Stage.FACTORS,)),
    Command(
        "stop",
        'Say why the room stops asking "how come?" here',
        argument="REASON",
        stages=(Stage.FACTORS,),
    ),
    Command(
        "under",
        "Put the highlighted factor under another one; alone, back to the top",
        argument="LABEL",
        stages=(Stage.FACTORS,),
    ),
    Command(
        "confidence",
        "Say how sure the room is of the factor; alone, clear it",
        argument="LEVEL",
        stages=(Stage.FACTORS,),
    ),
    Command(
        "needs",
        "Say which evidence the factor still needs; alone, none",
        argument="TEXT",
        stages=(Stage.FACTORS,),
    ),
    Command("kinds", "Look up the kinds of factors by word", keys=("ctrl+g",), argument="WORD"),
    Command("seen", "Show the earlier reviews that share the factor", stages=(Stage.FACTORS,)),
    Command(
        "fold",
        "Fold the highlighted branch, or go up; all of them",
        empty_keys=("left",),
        argument="ALL",
        stages=(Stage.FACTORS,),
    ),
    Command(
        "unfold",
        "Unfold the highlighted branch, or go down; all of them",
        empty_keys=("right",),
        argument="ALL",
        stages=(Stage.FACTORS,),
    ),
    Command(
        "gather",
        "Put the factor into a theme, or take it out",
        argument="THEME",
        stages=(Stage.FACTORS,),
    ),
    Command("theme", "Describe a theme", argument="NAME TEXT", stages=(Stage.FACTORS,)),
    Command(
        "accept",
        "Accept a theme without an action, because",
        argument="NAME REASON",
        stages=(Stage.FACTORS, Stage.ACTIONS, Stage.WRAP_UP),
    ),
    Command(
        "no-action",
        "Say why no action follows from the highlighted factor",
        argument="REASON",
        stages=(Stage.FACTORS,),
    ),
    # Actions
    Command(
        "not-doing",
        "Decide against the highlighted action, because",
        argument="REASON",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "tracker",
        "Give the highlighted action its ticket",
        argument="REFERENCE",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "suggested",
        "Take over what the wording of the highlighted action suggests",
        keys=("ctrl+y",),
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "done-when",
        "Say how a stranger sees that the action is done; alone, clear it",
        argument="TEXT",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "effect",
        "Say how we will see that the action helped; alone, clear it",
        argument="TEXT",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "kind",
        "Say what the action does to the next incident; alone, clear it",
        argument="KIND",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "strength",
        "Say how much the action relies on the system; alone, clear it",
        argument="STRENGTH",
        stages=(Stage.ACTIONS,),
    ),
    Command(
        "family",
        "Say which systemic fix the action is; alone, clear it",
        argument="FAMILY",
        stages=(Stage.ACTIONS,),
    ),
    # The thread
    Command(
        "thread",
        "Show what the highlighted item rests on, and what rests on it",
        keys=("ctrl+t",),
    ),
    Command("loose", "Show the loose ends of the whole review", argument="STAGE", keys=("ctrl+l",)),
    Command("close", "Say why the loose end of the highlighted item stays as it is", argument="REASON"),
    # Wrap-up
    Command(
        "resolve",
        "Say what became of the highlighted parked remark",
        argument="TEXT",
        stages=(Stage.WRAP_UP,),
    ),
    Command("met", "Record the day of this meeting", argument="DATE"),
    Command("publish", "Mark the review as published; again, back to draft"),
    Command("export", "Write the report to a Markdown file", argument="FILE", keys=("f9",)),
    Command("report", "Read the report"),
    # The room
    Command(
        "private",
        "For the facilitator alone: wording, who was heard, cues against bias",
        keys=("ctrl+r",),
    ),
    Command("heard", "Mark a role as heard from, or not", argument="ROLE"),
    Command(
        "hands",
        "Count the hands of the closing round, without names",
        argument="LEARNED AGAIN OF",
        stages=(Stage.WRAP_UP,),
    ),
    # The meeting
    Command(
        "agenda",
        "Show the plan of the meeting; /agenda 60 makes one, for 30, 60 or 90 minutes",
    ),
    Command("pause", "Let the stage clock stand, or go on"),
    Command("extend", "Give this stage 3 more minutes; /extend 5 gives it five"),
    Command("asked", "The question was asked: show the next one", keys=("ctrl+n",)),
    Command("skip", "Show the next question; this one comes back later", keys=("ctrl+o",)),
    Command("prompts", "List this stage's questions; /prompts off hides them, /prompts on shows them"),
    # Looking around
    Command("panel", "Show or hide the side panel", keys=("f6",)),
    Command("find", "Show only items with this text; alone, show all", argument="TEXT"),
    Command("rules", "Show the ground rules to read aloud"),
    Command("history", "Show every change made to this review"),
    Command("draft", "Bring back the line that Escape set aside", keys=("escape",), by_key_only=True),
    Command("home", "Go back to the library", keys=("f5",)),
)
"""Every command, in the order in which help lists them."""
