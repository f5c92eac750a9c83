"""After a conversation: what was heard, who was named, and do I want this company more, or less?"""

from __future__ import annotations

from ii_tui.core.models import TaskRow
from ii_tui.core.quickadd import QuickAdd, parse_quick
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.services import browsing, coming_in, people
from ii_tui.services.acts import Act
from ii_tui.services.desk import Desk
from ii_tui.store import tasks
from ii_tui.store.rows import change_row
from ii_tui.store.tables import Company

SETTLED = frozenset({"done", "skipped"})


def noted(heard: str, suggested: str) -> str:
    """The note that both make, "" where nothing was written."""
    said, named = clean(heard).strip(), clean(suggested, newlines=False)
    return "\n".join(part for part in (said, f"Suggested: {named}" if named else "") if part)


def keep_note(
    desk: Desk, task_id: int, heard: str, suggested: str, *, person_id: int | None = None
) -> str:
    """Keeps what was written so far; the debrief stays owed.

    With `person_id` it is kept on the person also when the debrief is not owed any more.
    """
    words = noted(heard, suggested)
    with desk.act("Noted") as act:
        task, person_id = _owed(act, task_id, person_id)
        act.name = f"Noted on {act.name_of(person_id)}"
        people.note_within(act, person_id, words, None if task is None else task.interview_id)
        if task is not None:
            act.name += "; the debrief is still owed"
        return act.name


def finish(
    desk: Desk,
    task_id: int,
    heard: str,
    suggested: str,
    *,
    person_id: int | None = None,
    company_id: int | None = None,
    more: int = 0,
    named: QuickAdd | None = None,
) -> str:
    """Keeps the note, moves the company's motivation by `more` (-1, 0, 1), settles the debrief.

    Who was `named` joins the board, introduced by the person who was met.

    One change for undo. Returns what happened, in words. With `person_id`, what was written is
    kept also when another program has settled the debrief meanwhile.
    """
    words = noted(heard, suggested)
    with desk.act("Debrief") as act:
        task, person_id = _owed(act, task_id, person_id)
        if task is None and not words and named is None:
            raise Nothing("That debrief is settled already.")
        name = act.name_of(person_id)
        if words:
            people.note_within(act, person_id, words, None if task is None else task.interview_id)
        if task is None:
            act.name = f"Noted on {name}; the debrief was settled elsewhere"
        else:
            act.name = f"Debrief of {name} is done"
            if company_id is not None and more:
                now = act.db.value("SELECT motivation FROM company WHERE id = ?", company_id)
                after = browsing.nudged(now, more)
                change_row(act.db, Company, company_id, motivation=after)
                company = act.db.value("SELECT name FROM company WHERE id = ?", company_id)
                act.name += f"; motivation for {company} is {after}"
            tasks.settle(act.db, task_id, "done", act.now)
        if named is not None:
            done, other = act.name, coming_in.name_within(act, person_id, named)
            act.name = f"{done}; {act.name_of(other)} is on the board"
        return act.name


def _owed(act: Act, task_id: int, person_id: int | None) -> tuple[TaskRow | None, int]:
    """The debrief while it is owed, and whose it is; raises Nothing where neither is known."""
    task = tasks.one(act.db, task_id)
    if task is None and person_id is None:
        raise Nothing("That task is not there any more.")
    if task is None or (person_id is not None and task.state in SETTLED):
        return None, task.person_id if task is not None else person_id or 0
    return task, task.person_id


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
