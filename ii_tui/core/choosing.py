"""Which message fits: its kind and its occasion, from what is owed or from where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.messages import Tie, first_message_kind
from ii_tui.core.stages import Answer, Closeness, Exit, Stage

FIRST_BEATS = frozenset({Kind.RECONNECT, Kind.LINKEDIN_MESSAGE, Kind.INMAIL})
"""Kinds that open warmly and ask for nothing: the question follows in a second beat."""

SECOND_BEAT = "second_beat"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands, as far as it decides what to write; `stage` None: not on the board."""

    stage: Stage | None = None
    exit: Exit | None = None
    tie: Tie = field(default_factory=Tie)
    heard: bool = False
    """the last word in this interview is theirs"""
    answer: Answer | None = None
    """what they last said, where it was an answer"""
    wrote: bool = False
    """something was written to them in this interview"""
    by: Channel | None = None
    """what the last of it went by"""
    asked: bool = False
    """they were asked for 30 minutes before, in this interview"""
    planned: bool = False
    """a meeting stands"""
    begun: bool = False
    """and its time has come"""
    cancelled: bool = False
    """one was cancelled"""
    posted: bool = False
    """the card was posted"""


@dataclass(frozen=True, slots=True)
class Fit:
    """A kind, and the occasion within it that templates are written for."""

    kind: Kind
    variant: str = ""


def fitting(now: Standing) -> Fit:
    """What to write to somebody who stands so, when nothing that is owed says it."""
    if now.exit is not None:
        return _after_exit(now, now.exit)
    match now.stage:
        case None | Stage.IDENTIFIED | Stage.WARMING:
            return _connect(now)
        case Stage.REQUESTED:
            return _answer(now) if now.heard else Fit(Kind.FOLLOW_UP)
        case Stage.REPLIED:
            answered = now.heard or not now.wrote
            return _answer(now) if answered else Fit(Kind.MEETING_REQUEST, "schedule")
        case Stage.SCHEDULED | Stage.CONFIRMED:
            return _firm_up(now)
        case Stage.HELD:
            return _thanks(now)
        case Stage.THANKED:
            return Fit(Kind.CHECK_IN)
        case Stage.IN_TOUCH:
            return Fit(Kind.CHECK_IN, "later")


def fitting_task(task: str, message: Kind | None, now: Standing) -> Fit:
    """What settles a task of this kind, whose rule names the kind of `message`."""
    if task == "schedule" and message is None:
        return Fit(Kind.MEETING_REQUEST, "schedule")
    if message is None:
        return fitting(now)
    if task == "promise":
        return Fit(message, "promise")
    occasions = {
        Kind.MEETING_REQUEST: _request_for(task, now),
        Kind.LINKEDIN_NOTE: "introduced" if now.tie.introduced else "",
        Kind.DECLINE: "named" if now.answer is Answer.REFER else "",
        Kind.CHECK_IN: "later" if now.stage is Stage.IN_TOUCH else "",
        Kind.RESCHEDULE: {"answer": "answer", "schedule": "cancelled"}.get(task, task),
    }
    return Fit(message, "nudge" if _nudges(task, message) else occasions.get(message, ""))


def occasion(kind: Kind, now: Standing, usual: Fit) -> Fit:
    """The occasion of a kind that was chosen by hand; `usual` is what would have fitted."""
    if usual.kind is kind:
        return usual
    if kind is Kind.MEETING_REQUEST:
        return _request(now)
    if kind is Kind.LINKEDIN_NOTE and now.tie.introduced:
        return Fit(kind, "introduced")
    return Fit(kind)


def _nudges(task: str, message: Kind) -> bool:
    return task == "nudge" and message in FIRST_BEATS | {Kind.INTRO_REQUEST}


def _request_for(task: str, now: Standing) -> str:
    if task == SECOND_BEAT:
        return SECOND_BEAT
    if task == "answer":
        return _answer(now).variant
    if task == "schedule":
        return "schedule"
    return _request(now).variant


def is_second_beat(fit: Fit, tie: Tie) -> bool:
    """Whether it asks what a first beat did not: close ties are asked plainly, without beats."""
    return fit.variant == SECOND_BEAT and tie.closeness is not Closeness.CLOSE


def is_first_beat(fit: Fit, tie: Tie) -> bool:
    """Whether it is the warm word before the question, in which the search has no place."""
    first = fit.kind is Kind.RECONNECT and not fit.variant
    return first and tie.closeness is not Closeness.CLOSE


def _connect(now: Standing) -> Fit:
    if now.heard and (now.wrote or now.stage is Stage.WARMING):
        return _request(now)
    if now.wrote and not now.asked:
        return Fit(_lighter(now.by), "nudge")
    if now.asked:
        return Fit(Kind.FOLLOW_UP)
    return _first(now)


def _first(now: Standing) -> Fit:
    kind = first_message_kind(now.tie)
    return _request(now) if kind is Kind.MEETING_REQUEST else Fit(kind)


def _lighter(by: Channel | None) -> Kind:
    """What recalls a first word, in the thread where it stands."""
    if by is Channel.INMAIL:
        return Kind.INMAIL
    return Kind.RECONNECT if by is Channel.EMAIL else Kind.LINKEDIN_MESSAGE


def _request(now: Standing) -> Fit:
    """The question for 30 minutes, by what went before it."""
    if now.asked:
        return Fit(Kind.MEETING_REQUEST, "again")
    if now.heard:
        return Fit(Kind.MEETING_REQUEST, SECOND_BEAT)
    return Fit(Kind.MEETING_REQUEST, "introduced" if now.tie.introduced else "")


def _answer(now: Standing) -> Fit:
    """They wrote: thanks for a no or a name, else a time."""
    if now.answer is Answer.NO:
        return Fit(Kind.DECLINE)
    if now.answer is Answer.REFER:
        return Fit(Kind.DECLINE, "named")
    if now.answer is Answer.LATER:
        return Fit(Kind.MEETING_REQUEST, "again")
    return Fit(Kind.MEETING_REQUEST, "answer" if now.tie.has_email else "answer_address")


def _firm_up(now: Standing) -> Fit:
    if now.planned and now.begun:
        return _thanks(now)
    if not now.planned:
        if now.cancelled:
            return Fit(Kind.RESCHEDULE, "cancelled")
        return Fit(Kind.MEETING_REQUEST, "schedule")
    if now.heard and now.answer in {Answer.NO, Answer.LATER}:
        return Fit(Kind.RESCHEDULE, "answer")
    return Fit(Kind.CONFIRMATION if now.stage is Stage.SCHEDULED else Kind.RESCHEDULE)


def _thanks(now: Standing) -> Fit:
    card = now.tie.has_address and not now.posted
    return Fit(Kind.THANK_YOU_CARD if card else Kind.THANK_YOU_EMAIL)


def _after_exit(now: Standing, exit_: Exit) -> Fit:
    match exit_:
        case Exit.DECLINED:
            return Fit(Kind.DECLINE, "named" if now.answer is Answer.REFER else "")
        case Exit.CANCELLED:
            return Fit(Kind.RESCHEDULE, "cancelled")
        case Exit.NO_SHOW:
            return Fit(Kind.RESCHEDULE, "no_show")
        case Exit.CONTINUED:
            return Fit(Kind.CHECK_IN, "later")
        case Exit.PARKED:
            asked = now.asked or (now.stage or Stage.IDENTIFIED).position >= 2
            return Fit(Kind.MEETING_REQUEST, "again") if asked else Fit(Kind.RECONNECT)
        case _:
            return _answer(now) if now.heard else _first(now)
