"""What a desk has stored of what is owed, and the same reckoned from nothing but the facts."""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.dates import instant_text
from ii_tui.core.owed import owed, waiting
from ii_tui.services.desk import Desk
from ii_tui.store import facts

Stored = set[tuple[object, ...]]


def stored(desk: Desk) -> Stored:
    """The computed tasks that stand, as they are stored."""
    return set(
        desk.store.db.rows(
            "SELECT interview_id, kind, cause, opens, due, title, reason, meeting, message_kind, "
            "moot FROM task WHERE live = 1 AND kind NOT IN ('custom', 'outcome')"
        )
    )


def recomputed(desk: Desk) -> Stored:
    """The same, from nothing but the facts."""
    db = desk.store.db
    ids = [row[0] for row in db.rows("SELECT id FROM interview")]
    found: Stored = set()
    for interview, known in facts.of_interviews(db, ids).items():
        mine, theirs = desk.calendars(known.country, known.zone)
        for one in owed(known.facts, desk.settings.pipeline, mine, theirs, desk.zone):
            found.add(
                (
                    interview, one.kind, one.cause, instant_text(one.opens),
                    None if one.due is None else one.due.isoformat(), one.title, one.reason,
                    one.meeting, one.message_kind,
                    None if one.moot is None else instant_text(one.moot),
                )
            )  # fmt: skip
    return found


def forgotten(desk: Desk) -> list[int]:
    """Open interviews in which nothing is owed by anybody, and somebody should be at turn."""
    db = desk.store.db
    ids = [row[0] for row in db.rows("SELECT id FROM interview WHERE exit IS NULL")]
    lost = []
    for interview, known in facts.of_interviews(db, ids).items():
        if known.facts.do_not_contact or known.facts.archived:
            continue
        mine, theirs = desk.calendars(known.country, known.zone)
        rules = (desk.settings.pipeline, mine, theirs, desk.zone)
        if not owed(known.facts, *rules) and waiting(known.facts, *rules) is None:
            lost.append(interview)
    return lost


def shown(desk: Desk, now: datetime) -> set[tuple[object, ...]]:
    """(interview, kind, cause) that Today has to list, by what was reckoned and decided."""
    decided = {
        (row[0], row[1], row[2]): (row[3], row[4])
        for row in desk.store.db.rows(
            "SELECT interview_id, kind, cause, state, until FROM task "
            "WHERE kind NOT IN ('custom', 'outcome')"
        )
    }
    text, found = instant_text(now), set()
    for interview, kind, cause, opens, *rest in recomputed(desk):
        state, until = decided[interview, kind, cause]
        moot = rest[-1]
        begins = until if state == "snoozed" else opens
        if state in {"open", "snoozed"} and begins <= text and (moot is None or str(moot) > text):
            found.add((interview, kind, cause))
    return found


def documents(desk: Desk) -> list[list[tuple[object, ...]]]:
    return [
        desk.store.db.rows("SELECT * FROM contact_doc ORDER BY id"),
        desk.store.db.rows("SELECT kind, ref, contact_id, text FROM text_doc ORDER BY kind, ref"),
    ]
