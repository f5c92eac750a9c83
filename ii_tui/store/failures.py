"""Driver errors turned into errors that a person can act on. Nobody else catches them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ii_tui.errors import Corrupt, DiskFull, IiError, Locked, Nothing
from ii_tui.store.driver import sqlite


def driver_errors() -> tuple[type[Exception], ...]:
    """What the driver may raise; what was never imported raises nothing."""
    found: set[type[Exception]] = {sqlite.Error}
    for module, name in (("sqlite3", "Error"), ("peewee", "PeeweeException")):
        if module in sys.modules:
            found.add(getattr(sys.modules[module], name))
    return tuple(found)


_BY_TEXT = {
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
}
"""SQLite's own words, for errors that the driver raises without their name (its backup does)."""


def sqlite_name(error: BaseException | None) -> str:
    """The SQLite error name (SQLITE_FULL) found along the chain of causes, "" when there is none.

    peewee hides a full disk as "cannot rollback - no transaction is active", so the first cause
    that names itself wins over the last one raised.
    """
    names: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        name = getattr(error, "sqlite_errorname", None) or _BY_TEXT.get(str(error))
        if isinstance(name, str):
            names.append(name)
        error = error.__cause__ or error.__context__
    return next((name for name in reversed(names) if name != "SQLITE_ERROR"), "")


_UNWRITTEN = (
    (
        "SQLITE_FULL",
        DiskFull.title,
        "there is no room left",
        "Make room on the disk that holds {}",
    ),
    (
        "SQLITE_READONLY",
        "Not ours to write",
        "it may not be written",
        "Check that the file and {} are yours, and that its disk can be written",
    ),
    (
        "SQLITE_IOERR",
        "The disk answered with an error",
        "the disk answered with an error",
        "Look whether the disk that holds {} is there, whole, and has room",
    ),
)
"""How an error name begins, and its title, cause and way out."""

_LEAST_ROOM = 64 * 1024
"""Bytes; SQLite takes 32 kB for the file that its readers and writers share."""


def replaced(path: Path) -> Nothing:
    """Another file lies at `path` now: what is written to the old one, nobody will read again."""
    return Nothing(
        f"{path} was replaced while it was open here.",
        title="Another database lies there now",
        hint="Nothing more is written to the old one: leave, and start ii-tui again.",
        code="replaced",
    )


def _by_its_disk(name: str, path: Path) -> str:
    """The error name that says what the disk is short of.

    Even to read, SQLite makes a small file beside the database. Where there is no room for it, it
    says that the disk answered with an error, and where nothing may be written, that the database
    cannot be opened.
    """
    if not name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return name
    try:
        disk = os.statvfs(path)
    except OSError:
        return name
    if name.startswith("SQLITE_IOERR"):
        return "SQLITE_FULL" if disk.f_bavail * disk.f_frsize < _LEAST_ROOM else name
    closed = disk.f_flag & os.ST_RDONLY or not os.access(path.parent, os.W_OK)
    return "SQLITE_READONLY" if closed else name


def told(error: BaseException, path: Path) -> IiError | None:
    """The error of ours that tells `error`, or None when it is a bug of the program."""
    name = _by_its_disk(sqlite_name(error), path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Locked(
            f"Another program is writing to {path}.",
            hint="Nothing is lost: try again in a moment.",
        )
    if name == "SQLITE_READONLY_DBMOVED":
        return replaced(path)
    for sign, title, cause, way_out in _UNWRITTEN:
        if name.startswith(sign):
            return DiskFull(
                f"{path} could not be written: {cause}.",
                title=title,
                hint=f"{way_out.format(path.parent)}; a text that is open is kept meanwhile.",
            )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Corrupt(
            f"{path} is damaged or is not a database.",
            hint="`ii-tui restore FILE` brings a backup back and keeps this file beside it.",
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return Nothing(
            f"{path} could not be opened.",
            title="No database",
            hint="Check that the folder is there and is yours, or choose another with --db.",
        )
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Inside, what the driver raises about `path` leaves as an IiError; bugs pass unchanged."""
    try:
        yield
    except driver_errors() as error:
        ours = told(error, path)
        if ours is None:
            raise
        raise ours from error
