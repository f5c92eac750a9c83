"""How the Meetings place draws a meeting: in the list, and beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from ii_tui.core.dates import long_day, relative_day, short_day
from ii_tui.core.formats import REMOTE
from ii_tui.core.models import MeetingRow, PersonPage
from ii_tui.core.zones import city, in_zones
from ii_tui.services import scheduling
from ii_tui.services.desk import Desk
from ii_tui.services.scheduling import Meetings
from ii_tui.ui.screens import person_parts as parts
from ii_tui.ui.screens.timeline_rows import timeline
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import (
    DONE,
    DUE,
    NO_SIGN,
    Line,
    Prose,
    Row,
    Span,
    bright,
    dim,
    fit,
    spans_of,
    width_of,
)

STATES = {
    "planned": "planned",
    "reminded": "you confirmed",
    "answered": "confirmed by them",
    "unsaid": "did it happen?",
    **parts.MEETING_STATES,
}
_COLUMNS = Columns(
    Column(1),
    Column(10, most=16, gap=1),
    Column(5),
    Column(16, most=52, grow=1),
    Column(17, align="right"),
)
_INDENT = 21
STACKED = 57
"""cells below which the person stands on a line of their own"""


class MeetingLines:
    """When, with whom and how it stands; below, dim, where and what the clock says there."""

    __slots__ = ("_day", "_sign", "_state", "_time", "_where", "_who")

    def __init__(self, sign: Span, day: str, time: str, who: Span, state: Span, where: str) -> None:
        self._sign, self._day, self._time = sign, day, time
        self._who, self._state, self._where = who, state, where

    def height(self, width: int) -> int:
        """Two lines, three where the person stands alone."""
        return 2 + (width < STACKED)

    def spans(self, width: int, line: int) -> Sequence[Span]:
        """One of its lines."""
        if width >= STACKED:
            if line:
                return Line(dim(self._where), indent=_INDENT).spans(width, 0)
            return _COLUMNS.row(self._sign, self._day, self._time, self._who, self._state).spans(
                width, 0
            )
        if line:
            return Line(self._who if line == 1 else dim(self._where), indent=2).spans(width, 0)
        room = max(1, width - 3 - width_of([self._state]))
        when = fit(spans_of(f"{self._day} {self._time}"), room)
        return [self._sign, Span(" "), *when, Span(" "), self._state]


def begins(meeting: MeetingRow, desk: Desk) -> datetime:
    """When it begins, by the clock that counts: mine where nobody travels, else the place's."""
    return desk.local(meeting.utc) if meeting.format in REMOTE else meeting.wall


def both_clocks(meeting: MeetingRow, desk: Desk) -> str:
    """ "14:00 Chicago, 21:00 Berlin" where nobody travels and they differ, else ""."""
    if meeting.format not in REMOTE or meeting.zone == desk.zone:
        return ""
    return in_zones(meeting.utc, (meeting.zone, desk.zone))


def meeting_items(all_: Meetings, desk: Desk) -> list[Item]:
    """COMING and PAST."""
    items: list[Item] = []
    for name, rows in (("COMING", all_.coming), ("PAST", all_.past)):
        if not rows and not (name == "COMING" and all_.past):
            continue
        items += [blank()] if items else []
        items.append(heading(name))
        items += [_item(meeting, all_.state(meeting), desk) for meeting in rows]
        if not rows:
            items.append(Item(None, (Prose("None. t on a person sets a time.", "dim", indent=2),)))
    return items


def _item(meeting: MeetingRow, state: str, desk: Desk) -> Item:
    at = begins(meeting, desk)
    unsaid = state == "unsaid"
    over = meeting.state != "planned"
    sign = DUE if unsaid else DONE if state == "held" else NO_SIGN
    who = meeting.who
    row = MeetingLines(
        sign,
        short_day(at.date(), desk.today()),
        f"{at:%H:%M}",
        Span(who) if over else bright(who),
        Span(STATES[state], "due" if unsaid else "dim"),
        _where(meeting, desk),
    )
    return Item(meeting.id, (row,), meeting)


def _where(meeting: MeetingRow, desk: Desk) -> str:
    """Where, and what the other clock says; a link comes last, for it is long."""
    clocks = both_clocks(meeting, desk)
    if not clocks:
        return scheduling.where_words(meeting)
    return ", ".join(part for part in (meeting.format, clocks, meeting.place) if part)


def detail_items(meeting: MeetingRow, state: str, page: PersonPage, desk: Desk) -> list[Item]:
    """The meeting, its invite, and the person it is with."""
    at = begins(meeting, desk)
    today = desk.today()
    end = at + timedelta(minutes=meeting.minutes)
    rows: list[Row] = [
        Line(bright(long_day(at.date(), today)), right=dim(relative_day(at.date(), today))),
        Line(f"{at:%H:%M} to {end:%H:%M}", dim(f"  {meeting.minutes} minutes")),
    ]
    if clocks := both_clocks(meeting, desk):
        rows.append(Line(clocks))
    elif meeting.zone != desk.zone:
        rows.append(Line(dim(f"the time in {city(meeting.zone)}, where you meet")))
    rows.append(Prose(scheduling.where_words(meeting), most=3))
    rows += [Line(), Line(Span(STATES[state], "due" if state == "unsaid" else "normal"))]
    if meeting.state == "planned":
        rows.append(Line(dim(_invite(meeting))))
    person: list[Row] = [Line(bright(page.name))]
    if job := page.job:
        person.append(Prose(job, most=2))
    person += [Line(dim(text)) for text in (page.email, page.phone) if text]
    return parts.sections(
        ("", [Item(None, tuple(rows))]),
        ("WITH", [Item(None, tuple(person))]),
        ("OWED", parts.owed(page, desk)),
        ("LAST TOUCHES", timeline(page, desk, 4)),
    )


def _invite(meeting: MeetingRow) -> str:
    if meeting.invite_sequence is None:
        return "No invite has gone out."
    if meeting.invite_sequence < meeting.sequence:
        return "The invite that went out has the old time or place."
    return "The invite has gone out."
