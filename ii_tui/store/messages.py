"""Texts: drafts (autosaved, outside undo) and messages (what went out).

A draft is finished when a message has its uid. Nothing else says so, which is why undoing "sent"
brings the draft back by itself.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ii_tui.core.dates import instant_text, parse_instant
from ii_tui.core.models import DraftRow, MessageRow
from ii_tui.errors import Nothing, Stale
from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_instant
from ii_tui.store.rows import add_row, update_row

Apart = Literal["", "changed", "sent", "gone"]
"""What was done elsewhere to the draft of a text that goes on as a draft of its own, "" if not."""

_DRAFT = """SELECT d.id, d.uid, d.rev, c.id, c.first, c.last, coalesce(o.name, ''),
  d.interview_id, d.kind, d.channel, d.subject, d.body, d.cursor, d.template, d.task,
  d.target_id, d.overrides, d.created, d.updated, d.copied
  FROM draft d JOIN contact c ON c.id = d.contact_id
  LEFT JOIN company o ON o.id = c.company_id"""
_UNSENT = "NOT EXISTS (SELECT 1 FROM message WHERE uid = d.uid)"
_MESSAGE = """SELECT m.id, m.uid, c.id, c.first, c.last, coalesce(o.name, ''), m.kind, m.channel,
  m.subject, m.body, m.sent FROM message m JOIN contact c ON c.id = m.contact_id
  LEFT JOIN company o ON o.id = c.company_id"""


def _draft(row: tuple[Any, ...]) -> DraftRow:
    return DraftRow(
        id=row[0],
        uid=row[1],
        rev=row[2],
        person_id=row[3],
        first=row[4],
        last=row[5],
        company=row[6],
        interview_id=row[7],
        kind=row[8],
        channel=row[9],
        subject=row[10],
        body=row[11],
        cursor=row[12],
        template=row[13],
        task_uid=row[14],
        target_id=row[15],
        overrides=row[16],
        created=parse_instant(row[17]),
        updated=parse_instant(row[18]),
        copied=maybe_instant(row[19]),
    )


def _message(row: tuple[Any, ...]) -> MessageRow:
    return MessageRow(
        id=row[0],
        uid=row[1],
        person_id=row[2],
        first=row[3],
        last=row[4],
        company=row[5],
        kind=row[6],
        channel=row[7],
        subject=row[8],
        body=row[9],
        sent=parse_instant(row[10]),
    )


def draft(db: Db, draft_id: int) -> DraftRow | None:
    """One draft, sent or not."""
    row = db.one(f"{_DRAFT} WHERE d.id = ?", draft_id)
    return None if row is None else _draft(row)


def unsent_draft(
    db: Db, contact_id: int, kind: str, target_id: int | None = None
) -> DraftRow | None:
    """The latest unsent draft of this kind to this person (about that one)."""
    row = db.one(
        f"{_DRAFT} WHERE d.contact_id = ? AND d.kind = ? AND d.target_id IS ? AND {_UNSENT} "
        f"ORDER BY d.updated DESC, d.id DESC LIMIT 1",
        contact_id,
        kind,
        target_id,
    )
    return None if row is None else _draft(row)


def drafts(db: Db, contact_id: int | None = None) -> list[DraftRow]:
    """Unsent drafts (of one person), the copied ones first, then the latest."""
    where = "" if contact_id is None else f" AND d.contact_id = {int(contact_id)}"
    rows = db.rows(
        f"{_DRAFT} WHERE {_UNSENT}{where} AND (d.body <> '' OR d.copied IS NOT NULL) "
        f"ORDER BY d.copied IS NULL, d.updated DESC, d.id DESC LIMIT 500"
    )
    return [_draft(row) for row in rows]


def is_sent(db: Db, uid: str) -> bool:
    """Whether a message of this uid, which is its draft's, went out."""
    return db.one("SELECT 1 FROM message WHERE uid = ?", uid) is not None


def copied(db: Db) -> list[DraftRow]:
    """Texts that were copied or printed and not yet said to be sent, the oldest first."""
    rows = db.rows(f"{_DRAFT} WHERE d.copied IS NOT NULL AND {_UNSENT} ORDER BY d.copied, d.id")
    return [_draft(row) for row in rows]


def add_draft(db: Db, contact_id: int, at: datetime, **values: Any) -> int:
    """A new draft; returns its id. A reference to what an undo took away is left out.

    Raises Nothing when the person is gone.
    """
    from ii_tui.store.tables import Draft

    if db.one("SELECT 1 FROM contact WHERE id = ?", contact_id) is None:
        raise Nothing(
            "That person is not here any more.", hint="Redo brings them back; the text is kept."
        )
    for name, table in (("interview", "interview"), ("target", "contact")):
        if name in values and not db.one(f"SELECT 1 FROM {table} WHERE id = ?", values[name]):
            values[name] = None
    when = instant_text(at)
    return add_row(db, Draft, contact=contact_id, created=when, updated=when, **values)


def save_draft(
    db: Db, draft_id: int, rev: int, at: datetime, **changed: Any
) -> tuple[int, int, Apart]:
    """Saves what was typed; returns (draft id, rev, whether and why it went apart).

    When another program saved the same draft meanwhile, or marked it as sent, what is typed here
    goes on as a draft of its own beside it: both are kept, neither is overwritten.
    """
    from ii_tui.store.tables import Draft

    when = instant_text(at)
    went = db.one(
        "SELECT m.body FROM message m JOIN draft d ON d.uid = m.uid WHERE d.id = ?", draft_id
    )
    apart: Apart = "sent" if went and changed.get("body", went[0]) != went[0] else ""
    if not apart:
        try:
            return draft_id, update_row(db, Draft, draft_id, rev, updated=when, **changed), ""
        except Stale:
            apart = "changed"
    row = db.one(
        "SELECT contact_id, interview_id, kind, channel, subject, body, cursor, template, "
        "task, target_id, overrides FROM draft WHERE id = ?",
        draft_id,
    )
    keys = (
        "contact", "interview", "kind", "channel", "subject", "body", "cursor", "template",
        "task", "target", "overrides",
    )  # fmt: skip
    values = dict(zip(keys, row or (), strict=True)) | changed
    return add_row(db, Draft, created=when, updated=when, **values), 1, apart


def copies(db: Db, draft_id: int) -> list[DraftRow]:
    """Other unsent drafts of the same kind to the same person, the latest first."""
    rows = db.rows(
        f"{_DRAFT} JOIN draft x ON x.contact_id = d.contact_id AND x.kind = d.kind "
        f"AND x.target_id IS d.target_id WHERE x.id = ? AND d.id <> x.id AND {_UNSENT} "
        f"AND d.body <> '' ORDER BY d.updated DESC, d.id DESC",
        draft_id,
    )
    return [_draft(row) for row in rows]


def join_copies(
    db: Db, mine: tuple[int, int], other: tuple[int, int], at: datetime, **values: Any
) -> None:
    """Two copies, each an id and a rev, become the other one with these values; mine goes.

    Raises Stale when the other was changed or sent meanwhile, Nothing when it was thrown away.
    When mine was changed by another program it stays, a copy still.
    """
    from ii_tui.store.tables import Draft

    draft_id, rev = other
    if db.one("SELECT 1 FROM message m JOIN draft d ON d.uid = m.uid WHERE d.id = ?", draft_id):
        raise Stale("The other copy was marked as sent.")
    update_row(db, Draft, draft_id, rev, updated=instant_text(at), **values)
    db.run("DELETE FROM draft WHERE id = ? AND rev = ?", *mine)


def mark_copied(db: Db, draft_id: int, at: datetime | None) -> None:
    """Keeps when the text was handed over, or None: it was not sent after all.

    The text stays as it is, and so does its rev: who goes on typing it is not out of date.
    """
    db.run(
        "UPDATE draft SET copied = ? WHERE id = ?",
        None if at is None else instant_text(at),
        draft_id,
    )


def delete_draft(db: Db, draft_id: int) -> None:
    """Throws a draft away, for good."""
    db.run("DELETE FROM draft WHERE id = ?", draft_id)


def add_message(db: Db, contact_id: int, sent: datetime, **values: Any) -> int:
    """What went out, with the uid of its draft where it was one; returns its id."""
    from ii_tui.store.tables import Message

    return add_row(db, Message, contact=contact_id, sent=instant_text(sent), **values)


def messages(db: Db, offset: int = 0, limit: int = 500) -> list[MessageRow]:
    """What went out, the latest first."""
    rows = db.rows(f"{_MESSAGE} ORDER BY m.sent DESC, m.id DESC LIMIT ? OFFSET ?", limit, offset)
    return [_message(row) for row in rows]


def message_count(db: Db) -> int:
    """How many messages went out."""
    return int(db.value("SELECT count(*) FROM message"))


def message(db: Db, message_id: int) -> MessageRow | None:
    """One message that went out."""
    row = db.one(f"{_MESSAGE} WHERE m.id = ?", message_id)
    return None if row is None else _message(row)


def sent_to_colleagues(
    db: Db, contact_id: int, since: datetime, limit: int = 50
) -> list[tuple[str, str, datetime]]:
    """(name, text, when) of what went to others at the person's company since then."""
    return [
        (f"{row[0]} {row[1]}".strip(), row[2], parse_instant(row[3]))
        for row in db.rows(
            "SELECT c.first, c.last, m.body, m.sent FROM message m "
            "JOIN contact c ON c.id = m.contact_id WHERE c.id <> ? AND c.company_id = "
            "(SELECT company_id FROM contact WHERE id = ?) AND m.sent >= ? "
            "ORDER BY m.sent DESC LIMIT ?",
            contact_id,
            contact_id,
            instant_text(since),
            limit,
        )
    ]


def count_of_kind(db: Db, kind: str, since: datetime) -> int:
    """How many messages of this kind were sent since then, those only told of among them."""
    return int(
        db.value(
            "SELECT count(*) FROM event WHERE kind = 'sent' AND message_kind = ? AND at >= ?",
            kind,
            instant_text(since),
        )
    )
