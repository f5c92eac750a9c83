"""After a conversation: what was heard, who was named, and do I want this company more, or less?"""

from __future__ import annotations

from ii_tui.core.quickadd import QuickAdd, parse_quick
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.services import browsing, coming_in, people
from ii_tui.services.desk import Desk
from ii_tui.store import tasks
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Company


def noted(heard: str, suggested: str) -> str:
    """The note that both make, "" where nothing was written."""
    said, named = clean(heard).strip(), clean(suggested, newlines=False)
    return "\n".join(part for part in (said, f"Suggested: {named}" if named else "") if part)


def keep_note(desk: Desk, task_id: int, heard: str, suggested: str) -> str:
    """Keeps what was written so far; the debrief stays owed."""
    words = noted(heard, suggested)
    with desk.act("Noted") as act:
        task = tasks.one(act.db, task_id)
        if task is None:
            raise Nothing("That task is not there any more.")
        people.note_within(act, task.person_id, words, task.interview_id)
        act.name = f"Noted on {task.person}; the debrief is still owed"
        return act.name


def finish(
    desk: Desk,
    task_id: int,
    heard: str,
    suggested: str,
    *,
    company_id: int | None = None,
    more: int = 0,
    named: QuickAdd | None = None,
) -> str:
    """Keeps the note, moves the company's motivation by `more` (-1, 0, 1), settles the debrief.

    Who was `named` joins the board, introduced by the person who was met.

    One change for undo. Returns what happened, in words.
    """
    words = noted(heard, suggested)
    with desk.act("Debrief") as act:
        task = tasks.one(act.db, task_id)
        if task is None:
            raise Nothing("That task is not there any more.")
        if words:
            people.note_within(act, task.person_id, words, task.interview_id)
        act.name = f"Debrief of {task.person} is done"
        if company_id is not None and more:
            now = act.db.value("SELECT motivation FROM company WHERE id = ?", company_id)
            after = browsing.nudged(now, more)
            change_row(act.db, Company, company_id, motivation=after)
            name = act.db.value("SELECT name FROM company WHERE id = ?", company_id)
            act.name += f"; motivation for {name} is {after}"
        tasks.settle(act.db, task_id, "done", act.now)
        if named is not None:
            done, other = act.name, coming_in.name_within(act, task.person_id, named)
            act.name = f"{done}; {act.name_of(other)} is on the board"
        return act.name


def somebody_in(suggested: str) -> QuickAdd | None:
    """The person whom a suggestion names, where it reads like one; None for a book or a step."""
    words = clean(suggested, newlines=False)
    try:
        found = parse_quick(words)
    except Usage:
        return None
    if found.email or found.slug or found.company:
        return found
    parts = f"{found.first} {found.last}".split()
    named = 2 <= len(parts) <= 4 and all(not part[0].islower() for part in parts)
    return found if named and not found.title and not words.startswith(_THINGS) else None


_THINGS = ("The ", "A ", "An ", "Read ", "Try ", "Ask ", "Talk ", "Look ", "Go ", "Join ", "Her ",
           "His ", "Their ", "My ", "Book", "Article")  # fmt: skip
"""how a suggestion begins that is no person"""
