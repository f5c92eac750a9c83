"""Something came in: yes, later, ask someone else, no, out of office, a call, we met.

What came in never moves an interview by itself; here the person has chosen the consequence.
"""

from __future__ import annotations

from datetime import date, datetime

from ii_tui.core.quickadd import QuickAdd
from ii_tui.core.stages import Answer, EventKind, Exit, Stage
from ii_tui.errors import Usage
from ii_tui.services import people
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch, log, log_within
from ii_tui.store import board, contacts, introductions
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Contact


def yes(
    desk: Desk, person_id: int, *, move: bool = True, text: str = "", at: datetime | None = None
) -> str:
    """They agreed: what waited is settled, our next word is owed.

    `move` takes them to replied where that is what they agreed to: see `after_yes`.
    """
    with desk.act("Yes", at=at) as act:
        touch = Touch(EventKind.RECEIVED, answer=Answer.YES, text=text)
        interview = log_within(act, person_id, touch, move=False)
        if move:
            target = _after_yes(interview)
            if interview is None or interview.exit is Exit.CONTINUED:
                interview = act.open(person_id)
            if target is not None:
                act.move(interview, target)
                act.name = f"{act.name}, moved to {target.label}"
        return act.name


def _after_yes(interview: board.Standing | None) -> Stage | None:
    """A yes to the request is a reply; to a first message it is not, for asking is owed then.

    One to an interview that was closed takes it up again.
    """
    if interview is None or interview.exit is Exit.CONTINUED:
        return Stage.REPLIED
    if interview.stage is Stage.REQUESTED:
        return Stage.REPLIED
    return interview.stage if interview.exit is not None else None


def after_yes(desk: Desk, person_id: int) -> Stage | None:
    """Where noting a yes may take the interview along; None where it stays."""
    with desk.reading() as db:
        found = board.latest_interview(db, person_id)
    return _after_yes(found)


def later(
    desk: Desk,
    person_id: int,
    until: date | None,
    *,
    park: bool = True,
    text: str = "",
    at: datetime | None = None,
) -> str:
    """They asked to be asked again: parked until that day.

    Without `park` it is only noted, and the day may be missing.
    """
    if park and until is None:
        raise Usage("Parked until when?", hint='Name a day, such as "in 3 weeks".')
    touch = Touch(EventKind.RECEIVED, answer=Answer.LATER, until=until, text=text)
    if not park or until is None:
        return log(desk, person_id, touch, at=at, move=False)
    with desk.act("Later", at=at) as act:
        interview = log_within(act, person_id, touch, move=False) or act.open(person_id)
        act.leave(interview, Exit.PARKED, "they asked for later", until)
        name = act.name_of(person_id)
        act.name = f"{name} is parked until {until:%-d %B}"
        return act.name


def no(desk: Desk, person_id: int, *, text: str = "", at: datetime | None = None) -> str:
    """They declined: closed, and thanks for the answer are owed."""
    with desk.act("No", at=at) as act:
        touch = Touch(EventKind.RECEIVED, answer=Answer.NO, text=text)
        interview = log_within(act, person_id, touch, move=False) or act.open(person_id)
        act.leave(interview, Exit.DECLINED, text)
        act.name = f"{act.name_of(person_id)} said no"
        return act.name


def out_of_office(
    desk: Desk,
    person_id: int,
    until: date | None = None,
    *,
    text: str = "",
    at: datetime | None = None,
) -> str:
    """An automatic answer: what waits on them begins to count when they are back."""
    touch = Touch(EventKind.RECEIVED, answer=Answer.OOO, until=until, text=text)
    words = log(desk, person_id, touch, at=at, move=False)
    return f"{words} until {until:%-d %B}" if until is not None else words


def wrote(desk: Desk, person_id: int, *, text: str = "", at: datetime | None = None) -> str:
    """They wrote something that is none of these."""
    return log(desk, person_id, Touch(EventKind.RECEIVED, text=text), at=at, move=False)


def call(desk: Desk, person_id: int, *, text: str = "", at: datetime | None = None) -> str:
    """They called, or were called."""
    return log(desk, person_id, Touch(EventKind.CALL, text=text), at=at)


def met(
    desk: Desk, person_id: int, *, move: bool = True, text: str = "", at: datetime | None = None
) -> str:
    """The conversation took place: the debrief and the thanks are owed."""
    return log(desk, person_id, Touch(EventKind.MET, text=text), at=at, move=move)


def confirmed(desk: Desk, person_id: int, *, at: datetime | None = None) -> str:
    """They answered the confirmation."""
    return log(desk, person_id, Touch(EventKind.CONFIRMED), at=at, move=False)


def referred(
    desk: Desk,
    person_id: int,
    other: QuickAdd,
    *,
    close: bool = True,
    text: str = "",
    at: datetime | None = None,
) -> tuple[int, str]:
    """They named someone else, who becomes a contact on the board with the introducer recorded.

    Whoever came through somebody already keeps that introducer. `close` takes the first person's
    interview off the board as declined, which owes them thanks for the name. Returns (the other's
    id, what happened in words).
    """
    with desk.act("Referred", at=at) as act:
        touch = Touch(EventKind.RECEIVED, answer=Answer.REFER, text=text)
        interview = log_within(act, person_id, touch, move=False)
        other_id = name_within(act, person_id, other)
        name, new = act.name_of(person_id), act.name_of(other_id)
        if close and interview is not None:
            act.leave(interview, Exit.DECLINED, f"sent me to {new}")
        act.name = f"{name} sent you to {new}, who is on the board"
        return other_id, act.name


def name_within(act: Act, person_id: int, other: QuickAdd) -> int:
    """Puts whom a person named on the board, known here or new; returns their id.

    Whoever came through somebody already keeps that introducer. Raises Usage where it is the same
    person.
    """
    other_id = people.known(act.db, other)
    if other_id == person_id:
        raise Usage("That is the same person.", hint="Name who they sent you to.")
    if other_id is None:
        other_id = people.add_within(act, other, introduced_by=person_id)
    elif contacts.introducer(act.db, other_id) is None:
        change_row(act.db, Contact, other_id, introduced_by=person_id)
        act.touch_contact(other_id)
    theirs = act.interview(other_id)
    if introductions.between(act.db, person_id, other_id) is None:
        introductions.add(act.db, person_id, other_id, theirs.id, "named", act.at)
    act.touch_interview(theirs.id)
    told = f"{act.name_of(person_id)} named {act.name_of(other_id)}"
    act.event(other_id, EventKind.INTRODUCTION, interview_id=theirs.id, text=told)
    act.event(person_id, EventKind.INTRODUCTION, text=told)
    return other_id
