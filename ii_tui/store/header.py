"""What a file says of itself before anything is done with it: whose it is, and of which format."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ii_tui.errors import Corrupt, Newer, Nothing
from ii_tui.paths import ensure
from ii_tui.store.driver import Db

APPLICATION_ID = 0x49495455
"""The bytes "IITU" in the header of every database of ours."""


def _number(db: Db, pragma: str) -> int:
    return int(db.value(f"PRAGMA {pragma}"))


def check(db: Db, path: Path, newest: int) -> int:
    """The schema's version, 0 for an empty file; raises Newer and Corrupt as `prepare` does."""
    # Of one moment, for another program may be making the database.
    with db.atomic("DEFERRED"):
        tables = int(db.value("SELECT count(*) FROM sqlite_schema"))
        application, version = _number(db, "application_id"), _number(db, "user_version")
    if application != APPLICATION_ID and (tables or application):
        raise Corrupt(
            f"{path} is a database, but not one of ii-tui's.",
            hint="Choose another file with --db; this one was not touched.",
        )
    if version < 1 and tables:
        raise Corrupt(
            f"{path} does not say which format it has.",
            hint="`ii-tui restore FILE` brings a backup back and keeps this file beside it.",
        )
    if version > newest:
        raise Newer(
            f"{path} was written by a newer ii-tui (its format is {version}, this one knows "
            f"{newest}).",
            hint="Install the newer program again; the file was not touched.",
        )
    return version


def touch_private(path: Path) -> None:
    """Creates the file 0600 before SQLite opens it, for SQLite follows the umask.

    Raises Nothing, with the path and the cause, where that is not possible.
    """
    try:
        ensure(path.parent)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise Nothing(
            f"{path} could not be made: {error.strerror or error}.",
            title="No database",
            hint="Check that the folder is yours and the disk has room, or choose with --db.",
        ) from error
