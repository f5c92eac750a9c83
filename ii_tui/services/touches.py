"""Touches on the timeline, and what they do to the interview: open, move by fact, revive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from ii_tui.core.kinds import Kind
from ii_tui.core.stages import Answer, EventKind, Exit, Stage, moved_by_fact
from ii_tui.errors import Usage
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.services.times import require_ahead
from ii_tui.store import board, introductions, messages, outcomes

_OPENS = frozenset(
    {
        "linkedin_note",
        "linkedin_message",
        "inmail",
        "reconnect",
        "intro_request",
        "meeting_request",
    }
)
"""Kinds that begin an interview where there is none."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A touch to keep on the timeline."""

    event: EventKind
    message_kind: str | None = None
    channel: str | None = None
    answer: Answer | None = None
    until: date | None = None
    text: str = ""


def next_stage(desk: Desk, person_id: int, touch: Touch) -> Stage | None:
    """Where the fact would move the person's interview; None where it moves nothing."""
    with desk.reading() as db:
        found = board.latest_interview(db, person_id)
    if _begins_anew(found, touch):
        return moved_by_fact(Stage.IDENTIFIED, touch.event, touch.message_kind)
    if found is None or (found.exit is not None and not _takes_up(touch)):
        return None
    return moved_by_fact(found.stage, touch.event, touch.message_kind)


def log(
    desk: Desk, person_id: int, touch: Touch, *, at: datetime | None = None, move: bool = True
) -> str:
    """Keeps a touch; sent, met and posted move forward by fact when `move`; received never moves.

    Returns what happened, in words.
    """
    went: dict[str, str] | None = None
    if touch.event is EventKind.SENT and touch.text:
        # What went out is a message, found again and compared with later ones.
        went = {
            "kind": touch.message_kind or "linkedin_message",
            "channel": touch.channel or "linkedin",
            "body": touch.text,
        }
    with desk.act("Logged", at=at) as act:
        log_within(act, person_id, touch, move=move, went=went)
        return act.name


def log_within(
    act: Act,
    person_id: int,
    touch: Touch,
    *,
    move: bool,
    went: Mapping[str, Any] | None = None,
) -> board.Standing | None:
    """Keeps a touch within a running act and names the act; returns the interview, if any.

    `went` are the columns of the message that went out, where it is known. Raises Usage for a
    touch that is still to come, and for one that puts off until a day before it.
    """
    if act.at > act.now:
        raise Usage("That is in the future.", hint="Log it once it has happened.")
    if touch.until is not None:
        require_ahead(touch.until, act.desk.local(act.at).date())
    name = act.name_of(person_id)
    interview = _for_touch(act, person_id, touch)
    _keep(act, person_id, None if interview is None else interview.id, touch, went)
    if touch.event is EventKind.MET:
        act.took_place(person_id)
    elif touch.message_kind == Kind.OUTCOME and touch.event is EventKind.SENT:
        outcomes.settled(act.db, person_id, act.at)
    elif touch.message_kind == Kind.THANK_INTRODUCER:
        introductions.thanked(act.db, person_id, act.at)
    act.name = said(touch, name)
    if interview is None or not move:
        return interview
    after = act.advance(interview, touch.event, touch.message_kind)
    if after.stage is not interview.stage:
        act.name = f"{act.name}, moved to {after.stage.label}"
    return after


def _keep(
    act: Act,
    person_id: int,
    interview_id: int | None,
    touch: Touch,
    went: Mapping[str, Any] | None,
    *,
    told: str = "",
) -> None:
    message: int | None = None
    if went is not None:
        message = messages.add_message(act.db, person_id, act.at, interview=interview_id, **went)
        act.touch_text("message", message)
    act.event(
        person_id,
        touch.event,
        interview_id=interview_id,
        message_kind=touch.message_kind,
        channel=touch.channel,
        answer=None if touch.answer is None else touch.answer.value,
        until=touch.until,
        text=touch.text if went is None else told,
        message=message,
    )


def log_to_introducer(
    act: Act,
    introducer_id: int,
    about_id: int,
    touch: Touch,
    went: Mapping[str, Any] | None,
    *,
    move: bool = True,
) -> None:
    """Keeps what went to who introduces somebody, on both their timelines.

    It settles what is owed in the interview with that person. Asking for the introduction begins
    that interview where there is none and warms it; the introducer's own does not move.
    """
    asks = touch.message_kind == Kind.INTRO_REQUEST
    introducer, about = act.name_of(introducer_id), act.name_of(about_id)
    told = replace(touch, text=f"to {introducer}")
    interview = log_within(act, about_id, told, move=move and asks)
    moved = act.name.removeprefix(said(told, about))
    if asks and interview is not None:
        introductions.ask(act.db, introducer_id, about_id, interview.id, act.at)
        act.touch_interview(interview.id)
    if went is not None or not touch.text:
        touch = replace(touch, text=f"about {about}")
    _keep(act, introducer_id, None, touch, went, told=f"about {about}")
    act.name = f"Thanked {introducer} for bringing you to {about}"
    if touch.message_kind != Kind.THANK_INTRODUCER:
        act.name = said(touch, introducer)
    if asks:
        act.name = f"Asked {introducer} for an introduction to {about}{moved}"


def _for_touch(act: Act, person_id: int, touch: Touch) -> board.Standing | None:
    """The interview a touch belongs to; asking or meeting opens one, or revives a resting one.

    Thanks for a no, and the one message after a no-show, belong to the interview that was closed.
    """
    interview = board.latest_interview(act.db, person_id)
    if _thanks(touch) and (interview is None or interview.stage.position < Stage.HELD.position):
        # A second meeting is planned already: these are the thanks for the first one.
        interview = board.unthanked_interview(act.db, person_id) or interview
    # A message that went out before the close, and is logged late, takes nobody up again.
    late = interview is not None and act.at < interview.since
    if _begins_anew(interview, touch) and not late:
        return act.open(person_id)
    if interview is None or interview.exit is None or not _takes_up(touch):
        return interview
    if late and touch.event is EventKind.SENT:
        return interview
    return act.move(interview, interview.stage)


def _thanks(touch: Touch) -> bool:
    """Whether it thanks for a conversation."""
    return touch.event is EventKind.POSTED or touch.message_kind in {
        "thank_you_email",
        "thank_you_card",
        "thank_introducer",
    }


def _takes_up(touch: Touch) -> bool:
    """Whether it begins an interview where there is none, and revives one that rests."""
    asks = touch.event is EventKind.SENT and touch.message_kind in _OPENS
    return asks or touch.event is EventKind.MET


def _begins_anew(latest: board.Standing | None, touch: Touch) -> bool:
    """Whether a new interview begins; someone in touch who was met again begins one as well."""
    if not _takes_up(touch):
        return False
    if latest is None or latest.exit in {Exit.CONTINUED, Exit.DECLINED}:
        return True
    again = latest.exit is None and latest.stage is Stage.IN_TOUCH
    return again and touch.event is EventKind.MET


def said(touch: Touch, name: str) -> str:
    """The touch in words, for the status line and the undo list."""
    what = Kind(touch.message_kind).words if touch.message_kind else "message"
    match touch.event:
        case EventKind.SENT:
            return f"Sent the {what} to {name}"
        case EventKind.POSTED:
            return f"Posted the card to {name}"
        case EventKind.MET:
            return f"Met {name}"
        case EventKind.CALL:
            return f"A call with {name}"
        case EventKind.CONFIRMED:
            return f"{name} confirmed"
        case _:
            answers = {
                Answer.YES: f"{name} said yes",
                Answer.LATER: f"{name} said later",
                Answer.REFER: f"{name} named someone else",
                Answer.NO: f"{name} said no",
                Answer.OOO: f"{name} is out of office",
            }
            return answers.get(touch.answer, f"{name} wrote") if touch.answer else f"{name} wrote"
