"""What an interview that left the board still owes."""

from __future__ import annotations

from ii_tui.core.facts import Fact, MeetingFact, Owed
from ii_tui.core.owing.firming import from_start, no_show, not_come
from ii_tui.core.owing.ground import (
    SPOKEN,
    Found,
    Ground,
    following,
    heard,
    last,
    request,
    tries,
    written,
)
from ii_tui.core.owing.keeping import keep
from ii_tui.core.owing.silence import reply, reply_decline
from ii_tui.core.stages import Answer, EventKind, Exit, Stage

_AFTER_TALK = frozenset({"debrief", "thank_card", "thank_email", "thank_introducer"})


def left(g: Ground) -> Found:
    """By its exit; most owe nothing."""
    if g.facts.exit is Exit.DECLINED:
        return _declined(g)
    if g.facts.exit is Exit.NO_SHOW:
        return _no_show(g)
    if g.facts.exit is Exit.PARKED:
        return _parked(g)
    if g.facts.exit is Exit.CONTINUED and g.facts.stage is Stage.HELD:
        # The next conversation was agreed before this one was thanked for.
        return Found(tuple(task for task in keep(g).tasks if task.kind in _AFTER_TALK))
    return Found()


def _closed(g: Ground) -> Fact:
    found = last(e for e in g.events if e.kind is EventKind.CLOSED)
    return found or g.entry


def _declined(g: Ground) -> Found:
    closed = _closed(g)
    no = last(e for e in g.episode if e.answer in {Answer.NO, Answer.REFER})
    # The no (or the name) that was logged, else the closing with that reason, is thanked for.
    since = following(g.episode, no or closed)
    thanked = any(
        e.message_kind == "decline" for e in written(following(g.episode, heard(g.episode)))
    )
    return Found() if written(since) or thanked else Found((reply_decline(g, no or closed),))


def _no_show(g: Ground) -> Found:
    meeting = not_come(g)
    if meeting is None:
        closed = _closed(g)
        stood = [m for m in g.facts.meetings if m.state == "planned" and m.starts <= closed.at]
        meeting = max(stood, key=lambda m: (m.starts, m.uid), default=None)
        if meeting is None:
            return _no_show_unplanned(g, closed)
    tasks = no_show(g, meeting)
    return Found(tasks or _unanswered(g, meeting))


def _no_show_unplanned(g: Ground, closed: Fact) -> Found:
    since = following(g.events, closed)
    if written(since):
        return Found()
    word = heard(since)
    if word is not None:
        return Found() if word.kind in SPOKEN else Found((reply(g, word),))
    return Found(
        (
            Owed(
                kind="no_show",
                cause=closed.uid,
                opens=closed.at,
                due=g.day(closed.at),
                title="Write to them, once",
                reason=f"They did not come; you marked it on {g.on(closed.at)}.",
                message_kind="reschedule",
            ),
        )
    )


def _unanswered(g: Ground, meeting: MeetingFact) -> tuple[Owed, ...]:
    """They wrote after they had not come, and wait for a word."""
    since = from_start(g, meeting)
    word = heard(since)
    if word is None or word.kind in SPOKEN or written(following(since, word)):
        return ()
    return (reply(g, word),)


def _parked(g: Ground) -> Found:
    until = g.facts.parked_until
    if until is None:
        return Found()
    closed = _closed(g)
    day = g.calendar.roll_forward(until)
    again = any(e.at >= g.midnight(until) for e in tries(following(g.events, closed)))
    if again:
        return Found()
    asked = g.facts.stage.position >= Stage.REQUESTED.position or request(g.events) is not None
    return Found(
        (
            Owed(
                kind="ask" if asked else "reach_out",
                cause=closed.uid,
                opens=g.midnight(day),
                due=day,
                title="Ask again" if asked else "Write to them again",
                reason=f"You said you would ask again on {g.on(until)}.",
                message_kind="meeting_request" if asked else "reconnect",
            ),
        )
    )
