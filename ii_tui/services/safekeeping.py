"""Backups and restores."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ii_tui.errors import IiError, Usage
from ii_tui.paths import Paths, ensure, named
from ii_tui.services.desk import Desk
from ii_tui.store import backups
from ii_tui.store.upgrade import file_lock

DAY_S = 86_400


def backup(desk: Desk, target: Path | None = None) -> Path:
    """Writes a checked backup to `target`, or to the backup folder by the time of day."""
    if target is None:
        return backups.make(desk.store.db, desk.store.path, desk.paths.backups(), "by-hand")
    target = named(target).absolute()
    if os.path.isdir(target):
        target = target / f"ii-{datetime.now(UTC):%Y%m%dT%H%M%S}.db"
    with _told(target, "No backup"):
        _may_be_replaced(target, desk.store.path)
    return backups.write(desk.store.db, desk.store.path, target)


def _may_be_replaced(target: Path, database: Path) -> None:
    """Raises Usage where something stands at `target` that is not an earlier backup."""
    if not os.path.exists(target):
        return
    what = ""
    if target.samefile(database):
        what = "the database itself"
    elif not target.is_file():
        what = "not a file"
    elif any(target.with_name(target.name + suffix).exists() for suffix in backups.SIDES):
        what = "a database in use"
    elif not backups.is_database(target):
        what = "something else than a backup"
    if what:
        raise Usage(
            f"{target} is {what}, and was left as it is.",
            title="No backup",
            hint="Name another file.",
        )


def kept(desk: Desk, most: int = 5) -> list[Path]:
    """The newest backups that were kept by themselves or by hand, the newest first."""
    return backups.kept(desk.paths.backups())[:most]


def daily(desk: Desk) -> Path | None:
    """A backup when the newest one is a day old; for the writer thread. Returns its path."""
    folder = desk.paths.backups()
    newest = backups.newest(folder)
    if newest is not None:
        age = datetime.now(UTC).timestamp() - newest.stat().st_mtime
        if age < DAY_S:
            return None
    return backups.make(desk.store.db, desk.store.path, folder, "daily")


def restore(paths: Paths, source: Path) -> Path | None:
    """Puts a backup in the place of the database; returns where the old one is kept, if any.

    The database must not be open in this process. Raises Corrupt and changes nothing when
    `source` is not a whole database of ours.
    """
    database = paths.database
    with contextlib.ExitStack() as stack:
        with _told(database, "Not restored"):
            ensure(database.parent)
            stack.enter_context(file_lock(database.with_name(database.name + ".lock")))
        return backups.put_back(named(source).absolute(), database)


@contextlib.contextmanager
def _told(path: Path, title: str) -> Iterator[None]:
    """What the system says of a folder or a file that is closed to us, in words."""
    try:
        yield
    except OSError as error:
        raise IiError(
            f"{path} could not be written: {error.strerror or error}.",
            title=title,
            hint="Check that the folder is there and is yours, or name another place.",
        ) from error
