"""One person's page: a query for each part of it, none for a row."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from ii_tui.core.dates import parse_instant
from ii_tui.core.models import InterviewRow, PersonPage, TimelineRow
from ii_tui.core.stages import Stage
from ii_tui.store import introductions, meetings, messages, tasks
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_closeness, maybe_day, maybe_exit, maybe_instant


def interviews(db: Db, contact_id: int) -> tuple[InterviewRow, ...]:
    """A person's interviews, the newest first."""
    return tuple(
        InterviewRow(
            id=row[0],
            uid=row[1],
            rev=row[2],
            stage=Stage(row[3]),
            exit=maybe_exit(row[4]),
            exit_reason=row[5],
            since=parse_instant(row[6]),
            opened=parse_instant(row[7]),
            parked_until=maybe_day(row[8]),
            both_thanks=bool(row[9]),
            company=row[10],
        )
        for row in db.rows(
            "SELECT i.id, i.uid, i.rev, i.stage, i.exit, i.exit_reason, i.since, i.opened, "
            "i.parked_until, i.both_thanks, coalesce(o.name, '') FROM interview i "
            "LEFT JOIN company o ON o.id = i.company_id WHERE i.contact_id = ? "
            "ORDER BY i.exit IS NOT NULL, i.id DESC",
            contact_id,
        )
    )


def timeline(db: Db, contact_id: int, limit: int = 300) -> tuple[TimelineRow, ...]:
    """Events and notes of a person, the latest first."""
    rows = db.rows(
        """SELECT * FROM (
          SELECT e.id, 'event', e.kind, e.at, e.message_kind, e.channel, e.answer, e.until,
            e.stage_from, e.stage_to, e.text, coalesce(m.subject, ''), coalesce(m.body, ''),
            e.id AS seq
          FROM event e LEFT JOIN message m ON m.id = e.message_id WHERE e.contact_id = ?1
          UNION ALL
          SELECT id, 'note', 'note', at, NULL, NULL, NULL, NULL, NULL, NULL, text, '', '', id
          FROM note WHERE contact_id = ?1
        ) ORDER BY 4 DESC, seq DESC LIMIT ?2""",
        contact_id,
        limit,
    )
    return tuple(
        TimelineRow(
            id=row[0],
            source=row[1],
            kind=row[2],
            at=parse_instant(row[3]),
            message_kind=row[4],
            channel=row[5],
            answer=row[6],
            until=maybe_day(row[7]),
            stage_from=row[8],
            stage_to=row[9],
            text=row[10],
            subject=row[11],
            body=row[12],
        )
        for row in rows
    )


def _extra(text: str) -> tuple[tuple[str, str], ...]:
    pairs: list[list[str]] = json.loads(text) if text else []
    return tuple((name, value) for name, value in pairs)


def person(db: Db, contact_id: int, now: datetime) -> PersonPage | None:
    """Everything about one person, or None when there is nobody of that id."""
    row = db.one(
        "SELECT c.id, c.uid, c.rev, c.first, c.last, c.greeting, c.title, c.company_id, "
        "coalesce(o.name, ''), c.email, c.phone, coalesce(c.slug, ''), c.url, c.zone, c.country, "
        "c.address, c.closeness, c.how_known, c.introduced_by, "
        "trim(coalesce(n.first, '') || ' ' || coalesce(n.last, '')), c.connected_on, "
        "c.cadence_days, c.do_not_contact, c.archived, c.extra, c.employer_seen "
        "FROM contact c LEFT JOIN company o ON o.id = c.company_id "
        "LEFT JOIN contact n ON n.id = c.introduced_by WHERE c.id = ?",
        contact_id,
    )
    return None if row is None else _page(db, row, now)


def _page(db: Db, row: tuple[Any, ...], now: datetime) -> PersonPage:
    contact_id = int(row[0])
    tags = db.rows("SELECT tag FROM contact_tag WHERE contact_id = ? ORDER BY tag", contact_id)
    past = db.rows(
        "SELECT DISTINCT o.name FROM employment e JOIN company o ON o.id = e.company_id "
        "WHERE e.contact_id = ? ORDER BY e.id DESC",
        contact_id,
    )
    return PersonPage(
        id=contact_id,
        uid=row[1],
        rev=row[2],
        first=row[3],
        last=row[4],
        greeting=row[5],
        title=row[6],
        company_id=row[7],
        company=row[8],
        email=row[9],
        phone=row[10],
        slug=row[11],
        url=row[12],
        zone=row[13],
        country=row[14],
        address=row[15],
        closeness=maybe_closeness(row[16]),
        how_known=row[17],
        introducer_id=row[18],
        introducer=row[19],
        connected_on=maybe_day(row[20]),
        cadence_days=row[21],
        do_not_contact=bool(row[22]),
        archived=maybe_instant(row[23]),
        extra=_extra(row[24]),
        employer_seen=maybe_day(row[25]),
        tags=tuple(tag for (tag,) in tags),
        past_companies=tuple(name for (name,) in past),
        interviews=interviews(db, contact_id),
        tasks=tuple(tasks.of_person(db, contact_id, now)),
        timeline=timeline(db, contact_id),
        meetings=tuple(meetings.of_person(db, contact_id)),
        drafts=tuple(messages.drafts(db, contact_id)),
        introductions=introductions.of_person(db, contact_id),
        for_others=tuple(tasks.of_introducer(db, contact_id, now)),
    )
