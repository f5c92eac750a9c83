"""The first five minutes: the one question that a new database asks, and never again."""

from __future__ import annotations

from ii_tui.errors import Usage
from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall, remember
from ii_tui.store import contacts

DONE = "first_run_done"
"""the database's setting that ends the question for good"""


def wanted(desk: Desk) -> bool:
    """Whether to ask: there is no contact at all, and it was never answered or skipped."""
    with desk.reading() as db:
        if contacts.anybody(db):
            return False
    return not recall(desk, DONE)


def end(desk: Desk) -> None:
    """It was answered or skipped."""
    remember(desk, DONE, "yes")


def trouble(line: str) -> str | None:
    """Why nobody can be read off this line, in a sentence; None where somebody can."""
    from ii_tui.core.quickadd import parse_quick

    try:
        parse_quick(line)
    except Usage as error:
        return str(error)
    return None


def begin_with(desk: Desk, line: str) -> tuple[int, str, str]:
    """Adds the person of one line and puts them on the board, in one change.

    Returns (id, name, what happened in words). Raises Usage for a line that names nobody.
    """
    from ii_tui.core.models import full_name
    from ii_tui.core.quickadd import parse_quick
    from ii_tui.services import people
    from ii_tui.store import board

    person = parse_quick(line)
    name = full_name(person.first, person.last)
    with desk.act(f"{name} is on the board") as act:
        person_id = people.known(act.db, person)
        if person_id is None:
            person_id = people.add_within(act, person)
        if board.open_interview(act.db, person_id) is None:
            act.open(person_id)
        words = act.name
    end(desk)
    return person_id, name, words
