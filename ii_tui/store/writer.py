"""peewee's SQLite database behind the store's typed calls: the one that may write."""

from __future__ import annotations

import sys
from typing import Any

from ii_tui.store.driver import Db, sqlite

__all__ = ["Writer", "pw"]

# One process, one SQLite: left alone, peewee loads the standard library's as well (1 MB), and
# takes it where that is newer.
_before = sys.modules.get("sqlite3")
sys.modules["sqlite3"] = sqlite
try:
    import peewee as pw
finally:
    if _before is None:
        del sys.modules["sqlite3"]
    else:
        sys.modules["sqlite3"] = _before


class Writer(Db, pw.SqliteDatabase):
    """Reads and writes; each thread has its own connection."""

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """The cursor of one statement."""
        return pw.SqliteDatabase.execute_sql(self, sql, params)

    def connection(self) -> Any:
        """This thread's DB-API connection, made when it is first asked for."""
        return pw.SqliteDatabase.connection(self)

    def atomic(self, lock_type: str = "") -> Any:
        """A context in which everything is one transaction, or a savepoint of one."""
        return pw.SqliteDatabase.atomic(self, *([lock_type] if lock_type else []))

    def is_closed(self) -> bool:
        """Whether the calling thread has no connection."""
        return bool(pw.SqliteDatabase.is_closed(self))

    def close(self) -> bool:
        """Closes the calling thread's connection."""
        return bool(pw.SqliteDatabase.close(self))
