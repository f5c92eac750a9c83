"""The one way to add a row and the one way to change it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

from ii_tui.errors import Nothing, Stale
from ii_tui.store.driver import Db

if TYPE_CHECKING:
    from ii_tui.store.tables import Kept, Row
    from ii_tui.store.writer import Writer


def new_uid() -> str:
    """A random UUID, as text."""
    return new_uids(1)[0]


_VARIANTS = str.maketrans("0123456789abcdef", "89ab" * 4)


def new_uids(count: int) -> list[str]:
    """So many of them, from one draw of randomness: a tenth of the time."""
    drawn = os.urandom(16 * count).hex()
    variants = drawn.translate(_VARIANTS)
    return [
        f"{drawn[at : at + 8]}-{drawn[at + 8 : at + 12]}-4{drawn[at + 13 : at + 16]}-"
        f"{variants[at + 16]}{drawn[at + 17 : at + 20]}-{drawn[at + 20 : at + 32]}"
        for at in range(0, len(drawn), 32)
    ]


def _peewee(db: Db) -> Writer:
    """The database as peewee knows it."""
    return cast("Writer", db)


def add_row(db: Db, table: type[Row], **values: Any) -> int:
    """Inserts one row, with a new uid where the table has one and none is given; returns its id."""
    if "uid" in table._meta.fields and "uid" not in values:
        values["uid"] = new_uid()
    return int(table.insert(**values).execute(_peewee(db)))


def update_row(db: Db, table: type[Kept], row_id: int, rev: int, **changed: Any) -> int:
    """Changes only what is named, if the row is still at `rev`; returns the new rev.

    Raises Stale when it is not: the caller keeps what was typed and shows both versions.
    Raises Nothing when there is no such row. With nothing to change, only that is checked.
    """
    if changed and (
        table.update(**changed, rev=rev + 1)
        .where((table.id == row_id) & (table.rev == rev))
        .execute(_peewee(db))
    ):
        return rev + 1
    present = table.select(table.rev).where(table.id == row_id).scalar(_peewee(db))
    if not changed and present == rev:
        return rev
    if present is None:
        raise Nothing(f"That {table._meta.table_name} is not there any more.")
    raise Stale(
        "This was changed elsewhere while you were typing.",
        hint="Your text is kept: look at both and choose.",
    )


def change_row(db: Db, table: type[Kept], row_id: int, **changed: Any) -> None:
    """Changes a row at its present rev: for facts, which win over what was there.

    With nothing named only the rev rises: something that belongs to the row has changed.
    """
    if (
        not table.update(**changed, rev=table.rev + 1)
        .where(table.id == row_id)
        .execute(_peewee(db))
    ):
        raise Nothing(f"That {table._meta.table_name} is not there any more.")
