"""Settling what is owed: done, skipped or put off; and reminders of one's own."""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.dates import long_day, short_day
from ii_tui.core.models import TaskRow
from ii_tui.core.text import clean
from ii_tui.errors import Nothing, Usage
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.services.times import ahead, moment
from ii_tui.store import board, introductions, resolving, tasks


def find_task(desk: Desk, words: str) -> int:
    """The id of the task that `words` names: its number, or a unique beginning of its uid."""
    words = words.strip()
    with desk.reading() as db:
        number = resolving.row_number(words)
        if number is not None and tasks.one(db, number) is not None:
            return number
        found = tasks.by_uid(db, words) if len(words) >= 4 and _plain(words) else []
    if len(found) == 1:
        return found[0]
    if found:
        raise Usage(f"Several tasks begin with {words}.", hint="Name one by its number.")
    raise Nothing(f"There is no task {words}.", hint="`ii-tui today` lists them with numbers.")


def _plain(words: str) -> bool:
    return all(char in "0123456789abcdef-" for char in words)


def task(desk: Desk, task_id: int) -> TaskRow:
    """One task; raises Nothing when it is not there."""
    with desk.reading() as db:
        found = tasks.one(db, task_id)
    if found is None:
        raise Nothing("That task is not there any more.")
    return found


def done(desk: Desk, task_id: int) -> str:
    """Settles a task as done."""
    return _settle(desk, task_id, "done", "Done")


def skip(desk: Desk, task_id: int) -> str:
    """Settles a task as not to be done."""
    return _settle(desk, task_id, "skipped", "Skipped")


def _settle(desk: Desk, task_id: int, state: str, word: str) -> str:
    with desk.act(word) as act:
        found = tasks.one(act.db, task_id)
        if found is None:
            raise Nothing("That task is not there any more.")
        if found.state == state:
            raise Nothing("That is settled already.")
        tasks.settle(act.db, task_id, state, act.now)
        if found.interview_id is not None:
            act.touch_interview(found.interview_id)
        if found.kind == "thank_introducer" and state == "done":
            introductions.thanked(act.db, found.person_id, act.now)
        act.name = f"{found.title}, {found.person}: {word.lower()}"
        return act.name


def snooze(
    desk: Desk, task_id: int, when: str, *, seen: Seen[datetime | None] | None = None
) -> str:
    """Puts a task off until `when`, in words or ISO 8601.

    Raises Stale when it was put off elsewhere since it was `seen`.
    """
    until = ahead(desk, when)
    with desk.act("Later") as act:
        found = tasks.one(act.db, task_id)
        if found is None:
            raise Nothing("That task is not there any more.")
        if found.state in {"done", "skipped"}:
            raise Nothing("That is settled already.")
        if seen is not None:
            seen.check(found.until, until)
        tasks.settle(act.db, task_id, "snoozed", act.now, until)
        if found.interview_id is not None:
            act.park_until(found.interview_id, desk.local(until).date())
        day = short_day(desk.local(until).date(), desk.today())
        act.name = f"{found.title}, {found.person}: put off until {day}"
        return act.name


def remind(desk: Desk, person_id: int, when: str, text: str) -> str:
    """Makes a reminder of one's own about a person."""
    title = clean(text, newlines=False)
    if not title:
        raise Usage("Remind you of what?", hint="Type a few words.")
    opens = moment(desk, when)
    with desk.act("Reminder") as act:
        name = act.name_of(person_id)
        interview = board.open_interview(act.db, person_id)
        tasks.add_custom(
            act.db,
            person_id,
            None if interview is None else interview.id,
            opens,
            title,
            f"You asked to be reminded, on {long_day(desk.today())}.",
        )
        act.name = f"Reminder for {name}: {title}"
        return act.name
