"""Interviews on the board: opened, moved by hand, closed with a reason, revived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ii_tui.core.models import CardRow
from ii_tui.core.stages import CLOSING, Exit, Stage, neighbour
from ii_tui.errors import Nothing, Usage
from ii_tui.services.desk import Desk
from ii_tui.services.times import require_ahead
from ii_tui.store import board
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Interview


@dataclass(frozen=True, slots=True)
class Board:
    """Every card, and the drawer of those that left."""

    cards: tuple[CardRow, ...]
    closed: tuple[CardRow, ...]


def the_board(desk: Desk) -> Board:
    """What the board shows."""
    now = desk.now()
    with desk.reading() as db:
        return Board(tuple(board.cards(db, now)), tuple(board.closed_cards(db, now)))


def start(desk: Desk, person_id: int) -> str:
    """Opens an interview with this person; raises Nothing when one is open already."""
    with desk.act("Started") as act:
        name = act.name_of(person_id)
        act.open(person_id)
        act.name = f"{name} is on the board"
        return act.name


def move(desk: Desk, person_id: int, stage: Stage) -> str:
    """Moves the person's interview to `stage`, opening one where there is none."""
    with desk.act("Moved") as act:
        interview = board.latest_interview(act.db, person_id)
        name = act.name_of(person_id)
        if interview is None or interview.exit is Exit.CONTINUED:
            interview = act.open(person_id, stage)
        elif interview.exit is None and interview.stage is stage:
            raise Nothing(f"{name} is at {stage.label} already.")
        else:
            interview = act.move(interview, stage)
        act.name = f"Moved {name} to {stage.label}"
        return act.name


def step_person(desk: Desk, person_id: int, by: int) -> str:
    """Moves the person's interview one stage back (-1) or forward (+1); opens one where none is."""
    with desk.reading() as db:
        found = board.latest_interview(db, person_id)
    if found is None or found.exit is Exit.CONTINUED:
        return start(desk, person_id)
    if found.exit is not None:
        return revive(desk, found.id)
    target = neighbour(found.stage, by)
    if target is None:
        raise Nothing("That is the end of the board." if by > 0 else "That is its beginning.")
    return move(desk, person_id, target)


def close(
    desk: Desk, person_id: int, exit_: Exit, reason: str = "", until: date | None = None
) -> str:
    """Takes the person's interview off the board; it can be revived.

    Parked needs the day they come back (`until`).
    """
    if exit_ not in CLOSING:
        raise Usage(f"{exit_.value} is not a way to close an interview.")
    if exit_ is Exit.PARKED and until is None:
        raise Usage("Parked until when?", hint='Name a day, such as "in 3 weeks".')
    if until is not None:
        require_ahead(until, desk.today())
    with desk.act("Closed") as act:
        name = act.name_of(person_id)
        interview = board.open_interview(act.db, person_id)
        if interview is None:
            if exit_ is not Exit.DECLINED:
                raise Nothing(f"{name} has no open interview.", hint="Add them to the board first.")
            interview = act.open(person_id)
        act.leave(interview, exit_, reason, until)
        act.name = f"Closed {name}: {exit_.label}"
        if exit_ is Exit.PARKED and until is not None:
            act.name = f"{name} is parked until {until:%-d %B}"
        return act.name


def revive(desk: Desk, interview_id: int) -> str:
    """Brings a closed interview back to the stage where it left the board."""
    with desk.act("Revived") as act:
        found = board.standing(act.db, interview_id)
        if found is None or found.exit is None:
            raise Nothing("That interview is on the board.")
        other = board.open_interview(act.db, found.contact_id)
        if other is not None:
            raise Nothing(
                "They have another open interview.", hint="Close that one first, or go on with it."
            )
        act.move(found, found.stage)
        name = act.name_of(found.contact_id)
        act.name = f"{name} is back at {found.stage.label}"
        return act.name


def revive_person(desk: Desk, person_id: int) -> str:
    """Brings the person's latest interview back."""
    with desk.reading() as db:
        found = board.latest_interview(db, person_id)
    if found is None:
        raise Nothing("They have had no interview.", hint="b puts them on the board.")
    return revive(desk, found.id)


def swap_thanks(desk: Desk, person_id: int) -> str:
    """Asks for card and e-mail both, where a posted card alone would do, or for one of them again.

    Raises Nothing for somebody who is not on the board.
    """
    with desk.act("Thanks") as act:
        interview = board.open_interview(act.db, person_id)
        if interview is None:
            raise Nothing("They are not on the board.", hint="b puts them there.")
        both = not interview.both_thanks
        change_row(act.db, Interview, interview.id, both_thanks=int(both))
        act.touch_interview(interview.id)
        act.name = "Card and e-mail are both owed" if both else "Card or e-mail, one will do"
        return act.name
