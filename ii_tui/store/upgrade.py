"""Making a new database and bringing an old one up to date, under a lock, after a backup."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ii_tui.errors import Corrupt, Newer, Nothing
from ii_tui.paths import ensure
from ii_tui.store import backups, undo
from ii_tui.store.driver import Db, sqlite
from ii_tui.store.failures import translated
from ii_tui.store.migrations import STEPS, Step, covered, rescued

APPLICATION_ID = 0x49495455
"""The bytes "IITU" in the header of every database of ours."""


@contextlib.contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Waits for and holds an exclusive lock on `path`, a 0600 file that stays behind."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _number(db: Db, pragma: str) -> int:
    return int(db.value(f"PRAGMA {pragma}"))


def prepare(db: Db, path: Path, backup_folder: Path, steps: Sequence[Step] = STEPS) -> None:
    """Makes the schema of `db` the newest of `steps`.

    Raises Newer for a database of a later program, Corrupt for a file of another program. An
    existing database is backed up, and the backup verified, before its first change. Each step
    and its record commit together, and only when the result passes its check.
    """
    newest = steps[-1].version
    with translated(path):
        version = check(db, path, newest)
        if version == newest:
            return
        with file_lock(path.with_name(path.name + ".lock")):
            version = check(db, path, newest)
            if version == newest:
                return
            if version > 0:
                backups.make(db, path, backup_folder, f"before-v{newest}")
            for step in steps:
                if step.version > version:
                    _apply(db, path, step, [s for s in steps if s.version <= step.version])


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


def _apply(db: Db, path: Path, step: Step, until: Sequence[Step]) -> None:
    with db.atomic():
        for statement in _statements(step.sql):
            db.run(statement)
        undo.install(db, covered(until), rescued(until))
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        db.run(f"PRAGMA user_version = {step.version}")
        if db.rows("PRAGMA foreign_key_check") or db.value("PRAGMA quick_check") != "ok":
            raise Corrupt(
                f"{path} would not pass its check after the upgrade to format {step.version}.",
                hint="That step was taken back. Please report it; the older program still works.",
            )


def _statements(script: str) -> Iterator[str]:
    """`executescript` would commit; so the script is cut where SQLite says a statement ends."""
    text = ""
    for line in script.splitlines(keepends=True):
        text += line
        if sqlite.complete_statement(text):
            if text.strip():
                yield text
            text = ""


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
