"""The tables of a library, made to be read by hand as well."""

from datetime import date

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, SQLModel

_CASCADE = "CASCADE"


def _of_item() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["review_id", "label"], ["item.review_id", "item.label"], ondelete=_CASCADE
    )


def _of_review() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["review_id"], ["review.id"], ondelete=_CASCADE)


class ReviewRow(SQLModel, table=True):
    """One review, with its incident and its impact; `revision` grows with every change."""

    __tablename__ = "review"
    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    revision: int = 0
    status: str
    stage: str
    question: str = ""
    ground_rules_read: bool = False
    archived: bool = False
    hidden_at: str | None = Field(default=None, index=True)
    title: str = ""
    kind: str
    severity: str | None = None
    owner_team: str = ""
    zone: str = ""
    happened_on: date | None = None
    detection_source: str | None = None
    summary: str = ""
    impact_scope: str = ""
    impact_numbers: str = ""
    impact_not_affected: str = ""
    impact_window: bool = False
    impact_start: str | None = None
    impact_end: str | None = None
    impact_precision: str | None = None
    impact_approximate: bool = False
    impact_open_ended: bool = False
    impact_raw: str = ""
    created: str
    met: date | None = None
    drafted: str | None = None
    published: str | None = None
    close_answered: int | None = None
    close_learned: int | None = None
    close_come_again: int | None = None
    schema_version: int = 1


class IncidentServiceRow(SQLModel, table=True):
    """A service that the incident reached."""

    __tablename__ = "incident_service"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    service: str


class IncidentLinkRow(SQLModel, table=True):
    """An address that belongs to the incident."""

    __tablename__ = "incident_link"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    url: str
    comment: str = ""


class IncidentRelationRow(SQLModel, table=True):
    """Another incident: `relation` is `recurrence_of` or `related_to`."""

    __tablename__ = "incident_relation"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    relation: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    target: str


class LabelNumberRow(SQLModel, table=True):
    """The highest number ever given to a label letter in a review."""

    __tablename__ = "label_number"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    letter: str = Field(primary_key=True)
    number: int


class ItemRow(SQLModel, table=True):
    """Whatever carries a label; a removed item keeps its row, with the time of its removal."""

    __tablename__ = "item"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    kind: str
    number: int
    hidden_at: str | None = None
    created_at: str
    updated_at: str


class PersonRow(SQLModel, table=True):
    """Somebody in the incident or in the room."""

    __tablename__ = "person"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    name: str
    role: str = ""
    team: str = ""
    present: bool = True


class EventRow(SQLModel, table=True):
    """What happened; `start` keeps the zone's offset, `start_utc` sorts."""

    __tablename__ = "event"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    start: str | None = None
    start_utc: str | None = None
    end: str | None = None
    precision: str
    approximate: bool = False
    open_ended: bool = False
    raw: str = ""
    text: str
    note: str = ""
    actor: str = ""
    source: str = ""
    open_question: bool = False
    key_moment: bool = False
    in_report: bool = True
    doubt: str = ""


class EventMilestoneRow(SQLModel, table=True):
    """A milestone that an event carries."""

    __tablename__ = "event_milestone"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    milestone: str


class GapRow(SQLModel, table=True):
    """Where time or knowledge was lost."""

    __tablename__ = "gap"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    kind: str
    text: str
    note: str = ""
    span_start: str | None = None
    span_end: str | None = None
    heuristic: str = ""
    verdict: str
    no_factor_reason: str = ""


class FactorRow(SQLModel, table=True):
    """What contributed; `parent` is the factor it helps to explain."""

    __tablename__ = "factor"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    category: str
    subcategory: str = ""
    text: str
    note: str = ""
    confidence: str | None = None
    evidence_needed: str = ""
    trigger: bool = False
    parent: str | None = None
    stop_reason: str = ""
    no_action_reason: str = ""


class FactorThemeRow(SQLModel, table=True):
    """A theme that a factor belongs to, by name."""

    __tablename__ = "factor_theme"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    theme: str


class ThemeRow(SQLModel, table=True):
    """A thread through several factors."""

    __tablename__ = "theme"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    name: str
    text: str = ""
    accepted_because: str = ""


class ActionRow(SQLModel, table=True):
    """What will change."""

    __tablename__ = "action"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    text: str
    detail: str = ""
    owner: str = ""
    due: date | None = None
    kind: str | None = None
    family: str | None = None
    strength: str | None = None
    priority: str
    status: str
    status_reason: str = ""
    done_test: str = ""
    effect_measure: str = ""
    tracker: str = ""


class EvidenceRow(SQLModel, table=True):
    """What a gap, factor or action rests on."""

    __tablename__ = "evidence"
    __table_args__ = (
        _of_item(),
        ForeignKeyConstraint(
            ["review_id", "target"], ["item.review_id", "item.label"], ondelete=_CASCADE
        ),
    )
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    target: str


class ParkedRow(SQLModel, table=True):
    """A remark set aside."""

    __tablename__ = "parked"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    kind: str
    text: str
    origin: str = ""
    origin_label: str = Field(default="", sa_column_kwargs={"server_default": ""})
    resolution: str = ""


class LearningRow(SQLModel, table=True):
    """What the room takes away."""

    __tablename__ = "learning"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    kind: str
    text: str
    owner: str = ""
    due: date | None = None


class SafeguardRow(SQLModel, table=True):
    """A safeguard that held, was absent or was bypassed."""

    __tablename__ = "safeguard"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    state: str
    text: str
    note: str = ""


class ClosedEndRow(SQLModel, table=True):
    """A loose end that stays as it is, because."""

    __tablename__ = "closed_end"
    __table_args__ = (_of_item(),)
    review_id: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    key: str
    reason: str


class RoomMarkRow(SQLModel, table=True):
    """What the facilitator ticks off privately: prompts asked, roles heard, questions once raised.

    `kind` says which of these; none of it is part of the review, nor of its report.
    """

    __tablename__ = "room_mark"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str = ""


class StageTimeRow(SQLModel, table=True):
    """Seconds that the meeting spent in a stage, and minutes by which its box was extended."""

    __tablename__ = "stage_time"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    stage: str = Field(primary_key=True)
    seconds: float = 0.0
    extra_minutes: int = 0


class ChangeRow(SQLModel, table=True):
    """One step of the journal; `state` is `live`, `undone` or `discarded`."""

    __tablename__ = "change"
    __table_args__ = (_of_review(),)
    id: int | None = Field(default=None, primary_key=True)
    review_id: str = Field(index=True)
    at: str
    summary: str
    state: str = "live"


class ChangedRow(SQLModel, table=True):
    """An item (or a field of the review, for which `label` is its name) before and after, as JSON."""

    __tablename__ = "change_row"
    __table_args__ = (ForeignKeyConstraint(["change_id"], ["change.id"], ondelete=_CASCADE),)
    change_id: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    of_review: bool = False
    label: str
    before: str | None = None
    after: str | None = None


class SettingRow(SQLModel, table=True):
    """What the facilitator chose once, such as the theme, or how the columns of an export are read."""

    __tablename__ = "setting"
    name: str = Field(primary_key=True)
    value: str


class PositionRow(SQLModel, table=True):
    """The stage on the screen when the review was last open."""

    __tablename__ = "position"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    stage: str


class StagePlaceRow(SQLModel, table=True):
    """The highlight and the unfinished line of a stage."""

    __tablename__ = "stage_place"
    __table_args__ = (_of_review(),)
    review_id: str = Field(primary_key=True)
    stage: str = Field(primary_key=True)
    highlight: str = ""
    draft: str = ""
    editing: str = ""
