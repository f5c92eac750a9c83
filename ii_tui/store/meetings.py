"""Meetings: wall time, zone and fold, with the instant that follows; coming and past."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.models import MeetingRow
from ii_tui.store.driver import Db
from ii_tui.store.rows import add_row, change_row
from ii_tui.store.tables import Meeting

_ROW = """SELECT m.id, m.uid, m.rev, c.id, c.first, c.last, coalesce(o.name, ''), c.email,
  m.interview_id, m.wall, m.zone, m.fold, m.utc, m.minutes, m.format, m.place, m.treat, m.state,
  m.sequence, m.invite_sequence FROM meeting m JOIN contact c ON c.id = m.contact_id
  LEFT JOIN company o ON o.id = c.company_id"""


def _row(row: tuple[Any, ...]) -> MeetingRow:
    return MeetingRow(
        id=row[0],
        uid=row[1],
        rev=row[2],
        person_id=row[3],
        first=row[4],
        last=row[5],
        company=row[6],
        email=row[7],
        interview_id=row[8],
        wall=datetime.fromisoformat(row[9]),
        zone=row[10],
        fold=row[11],
        utc=parse_instant(row[12]),
        minutes=row[13],
        format=row[14],
        place=row[15],
        treat=bool(row[16]),
        state=row[17],
        sequence=row[18],
        invite_sequence=row[19],
    )


def one(db: Db, meeting_id: int) -> MeetingRow | None:
    """A meeting by id."""
    row = db.one(f"{_ROW} WHERE m.id = ?", meeting_id)
    return None if row is None else _row(row)


def by_uid(db: Db, uid: str) -> MeetingRow | None:
    """A meeting by uid."""
    row = db.one(f"{_ROW} WHERE m.uid = ?", uid)
    return None if row is None else _row(row)


def standing(db: Db, contact_id: int) -> MeetingRow | None:
    """The planned meeting with this person, the latest made where there are several."""
    row = db.one(
        f"{_ROW} WHERE m.contact_id = ? AND m.state = 'planned' ORDER BY m.utc DESC LIMIT 1",
        contact_id,
    )
    return None if row is None else _row(row)


def planned(db: Db, interview_id: int) -> list[int]:
    """Ids of the planned meetings of one interview."""
    return [
        row[0]
        for row in db.rows(
            "SELECT id FROM meeting WHERE interview_id = ? AND state = 'planned'", interview_id
        )
    ]


def of_person(db: Db, contact_id: int) -> list[MeetingRow]:
    """All meetings with this person, the latest first."""
    return [
        _row(row)
        for row in db.rows(f"{_ROW} WHERE m.contact_id = ? ORDER BY m.utc DESC, m.id", contact_id)
    ]


def coming(db: Db, now: datetime) -> list[MeetingRow]:
    """Planned meetings that have not begun at `now`, soonest first."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE m.state = 'planned' AND m.utc >= ? ORDER BY m.utc, m.id",
            instant_text(now),
        )
    ]


def past(db: Db, now: datetime, limit: int = 500) -> list[MeetingRow]:
    """Everything else: over, held, cancelled; the latest first."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE m.state <> 'planned' OR m.utc < ? ORDER BY m.utc DESC, m.id LIMIT ?",
            instant_text(now),
            limit,
        )
    ]


def answered(db: Db) -> frozenset[int]:
    """Ids of the planned meetings of which the other side said that the time stands."""
    return _since_the_time_stands(db, "e.kind = 'confirmed'")


def reminded(db: Db) -> frozenset[int]:
    """Ids of the planned meetings whose confirmation has gone out for the time that stands."""
    return _since_the_time_stands(db, "e.kind = 'sent' AND e.message_kind = 'confirmation'")


def _since_the_time_stands(db: Db, happened: str) -> frozenset[int]:
    return frozenset(
        row[0]
        for row in db.rows(
            "SELECT m.id FROM meeting m JOIN event e ON e.contact_id = m.contact_id "
            f"WHERE m.state = 'planned' AND {happened} AND e.at >= coalesce("
            "(SELECT max(x.at) FROM event x WHERE x.meeting_id = m.id "
            "AND x.kind IN ('meeting_made', 'meeting_moved')), '')"
        )
    )


def all_standing(db: Db) -> list[MeetingRow]:
    """Every meeting that was not cancelled, in order of time; for calendars."""
    return [
        _row(row) for row in db.rows(f"{_ROW} WHERE m.state <> 'cancelled' ORDER BY m.utc, m.id")
    ]


def add(db: Db, contact_id: int, at: datetime, utc: datetime, wall: datetime, **values: Any) -> int:
    """A new meeting; `wall` is naive, `utc` aware."""
    return add_row(
        db,
        Meeting,
        contact=contact_id,
        wall=wall.isoformat(timespec="minutes"),
        utc=instant_text(utc),
        stamp=instant_text(at),
        **values,
    )


def change(db: Db, meeting_id: int, at: datetime, **changed: Any) -> None:
    """Changes a meeting; a new time, place or state raises SEQUENCE, as calendars demand."""
    if "utc" in changed:
        changed["utc"] = instant_text(changed["utc"])
    if "wall" in changed:
        changed["wall"] = changed["wall"].isoformat(timespec="minutes")
    if changed.keys() & {"utc", "place", "minutes"} or changed.get("state") == "cancelled":
        changed["sequence"] = Meeting.sequence + 1
    change_row(db, Meeting, meeting_id, stamp=instant_text(at), **changed)
