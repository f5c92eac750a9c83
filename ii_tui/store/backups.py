"""Backups: made online, opened and checked before they count, rotated, restored in one piece."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import Any

from ii_tui.errors import Corrupt, DiskFull, IiError, Newer, Nothing
from ii_tui.paths import ensure
from ii_tui.store.driver import Db, sqlite
from ii_tui.store.failures import driver_errors, sqlite_name, translated

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many backups of each age are kept."""
_LEFT_BEHIND_S = 86_400
"""An unfinished copy of this age is nobody's any more."""


SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; it belongs to that file and to no other."""


def check(path: Path, named: Path | None = None) -> None:
    """Opens the single file `path` read-only; raises unless it is a whole database of ours.

    Corrupt for a damaged or foreign one, Newer for one of a later program; they speak of `named`.
    """
    from ii_tui.store.header import APPLICATION_ID
    from ii_tui.store.migrations import STEPS

    named = named or path
    with translated(named), contextlib.closing(_connect(path, "mode=ro&immutable=1")) as file:
        application = file.execute("PRAGMA application_id").fetchone()[0]
        version = file.execute("PRAGMA user_version").fetchone()[0]
        health = file.execute("PRAGMA quick_check").fetchone()[0]
    if application != APPLICATION_ID or health != "ok":
        raise Corrupt(f"{named} is not a whole ii-tui database.", hint="Nothing was changed.")
    if version > STEPS[-1].version:
        raise Newer(
            f"{named} was written by a newer ii-tui than this one.",
            hint="Install the newer program; nothing was changed.",
        )


def is_database(path: Path) -> bool:
    """Whether the file begins as an SQLite database does; an empty one does too."""
    with path.open("rb") as file:
        return file.read(16) in {b"", b"SQLite format 3\x00"}


def _connect(path: Path, options: str) -> Any:
    from urllib.parse import quote

    # By its bytes, for a name need not be text.
    return sqlite.connect(f"file:{quote(os.fsencode(path))}?{options}", uri=True, timeout=5)


def write(db: Db, path: Path, target: Path) -> Path:
    """Copies the database of `db` to `target` (0600) while others may write; returns `target`.

    The copy is checked under a temporary name first, so a bad copy never replaces a good file.
    """
    with translated(path), _beside(target) as temporary:
        _copy(db.raw(), temporary, path)
        os.replace(temporary, target)
    return target


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A new 0600 file in the folder of `target` that is gone afterwards, unless it was renamed.

    What goes wrong with the disk is told of `target`. Copies that a killed program left behind
    under that name go as well.
    """
    _sweep(target.parent, target.name)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        yield temporary
    except OSError as error:
        raise _not_written(target, error) from error
    except driver_errors() as error:
        if sqlite_name(error) == "SQLITE_FULL" or sqlite_name(error).startswith("SQLITE_IOERR"):
            raise DiskFull(
                f"{target} could not be written: there is no room left.",
                hint=f"Make room on the disk that holds {target.parent}, or name another place.",
            ) from error
        raise
    finally:
        for suffix in ("", *SIDES):
            with contextlib.suppress(OSError):
                temporary.with_name(temporary.name + suffix).unlink()


def _sweep(folder: Path, name: str = "") -> None:
    """Deletes the unfinished copies in `folder` (of one file) that a killed program left there."""
    marks = "[0-9a-f]" * 8
    for copy in folder.glob(f".{escape(name) or '*'}.{marks}.tmp*"):
        with contextlib.suppress(OSError):
            if datetime.now(UTC).timestamp() - copy.stat().st_mtime > _LEFT_BEHIND_S:
                copy.unlink()


def _copy(source: Any, temporary: Path, named: Path) -> None:
    """Fills `temporary` from the connection `source`, and checks it as a copy of `named`."""
    with contextlib.closing(sqlite.connect(str(temporary))) as copy:
        source.backup(copy)
        # A copy of a WAL database says "wal" in its header: make it a single file.
        copy.execute("PRAGMA journal_mode = DELETE")
    check(temporary, named)


def _not_written(target: Path, error: OSError) -> IiError:
    return IiError(
        f"{target} could not be written: {error.strerror or error}.",
        title="No backup",
        hint="Check the folder and the room on its disk.",
    )


def make(db: Db, path: Path, folder: Path, label: str) -> Path:
    """A backup in `folder` named by the real time of day, then rotation; returns its path."""
    try:
        ensure(folder)
    except OSError as error:
        raise _not_written(folder, error) from error
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = write(db, path, folder / f"{stamp}-{label}.db")
    rotate(folder)
    return target


def rotate(folder: Path) -> list[Path]:
    """Deletes backups beyond the kept ones: the newest of each day, week and month; returns them.

    The newest three are kept whatever their age.
    """
    dated = _dated(folder)
    keep = {backup for _, backup in dated[:3]}
    for limit, age in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        newest_of: dict[str, Path] = {}
        for moment, backup in dated:
            newest_of.setdefault(moment.strftime(age), backup)
        keep.update(list(newest_of.values())[:limit])
    gone = [backup for _, backup in dated if backup not in keep]
    for backup in gone:
        backup.unlink(missing_ok=True)
    _sweep(folder)
    return gone


def _dated(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups of our naming with their moment, newest first; other files are not ours."""
    found = []
    for backup in folder.glob("????????T??????-*.db"):
        with contextlib.suppress(ValueError):
            moment = datetime.strptime(backup.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append((moment, backup))
    return sorted(found, reverse=True)


def kept(folder: Path) -> list[Path]:
    """Every backup, the newest first."""
    return [backup for _, backup in _dated(folder)]


def newest(folder: Path) -> Path | None:
    """The newest backup, or None."""
    return next((backup for _, backup in _dated(folder)), None)


def put_back(source: Path, target: Path) -> Path | None:
    """Replaces the database `target` by `source`; returns where the old one is kept, if any.

    The caller has closed every connection of this process. What lies in the -wal or -journal of
    `source` counts; those of the old database are moved with it, for a stale -wal would replace
    the rows of the new one. Whenever this is cut off, a whole database lies at `target`. Raises
    Nothing, Corrupt, Newer or IiError, and changes nothing then.
    """
    if not _is_file(source):
        raise Nothing(f"There is no file {source}.", hint="Check the name; nothing was changed.")
    if _is_file(target):
        # A link stays one: the database is where it points to.
        target = target.resolve()
    with translated(source), _beside(target) as temporary:
        try:
            with contextlib.closing(_connect(source, "mode=rw")) as file:
                _copy(file, temporary, source)
        except driver_errors() as error:
            # In a folder that is not ours to write, SQLite cannot keep its own files beside it.
            if not sqlite_name(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                raise
            with contextlib.closing(_connect(source, "mode=ro&immutable=1")) as file:
                _copy(file, temporary, source)
        kept = _set_aside(target) if os.path.lexists(target) else None
        os.replace(temporary, target)
    return kept


def _is_file(path: Path) -> bool:
    """Whether a file is there; what the system says of a folder that is closed to us is told."""
    try:
        return path.is_file()
    except OSError as error:
        raise Nothing(
            f"{path} could not be read: {error.strerror or error}.",
            hint="Check the name; nothing was changed.",
        ) from error


def _set_aside(target: Path) -> Path:
    """Gives what lies at `target` a second name and returns it; `target` is still there too.

    What SQLite keeps beside it then has the new name only.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    kept, number = target.with_name(f"{target.name}.replaced-{stamp}"), 1
    while os.path.lexists(kept):
        number += 1
        kept = kept.with_name(f"{target.name}.replaced-{stamp}-{number}")
    _fold_in(target)
    try:
        os.link(target, kept, follow_symlinks=False)
    except OSError:
        # A folder, or a file system that knows one name only.
        os.replace(target, kept)
    for suffix in SIDES:
        side = target.with_name(target.name + suffix)
        if side.exists():
            os.replace(side, kept.with_name(kept.name + suffix))
    return kept


def _fold_in(target: Path) -> None:
    """Takes what lies in the -wal or -journal into the database, so that it is whole without it.

    One that is damaged, or that another program is busy with, stays as it is.
    """
    if any(target.with_name(target.name + suffix).exists() for suffix in SIDES):
        damaged = contextlib.suppress(*driver_errors())
        with damaged, contextlib.closing(_connect(target, "mode=rw")) as old:
            old.execute("PRAGMA schema_version").fetchone()
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
