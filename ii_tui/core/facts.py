"""The facts of one interview: all that `owed` may look at, and nothing it could query."""

from __future__ import annotations

from datetime import date, datetime

from ii_tui.core.stages import Answer, Closeness, EventKind, Exit, Stage
from ii_tui.lazy import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One event. Events are ordered by (at, seq); `at` is aware UTC."""

    uid: str
    at: datetime
    seq: int
    kind: EventKind
    message_kind: str | None = None
    channel: str | None = None
    answer: Answer | None = None
    until: date | None = None
    """The day they come back or may be asked again (later, out of office)."""
    stage_to: Stage | None = None
    meeting: str | None = None
    """uid of the meeting that the event is about."""


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting that stands, was held or was cancelled."""

    uid: str
    starts: datetime
    """aware UTC"""
    minutes: int
    day: date
    """the day on the wall where it takes place"""
    zone: str
    state: str
    """planned, held, cancelled, no_show"""
    invite_sent: bool = False
    """the invite for the time that stands now has gone out"""
    format: str = ""
    """coffee, lunch, office, video, call; empty where nobody said"""


@dataclass(frozen=True, slots=True)
class PromiseFact:
    """Something promised by one side."""

    uid: str
    mine: bool
    text: str
    due: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class IntroductionFact:
    """The introduction that leads to this person, where one was asked for."""

    uid: str
    introducer: str
    """first name"""
    state: str
    """asked, agreed, declined, introduced, met, thanked"""
    introduced_at: datetime | None = None
    """when the introducer brought both together, aware UTC"""
    at: datetime | None = None
    """when it came to `state`, aware UTC"""


@dataclass(frozen=True, slots=True)
class Settled:
    """A task that the person settled by hand: nothing was logged, and yet it is over."""

    kind: str
    cause: str
    at: datetime
    """aware UTC"""
    done: bool
    """done, or skipped"""


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """Everything that decides what is owed in one interview."""

    uid: str
    stage: Stage
    exit: Exit | None
    since: datetime
    """when the stage (or the exit) was entered, aware UTC"""
    parked_until: date | None = None
    has_email: bool = False
    has_address: bool = False
    closeness: Closeness | None = None
    connected: bool = False
    """whether we are connected on LinkedIn"""
    do_not_contact: bool = False
    archived: bool = False
    introducer: str | None = None
    """first name of who introduced them, None where nobody did"""
    introduction: IntroductionFact | None = None
    """how far the introduction is; without it only the messages are judged"""
    introducer_blocked: bool = False
    """whether who introduces them is not to be contacted"""
    cadence_days: int | None = None
    """days between check-ins for this person; None means the setting"""
    both_thanks: bool = False
    """the person chose to send the card and the e-mail"""
    reach_out_on: date | None = None
    """the day the week's plan gives for the first message"""
    events: tuple[Fact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    promises: tuple[PromiseFact, ...] = ()
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True, slots=True)
class PipelineNumbers:
    """The numbers of `[pipeline]`, all settings; business days unless said."""

    nudge_after: int = 5
    follow_up_after: int = 7
    second_person_after: int = 3
    answer_within: int = 1
    schedule_after: int = 5
    prepare_before: int = 2
    thank_email_hours: int = 24
    """elapsed hours"""
    check_in_days: int = 56
    """calendar days after the thanks"""
    cadence_days: int = 120
    """calendar days"""
    no_show_minutes: int = 15
    reply_decline_within: int = 1
    close_after: int = 10
    """business days of silence after the follow-up before `close` is proposed"""


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed: the computed half of a task."""

    kind: str
    cause: str
    """what makes it this task and not another of its kind: an event's or a meeting's uid"""
    opens: datetime
    """aware UTC"""
    due: date | None
    title: str
    """verb first, without the person's name: "Post the card" """
    reason: str
    """why, in one sentence: "Asked on 17 November, no answer." """
    meeting: str | None = None
    message_kind: str | None = None
    """the kind the composer opens with, where the task is a message"""
    moot: datetime | None = None
    """aware UTC; past this instant it makes no sense any more (a confirmation, once they meet)"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the other side owes in one interview."""

    since: datetime
    """aware UTC"""
    what: str
    """continues "waiting for": "an answer to your request" """
    opens: datetime | None
    """aware UTC; when it becomes our turn if they stay silent. Up to then nothing is ours."""
    kind: str | None = None
    """the kind of task that opens then"""
