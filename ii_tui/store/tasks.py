"""Tasks: what core/owed computes, stored beside what the person decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.facts import Owed
from ii_tui.core.models import TaskRow
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_day, maybe_instant, maybe_stage
from ii_tui.store.rows import new_uid

_SPACE = "6b1d5c0e-9f5d-5c0b-8d0a-3a1f6f2f7a10"
_COLUMNS = ("kind", "cause", "opens", "due", "title", "reason", "meeting", "message_kind", "moot")


def task_uid(kind: str, interview_uid: str, cause: str) -> str:
    """The same thing owed has the same uid, however often it is computed."""
    import uuid

    return str(uuid.uuid5(uuid.UUID(_SPACE), f"{kind}\n{interview_uid}\n{cause}"))


def replan(
    db: Db, interview_id: int, interview_uid: str, contact_id: int, owed: Iterable[Owed]
) -> None:
    """Makes the stored tasks of one interview those of `owed`, within the running transaction.

    What the person decided (done, snoozed, skipped) stays with the uid. An open task that is not
    owed any more goes; a decided one stays as history.
    """
    wanted: dict[str, tuple[Any, ...]] = {}
    for one in owed:
        wanted[task_uid(one.kind, interview_uid, one.cause)] = (
            one.kind,
            one.cause,
            instant_text(one.opens),
            None if one.due is None else one.due.isoformat(),
            one.title,
            one.reason,
            one.meeting,
            one.message_kind,
            None if one.moot is None else instant_text(one.moot),
        )
    columns = ", ".join(_COLUMNS)
    stored = {
        row[0]: row
        for row in db.rows(
            f"SELECT uid, id, live, state, {columns} FROM task "
            f"WHERE interview_id = ? AND kind NOT IN ('custom', 'outcome')",
            interview_id,
        )
    }
    for uid, row in stored.items():
        if uid in wanted:
            if row[4:] != wanted[uid] or not row[2]:
                assigned = ", ".join(f"{column} = ?" for column in _COLUMNS)
                db.run(f"UPDATE task SET {assigned}, live = 1 WHERE id = ?", *wanted[uid], row[1])
        elif row[3] == "open":
            db.run("DELETE FROM task WHERE id = ?", row[1])
        elif row[2]:
            db.run("UPDATE task SET live = 0 WHERE id = ?", row[1])
    for uid, values in wanted.items():
        if uid not in stored:
            db.run(
                f"INSERT INTO task(uid, contact_id, interview_id, {columns}) "
                f"VALUES({', '.join('?' * (3 + len(_COLUMNS)))})",
                uid,
                contact_id,
                interview_id,
                *values,
            )


def add_custom(
    db: Db, contact_id: int, interview_id: int | None, opens: datetime, title: str, reason: str
) -> int:
    """A reminder that the person makes: no rule computes it, so `replan` leaves it alone."""
    uid = new_uid()
    return db.add(
        "INSERT INTO task(uid, contact_id, interview_id, kind, cause, opens, due, title, reason) "
        "VALUES(?, ?, ?, 'custom', ?, ?, NULL, ?, ?)",
        uid,
        contact_id,
        interview_id,
        uid,
        instant_text(opens),
        title,
        reason,
    )


_OPENS = "CASE WHEN t.state = 'snoozed' THEN t.until ELSE t.opens END"
_ROW = f"""SELECT t.id, t.uid, t.kind, c.id, c.first, c.last, coalesce(o.name, ''),
  t.interview_id, i.stage, {_OPENS},
  t.due, t.title, t.reason, t.message_kind, t.meeting, t.state, t.until
  FROM task t JOIN contact c ON c.id = t.contact_id
  LEFT JOIN interview i ON i.id = t.interview_id
  LEFT JOIN company o ON o.id = coalesce(i.company_id, c.company_id)"""
_STANDS = (
    "t.live = 1 AND t.state IN ('open', 'snoozed') AND c.archived IS NULL "
    "AND (t.kind <> 'outcome' OR c.do_not_contact = 0)"
)
_URGENT = "coalesce(t.due, '9999'), t.opens, t.id"


def _row(row: tuple[Any, ...]) -> TaskRow:
    return TaskRow(
        id=row[0],
        uid=row[1],
        kind=row[2],
        person_id=row[3],
        first=row[4],
        last=row[5],
        company=row[6],
        interview_id=row[7],
        stage=maybe_stage(row[8]),
        opens=parse_instant(row[9]),
        due=maybe_day(row[10]),
        title=row[11],
        reason=row[12],
        message_kind=row[13],
        meeting_uid=row[14],
        state=row[15],
        until=maybe_instant(row[16]),
    )


def _stands(now: datetime) -> str:
    """What stands at `now`: an invite for a meeting that has begun makes no sense any more."""
    return f"{_STANDS} AND (t.moot IS NULL OR t.moot > '{instant_text(now)}')"


def opened(db: Db, now: datetime) -> list[TaskRow]:
    """What is open at `now`, most urgent first; a snoozed task opens when its time comes."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE {_stands(now)} AND {_OPENS} <= ? ORDER BY {_URGENT}",
            instant_text(now),
        )
    ]


def opening(db: Db, after: datetime, before: datetime) -> list[TaskRow]:
    """What opens later than `after` and not after `before`, soonest first."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE {_stands(after)} AND {_OPENS} > ? AND {_OPENS} <= ? ORDER BY 10, t.id",
            instant_text(after),
            instant_text(before),
        )
    ]


def of_person(db: Db, contact_id: int, now: datetime) -> list[TaskRow]:
    """Everything that stands for one person, opened or not, most urgent first."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE {_stands(now)} AND c.id = ? ORDER BY {_URGENT}", contact_id
        )
    ]


def of_introducer(db: Db, contact_id: int, now: datetime) -> list[TaskRow]:
    """What is owed in interviews with those whom a person introduces, and concerns that person."""
    return [
        _row(row)
        for row in db.rows(
            f"{_ROW} WHERE {_stands(now)} AND c.id <> ?1 AND (t.cause IN "
            f"(SELECT uid FROM introduction WHERE introducer_id = ?1) OR (t.message_kind IN "
            f"('intro_request', 'thank_introducer') AND (c.introduced_by = ?1 OR t.interview_id IN "
            f"(SELECT interview_id FROM introduction WHERE introducer_id = ?1 "
            f"AND state <> 'declined')))) ORDER BY {_URGENT}",
            contact_id,
        )
    ]


def of_kind(db: Db, kind: str) -> list[TaskRow]:
    """Everything of one kind that stands, opened or not, soonest first."""
    return [
        _row(row) for row in db.rows(f"{_ROW} WHERE {_STANDS} AND t.kind = ? ORDER BY 10", kind)
    ]


def first_of_interviews(
    db: Db, interview_ids: Sequence[int], now: datetime
) -> Mapping[int, TaskRow]:
    """The task of each interview that opens first, then the most urgent."""
    found: dict[int, TaskRow] = {}
    if not interview_ids:
        return found
    for row in db.rows(
        f"{_ROW} WHERE {_stands(now)} AND t.interview_id IS NOT NULL ORDER BY 10, {_URGENT}"
    ):
        task = _row(row)
        if task.interview_id is not None:
            found.setdefault(task.interview_id, task)
    return found


def one(db: Db, task_id: int) -> TaskRow | None:
    """A task by id, whatever its state."""
    row = db.one(f"{_ROW} WHERE t.id = ?", task_id)
    return None if row is None else _row(row)


def by_uid(db: Db, prefix: str) -> list[int]:
    """Ids of the tasks whose uid begins so."""
    return [row[0] for row in db.rows("SELECT id FROM task WHERE uid GLOB ? LIMIT 5", f"{prefix}*")]


def settle(db: Db, task_id: int, state: str, at: datetime, until: datetime | None = None) -> None:
    """What the person decided: done, skipped, snoozed (until), or open again."""
    db.run(
        "UPDATE task SET state = ?, settled = ?, until = ? WHERE id = ?",
        state,
        None if state == "open" else instant_text(at),
        None if until is None else instant_text(until),
        task_id,
    )
