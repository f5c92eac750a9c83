"""Firm up: the invite, the preparation, the confirmation, and whether it took place."""

from __future__ import annotations

from datetime import datetime, timedelta

from ii_tui.core.dates import city, confirm_day, zone_info
from ii_tui.core.facts import Fact, MeetingFact, Owed
from ii_tui.core.formats import REMOTE
from ii_tui.core.owing.ground import Found, Ground, following, heard, last, written
from ii_tui.core.owing.silence import no_time_yet, reply, talk_goes_on, told
from ii_tui.core.stages import Answer, EventKind

_NAMES = {"office": "visit", "video": "video call"}
_MORNING = timedelta(hours=9)
"""when a confirmation leaves in the contact's zone"""


def noun(meeting: MeetingFact) -> str:
    """What the meeting is called: "coffee", "video call"; "meeting" where nobody said."""
    return _NAMES.get(meeting.format, meeting.format or "meeting")


def cause(meeting: MeetingFact) -> str:
    """The meeting at the time that stands; a moved one is another cause."""
    return f"{meeting.uid}@{meeting.starts:%Y-%m-%dT%H:%MZ}"


def ends(meeting: MeetingFact) -> datetime:
    """When it is over, aware UTC."""
    return meeting.starts + timedelta(minutes=meeting.minutes)


def firm_up(g: Ground) -> Found:
    """Scheduled and confirmed."""
    planned = [m for m in g.facts.meetings if m.state == "planned"]
    if not planned:
        return _no_meeting(g)
    tasks: list[Owed] = []
    for meeting in sorted(planned, key=lambda m: (m.starts, m.uid)):
        tasks += _meeting(g, meeting)
    return Found(tuple({(t.kind, t.cause): t for t in tasks}.values()))


def _meeting(g: Ground, meeting: MeetingFact) -> list[Owed]:
    """A confirmation that was sent asks nothing, so nobody is waited for until they meet."""
    agreed = last(
        e
        for e in g.events
        if e.meeting == meeting.uid and e.kind in {EventKind.MEETING_MADE, EventKind.MEETING_MOVED}
    )
    at = agreed.at if agreed is not None else g.facts.since
    since = following(g.events, agreed)
    tasks = [_did_it_happen(g, meeting)]
    if at < meeting.starts:
        word = heard(since)
        off = word is not None and word.answer in {Answer.NO, Answer.LATER}
        if word is not None and off and not written(following(since, word)):
            tasks.append(_does_not_suit(g, meeting, word))
        sent = last(e for e in written(since) if e.message_kind == "confirmation")
        said = any(e.kind is EventKind.CONFIRMED for e in since)
        if not meeting.invite_sent and not _sent(since, "invite_text"):
            tasks.append(_invite(g, meeting, at))
        tasks.append(_prepare(g, meeting, at))
        if sent is None and not said and not off and g.day(at) < g.day(meeting.starts):
            tasks.append(_confirm(g, meeting, at))
    return tasks


def _does_not_suit(g: Ground, meeting: MeetingFact, word: Fact) -> Owed:
    if word.answer is Answer.NO:
        return reply(g, word)
    return Owed(
        kind="answer",
        cause=word.uid,
        opens=word.at,
        due=g.within(word.at, g.numbers.answer_within),
        title="Answer them",
        reason=f"They wrote on {g.on(word.at)} that later would suit them better.",
        meeting=meeting.uid,
        message_kind="reschedule",
    )


def _sent(events: tuple[Fact, ...], kind: str) -> bool:
    return any(e.message_kind == kind for e in written(events))


def _at(g: Ground, meeting: MeetingFact) -> str:
    """The clock time where it takes place; both clocks where they differ and nobody travels."""
    wall = meeting.starts.astimezone(zone_info(meeting.zone))
    mine = meeting.starts.astimezone(g.zone)
    if meeting.format in REMOTE and mine.utcoffset() != wall.utcoffset():
        return f"at {wall:%H:%M} {city(meeting.zone)}, {mine:%H:%M} here"
    return f"at {wall:%H:%M}"


def _when(g: Ground, meeting: MeetingFact) -> str:
    return f"You meet on {g.on(meeting.day)} {_at(g, meeting)}"


def _invite(g: Ground, meeting: MeetingFact, at: datetime) -> Owed:
    reason = f"{_when(g, meeting)}."
    if not g.facts.has_email:
        reason = f"{_when(g, meeting)}; ask for their e-mail first, the invite needs it."
    return Owed(
        kind="send_invite",
        cause=cause(meeting),
        opens=at,
        due=g.day(at),
        title="Send the invite",
        reason=reason,
        meeting=meeting.uid,
        message_kind="invite_text",
        moot=meeting.starts,
    )


def _prepare(g: Ground, meeting: MeetingFact, at: datetime) -> Owed:
    start = g.day(meeting.starts)
    day = max(g.calendar.subtract(start, g.numbers.prepare_before), g.day(at))
    return Owed(
        kind="prepare",
        cause=cause(meeting),
        opens=g.midnight(day),
        due=day,
        title=f"Prepare the {noun(meeting)}",
        reason=f"{_when(g, meeting)}: who they are, what to ask, the brief.",
        meeting=meeting.uid,
        moot=meeting.starts,
    )


def _confirm(g: Ground, meeting: MeetingFact, at: datetime) -> Owed:
    """On the business day before, by the wall where they meet; never before it was agreed.

    Where that morning is still a Sunday here, it is the business day before on this wall too.
    """
    day, early = confirm_day(meeting.day, g.calendar)
    morning = datetime.combine(day, datetime.min.time(), zone_info(meeting.zone)) + _MORNING
    here = g.calendar.roll_back(g.day(morning))
    due = max(here, g.day(at))
    reason = f"{_when(g, meeting)}."
    if (early or here < g.day(morning)) and due <= day:
        reason = f"{_when(g, meeting)}; over 48 hours early, for no business day lies between."
    return Owed(
        kind="confirm",
        cause=cause(meeting),
        opens=g.midnight(due),
        due=due,
        title=f"Confirm the {noun(meeting)}",
        reason=reason,
        meeting=meeting.uid,
        message_kind="confirmation",
        moot=meeting.starts,
    )


def _did_it_happen(g: Ground, meeting: MeetingFact) -> Owed:
    end = ends(meeting)
    return Owed(
        kind="did_it_happen",
        cause=cause(meeting),
        opens=end,
        due=g.day(end),
        title=f"Did the {noun(meeting)} happen?",
        reason=f"It was set for {g.on(meeting.day)} {_at(g, meeting)}.",
        meeting=meeting.uid,
    )


def _no_meeting(g: Ground) -> Found:
    """Nothing stands: it was cancelled, they did not come, or the time was never written down."""
    cancelled = last(e for e in g.episode if e.kind is EventKind.MEETING_CANCELLED)
    base = cancelled or g.entry
    missed = not_come(g)
    if missed is not None and missed.starts > base.at:
        tasks = no_show(g, missed)
        if tasks:
            return Found(tasks)
        since = from_start(g, missed)
    else:
        since = following(g.episode, base)
    word = heard(since)
    if word is not None:
        return talk_goes_on(g, word, since)
    sent = written(since)
    if sent:
        return no_time_yet(g, sent[-1], len(sent))
    reason = f"{told(g, base)}, and no meeting is written down."
    title = "Write down the time"
    if cancelled is not None:
        reason = f"The meeting was cancelled on {g.on(base.at)}."
        title = "Agree on a new time"
    return Found(
        (
            Owed(
                kind="schedule",
                cause=base.uid,
                opens=base.at,
                due=g.within(base.at, g.numbers.answer_within),
                title=title,
                reason=reason,
                message_kind="reschedule" if cancelled is not None else None,
            ),
        )
    )


def not_come(g: Ground) -> MeetingFact | None:
    """The last meeting they did not come to."""
    missed = [m for m in g.facts.meetings if m.state == "no_show"]
    return max(missed, key=lambda m: (m.starts, m.uid), default=None)


def from_start(g: Ground, meeting: MeetingFact) -> tuple[Fact, ...]:
    """What happened since it should have begun; a word about being late is no word about it."""
    return tuple(e for e in g.events if e.at >= meeting.starts and e.message_kind != "running_late")


def no_show(g: Ground, meeting: MeetingFact) -> tuple[Owed, ...]:
    """Write once, when the wait is over; nothing where either side has written since."""
    since = from_start(g, meeting)
    if written(since) or heard(since) is not None:
        return ()
    opens = meeting.starts + timedelta(minutes=g.numbers.no_show_minutes)
    return (
        Owed(
            kind="no_show",
            cause=cause(meeting),
            opens=opens,
            due=g.day(opens),
            title="Write to them, once",
            reason=f"They did not come on {g.on(meeting.day)} {_at(g, meeting)}.",
            meeting=meeting.uid,
            message_kind="reschedule",
        ),
    )
