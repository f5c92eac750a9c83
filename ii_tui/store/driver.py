"""peewee's SQLite database with the few typed calls that the rest of the store uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import peewee as pw

sqlite: Any = pw.sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is newer, else stdlib
"""The DB-API module that peewee chose."""


class Db(pw.SqliteDatabase):
    """A database whose raw statements are typed; each thread has its own connection."""

    def rows(self, sql: str, *params: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return list(self.execute_sql(sql, params).fetchall())

    def one(self, sql: str, *params: object) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        row: tuple[Any, ...] | None = self.execute_sql(sql, params).fetchone()
        return row

    def value(self, sql: str, *params: object) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, *params)
        return None if row is None else row[0]

    def version(self) -> int:
        """SQLite's counter of commits by other connections, as this one has seen them."""
        return int(self.value("PRAGMA data_version"))

    def run(self, sql: str, *params: object) -> int:
        """Executes one statement; returns how many rows it changed."""
        return int(self.execute_sql(sql, params).rowcount)

    def add(self, sql: str, *params: object) -> int:
        """Executes one INSERT; returns the new row's id."""
        return int(self.execute_sql(sql, params).lastrowid)

    def raw(self) -> Any:
        """This thread's DB-API connection."""
        return self.connection()

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Executes one statement for many rows, below peewee: bulk work only."""
        self.raw().executemany(sql, rows)
