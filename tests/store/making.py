"""The few rows that tests of the store need."""

from __future__ import annotations

from ii_tui.store.driver import Db
from ii_tui.store.rows import add_row
from ii_tui.store.tables import Company, Contact

AT = "2026-11-24T09:00:00.000000Z"
"""When everything in these tests happens."""


def company(db: Db, name: str, **values: object) -> int:
    """Adds a company; returns its id."""
    return add_row(db, Company, name=name, folded=name.lower(), created=AT, **values)


def contact(db: Db, first: str, **values: object) -> int:
    """Adds a person; returns their id."""
    return add_row(db, Contact, first=first, sort=first.lower(), created=AT, **values)
