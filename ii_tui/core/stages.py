"""Stages, steps, exits and answers of an informational interview, in the board's order."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The nine stages; their order is the board's."""

    IDENTIFIED = "identified"
    WARMING = "warming"
    REQUESTED = "requested"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    HELD = "held"
    THANKED = "thanked"
    IN_TOUCH = "in_touch"

    @property
    def label(self) -> str:
        """The stage as a person reads it."""
        return "met" if self is Stage.HELD else self.value.replace("_", " ")

    @property
    def meaning(self) -> str:
        """What has happened once an interview stands here."""
        return _MEANINGS[self]

    @property
    def position(self) -> int:
        """Position from 0 on the board."""
        return STAGES.index(self)

    @property
    def step(self) -> Step:
        """The step, and so the column, that the stage stands in."""
        return next(step for step, stages in COLUMNS.items() if self in stages)


class Step(StrEnum):
    """The five steps that the product exists for; the board's columns."""

    CONNECT = "connect"
    ASK = "ask"
    FIRM_UP = "firm_up"
    TALK = "talk"
    KEEP = "keep"

    @property
    def label(self) -> str:
        """The column's heading."""
        return self.value.replace("_", " ").upper()


class Exit(StrEnum):
    """How an interview leaves the board; every one can be revived."""

    DECLINED = "declined"
    NO_REPLY = "no_reply"
    DORMANT = "dormant"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    PARKED = "parked"
    CONTINUED = "continued"
    """Someone in touch began a new interview: this one keeps its history and owes nothing."""

    @property
    def label(self) -> str:
        """The exit as a person reads it."""
        return self.value.replace("_", " ")


class Answer(StrEnum):
    """What came in."""

    YES = "yes"
    LATER = "later"
    REFER = "refer"
    NO = "no"
    OOO = "ooo"


class Closeness(StrEnum):
    """How close a tie is; imports cannot know it."""

    CLOSE = "close"
    ACQUAINTANCE = "acquaintance"
    STRANGER = "stranger"


class EventKind(StrEnum):
    """What can happen to one interview, or to a person outside any."""

    OPENED = "opened"
    MOVED = "moved"
    CLOSED = "closed"
    REVIVED = "revived"
    SENT = "sent"
    RECEIVED = "received"
    CALL = "call"
    MET = "met"
    POSTED = "posted"
    NOTE = "note"
    MEETING_MADE = "meeting_made"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    CONFIRMED = "confirmed"
    """Their answer to the confirmation; the stage of that name is entered by our sending it."""
    BLOCKED = "blocked"
    """Marked as do not contact, with the reason; it belongs to the person, to no interview."""
    UNBLOCKED = "unblocked"
    INTRODUCTION = "introduction"
    """A step of an introduction, kept on both timelines; no word from who is wanted."""


STAGES: tuple[Stage, ...] = tuple(Stage)

_MEANINGS = {
    Stage.IDENTIFIED: "not written to yet",
    Stage.WARMING: "first contact under way",
    Stage.REQUESTED: "asked for 30 minutes",
    Stage.REPLIED: "they answered",
    Stage.SCHEDULED: "a time is set",
    Stage.CONFIRMED: "you confirmed it",
    Stage.HELD: "you talked",
    Stage.THANKED: "the thanks are out",
    Stage.IN_TOUCH: "you wrote again since",
}

COLUMNS: dict[Step, tuple[Stage, ...]] = {
    Step.CONNECT: (Stage.IDENTIFIED, Stage.WARMING),
    Step.ASK: (Stage.REQUESTED, Stage.REPLIED),
    Step.FIRM_UP: (Stage.SCHEDULED, Stage.CONFIRMED),
    Step.TALK: (Stage.HELD,),
    Step.KEEP: (Stage.THANKED, Stage.IN_TOUCH),
}

CLOSING: tuple[Exit, ...] = (
    Exit.DECLINED,
    Exit.NO_REPLY,
    Exit.DORMANT,
    Exit.LAPSED,
    Exit.CANCELLED,
    Exit.NO_SHOW,
    Exit.PARKED,
)
"""The exits a person may choose; `continued` only follows from opening a new interview."""


def quiet_exit(stage: Stage) -> Exit:
    """The exit of a conversation that went quiet: nobody answered, or both let it rest."""
    return Exit.NO_REPLY if stage.position < Stage.REPLIED.position else Exit.DORMANT


def neighbour(stage: Stage, by: int) -> Stage | None:
    """The stage `by` places away on the board, or None past either end."""
    index = stage.position + by
    return STAGES[index] if 0 <= index < len(STAGES) else None


_BY_SENDING: dict[str | None, Stage] = {
    # A first message may be of any kind that makes sense unasked, or of none that was noted.
    None: Stage.WARMING,
    "linkedin_note": Stage.WARMING,
    "linkedin_message": Stage.WARMING,
    "inmail": Stage.WARMING,
    "reconnect": Stage.WARMING,
    "share": Stage.WARMING,
    "check_in": Stage.WARMING,
    "intro_request": Stage.WARMING,
    "meeting_request": Stage.REQUESTED,
    "confirmation": Stage.CONFIRMED,
    "thank_you_email": Stage.THANKED,
    "thank_you_card": Stage.THANKED,
}

_FROM: dict[str | None, Stage] = {
    # A confirmation or a thank-you says nothing about a meeting that was never agreed.
    "confirmation": Stage.SCHEDULED,
    "thank_you_email": Stage.SCHEDULED,
    "thank_you_card": Stage.SCHEDULED,
}

NO_LATER_TOUCH = frozenset(
    {
        # The thanks themselves, and what belongs to the meeting that is over: logged late, they
        # are not the first touch after it.
        "thank_you_email",
        "thank_you_card",
        "thank_introducer",
        "invite_text",
        "confirmation",
        "reschedule",
        "running_late",
        "intro_blurb",
    }
)
"""Messages that are not the first touch after the thanks."""


def moved_by_fact(stage: Stage, event: EventKind, message_kind: str | None = None) -> Stage | None:
    """The stage that a fact moves an interview forward to, or None when it moves nothing.

    Facts move forward only and may skip (sent, met, posted, a meeting made); what came in, a call
    among it, never moves by itself. A posted card or sent thanks says that an agreed meeting took
    place. A message or a call to someone thanked is the first later touch.
    """
    target: Stage | None = None
    if event is EventKind.MET:
        target = Stage.HELD
    elif event is EventKind.POSTED:
        target = _sent_to(stage, "thank_you_card")
    elif event in {EventKind.MEETING_MADE, EventKind.MEETING_MOVED}:
        target = Stage.SCHEDULED
    elif event is EventKind.CALL and stage is Stage.THANKED:
        target = Stage.IN_TOUCH
    elif event is EventKind.SENT:
        target = _sent_to(stage, message_kind)
    if target is None or target.position <= stage.position:
        return None
    return target


def _sent_to(stage: Stage, message_kind: str | None) -> Stage | None:
    if stage is Stage.THANKED:
        return None if message_kind in NO_LATER_TOUCH else Stage.IN_TOUCH
    floor = _FROM.get(message_kind)
    if floor is not None and stage.position < floor.position:
        return None
    return _BY_SENDING.get(message_kind)
