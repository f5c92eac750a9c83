"""What goes on with a person: tasks, interviews, introductions, meetings and drafts, as list items.

Every item has a key "what:which", so that the cursor can stand on it and enter knows what to
open. Who they are stands in person_facts, what happened in timeline_rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from ii_tui.core.dates import relative_day, short_day, since_day
from ii_tui.core.kinds import Channel, Kind
from ii_tui.core.models import MeetingRow, PersonPage, TaskRow
from ii_tui.services import scheduling
from ii_tui.services.desk import Desk
from ii_tui.services.today import at_any_time
from ii_tui.ui.screens.timeline_rows import day_words
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import (
    BLOCKED,
    DUE,
    NO_SIGN,
    UNREAD,
    Line,
    Look,
    Prose,
    Row,
    Span,
    bright,
    dim,
)

MEETING_STATES = {
    "held": "you met",
    "cancelled": "cancelled",
    "no_show": "they did not come",
}
"""What became of a meeting."""


def sections(*parts: tuple[str, Iterable[Item]]) -> list[Item]:
    """Parts that have something, under their headings, a blank line between them."""
    items: list[Item] = []
    for name, part in parts:
        found = list(part)
        if found:
            items += [blank()] if items else []
            items += [heading(name), *found] if name else found
    return items


# What is owed, and where the interview stands


def owed(page: PersonPage, desk: Desk) -> list[Item]:
    """Tasks, the most urgent first."""
    return [Item(f"task:{task.id}", _task(task, desk), task) for task in page.tasks]


def _task(task: TaskRow, desk: Desk) -> tuple[Row, ...]:
    now, today = desk.now(), desk.today()
    opened = task.opens <= now
    due = task.due or desk.local(task.opens).date()
    # What may be done at any time presses on no day, however long ago it opened.
    pressing = opened and due <= today and not at_any_time(task)
    sign = DUE if pressing else NO_SIGN
    look: Look = "due" if pressing else "dim"
    words = "when you like" if opened and at_any_time(task) else relative_day(due, today)
    rows: list[Row] = [
        Line(
            sign,
            Span(" "),
            bright(task.title) if opened else task.title,
            right=Span(words, look),
        )
    ]
    if task.reason:
        rows.append(Prose(task.reason, "dim", indent=2, most=3))
    return tuple(rows)


def interview(page: PersonPage, desk: Desk) -> list[Item]:
    """Where the interview stands, and earlier ones."""
    if not page.interviews:
        words = (dim("Not on the board. "), Span("b", "key"), dim(" puts them there."))
        return [Item("interview:0", (Line(*words),))]
    items = []
    for one in page.interviews:
        since = dim(since_day(desk.local(one.since).date(), desk.today()))
        if one.exit is None:
            rows: list[Row] = [
                Line(bright(one.stage.label), right=since),
                Line(dim(one.stage.meaning), indent=2),
            ]
        else:
            rows = [Line(f"closed: {one.where}, was {one.stage.label}", right=since)]
        if one.parked_until is not None:
            until = relative_day(one.parked_until, desk.today())
            rows.append(Line(dim(f"parked until {until}"), indent=2))
        if one.exit_reason:
            rows.append(Prose(one.exit_reason, "dim", indent=2, most=3))
        if one.company and one.company != page.company:
            rows.append(Line(dim(f"at {one.company}"), indent=2))
        items.append(Item(f"interview:{one.id}", tuple(rows), one))
    return items


def introductions(page: PersonPage, desk: Desk) -> list[Item]:
    """Those they make and those that lead to them; what is owed for theirs under each."""
    items = []
    waiting = list(page.for_others)
    for one in page.introductions:
        state = Line(dim(f"{one.state} {day_words(desk, one.at)}"), indent=2)
        items.append(Item(f"introduction:{one.id}", (Prose(one.words), state), one))
        mine = [task for task in waiting if task.person_id == one.person_id]
        items += [Item(f"task:{task.id}", _task(task, desk), task) for task in mine]
        waiting = [task for task in waiting if task not in mine]
    return items + [_for_other(task, desk) for task in waiting]


def _for_other(task: TaskRow, desk: Desk) -> Item:
    about = Line(dim(f"about {task.person}"), indent=2)
    return Item(f"task:{task.id}", (*_task(task, desk), about), task)


def meetings(page: PersonPage, desk: Desk) -> list[Item]:
    """Coming and past, as the store orders them."""
    items = []
    for meeting in page.meetings:
        state = "" if meeting.state == "planned" else MEETING_STATES[meeting.state]
        look: Look = "bright" if meeting.state == "planned" else "normal"
        right = dim(state) if state else dim(relative_day(meeting.wall.date(), desk.today()))
        rows = (
            Line(Span(meeting_time(meeting, desk), look), right=right),
            Line(dim(scheduling.where_words(meeting)), indent=2),
        )
        items.append(Item(f"meeting:{meeting.id}", rows, meeting))
    return items


def meeting_time(meeting: MeetingRow, desk: Desk) -> str:
    """ "Wed 25 Nov, 10:00", with the city where it is not mine."""
    from ii_tui.core.zones import city

    day = short_day(meeting.wall.date(), desk.today())
    there = "" if meeting.zone == desk.zone else f" {city(meeting.zone)}"
    return f"{day}, {meeting.wall:%H:%M}{there}"


def drafts(page: PersonPage, desk: Desk) -> list[Item]:
    """Texts that are being written, or were copied and wait for "sent?"."""
    items = []
    for draft in page.drafts:
        copied = draft.copied is not None
        when = draft.copied or draft.updated
        words = "copied" if copied else "saved"
        items.append(
            Item(
                f"draft:{draft.id}",
                (
                    Line(
                        UNREAD if copied else NO_SIGN,
                        Span(" "),
                        Kind(draft.kind).label,
                        dim(f", {Channel(draft.channel).label}"),
                        right=dim(f"{words} {desk.local(when):%H:%M}, {day_words(desk, when)}"),
                    ),
                    Prose(draft.body.strip() or "(empty)", "dim", indent=2, most=2),
                ),
                draft,
            )
        )
    return items


def warnings(page: PersonPage, desk: Desk) -> list[Item]:
    """What must not be overlooked."""
    rows: list[Row] = []
    if page.do_not_contact:
        rows.append(Line(BLOCKED, Span(" "), Span("Do not contact", "blocked")))
        if page.blocked_why:
            rows.append(Prose(page.blocked_why, "dim", indent=2, most=3))
    if page.archived is not None:
        when = day_words(desk, page.archived)
        rows.append(Line(dim(f"Archived {when}; a brings them back")))
    return [Item("warning:0", tuple(rows))] if rows else []
