"""Introductions: who brings, or was asked to bring, whom together with me, and how far it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.models import IntroductionRow
from ii_tui.store.driver import Db
from ii_tui.store.rows import add_row, change_row
from ii_tui.store.tables import Introduction

_STATES = ("declined", "named", "asked", "agreed", "introduced", "met", "thanked")
BY_STATE = (
    "CASE d.state "
    + " ".join(f"WHEN '{state}' THEN {rank}" for rank, state in enumerate(_STATES))
    + " ELSE 0 END"
)
"""SQL that orders introductions by how far they are."""
_ROW = """SELECT d.id, d.uid, d.introducer_id, trim(n.first || ' ' || n.last), d.person_id,
  trim(c.first || ' ' || c.last), d.interview_id, d.state, d.at FROM introduction d
  JOIN contact n ON n.id = d.introducer_id JOIN contact c ON c.id = d.person_id"""


def _row(row: tuple[Any, ...]) -> IntroductionRow:
    return IntroductionRow(
        id=row[0],
        uid=row[1],
        introducer_id=row[2],
        introducer=row[3],
        person_id=row[4],
        person=row[5],
        interview_id=row[6],
        state=row[7],
        at=parse_instant(row[8]),
    )


def of_person(db: Db, contact_id: int) -> tuple[IntroductionRow, ...]:
    """Those they make and those that lead to them, the newest first."""
    rows = db.rows(
        f"{_ROW} WHERE d.introducer_id = ?1 OR d.person_id = ?1 ORDER BY d.at DESC, d.id DESC",
        contact_id,
    )
    return tuple(_row(row) for row in rows)


def one(db: Db, introduction_id: int) -> IntroductionRow | None:
    """One introduction."""
    row = db.one(f"{_ROW} WHERE d.id = ?", introduction_id)
    return None if row is None else _row(row)


def between(db: Db, introducer_id: int, person_id: int) -> IntroductionRow | None:
    """The newest introduction of this person by that one."""
    row = db.one(
        f"{_ROW} WHERE d.introducer_id = ? AND d.person_id = ? ORDER BY d.at DESC, d.id DESC",
        introducer_id,
        person_id,
    )
    return None if row is None else _row(row)


def waits(db: Db, introducer_id: int, person_id: int) -> bool:
    """Whether they were asked for it and have not answered."""
    found = between(db, introducer_id, person_id)
    return found is not None and found.state == "asked"


def named_by(db: Db, introducer_id: int) -> int | None:
    """Id of the person whom they named last."""
    found: int | None = db.value(
        "SELECT person_id FROM introduction WHERE introducer_id = ? "
        "ORDER BY state = 'named' DESC, at DESC, id DESC LIMIT 1",
        introducer_id,
    )
    return found


def asked_of(db: Db, person_id: int) -> int | None:
    """Id of who was asked to introduce the person, and still may."""
    found: int | None = db.value(
        "SELECT introducer_id FROM introduction WHERE person_id = ? AND state IN "
        "('asked', 'agreed') ORDER BY state = 'agreed', at DESC, id DESC LIMIT 1",
        person_id,
    )
    return found


def made_by(db: Db, person_id: int) -> int | None:
    """Id of who introduced the person: as their page says it, else by the last introduction."""
    found: int | None = db.value(
        "SELECT coalesce(c.introduced_by, (SELECT introducer_id FROM introduction "
        "WHERE person_id = c.id AND state IN ('introduced', 'met', 'thanked') "
        "ORDER BY at DESC, id DESC LIMIT 1)) FROM contact c WHERE c.id = ?",
        person_id,
    )
    return found


def add(
    db: Db, introducer_id: int, person_id: int, interview_id: int, state: str, at: datetime
) -> int:
    """Keeps a new introduction; returns its id."""
    return add_row(
        db,
        Introduction,
        introducer=introducer_id,
        person=person_id,
        interview=interview_id,
        state=state,
        at=instant_text(at),
    )


def ask(db: Db, introducer_id: int, person_id: int, interview_id: int, at: datetime) -> None:
    """They were asked: once more where they have not answered, anew where they had only a name."""
    found = between(db, introducer_id, person_id)
    if found is None or found.state in {"met", "thanked"}:
        add(db, introducer_id, person_id, interview_id, "asked", at)
    elif found.state in {"named", "declined"}:
        change_row(
            db,
            Introduction,
            found.id,
            state="asked",
            at=instant_text(at),
            interview=interview_id,
        )


def step(db: Db, introduction_id: int, state: str, at: datetime, interview_id: int) -> None:
    """It has come to `state`."""
    change_row(
        db,
        Introduction,
        introduction_id,
        state=state,
        at=instant_text(at),
        interview=interview_id,
    )


def met(db: Db, person_id: int, at: datetime) -> None:
    """The person was met: what led there is met as well."""
    _all(db, person_id, ("named", "introduced"), "met", at)


def thanked(db: Db, person_id: int, at: datetime) -> None:
    """Who introduced the person was thanked, which ends it."""
    _all(db, person_id, ("named", "introduced", "met"), "thanked", at)


def _all(db: Db, person_id: int, states: tuple[str, ...], state: str, at: datetime) -> None:
    marks = ", ".join(f"'{one}'" for one in states)
    rows = db.rows(
        f"SELECT id FROM introduction WHERE person_id = ? AND state IN ({marks})", person_id
    )
    for (found,) in rows:
        change_row(db, Introduction, found, state=state, at=instant_text(at))


def could_introduce(db: Db, person_id: int, only: list[int] | None, limit: int) -> list[int]:
    """Ids of who could introduce the person, the likeliest first; `only` narrows them.

    Who introduced them before comes first, then people at their company, people who were there,
    the closest ties.
    """
    return _near(db, person_id, only, limit, "c.closeness IN ('close', 'acquaintance')")


def could_be_met(db: Db, introducer_id: int, only: list[int] | None, limit: int) -> list[int]:
    """Ids of whom this person could introduce: their company's people first, then the board's."""
    return _near(
        db,
        introducer_id,
        only,
        limit,
        "c.id IN (SELECT contact_id FROM interview WHERE exit IS NULL "
        "AND stage IN ('identified', 'warming'))",
    )


def _near(db: Db, person_id: int, only: list[int] | None, limit: int, else_by: str) -> list[int]:
    # The person's own values are parameters: as columns they would be looked up for every row.
    own = db.one("SELECT company_id, introduced_by FROM contact WHERE id = ?", person_id)
    company, introducer = own or (None, None)
    near = (
        "CASE WHEN c.id = ?3 THEN 0 WHEN c.company_id = ?2 THEN 1 WHEN c.id IN "
        "(SELECT contact_id FROM employment WHERE company_id = ?2) THEN 2 "
        "WHEN c.company_id IN (SELECT company_id FROM employment WHERE contact_id = ?1) THEN 3 "
        f"WHEN {else_by} THEN 4 ELSE 5 END"
    )
    some = f"{near} < 5" if only is None else f"c.id IN ({','.join(map(str, only))})"
    rows = db.rows(
        f"SELECT c.id FROM contact c WHERE c.id <> ?1 AND c.archived IS NULL "
        f"AND c.do_not_contact = 0 AND {some} ORDER BY {near}, "
        f"CASE c.closeness WHEN 'close' THEN 0 WHEN 'acquaintance' THEN 1 WHEN 'stranger' THEN 3 "
        f"ELSE 2 END, c.sort, c.id LIMIT ?4",
        person_id,
        company,
        introducer,
        limit,
    )
    return [row[0] for row in rows]
