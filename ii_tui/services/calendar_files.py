"""Meetings and check-ins as files that other calendar programs open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ii_tui.core.formats import REMOTE
from ii_tui.core.models import MeetingRow
from ii_tui.core.text import fold
from ii_tui.errors import Usage
from ii_tui.paths import named
from ii_tui.services.desk import Desk
from ii_tui.services.handing_over import place_for
from ii_tui.services.scheduling import one, when_words, where_words
from ii_tui.store import contacts, meetings, tasks

if TYPE_CHECKING:
    from ii_tui.files.ics import IcsMeeting


def meeting_file_name(meeting: MeetingRow) -> str:
    """A plain name for the meeting's file: "coffee-given-family-2026-11-25.ics"."""
    words = fold(f"{meeting.format} {meeting.person}")
    plain = "".join(char if char.isascii() and char.isalnum() else "-" for char in words)
    parts = [part for part in plain.split("-") if part]
    return "-".join([*parts, f"{meeting.wall:%Y-%m-%d}"]) + ".ics"


def meeting_file(desk: Desk, meeting_id: int) -> bytes:
    """The meeting as an .ics file for the person's own calendar; raises Nothing for no meeting."""
    from ii_tui.files.ics import meeting_ics

    return meeting_ics(_for_calendar(desk, one(desk, meeting_id)), desk.now())


def write_meeting(desk: Desk, meeting_id: int, path: Path, *, replace: bool = False) -> Path:
    """Writes the meeting's file (0600) to `path`, into it where it is a folder; returns where.

    Raises IiError where a file is there already and `replace` is not given, or it cannot be
    written.
    """
    from ii_tui.atomic import write_private

    meeting = one(desk, meeting_id)
    with desk.reading() as db:
        if contacts.is_blocked(db, meeting.person_id) and meeting.state != "cancelled":
            raise Usage(
                f"{meeting.person} is marked as do not contact: no invite.",
                title="Blocked",
                hint="! on their page takes it back.",
                code="blocked",
            )
    name = meeting_file_name(meeting)
    target = place_for(named(path), name).absolute()
    write_private(target, meeting_file(desk, meeting_id), replace=replace)
    return target


def whole_calendar(desk: Desk) -> bytes:
    """Every meeting, and every check-in that is owed, as one calendar file."""
    from ii_tui.files.ics import IcsReminder, calendar_ics

    with desk.reading() as db:
        rows = meetings.all_standing(db)
        owed = tasks.of_kind(db, "check_in")
    reminders = [
        IcsReminder(
            uid=f"{task.uid}@ii-tui",
            day=task.due or desk.local(task.opens).date(),
            summary=f"Stay in touch: {task.person}",
            description=task.reason,
        )
        for task in owed
    ]
    return calendar_ics([_for_calendar(desk, row) for row in rows], reminders, desk.now())


def _for_calendar(desk: Desk, row: MeetingRow) -> IcsMeeting:
    from ii_tui.files.ics import IcsMeeting

    me = desk.settings.me
    lines = [
        f"Informational interview with {row.person}" + (f", {row.company}" * bool(row.company))
    ]
    lines.append(where_words(row))
    if row.format in REMOTE and row.zone != desk.zone:
        lines.append(when_words(row, desk.zone))
    if me.phone:
        lines.append(f"My phone: {me.phone}")
    return IcsMeeting(
        uid=f"{row.uid}@ii-tui",
        sequence=row.sequence,
        starts=row.utc,
        minutes=row.minutes,
        summary=f"{row.format.capitalize()} with {row.person}",
        location=row.place,
        description="\n".join(line for line in lines if line),
        cancelled=row.state == "cancelled",
    )
