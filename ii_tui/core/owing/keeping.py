"""Talk and keep: what is owed after the meeting, and staying in touch."""

from __future__ import annotations

from datetime import datetime, timedelta

from ii_tui.core.dates import check_in_day
from ii_tui.core.facts import Fact, MeetingFact, Owed
from ii_tui.core.owing.firming import ends
from ii_tui.core.owing.ground import HEARD, Found, Ground, following, last
from ii_tui.core.owing.silence import counted
from ii_tui.core.stages import NO_LATER_TOUCH, Answer, EventKind, Stage
from ii_tui.lazy import dataclass


@dataclass(frozen=True, slots=True)
class _Talk:
    """The conversation that took place."""

    cause: str
    at: datetime
    """aware UTC; its end where a meeting says, else when it was logged"""
    known: bool
    """whether a fact says so, and not only the stage"""
    meeting: str | None = None


def keep(g: Ground) -> Found:
    """Held, thanked and in touch.

    A posted card settles the e-mail unless both were chosen. A sent e-mail enters thanked but
    does not settle the card where an address is known: the card is the better thanks. Without
    an address the e-mail stands alone. Someone moved to thanked by hand was thanked.
    """
    talk = _talk(g)
    stage = g.facts.stage
    tasks = _introducer(g, talk)
    if stage is Stage.IN_TOUCH:
        return Found((*tasks, *_check_ins(g, _cadence(g))))
    card = _thanked_by(g, talk, "thank_you_card")
    mail = _thanked_by(g, talk, "thank_you_email")
    held = stage is Stage.HELD
    if held or talk.known:
        tasks.append(_debrief(g, talk))
    wants_card = g.facts.has_address or g.facts.both_thanks
    if card is None and wants_card and (held or mail is not None):
        tasks.append(_card(g, talk))
    if mail is None and (g.facts.both_thanks if card is not None else held):
        tasks.append(_email(g, talk))
    if not held or card is not None or mail is not None:
        first = _cadence(g) if _in_touch(g, card, mail) else _eight_weeks(g, card, mail)
        tasks += _check_ins(g, first)
    return Found(tuple(tasks))


def _talk(g: Ground) -> _Talk:
    met = last(e for e in g.events if e.kind is EventKind.MET)
    logged = met or g.entry
    meeting = _meeting_of(g, logged, met)
    if meeting is not None:
        return _Talk(meeting.uid, min(logged.at, ends(meeting)), True, meeting.uid)
    return _Talk(logged.uid, logged.at, met is not None)


def _meeting_of(g: Ground, logged: Fact, met: Fact | None) -> MeetingFact | None:
    """The meeting that took place: the one named, else the last that had begun by then."""
    took_place = [m for m in g.facts.meetings if m.state in {"held", "planned"}]
    if met is not None and met.meeting is not None:
        return next((m for m in took_place if m.uid == met.meeting), None)
    begun = [m for m in took_place if m.starts <= logged.at]
    found = max(begun, key=lambda m: (m.starts, m.uid), default=None)
    if found is not None and met is not None:
        earlier = (e for e in g.events if e.kind is EventKind.MET and e is not met)
        if any(e.meeting == found.uid or e.at >= found.starts for e in earlier):
            return None  # an earlier meeting: this time they met without one
    return found


def _thanked_by(g: Ground, talk: _Talk, kind: str) -> Fact | None:
    def fits(event: Fact) -> bool:
        if event.kind is EventKind.POSTED:
            return kind == "thank_you_card"
        return event.kind is EventKind.SENT and event.message_kind == kind

    # A stage set by hand has no time of its own for the talk: any thanks count.
    return next((e for e in g.events if fits(e) and (not talk.known or e.at >= talk.at)), None)


def _met(g: Ground, talk: _Talk) -> str:
    return f"You met on {g.on(talk.at)}" if talk.known else "You marked it as held"


def _debrief(g: Ground, talk: _Talk) -> Owed:
    return Owed(
        kind="debrief",
        cause=talk.cause,
        opens=talk.at,
        due=g.day(talk.at),
        title="Write down what you heard",
        reason=f"{_met(g, talk)}; do you want this company more, or less?",
        meeting=talk.meeting,
    )


def _card(g: Ground, talk: _Talk) -> Owed:
    reason = f"{_met(g, talk)}."
    if not g.facts.has_address:
        reason = f"{_met(g, talk)}, and no address is known; the office's will do."
    return Owed(
        kind="thank_card",
        cause=talk.cause,
        opens=talk.at,
        due=g.day(talk.at),
        title="Post the card",
        reason=reason,
        meeting=talk.meeting,
        message_kind="thank_you_card",
    )


def _email(g: Ground, talk: _Talk) -> Owed:
    hours = g.numbers.thank_email_hours
    reason = f"{_met(g, talk)}; thanks are best within {hours} hours."
    if not g.facts.has_address:
        reason = f"{_met(g, talk)}; no address for a card is known, the office's would do."
    return Owed(
        kind="thank_email",
        cause=talk.cause,
        opens=talk.at,
        due=g.day(talk.at + timedelta(hours=hours)),
        title="Send the thank-you e-mail" if g.facts.has_email else "Send your thanks",
        reason=reason,
        meeting=talk.meeting,
        message_kind="thank_you_email",
    )


def _introducer(g: Ground, talk: _Talk) -> list[Owed]:
    name, way = g.facts.introducer, g.facts.introduction
    if name is None and way is not None and way.introduced_at is not None:
        name = way.introducer
    thanked = way is not None and way.state == "thanked"
    if name is None or thanked or not (talk.known or g.facts.stage is Stage.HELD):
        return []
    if any(e.message_kind == "thank_introducer" and e.at >= talk.at for e in g.events):
        return []
    return [
        Owed(
            kind="thank_introducer",
            cause=talk.cause,
            opens=talk.at,
            due=g.day(talk.at),
            title=f"Thank {name or 'the introducer'} for the introduction",
            reason=f"{_met(g, talk)}; tell them what came of it.",
            meeting=talk.meeting,
            message_kind="thank_introducer",
        )
    ]


def _check_ins(g: Ground, first: Owed) -> list[Owed]:
    """One that was settled by hand logged nothing; the next is counted from there, not lost."""
    found = [first]
    while (settled := g.settled(found[-1])) is not None:
        cause = f"{settled.cause} settled"
        base = Fact(uid=cause, at=settled.at, seq=g.entry.seq, kind=EventKind.SENT)
        why = "you checked in" if settled.done else "the check-in you left out"
        found.append(_check_in(g, base, _cadence_days(g), why))
    return found


def _check_in(g: Ground, base: Fact, days: int, why: str) -> Owed:
    # So many days of the calendar, and a Saturday may be the last; off a holiday it rolls.
    day = check_in_day(g.day(base.at), days)
    if day in g.calendar.holidays:
        day = g.calendar.roll_forward(day)
    return Owed(
        kind="check_in",
        cause=base.uid,
        opens=g.midnight(day),
        due=day,
        title="Check in",
        reason=f"{_span(days)} since {why} on {g.on(base.at, day)}.",
        message_kind="check_in",
    )


def _eight_weeks(g: Ground, card: Fact | None, mail: Fact | None) -> Owed:
    base, why = card or mail or g.entry, "your thanks"
    if card is not None:
        why = "the card, posted"
    elif mail is not None:
        why = "your thanks, sent"
    return _check_in(g, base, g.numbers.check_in_days, why)


def _in_touch(g: Ground, card: Fact | None, mail: Fact | None) -> bool:
    """Whether a later touch stands there already: it was logged before the thanks were."""
    base = max((e for e in (card, mail) if e is not None), key=lambda e: e.at, default=None)
    if base is None:
        return False
    later = last(
        e
        for e in following(g.events, base)
        if e.kind is EventKind.CALL
        or (e.kind is EventKind.SENT and e.message_kind not in NO_LATER_TOUCH)
    )
    return later is not None and later.at > g.entry.at


def _cadence(g: Ground) -> Owed:
    touch = last(e for e in g.events if _touches(e))
    entered = g.entry
    by_hand = entered.kind in {EventKind.MOVED, EventKind.REVIVED}
    if touch is None or (by_hand and entered.at > touch.at):
        touch = entered
    return _check_in(g, touch, _cadence_days(g), "you were last in touch")


def _cadence_days(g: Ground) -> int:
    days = g.facts.cadence_days
    return g.numbers.cadence_days if days is None else days


def _touches(event: Fact) -> bool:
    if event.kind is EventKind.SENT:
        return event.message_kind != "thank_introducer"
    heard = event.kind in HEARD and event.answer is not Answer.OOO
    return heard or event.kind is EventKind.POSTED


def _span(days: int) -> str:
    weeks, rest = divmod(days, 7)
    # Eight weeks read as such; four months are not spoken of as seventeen weeks and a day.
    text = counted(days, "day") if rest or weeks == 0 else counted(weeks, "week")
    return text[:1].upper() + text[1:]
