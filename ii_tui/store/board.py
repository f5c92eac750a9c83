"""Interviews and their events: opened, moved, closed, and read as the board's cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.models import CardRow
from ii_tui.core.stages import EventKind, Exit, Stage
from ii_tui.lazy import dataclass
from ii_tui.store import tasks
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_day, maybe_exit, maybe_instant
from ii_tui.store.rows import add_row
from ii_tui.store.tables import Event, Interview


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one interview stands: what a service must know to move it."""

    id: int
    uid: str
    rev: int
    contact_id: int
    company_id: int | None
    stage: Stage
    exit: Exit | None
    since: datetime
    """when the stage or the exit was entered, aware UTC"""
    both_thanks: bool
    """the person chose to thank by card and by e-mail"""


_STANDING = (
    "SELECT id, uid, rev, contact_id, company_id, stage, exit, since, both_thanks FROM interview"
)


def _standing(row: tuple[Any, ...] | None) -> Standing | None:
    if row is None:
        return None
    stage, exit_, since = Stage(row[5]), maybe_exit(row[6]), parse_instant(row[7])
    return Standing(row[0], row[1], row[2], row[3], row[4], stage, exit_, since, bool(row[8]))


def standing(db: Db, interview_id: int) -> Standing | None:
    """One interview by id."""
    return _standing(db.one(f"{_STANDING} WHERE id = ?", interview_id))


def open_interview(db: Db, contact_id: int) -> Standing | None:
    """The person's open interview."""
    return _standing(db.one(f"{_STANDING} WHERE contact_id = ? AND exit IS NULL", contact_id))


def latest_interview(db: Db, contact_id: int) -> Standing | None:
    """The person's open interview, else the one that was opened last."""
    return _standing(
        db.one(
            f"{_STANDING} WHERE contact_id = ? ORDER BY exit IS NOT NULL, id DESC LIMIT 1",
            contact_id,
        )
    )


def unthanked_interview(db: Db, contact_id: int) -> Standing | None:
    """An interview that a new one followed before its thanks were sent, the latest."""
    return _standing(
        db.one(
            f"{_STANDING} WHERE contact_id = ? AND exit = 'continued' AND stage = 'held' "
            f"ORDER BY id DESC LIMIT 1",
            contact_id,
        )
    )


def add_interview(db: Db, contact_id: int, stage: Stage, at: datetime) -> int:
    """Opens an interview at the person's present employer; returns its id."""
    company = db.value("SELECT company_id FROM contact WHERE id = ?", contact_id)
    when = instant_text(at)
    return add_row(
        db,
        Interview,
        contact=contact_id,
        company=company,
        stage=stage.value,
        since=when,
        opened=when,
    )


def adopt(
    db: Db, interview_id: int, contact_id: int, since: datetime, besides: Iterable[str]
) -> None:
    """What happened after an interview began, and was logged before it was, belongs to it.

    Not messages of the kinds `besides`: they are about somebody else.
    """
    kinds = sorted(besides)
    db.run(
        "UPDATE event SET interview_id = ? WHERE contact_id = ? AND interview_id IS NULL "
        f"AND at >= ? AND coalesce(message_kind, '') NOT IN ({', '.join('?' * len(kinds))})",
        interview_id,
        contact_id,
        instant_text(since),
        *kinds,
    )


def add_event(
    db: Db,
    contact_id: int,
    kind: EventKind,
    at: datetime,
    recorded: datetime,
    *,
    interview_id: int | None = None,
    until: date | None = None,
    **values: Any,
) -> int:
    """Keeps one event with its time; returns its id, which is also its sequence."""
    return add_row(
        db,
        Event,
        contact=contact_id,
        interview=interview_id,
        kind=kind.value,
        at=instant_text(at),
        recorded=instant_text(recorded),
        until=None if until is None else until.isoformat(),
        **values,
    )


_CARD = """SELECT i.id, c.id, c.first, c.last, c.title, coalesce(o.name, ''), i.stage, i.exit,
  i.exit_reason, i.since, i.parked_until, n.first, n.last,
  (SELECT min(utc) FROM meeting WHERE interview_id = i.id AND state = 'planned'),
  s.at, s.channel, s.message_kind, c.do_not_contact
  FROM interview i JOIN contact c ON c.id = i.contact_id
  LEFT JOIN company o ON o.id = coalesce(i.company_id, c.company_id)
  LEFT JOIN contact n ON n.id = c.introduced_by
  LEFT JOIN event s ON s.id = (SELECT id FROM event WHERE interview_id = i.id AND kind = 'sent'
    ORDER BY at DESC, id DESC LIMIT 1)"""


def _cards(db: Db, now: datetime, where: str, order: str, *values: object) -> list[CardRow]:
    found = db.rows(f"{_CARD} WHERE {where} ORDER BY {order}", *values)
    owed = tasks.first_of_interviews(db, [row[0] for row in found], now)
    return [
        CardRow(
            interview_id=row[0],
            person_id=row[1],
            first=row[2],
            last=row[3],
            title=row[4],
            company=row[5],
            stage=Stage(row[6]),
            exit=maybe_exit(row[7]),
            exit_reason=row[8],
            since=parse_instant(row[9]),
            parked_until=maybe_day(row[10]),
            introducer=f"{row[11] or ''} {row[12] or ''}".strip(),
            next_meeting=maybe_instant(row[13]),
            last_sent=maybe_instant(row[14]),
            last_channel=row[15] or "",
            last_message_kind=row[16] or "",
            task=owed.get(row[0]),
            do_not_contact=bool(row[17]),
        )
        for row in found
    ]


def cards(db: Db, now: datetime) -> list[CardRow]:
    """Every open interview's card; the longest at its stage first."""
    return _cards(db, now, "i.exit IS NULL AND c.archived IS NULL", "i.since, i.id")


def closed_cards(db: Db, now: datetime, limit: int = 500) -> list[CardRow]:
    """The interviews that left the board, the latest first."""
    return _cards(
        db,
        now,
        "i.exit IS NOT NULL AND i.exit <> 'continued' AND c.archived IS NULL",
        "i.since DESC, i.id DESC LIMIT ?",
        limit,
    )


def interviews_of(db: Db, contact_ids: Sequence[int]) -> list[int]:
    """Ids of all interviews of these people and of those they introduce, which name them."""
    marks = ",".join("?" * len(contact_ids))
    return [
        row[0]
        for row in db.rows(
            f"SELECT id FROM interview WHERE contact_id IN ({marks}) UNION "
            f"SELECT i.id FROM contact c JOIN interview i ON i.contact_id = c.id "
            f"WHERE c.introduced_by IN ({marks}) UNION "
            f"SELECT interview_id FROM introduction "
            f"WHERE interview_id IS NOT NULL AND introducer_id IN ({marks})",
            *contact_ids,
            *contact_ids,
            *contact_ids,
        )
    ]
