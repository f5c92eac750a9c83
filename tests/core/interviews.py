"""Interviews written down in a line each, for the tests of what is owed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ii_tui.core.dates import Calendar
from ii_tui.core.facts import Fact, InterviewFacts, MeetingFact, Owed, PipelineNumbers, Waiting
from ii_tui.core.owed import owed, waiting
from ii_tui.core.stages import Answer, EventKind, Stage

WEEKDAYS = Calendar()


def at(text: str, zone: str = "UTC") -> datetime:
    """The instant of "2026-03-02 10:00" on that wall, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def event(
    when: str,
    kind: str,
    message: str | None = None,
    *,
    answer: str | None = None,
    until: str | None = None,
    to: str | None = None,
    meeting: str | None = None,
    zone: str = "UTC",
    uid: str | None = None,
) -> Fact:
    """One event; its uid is its time and kind unless given."""
    return Fact(
        uid=uid or f"{kind} {when}",
        at=at(when, zone),
        seq=0,
        kind=EventKind(kind),
        message_kind=message,
        answer=Answer(answer) if answer else None,
        until=date.fromisoformat(until) if until else None,
        stage_to=Stage(to) if to else None,
        meeting=meeting,
    )


def interview(stage: str, *events: Fact, **more: Any) -> InterviewFacts:
    """An interview with someone whose e-mail is known; in its stage since the last event."""
    numbered = tuple(
        Fact(e.uid, e.at, seq, e.kind, e.message_kind, e.channel, e.answer, e.until, e.stage_to,
             e.meeting)
        for seq, e in enumerate(events)
    )  # fmt: skip
    values: dict[str, Any] = {
        "uid": "interview",
        "exit": None,
        "since": events[-1].at if events else at("2026-03-02 10:00"),
        "has_email": True,
        **more,
    }
    return InterviewFacts(stage=Stage(stage), events=numbered, **values)


def meeting(
    starts: str,
    zone: str = "UTC",
    *,
    state: str = "planned",
    minutes: int = 30,
    uid: str = "meeting",
    format: str = "coffee",
    invite_sent: bool = True,
) -> MeetingFact:
    """A meeting on the wall of its zone, its invite sent."""
    moment = at(starts, zone)
    return MeetingFact(
        uid=uid,
        starts=moment,
        minutes=minutes,
        day=date.fromisoformat(starts[:10]),
        zone=zone,
        state=state,
        invite_sent=invite_sent,
        format=format,
    )


def tasks(
    facts: InterviewFacts,
    *,
    mine: Calendar = WEEKDAYS,
    theirs: Calendar = WEEKDAYS,
    zone: str = "UTC",
    numbers: PipelineNumbers | None = None,
) -> dict[str, Owed]:
    """What is owed and was not settled by hand, by kind; every kind at most once."""
    over = {(one.kind, one.cause) for one in facts.settled}
    all_of_it = owed(facts, numbers or PipelineNumbers(), mine, theirs, zone)
    found = [task for task in all_of_it if (task.kind, task.cause) not in over]
    assert len({task.kind for task in found}) == len(found)
    return {task.kind: task for task in found}


def dues(facts: InterviewFacts, **more: Any) -> dict[str, str | None]:
    """Kind to due day."""
    return {
        kind: task.due.isoformat() if task.due else None
        for kind, task in tasks(facts, **more).items()
    }


def awaited(facts: InterviewFacts, **more: Any) -> Waiting | None:
    """What waits on them, with weekdays only and UTC."""
    return waiting(facts, PipelineNumbers(), WEEKDAYS, WEEKDAYS, more.get("zone", "UTC"))


def hours(n: float) -> timedelta:
    """So many elapsed hours."""
    return timedelta(hours=n)
