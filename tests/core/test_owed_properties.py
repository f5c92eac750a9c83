"""What holds for what is owed whatever happened, in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
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
)
from ii_tui.core.owed import owed, waiting
from ii_tui.core.stages import Answer, Closeness, EventKind, Exit, Stage

START = datetime(2026, 2, 1, tzinfo=UTC)
ZONES = ["UTC", "America/Chicago", "Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns"]
KINDS = [
    None, "linkedin_note", "reconnect", "intro_request", "meeting_request", "follow_up",
    "invite_text", "confirmation", "reschedule", "decline", "running_late", "thank_you_email",
    "thank_you_card", "check_in", "share", "thank_introducer",
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
        facts.append(
            Fact(
                uid=f"event-{seq}",
                at=draw(MOMENTS),
                seq=seq,
                kind=kind,
                message_kind=draw(st.sampled_from(KINDS)) if kind is EventKind.SENT else None,
                answer=answer,
                until=draw(st.none() | DAYS) if answer else None,
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
            )
        )
    return tuple(found)


INTRODUCTIONS = st.builds(
    IntroductionFact,
    uid=st.just("way"),
    introducer=st.just("Ava"),
    state=st.sampled_from(["asked", "agreed", "introduced", "met", "thanked"]),
    introduced_at=st.none() | MOMENTS,
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
)
CALENDARS = st.sets(DAYS, max_size=30).map(lambda days: Calendar(holidays=frozenset(days)))
OPEN = INTERVIEWS.map(lambda facts: replace(facts, exit=None))


def judge(facts: InterviewFacts, zone: str = "UTC") -> tuple[Owed, ...]:
    return owed(facts, PipelineNumbers(), Calendar(), Calendar(), zone)


def end_of(day: date, zone: str) -> datetime:
    return datetime.combine(
        day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone)
    ).astimezone(UTC)


@settings(max_examples=120)
@given(INTERVIEWS, CALENDARS, CALENDARS, st.sampled_from(ZONES))
def test_any_history_gives_tasks_that_can_be_told_apart_and_met(
    facts: InterviewFacts, mine: Calendar, theirs: Calendar, zone: str
) -> None:
    found = owed(facts, PipelineNumbers(), mine, theirs, zone)
    assert len({(task.kind, task.cause) for task in found}) == len(found)
    for task in found:
        assert task.opens.utcoffset() == timedelta(0)
        if task.due is not None:
            assert task.opens <= end_of(task.due, zone), "nobody is late before it opens"
        assert task.title
        assert task.cause
        assert task.reason.endswith((".", "?")) or task.kind == "promise"


@settings(max_examples=120)
@given(INTERVIEWS)
def test_the_order_in_which_events_are_given_means_nothing(facts: InterviewFacts) -> None:
    in_order = sorted(facts.events, key=lambda e: (e.at, e.seq))
    assert judge(facts) == judge(replace(facts, events=tuple(in_order)))
    assert judge(facts) == judge(replace(facts, events=facts.events[::-1]))


@given(INTERVIEWS)
def test_who_is_not_to_be_contacted_or_archived_is_owed_nothing(facts: InterviewFacts) -> None:
    for left_alone in (replace(facts, do_not_contact=True), replace(facts, archived=True)):
        assert judge(left_alone) == ()
        assert waiting(left_alone, PipelineNumbers(), Calendar(), Calendar(), "UTC") is None


@settings(max_examples=120)
@given(OPEN, st.sampled_from([None, Answer.YES, Answer.LATER, Answer.REFER, Answer.NO]))
def test_nothing_waits_on_silence_after_an_answer(
    facts: InterviewFacts, answer: Answer | None
) -> None:
    last = max((e.at for e in facts.events), default=START) + timedelta(minutes=1)
    word = Fact("answer", max(last, facts.since), 99, EventKind.RECEIVED, answer=answer)
    answered = replace(facts, events=(*facts.events, word))
    kinds = {task.kind for task in judge(answered)}
    assert not kinds & {"follow_up", "nudge", "close"}


@settings(max_examples=120)
@given(OPEN)
def test_a_follow_up_that_was_sent_is_never_owed_again(facts: InterviewFacts) -> None:
    last = max((e.at for e in facts.events), default=START) + timedelta(minutes=1)
    sent = Fact("sent", max(last, facts.since), 99, EventKind.SENT, "follow_up")
    kinds = {task.kind for task in judge(replace(facts, events=(*facts.events, sent)))}
    assert not kinds & {"follow_up", "nudge"}


@settings(max_examples=120)
@given(OPEN)
def test_what_waits_on_them_opens_as_a_task_of_the_same_instant(facts: InterviewFacts) -> None:
    wait = waiting(facts, PipelineNumbers(), Calendar(), Calendar(), "UTC")
    if wait is not None and wait.kind is not None:
        assert wait.opens is not None
        assert (wait.kind, wait.opens) in {(task.kind, task.opens) for task in judge(facts)}
        assert wait.since <= wait.opens


@settings(max_examples=120)
@given(INTERVIEWS.filter(lambda facts: len(facts.events) > 0), st.integers(0, 30))
def test_a_note_changes_nothing(facts: InterviewFacts, minutes: int) -> None:
    last = max(e.at for e in facts.events) + timedelta(minutes=minutes)
    note = Fact("note", last, 99, EventKind.NOTE)
    assert judge(facts) == judge(replace(facts, events=(*facts.events, note)))
