"""Interviews drawn at random: any facts in any order, for what holds whatever happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import (
    Fact,
    InterviewFacts,
    IntroductionFact,
    MeetingFact,
    Owed,
    PipelineNumbers,
    PromiseFact,
    Settled,
    Waiting,
)
from ii_tui.core.owed import owed, waiting
from ii_tui.core.stages import Answer, Closeness, EventKind, Exit, Stage

NUMBERS = PipelineNumbers()
START = datetime(2026, 2, 1, tzinfo=UTC)
ZONES = [
    "UTC", "America/Chicago", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "America/St_Johns",
]  # fmt: skip
KINDS = [
    None, "linkedin_note", "linkedin_message", "reconnect", "intro_request", "meeting_request",
    "follow_up", "invite_text", "confirmation", "reschedule", "decline", "running_late",
    "thank_you_email", "thank_you_card", "check_in", "share", "thank_introducer",
]  # fmt: skip
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
# Few instants, so that some events share one.
MOMENTS = st.integers(0, 400).map(lambda n: START + timedelta(hours=17 * n))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Fact, ...]:
    facts = []
    for seq in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(EventKind))
        received = kind is EventKind.RECEIVED
        answer = draw(st.none() | st.sampled_from(Answer)) if received else None
        happened = draw(MOMENTS)
        # Nobody is put off until a day that has been: the services refuse it.
        later = draw(st.none() | st.integers(2, 300)) if answer else None
        facts.append(
            Fact(
                uid=f"event-{seq}",
                at=happened,
                seq=seq,
                kind=kind,
                message_kind=draw(st.sampled_from(KINDS)) if kind is EventKind.SENT else None,
                channel=draw(st.sampled_from([None, "email", "linkedin"])),
                answer=answer,
                until=None if later is None else happened.date() + timedelta(days=later),
                stage_to=draw(st.none() | st.sampled_from(Stage)),
                meeting=draw(st.sampled_from([None, "m0", "m1"])),
            )
        )
    return tuple(draw(st.permutations(facts)))


@st.composite
def meetings(draw: st.DrawFn) -> tuple[MeetingFact, ...]:
    found = []
    for n in range(draw(st.integers(0, 2))):
        starts, zone = draw(MOMENTS), draw(st.sampled_from(ZONES))
        found.append(
            MeetingFact(
                uid=f"m{n}",
                starts=starts,
                minutes=draw(st.sampled_from([15, 30, 90])),
                day=starts.astimezone(ZoneInfo(zone)).date(),
                zone=zone,
                state=draw(st.sampled_from(["planned", "held", "cancelled", "no_show"])),
                invite_sent=draw(st.booleans()),
                format=draw(st.sampled_from(["", "coffee", "video"])),
            )
        )
    return tuple(found)


INTRODUCTIONS = st.builds(
    IntroductionFact,
    uid=st.just("way"),
    introducer=st.just("Ava"),
    state=st.sampled_from(["asked", "agreed", "declined", "introduced", "met", "thanked"]),
    introduced_at=st.none() | MOMENTS,
    at=st.none() | MOMENTS,
)
SETTLED = st.builds(
    Settled,
    kind=st.sampled_from(["nudge", "follow_up", "schedule", "answer", "reply_decline", "check_in"]),
    cause=st.integers(0, 11).map("event-{}".format),
    at=MOMENTS,
    done=st.booleans(),
)
PROMISES = st.builds(
    PromiseFact,
    uid=st.sampled_from(["p0", "p1"]),
    mine=st.booleans(),
    text=st.just("the report"),
    due=st.none() | DAYS,
    done=st.booleans(),
)
INTERVIEWS = st.builds(
    InterviewFacts,
    uid=st.just("interview"),
    stage=st.sampled_from(Stage),
    exit=st.none() | st.sampled_from(Exit),
    since=MOMENTS,
    parked_until=st.none() | DAYS,
    has_email=st.booleans(),
    has_address=st.booleans(),
    closeness=st.none() | st.sampled_from(Closeness),
    introducer=st.none() | st.just("Ava"),
    introduction=st.none() | INTRODUCTIONS,
    cadence_days=st.none() | st.integers(1, 400),
    both_thanks=st.booleans(),
    reach_out_on=st.none() | DAYS,
    events=histories(),
    meetings=meetings(),
    promises=st.lists(PROMISES, max_size=2, unique_by=lambda p: p.uid).map(tuple),
    settled=st.lists(SETTLED, max_size=4, unique_by=lambda s: (s.kind, s.cause)).map(tuple),
)
OPEN = INTERVIEWS.map(lambda facts: replace(facts, exit=None))
CALENDARS = st.builds(
    Calendar,
    weekend=st.sampled_from([frozenset({5, 6}), frozenset({4, 5}), frozenset({6}), frozenset()]),
    holidays=st.frozensets(DAYS, max_size=30),
)
ZONE = st.sampled_from(ZONES)


def at(stage: Stage, *more: Stage) -> st.SearchStrategy[InterviewFacts]:
    """Open interviews in one of these stages."""
    return st.builds(
        lambda facts, where: replace(facts, stage=where), OPEN, st.sampled_from([stage, *more])
    )


def judge(
    facts: InterviewFacts,
    zone: str = "UTC",
    mine: Calendar = Calendar(),  # noqa: B008  # frozen
    theirs: Calendar = Calendar(),  # noqa: B008
) -> tuple[Owed, ...]:
    """What is owed."""
    return owed(facts, NUMBERS, mine, theirs, zone)


def turn(facts: InterviewFacts, zone: str = "UTC") -> Waiting | None:
    """What they owe."""
    return waiting(facts, NUMBERS, Calendar(), Calendar(), zone)


def ordered(facts: InterviewFacts) -> list[Fact]:
    """The events as they happened."""
    return sorted(facts.events, key=lambda e: (e.at, e.seq))


def after(facts: InterviewFacts, cause: Fact | None) -> list[Fact]:
    """The events that came later than one; all for None."""
    return [e for e in ordered(facts) if cause is None or (e.at, e.seq) > (cause.at, cause.seq)]


def caused(facts: InterviewFacts, task: Owed) -> Fact | None:
    """The event that a task is about."""
    return next((e for e in facts.events if e.uid == task.cause), None)


def words(events: Iterable[Fact]) -> list[Fact]:
    """What they said, which being out of office is not."""
    spoken = {EventKind.RECEIVED, EventKind.CALL, EventKind.MET, EventKind.CONFIRMED}
    return [e for e in events if e.kind in spoken and e.answer is not Answer.OOO]


def then(facts: InterviewFacts, kind: EventKind, **more: object) -> InterviewFacts:
    """The same, and a minute after all of it one more event."""
    moments = [e.at for e in facts.events] + [m.starts for m in facts.meetings] + [facts.since]
    last = max(moments) + timedelta(minutes=1)
    event = Fact("last", last, 99, kind, **more)  # type: ignore[arg-type]  # its fields by name
    return replace(facts, events=(*facts.events, event))


def midnight(day: date, zone: str = "UTC") -> datetime:
    """When a day begins on that wall."""
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def end_of(day: date, zone: str) -> datetime:
    """When a day is over on that wall."""
    return midnight(day + timedelta(days=1), zone)


def local(moment: datetime, zone: str) -> date:
    """The day on that wall."""
    return moment.astimezone(ZoneInfo(zone)).date()
