"""How a timeline is drawn, and what happened in words, wherever one is shown."""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.dates import relative_day, short_day
from ii_tui.core.kinds import TO_INTRODUCER, Channel, Kind
from ii_tui.core.models import PersonPage, TimelineRow
from ii_tui.core.stages import Stage
from ii_tui.services.desk import Desk
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Line, Prose, Row, dim

NOTHING_YET = [Item(None, (Prose("Nothing yet. r logs what came in, N keeps a note.", "dim"),))]


def timeline(page: PersonPage, desk: Desk, most: int = 0) -> list[Item]:
    """Events, notes and messages, the newest first; `most` of them, 0 for all that were read."""
    rows = page.timeline[:most] if most else page.timeline
    return [Item(f"{row.source}:{row.id}", _happened(row, desk), row) for row in rows]


def _happened(row: TimelineRow, desk: Desk) -> tuple[Row, ...]:
    rows: list[Row] = [Line(event_words(row, desk), right=dim(day_words(desk, row.at)))]
    text = whole_text(row)
    if text:
        rows.append(Prose(" ".join(text.split()), "dim", indent=2, most=2))
    return tuple(rows)


def event_words(row: TimelineRow, desk: Desk) -> str:
    """What happened, as a sentence would begin."""
    kind = row.message_kind
    what = Kind(kind).words if kind in set(Kind) else "message"
    channel = row.channel
    by = f" by {Channel(channel).label}" if channel in set(Channel) and channel != "card" else ""
    about = f" {row.text}" if kind in TO_INTRODUCER and row.text else ""
    to = _place(row.stage_to or "")
    until = "" if row.until is None else f" until {relative_day(row.until, desk.today())}"
    answers = {
        "yes": "They said yes",
        "later": f"They said later{until}",
        "refer": "They named someone else",
        "no": "They said no",
        "ooo": f"Out of office{until}",
    }
    meeting = _planned_for(row.text, desk)
    words = {
        "opened": f"On the board: {to}",
        "moved": f"Moved to {to}",
        "closed": f"Closed: {to}{until}",
        "revived": f"Revived at {to}",
        "sent": f"Sent the {what}{about}{by}",
        "received": answers.get(row.answer or "", f"They wrote{by}"),
        "call": "A call",
        "met": "Met",
        "posted": "Posted the card",
        "note": "Note",
        "meeting_made": f"Meeting set: {meeting}" if meeting else "Meeting set",
        "meeting_moved": f"Meeting moved: {meeting}" if meeting else "Meeting moved",
        "meeting_cancelled": "Meeting cancelled",
        "confirmed": "They confirmed",
        "blocked": "Do not contact",
        "unblocked": "May be contacted again",
        "introduction": row.text.partition("\n")[0],
    }
    return words.get(row.kind, row.kind.replace("_", " "))


def _place(name: str) -> str:
    """A stage or an exit as a person reads it."""
    return Stage(name).label if name in set(Stage) else name.replace("_", " ")


def _planned_for(text: str, desk: Desk) -> str:
    """ "Wed 25 Nov, 10:00 Chicago" from what the event keeps, 2026-11-25 10:00 America/Chicago."""
    from ii_tui.core.zones import city

    stamp, _, zone = text.rpartition(" ")
    try:
        wall = datetime.fromisoformat(stamp)
    except ValueError:
        return text
    there = "" if zone == desk.zone else f" {city(zone)}"
    return f"{short_day(wall.date(), desk.today())}, {wall:%H:%M}{there}"


def whole_text(row: TimelineRow) -> str:
    """What was written there, subject and all; "" where there is nothing to read."""
    text = "" if row.kind.startswith("meeting_") else row.text
    if row.kind == "introduction":
        text = row.text.partition("\n")[2]
    elif row.message_kind in TO_INTRODUCER and row.text.startswith(("to ", "about ")):
        text = ""
    return "\n\n".join(part.strip() for part in (row.subject, row.body, text) if part.strip())


def day_words(desk: Desk, moment: datetime) -> str:
    """A moment as a day: "yesterday", "Friday 27"."""
    return relative_day(desk.local(moment).date(), desk.today())
