"""After a conversation: what was heard, who was named, and do I want this company more, or less?"""

from __future__ import annotations

from ii_tui.core.text import clean
from ii_tui.errors import Nothing
from ii_tui.services import browsing, people
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
) -> str:
    """Keeps the note, moves the company's motivation by `more` (-1, 0, 1), settles the debrief.

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
        return act.name
