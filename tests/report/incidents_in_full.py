"""Two real incidents as complete reviews, for reading the reports that come out of them.

The events, impact and factors are the sources' facts in our own words; each review links its source.
The people, the gaps' answers, the owners, the dates and everything else that the sources do not give is
made up, so that every part of a report has something to show.
"""

from datetime import UTC, date, datetime, timedelta, timezone

from pirtui.domain.actions import Action, ActionKind, ActionStatus, FixFamily, Priority, Strength
from pirtui.domain.events import Event, Milestone
from pirtui.domain.factors import Category, Confidence, Factor, Theme
from pirtui.domain.gaps import Gap, GapKind, Span, Verdict
from pirtui.domain.incident import DetectionSource, Impact, Incident, Link, Severity
from pirtui.domain.learnings import Learning, LearningKind, Parked, ParkedKind
from pirtui.domain.moments import Moment, Precision
from pirtui.domain.people import Person
from pirtui.domain.review import Review, ReviewDates, Stage, Status

_BST = timezone(timedelta(hours=1))
_PULLS = "https://example.org/crates.io/pull"


def _at(text: str, zone: timezone = UTC, *, end: str = "", approximate: bool = False) -> Moment:
    start = datetime.fromisoformat(text).replace(tzinfo=zone)
    closing = datetime.fromisoformat(end).replace(tzinfo=zone) if end else None
    return Moment(
        start=start, end=closing, precision=Precision.MINUTE, approximate=approximate, raw=text
    )


def crates_io() -> Review:
    """Rust, July 2023: every crate download failed for thirteen minutes. Times in UTC."""
    return Review(
        id="01890a5d-ac96-774b-bcce-b302099a8057",
        ref="2023-07-20-crates-io-downloads",
        status=Status.IN_REVIEW,
        stage=Stage.WRAP_UP,
        incident=Incident(
            title="crates.io: all crate downloads failed for 13 minutes",
            severity=Severity.SEV1,
            services=("crates.io",),
            owner_team="the crates.io team",
            zone="UTC",
            on=date(2023, 7, 20),
            detection_source=DetectionSource.CUSTOMER,
            summary=(
                "On 20 July 2023 nobody could download a crate from crates.io for 13 minutes. A change "
                "to how download addresses are built reached production, where it produced addresses "
                "that do not exist.\n\n"
                "A user told us first. We rolled the change back two minutes after we understood the "
                "report, and released it again with a fix the same day. From now on a release must "
                "download a crate before it reaches production."
            ),
            impact=Impact(
                scope="Everyone who downloaded a crate: builds without a local cache failed.",
                numbers="About 3.7 million failed requests.",
                not_affected="Publishing crates and the website.",
            ),
            links=(
                Link(
                    url="https://github.com/rust-lang/blog.rust-lang.org/blob/0243724c/content/inside-rust/crates-io-postmortem.md",
                    comment="The team's own report, from which these facts are taken",
                ),
            ),
        ),
        question="What would have shown us that the addresses were wrong before production did?",
        ground_rules_read=True,
        people=_crates_io_people(),
        events=_crates_io_events(),
        gaps=_crates_io_gaps(),
        factors=_crates_io_factors(),
        themes=(
            Theme(
                label="T1",
                name="staging-is-not-production",
                text="What we check before a release is not what users do after it.",
            ),
            Theme(
                label="T2",
                name="review-by-feeling",
                text="Whether a change gets a second pair of eyes depends on who happens to be around.",
            ),
        ),
        actions=_crates_io_actions(),
        parked=(
            Parked(
                label="K1",
                kind=ParkedKind.ACTION,
                text="Put the content delivery network in front of downloads for longer",
                origin="timeline",
                resolution="Became A4",
            ),
            Parked(label="K2", kind=ParkedKind.OFF_TOPIC, text="Naming of the storage buckets"),
        ),
        learnings=_crates_io_learnings(),
        dates=ReviewDates(
            created=datetime(2023, 7, 20, 15, 0, tzinfo=UTC),
            met=date(2023, 7, 21),
            drafted=datetime(2023, 7, 21, 11, 30, tzinfo=UTC),
        ),
        last_numbers={"P": 4, "E": 16, "G": 5, "F": 5, "T": 2, "A": 5, "K": 2, "L": 6},
    )


def _crates_io_people() -> tuple[Person, ...]:
    return (
        Person(label="P1", name="Noor Ash", role="release lead", team="crates.io"),
        Person(label="P2", name="Sam Birch", role="infrastructure engineer", team="infra"),
        Person(label="P3", name="Kim Cedar", role="crates.io engineer", team="crates.io"),
        Person(label="P4", name="Lee Dogwood", role="community liaison", present=False),
    )


def _crates_io_events() -> tuple[Event, ...]:
    return (
        Event(
            label="E1",
            time=_at("2023-07-19T12:32"),
            text="Change to the storage code proposed",
            actor="Kim",
            source=f"{_PULLS}/2",
        ),
        Event(
            label="E2",
            time=_at("2023-07-19T17:41"),
            text="Merged, deployed to staging",
            actor="Noor Ash",
        ),
        Event(label="E3", time=_at("2023-07-20T10:00"), text="An unrelated fix proposed", actor="Kim"),
        Event(
            label="E4", time=_at("2023-07-20T10:13"), text="Merged, deployed to staging", actor="Noor"
        ),
        Event(
            label="E5",
            time=_at("2023-07-20T12:08"),
            text="Smoke test on staging passes: it publishes a crate",
            note="It does not download one",
            actor="Noor",
            key_moment=True,
        ),
        Event(label="E6", time=_at("2023-07-20T12:16"), text="Deploy announced in chat", actor="Noor"),
        Event(
            label="E7",
            time=_at("2023-07-20T12:17"),
            text="Staging promoted to production; downloads start to fail",
            actor="Noor",
            milestones=(Milestone.IMPACT_START,),
        ),
        Event(
            label="E8",
            time=_at("2023-07-20T12:18"),
            text="Deploy announced as done",
            actor="release lead",
        ),
        Event(
            label="E9",
            time=_at("2023-07-20T12:24"),
            text="A user opens an issue: crates cannot be downloaded",
            actor="user",
            milestones=(Milestone.FIRST_SIGNAL, Milestone.NOTIFIED),
            source="https://example.org/crates.io/issues/3",
        ),
        Event(
            label="E10",
            time=_at("2023-07-20T12:25", approximate=True),
            text="Sam Birch posts that the rate of requests looks odd",
            actor="Sam",
            key_moment=True,
        ),
        Event(
            label="E11",
            time=_at("2023-07-20T12:28"),
            text="A member of the community points the team to the issue",
            actor="community",
            milestones=(Milestone.DETECTED, Milestone.ACKNOWLEDGED),
            open_question=True,
        ),
        Event(
            label="E12",
            time=_at("2023-07-20T12:30"),
            text="Rolled back to the release before; downloads work again",
            actor="Noor",
            milestones=(Milestone.MITIGATED, Milestone.RECOVERED),
        ),
        Event(
            label="E13",
            time=_at("2023-07-20T13:38"),
            text="Fix proposed, with a test for the addresses",
            actor="Kim",
            milestones=(Milestone.DIAGNOSED,),
            source=f"{_PULLS}/1",
        ),
        Event(
            label="E14", time=_at("2023-07-20T13:49"), text="Merged, deployed to staging", actor="Noor"
        ),
        Event(
            label="E15",
            time=_at("2023-07-20T14:08"),
            text="Smoke test on staging, this time with a download",
            actor="Noor",
        ),
        Event(
            label="E16",
            time=_at("2023-07-20T14:10"),
            text="Promoted to production again; downloads checked",
            actor="Noor",
            milestones=(Milestone.VERIFIED, Milestone.RESOLVED),
        ),
    )


def _crates_io_gaps() -> tuple[Gap, ...]:
    span = Span(
        start=datetime(2023, 7, 20, 12, 17, tzinfo=UTC), end=datetime(2023, 7, 20, 12, 28, tzinfo=UTC)
    )
    return (
        Gap(
            label="G1",
            kind=GapKind.DETECTION,
            text="A user noticed before any alert did. What would have told us first?",
            note="The rate of failed downloads is not watched; only the web server is.",
            evidence=("E7", "E9", "E11"),
            span=span,
            heuristic="D1",
        ),
        Gap(
            label="G2",
            kind=GapKind.DETECTION,
            text="The smoke test could not see a failing download",
            evidence=("E5",),
        ),
        Gap(
            label="G3",
            kind=GapKind.RESPONSE,
            text="The report reached the team by chance, four minutes after it was written",
            evidence=("E9", "E11"),
            no_factor_reason="four minutes is quick for an issue that nobody was paged for",
        ),
        Gap(
            label="G4",
            kind=GapKind.CONTAINMENT,
            text="Diagnosis came after mitigation. Was that right?",
            note="Rolling back first was safe and quick. Keep it.",
            evidence=("E12", "E13"),
            heuristic="Q1:diagnosed-mitigated",
            verdict=Verdict.NOT_A_GAP,
        ),
        Gap(
            label="G5",
            kind=GapKind.RECOVERY,
            text="One hour and forty minutes between recovered and verified. What took long?",
            note="The team chose to verify together with the fix.",
            evidence=("E12", "E16"),
            verdict=Verdict.EXPLAINED,
        ),
    )


def _crates_io_factors() -> tuple[Factor, ...]:
    return (
        Factor(
            label="F1",
            category=Category.TECHNICAL,
            subcategory="change-content",
            text="Refactored storage code built download addresses that do not exist",
            evidence=("E1", "E7"),
            confidence=Confidence.HIGH,
            trigger=True,
            themes=("staging-is-not-production",),
        ),
        Factor(
            label="F2",
            category=Category.PROCESS,
            subcategory="test-strategy",
            text="Tests ran with other settings than production has",
            evidence=("E5", "G2"),
            confidence=Confidence.HIGH,
            parent="F1",
            themes=("staging-is-not-production",),
        ),
        Factor(
            label="F3",
            category=Category.TECHNICAL,
            subcategory="latent-defect",
            text="The addresses were built in a place that tests could hardly reach",
            parent="F2",
            stop_reason="older than anyone in the room; the fix already moved that code",
        ),
        Factor(
            label="F4",
            category=Category.TOOLING,
            subcategory="observability",
            text="Download failures showed in no dashboard and raised no alert",
            evidence=("G1",),
            confidence=Confidence.MEDIUM,
        ),
        Factor(
            label="F5",
            category=Category.PROCESS,
            subcategory="review-coverage",
            text="There is no rule for when a change needs a review by somebody else",
            evidence=("E2", "E4"),
            themes=("review-by-feeling",),
        ),
    )


def _crates_io_actions() -> tuple[Action, ...]:
    return (
        Action(
            label="A1",
            text="Download a crate in the smoke test on staging",
            owner="Noor",
            due=date(2023, 7, 28),
            kind=ActionKind.PREVENT,
            family=FixFamily.AUTOMATED_TESTING,
            strength=Strength.INTERMEDIATE,
            priority=Priority.HIGH,
            status=ActionStatus.IN_PROGRESS,
            done_test="the test fails on the release of 20 July",
            effect_measure="no release with broken downloads reaches production",
            evidence=("F2", "G2"),
            tracker="https://example.org/crates.io/issues/4",
        ),
        Action(
            label="A2",
            text="Run the smoke test before each promotion, and block it when the test fails",
            owner="Sam",
            due=date(2023, 9, 15),
            kind=ActionKind.PREVENT,
            family=FixFamily.TOOLING,
            strength=Strength.STRONGER,
            status=ActionStatus.AGREED,
            done_test="a promotion with a failing test is refused",
            evidence=("F2",),
        ),
        Action(
            label="A3",
            text="Agree on when a change needs a review by a second person, and write it down",
            owner="Kim",
            kind=ActionKind.LEARN,
            family=FixFamily.PROCESS,
            strength=Strength.WEAKER,
            evidence=("F5",),
        ),
        Action(
            label="A4",
            text="Alert when the share of failed downloads is above 1% for 2 minutes",
            owner="Sam",
            due=date(2023, 8, 18),
            kind=ActionKind.DETECT,
            family=FixFamily.OBSERVABILITY,
            strength=Strength.INTERMEDIATE,
            priority=Priority.HIGH,
            status=ActionStatus.AGREED,
            done_test="fired in a test on staging",
            evidence=("F4", "G1"),
        ),
        Action(
            label="A5",
            text="Freeze releases outside of working hours",
            kind=ActionKind.PREVENT,
            priority=Priority.LOW,
            status=ActionStatus.NOT_DOING,
            status_reason="it would have changed nothing here, and slows every fix down",
            evidence=("G3",),
        ),
    )


def _crates_io_learnings() -> tuple[Learning, ...]:
    return (
        Learning(
            label="L1",
            kind=LearningKind.WELL,
            text="Rolling back took two minutes and needed no diagnosis",
        ),
        Learning(
            label="L2", kind=LearningKind.LUCKY, text="Noor was still at the keyboard after the deploy"
        ),
        Learning(
            label="L3", kind=LearningKind.SURPRISE, text="The smoke test never downloaded anything"
        ),
        Learning(label="L4", kind=LearningKind.LEARNED, text="Roll back first, understand later"),
        Learning(
            label="L5",
            kind=LearningKind.QUESTION,
            text="Which other parts of the service does nothing watch?",
            owner="Sam",
            due=date(2023, 8, 4),
        ),
        Learning(
            label="L6",
            kind=LearningKind.WRONG,
            text="Users report problems in many places, and none of them pages the team",
        ),
    )


def leaked_secrets() -> Review:
    """Ministry of Justice, July 2025: secrets in a public repository. Times in London, over two days."""
    return Review(
        id="01984a11-7c1e-7d6e-8a55-0d4f3b8f1c22",
        ref="2025-07-23-secrets-in-public-repository",
        status=Status.PUBLISHED,
        stage=Stage.WRAP_UP,
        incident=Incident(
            title="Secrets pushed to a public repository",
            severity=Severity.SEV2,
            services=("Cloud Platform", "source hosting"),
            owner_team="Cloud Platform",
            zone="Europe/London",
            on=date(2025, 7, 23),
            detection_source=DetectionSource.STAFF,
            summary=(
                "A plan file that held credentials was pushed to a public branch. The most powerful of "
                "them, an access token, was revoked two and a half hours later; the last copy of the "
                "file was removed the next day. The audit log shows no misuse."
            ),
            impact=Impact(
                scope="Anyone could read one token, one service account and one database's secrets.",
                not_affected="No sign of misuse in the audit log; users noticed nothing.",
                window=_at("2025-07-23T15:35", _BST, end="2025-07-24T12:34"),
            ),
            links=(
                Link(
                    url=(
                        "https://github.com/ministryofjustice/cloud-platform/blob/7f879f3/source/incidents/"
                        "2025-07-23-multiple-secrets-leaked-to-public.html.md.erb"
                    ),
                    comment="The team's own report (MIT licence), from which these facts are taken",
                ),
            ),
            related_to=("2023-09-18-node-disk",),
        ),
        people=(
            Person(label="P1", name="Alex Elm", role="incident lead", team="Cloud Platform"),
            Person(label="P2", name="Jo Fir", role="platform engineer", team="Cloud Platform"),
            Person(label="P3", name="Pat Gorse", role="platform engineer", team="Cloud Platform"),
            Person(label="P4", name="Max Hazel", role="organisation owner", present=False),
        ),
        events=_leaked_secrets_events(),
        gaps=(
            Gap(
                label="G1",
                kind=GapKind.DETECTION,
                text="33 minutes until somebody happened to look. What would have told us first?",
                evidence=("E1", "E2"),
            ),
            Gap(
                label="G2",
                kind=GapKind.CONTAINMENT,
                text="Three attempts to revoke the token had no effect. What did each one teach?",
                note="The documentation left out that the header must not be sent.",
                evidence=("E8", "E9", "E10"),
                heuristic="C4",
            ),
        ),
        factors=(
            Factor(
                label="F1",
                category=Category.TOOLING,
                subcategory="guardrails",
                text="Nothing stops a plan file, a zip archive with secrets inside, from being pushed",
                evidence=("E1", "G1"),
                trigger=True,
            ),
            Factor(
                label="F2",
                category=Category.TOOLING,
                subcategory="runbook-docs",
                text="The provider's page on revoking a token was wrong",
                evidence=("G2",),
                confidence=Confidence.HIGH,
                no_action_reason="it is the provider's page; we reported it",
            ),
            Factor(
                label="F3",
                category=Category.PROCESS,
                subcategory="ownership",
                text="It was unclear whose token it was",
                evidence=("E6", "E7"),
                themes=("shared-tokens",),
            ),
            Factor(
                label="F4",
                category=Category.HUMAN,
                subcategory="adaptation",
                text="Personal tokens were put into shared vaults to keep pipelines running",
                parent="F3",
                themes=("shared-tokens",),
                evidence_needed="how many vaults hold one",
            ),
        ),
        themes=(
            Theme(label="T1", name="shared-tokens", text="Personal tokens do the work of machines."),
        ),
        actions=(
            Action(
                label="A1",
                text="Refuse pushes that contain plan files",
                detail="Ignore rule in the template, and a check on the server",
                owner="Jo Fir",
                due=date(2025, 8, 1),
                kind=ActionKind.PREVENT,
                family=FixFamily.SAFE_DEFAULTS,
                strength=Strength.STRONGER,
                priority=Priority.CRITICAL,
                status=ActionStatus.DONE,
                done_test="a test push is refused",
                evidence=("F1",),
                tracker="CP-7741",
            ),
            Action(
                label="A2",
                text="Replace personal tokens in shared vaults with machine accounts",
                owner="Alex Elm",
                due=date(2025, 10, 31),
                kind=ActionKind.PREVENT,
                strength=Strength.STRONGER,
                priority=Priority.HIGH,
                status=ActionStatus.AGREED,
                done_test="a search finds no personal token in any vault",
                evidence=("F3", "F4"),
                tracker="https://example.atlassian.net/browse/CP-7742",
            ),
            Action(
                label="A3",
                text="Link a runbook for revoking tokens from the alert",
                owner="Pat Gorse",
                due=date(2025, 8, 15),
                kind=ActionKind.RESPOND,
                status=ActionStatus.VERIFIED,
                done_test="somebody outside the team used it in a drill",
                evidence=("G2", "F2"),
            ),
        ),
        learnings=(
            Learning(
                label="L1",
                kind=LearningKind.WELL,
                text="The call brought everyone together in 4 minutes",
            ),
            Learning(label="L2", kind=LearningKind.LUCKY, text="@alex came across the file by chance"),
        ),
        dates=ReviewDates(
            created=datetime(2025, 7, 24, 14, 0, tzinfo=_BST),
            met=date(2025, 7, 25),
            drafted=datetime(2025, 7, 25, 16, 0, tzinfo=_BST),
            published=datetime(2025, 7, 28, 9, 0, tzinfo=_BST),
        ),
        last_numbers={"P": 4, "E": 13, "G": 2, "F": 4, "T": 1, "A": 3, "L": 2},
    )


def _leaked_secrets_events() -> tuple[Event, ...]:
    def event(number: int, time: str, text: str, *milestones: Milestone, **fields: object) -> Event:
        moment = _at(time, _BST, approximate=bool(fields.pop("approximate", False)))
        return Event.model_validate(
            {"label": f"E{number}", "time": moment, "text": text, "milestones": milestones, **fields}
        )

    return (
        event(1, "2025-07-23T15:35", "Plan file pushed to a branch", Milestone.IMPACT_START),
        event(2, "2025-07-23T16:08", "Alex Elm finds a leaked token", Milestone.DETECTED, actor="Alex"),
        event(
            3, "2025-07-23T16:48", "More secrets found: cluster, service account, database", actor="Jo"
        ),
        event(4, "2025-07-23T16:59", "Incident declared", Milestone.DECLARED, actor="Alex"),
        event(5, "2025-07-23T17:03", "Video call opened", Milestone.MOBILISED, actor="Alex"),
        event(6, "2025-07-23T17:05", "Working out which tokens leaked", approximate=True),
        event(7, "2025-07-23T17:20", "Token identified, its owner confirmed", Milestone.DIAGNOSED),
        event(8, "2025-07-23T17:33", "Revoking through the API with the token itself: no effect"),
        event(9, "2025-07-23T17:40", "Revoking with personal credentials: no effect", actor="Jo"),
        event(
            10,
            "2025-07-23T17:56",
            "Max Hazel revokes it; perhaps only the session",
            actor="Max Hazel",
            open_question=True,
        ),
        event(
            11,
            "2025-07-23T18:04",
            "Revocation works without the `Authorization` header",
            Milestone.MITIGATED,
            actor="Pat",
            key_moment=True,
        ),
        event(12, "2025-07-23T20:45", "Declared resolved; history purged", Milestone.RESOLVED),
        event(13, "2025-07-24T12:34", "The host's support removes the last copy", Milestone.VERIFIED),
    )
