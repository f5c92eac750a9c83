"""What is asked when something owed is settled or put off. Each runs in a worker."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from ii_tui.core.dates import long_day, short_day
from ii_tui.core.models import MeetingRow, TaskRow, full_name
from ii_tui.core.quickadd import EXAMPLE, QuickAdd
from ii_tui.core.stages import Exit
from ii_tui.errors import Nothing, Stale
from ii_tui.services import coming_in, debriefing, interviews, people, scheduling, settling, times
from ii_tui.services.desk import Desk
from ii_tui.services.seen import Seen
from ii_tui.ui.dialogs import meanings
from ii_tui.ui.dialogs.ask import ask_choice, ask_text
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.widgets.asked import Asked
from ii_tui.ui.widgets.fields import Option, numbered

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

OTHER = "other"
_DAYS = (
    ("t", "tomorrow", "tomorrow"),
    ("3", "in 3 days", "in 3 days"),
    ("m", "next Monday", "monday"),
    ("w", "in a week", "in a week"),
)


async def later(app: IiApp, task: TaskRow) -> None:
    """Puts a task off until a day."""
    desk = app.desk
    options = [
        Option(key, words, when, short_day(desk.local(times.moment(desk, when)).date()))
        for key, words, when in _DAYS
    ]
    options.append(Option("o", "another day", OTHER, "typed"))
    when = await ask_choice(app, f"{task.title}, {task.person}: when?", options)
    if when == OTHER:
        when = await ask_text(
            app,
            "Put it off until when?",
            "Until",
            placeholder="e.g. friday, in 10 days, 12 march, tomorrow 14:00",
            check=meanings.readable(times.ahead, desk),
            act="put off",
        )
    seen = task.until
    while when is not None:
        try:
            await app.tell(partial(settling.snooze, desk, task.id, when, seen=Seen(seen)))
        except Stale:
            now = settling.task(desk, task.id).until
            if await _stays(app, task, times.moment(desk, when), now) != "mine":
                return
            seen = now
        else:
            return


async def _stays(
    app: IiApp, task: TaskRow, mine: datetime, theirs: datetime | None
) -> Literal["mine", "theirs"] | None:
    """Another window put it off to another day meanwhile: which of the two stands?"""
    from ii_tui.services import conflicts
    from ii_tui.ui.dialogs.kept import choose_one

    def said(moment: datetime | None) -> str:
        if moment is None:
            return "not put off"
        local = app.desk.local(moment)
        return f"{long_day(local.date(), app.desk.today())} {local:%H:%M}"

    return await choose_one(
        app,
        f"{task.title}, {task.person}",
        await app.ask(lambda: conflicts.who_changed(app.desk, "task", task.id)),
        "Put off until",
        mine=said(mine),
        theirs=said(theirs),
        base=said(task.until),
    )


# The meeting


def _meeting(app: IiApp, task: TaskRow) -> MeetingRow:
    """The meeting that a task is about, else the planned one."""
    page = people.page(app.desk, task.person_id)
    found = next((m for m in page.meetings if m.uid == task.meeting_uid), None)
    found = found or page.planned
    if found is None:
        raise Nothing(f"No meeting with {page.name} is planned.", hint="t makes one.")
    return found


async def send_invite(app: IiApp, task: TaskRow) -> None:
    """The invite goes out by the person's own hand: a file, a text, then the word that it did."""
    meeting = _meeting(app, task)
    title = f"Invite {meeting.person}: {scheduling.when_words(meeting, app.desk.zone)}"
    did = Option("s", "I have sent the invite", "sent")
    address = Option("e", "Add their e-mail", "address", "the invite goes there")
    while True:
        known = bool(meeting.email)
        options = (
            *(() if known else (address,)),
            Option("f", "Write the calendar file (.ics)", "file", "to attach to your mail"),
            Option("c", "Write the text that goes with it", "text", "purpose, place, topics"),
            did,
        )
        words = f"To {meeting.email}." if known else "No e-mail of theirs is known yet."
        answer = await ask_choice(app, title, options, words=words)
        if answer != "address":
            break
        from ii_tui.ui.dialogs.people import ask_email

        await ask_email(app, task.person_id)
        meeting = _meeting(app, task)
    if answer == "text":
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, task.person_id, task=task)
        return
    if answer == "file":
        from ii_tui.ui.dialogs.written import Written, write_meeting

        path = await write_meeting(app, meeting.id)
        if path is None:
            return
        options = (did, Option("l", "Later", "later", "it stays on Today"))
        advice = f"Attach it to your mail to {meeting.email or meeting.person}."
        answer = await app.push_screen_wait(Written(path, options, words=advice))
    if answer == "sent":
        await app.do(lambda: scheduling.invite_handed_over(app.desk, meeting.id))


async def did_it_happen(app: IiApp, task: TaskRow) -> None:
    """The time has passed: what became of it?"""
    desk, person = app.desk, task.person_id
    options = (
        Option("y", "Yes, we met", "met"),
        Option("n", "They did not come", "no_show", "you write once"),
        Option("m", "It was moved", "moved"),
        Option("c", "It was cancelled", "cancelled", "a new time is owed"),
    )
    answer = await ask_choice(app, f"{task.title} {task.person}", options, words=task.reason)
    if answer == "met":
        at = _over(desk, task)
        if await app.do(lambda: coming_in.met(desk, person, at=at)) is None:
            return
        owed = next((t for t in people.page(desk, person).tasks if t.kind == "debrief"), None)
        if owed is not None:
            await debrief(app, owed)
    elif answer == "no_show":
        await app.do(lambda: interviews.close(desk, person, Exit.NO_SHOW))
    elif answer == "moved":
        from ii_tui.ui.dialogs.meeting import meeting

        await meeting(app, person)
    elif answer == "cancelled":
        await app.do(lambda: scheduling.cancel(desk, person)[1])


def _over(desk: Desk, task: TaskRow) -> datetime | None:
    """When the meeting ended, where that has passed: thanks are reckoned from then."""
    page = people.page(desk, task.person_id)
    found = next((m for m in page.meetings if m.uid == task.meeting_uid), None)
    return found.ends if found is not None and found.ends <= desk.now() else None


async def debrief(app: IiApp, task: TaskRow) -> None:
    """What did you hear, what did they suggest, and do you want this company more, or less?"""
    from ii_tui.ui.dialogs.debrief import DebriefSheet
    from ii_tui.ui.dialogs.kept import saved

    desk = app.desk
    page = people.page(desk, task.person_id)
    typed = await app.push_screen_wait(DebriefSheet(f"{task.title}: {page.name}", task.uid))
    if typed is None or (typed.empty and not typed.finished):
        return
    text = debriefing.noted(typed.heard, typed.suggested)
    what = f"debrief {page.name}"
    if not typed.finished:
        keep = partial(debriefing.keep_note, desk, task.id, typed.heard, typed.suggested)
        await saved(app, what, text, partial(keep, person_id=task.person_id))
        return
    named = await _named(app, page.name, typed.suggested)
    more = 0
    if page.company_id is not None:
        options = (
            Option("m", "more", 1),
            Option("s", "the same", 0),
            Option("l", "less", -1),
        )
        title = f"Do you want {page.company} more, or less?"
        more = await ask_choice(app, title, options, to="s") or 0
    finish = partial(
        debriefing.finish,
        desk,
        task.id,
        typed.heard,
        typed.suggested,
        person_id=task.person_id,
        company_id=page.company_id,
        more=more,
        named=named,
    )
    await saved(app, what, text, finish)


async def _named(app: IiApp, met: str, suggested: str) -> QuickAdd | None:
    """Whom they suggested, where that is a person who shall join the board."""
    guess = debriefing.somebody_in(suggested)
    if guess is None:
        return None
    told = await app.push_screen_wait(
        Telling(
            f"{met} suggested {full_name(guess.first, guess.last)}",
            words=["They join the board, and their page says who named them."],
            question=Asked("Who", meanings.somebody, value=suggested, placeholder=EXAMPLE),
            ways=numbered(("Add them to the board", "add"), ("Only keep the note", "note")),
            free={"note"},
            act="go on",
        )
    )
    return told.value if told is not None and told.way == "add" else None


# Answers


async def answer(app: IiApp, task: TaskRow) -> None:
    """They answered, or a time is to be found: what comes next?"""
    person = task.person_id
    options = (
        Option("w", "Write back", "write"),
        Option("t", "A time is agreed", "time"),
        Option("r", "They said later, no, or named someone", "came_in"),
        Option("x", "Nothing more to answer", "done"),
    )
    to = "t" if task.kind == "schedule" and task.message_kind is None else "w"
    title = f"{task.title}: {task.person}"
    chosen = await ask_choice(app, title, options, words=task.reason, to=to)
    if chosen == "write":
        from ii_tui.ui.screens.composer_begin import compose

        await compose(app, person, task=task)
    elif chosen == "time":
        from ii_tui.ui.dialogs.meeting import meeting

        await meeting(app, person)
    elif chosen == "came_in":
        from ii_tui.ui.dialogs.came_in import came_in

        await came_in(app, person)
    elif chosen == "done":
        await app.do(lambda: settling.done(app.desk, task.id))
