"""Making a new database and bringing an old one up to date, under a lock, after a backup."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ii_tui.errors import Corrupt
from ii_tui.store import backups, undo
from ii_tui.store.driver import Db, sqlite
from ii_tui.store.failures import translated
from ii_tui.store.header import APPLICATION_ID, check
from ii_tui.store.migrations import STEPS, Step, covered, rescued


@contextlib.contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Waits for and holds an exclusive lock on `path`, a 0600 file that stays behind."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


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
