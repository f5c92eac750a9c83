"""People as the rows of a table, for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ii_tui.store.driver import Db
from ii_tui.store.reading import maybe_instant


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person; where they stand is the open interview's stage, else how the last one ended."""

    first: str
    last: str
    company: str
    title: str
    email: str
    phone: str
    url: str
    tags: str
    closeness: str
    stage: str
    last_touch: datetime | None
    how_known: str


def people(db: Db) -> list[SheetRow]:
    """Everybody who is not archived, by name."""
    return [
        SheetRow(*(*row[:10], maybe_instant(row[10]), row[11]))
        for row in db.rows(
            "SELECT c.first, c.last, coalesce(o.name, ''), c.title, c.email, c.phone, c.url, "
            "coalesce((SELECT group_concat(tag, ', ') FROM "
            "(SELECT tag FROM contact_tag WHERE contact_id = c.id ORDER BY tag)), ''), "
            "coalesce(c.closeness, ''), coalesce((SELECT coalesce(exit, stage) FROM interview "
            "WHERE contact_id = c.id ORDER BY exit IS NOT NULL, id DESC LIMIT 1), ''), "
            "(SELECT max(at) FROM event WHERE contact_id = c.id AND kind IN "
            "('sent', 'received', 'call', 'met', 'posted')), c.how_known "
            "FROM contact c LEFT JOIN company o ON o.id = c.company_id "
            "WHERE c.archived IS NULL ORDER BY c.sort, c.id"
        )
    ]
