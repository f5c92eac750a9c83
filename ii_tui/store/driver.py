"""The typed calls that the store makes of SQLite, and the connection that only reads.

peewee is not imported here: what is drawn first is read without it, and it comes with the first
write (`writer.py`). That starts the screen a tenth sooner.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

try:
    from pysqlite3 import dbapi2 as _sqlite
except ImportError:
    import sqlite3 as _sqlite

sqlite: Any = _sqlite
"""The DB-API module: the SQLite that came with the program, else the standard library's.

Two copies of SQLite must never have one file open (closing in one drops the other's locks), so
the writer is given this one.
"""


class Db:
    """Typed raw statements over a DB-API connection a thread; `Reader` and `writer.Writer`."""

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """The cursor of one statement."""
        raise NotImplementedError

    def connection(self) -> Any:
        """This thread's DB-API connection."""
        raise NotImplementedError

    def atomic(self, lock_type: str = "") -> Any:
        """A context in which everything is one transaction."""
        raise NotImplementedError

    def is_closed(self) -> bool:
        """Whether the calling thread has no connection."""
        raise NotImplementedError

    def close(self) -> object:
        """Closes the calling thread's connection."""
        raise NotImplementedError

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


class Reader(Db):
    """Reads and never writes; each thread that asks has its own connection.

    Connecting waits up to `timeout` seconds for a lock; afterwards the pragmas decide.
    """

    def __init__(
        self, database: str, pragmas: Mapping[str, object] | None = None, timeout: float = 5
    ) -> None:
        self.database = database
        self._pragmas = dict(pragmas or {})
        self._timeout = timeout
        self._here = threading.local()

    def connection(self) -> Any:
        """This thread's DB-API connection, made when it is first asked for."""
        made = getattr(self._here, "connection", None)
        if made is None:
            made = sqlite.connect(self.database, timeout=self._timeout, isolation_level=None)
            try:
                for name, value in (self._pragmas | {"query_only": 1}).items():
                    made.execute(f"PRAGMA {name} = {value}")
            except BaseException:
                made.close()
                raise
            self._here.connection = made
        return made

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        """The cursor of one statement."""
        return self.connection().execute(sql, params or ())

    @contextmanager
    def atomic(self, lock_type: str = "") -> Iterator[None]:  # noqa: ARG002 - it never locks
        """Inside, everything is read of one moment."""
        connection = self.connection()
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")

    def is_closed(self) -> bool:
        """Whether the calling thread has no connection."""
        return getattr(self._here, "connection", None) is None

    def close(self) -> None:
        """Closes the calling thread's connection."""
        made = getattr(self._here, "connection", None)
        if made is not None:
            self._here.connection = None
            made.close()
