"""Backups: made online, opened and checked before they count, rotated, restored in one piece."""

from __future__ import annotations

import contextlib
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from ii_tui.errors import Corrupt, IiError, Nothing
from ii_tui.paths import ensure
from ii_tui.store.driver import Db, sqlite
from ii_tui.store.failures import translated

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many backups of each age are kept."""


def check(path: Path) -> None:
    """Opens `path` read-only and raises Corrupt unless it is a whole database of ours."""
    from ii_tui.store.upgrade import APPLICATION_ID

    if not path.is_file():
        raise Nothing(f"There is no file {path}.", hint="Check the name; nothing was changed.")
    with translated(path):
        connection = sqlite.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            health = connection.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            connection.close()
    if application != APPLICATION_ID or health != "ok":
        raise Corrupt(
            f"{path} is not a whole ii-tui database.", hint="Choose another; nothing was changed."
        )


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path))


def write(db: Db, path: Path, target: Path) -> Path:
    """Copies the database of `db` to `target` (0600) while others may write; returns `target`.

    The copy is checked under a temporary name first, so a bad copy never replaces a good file.
    """
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        os.close(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with translated(path):
            copy = sqlite.connect(str(temporary))
            try:
                db.raw().backup(copy)
                # A copy of a WAL database says "wal" in its header: make it a single file.
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
        check(temporary)
        os.replace(temporary, target)
    except OSError as error:
        raise _not_written(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    return target


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
    found = sorted(folder.glob("????????T??????-*.db"), reverse=True)
    keep = set(found[:3])
    for limit, age in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        buckets: dict[str, Path] = {}
        for backup in found:
            moment = datetime.strptime(backup.name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            buckets.setdefault(moment.strftime(age), backup)
        keep.update(sorted(buckets.values(), reverse=True)[:limit])
    gone = [backup for backup in found if backup not in keep]
    for backup in gone:
        backup.unlink(missing_ok=True)
    return gone


def newest(folder: Path) -> Path | None:
    """The newest backup, or None."""
    return max(folder.glob("????????T??????-*.db"), default=None)


def put_back(source: Path, target: Path) -> Path | None:
    """Replaces the database `target` by `source`; returns where the old one is kept, if any.

    The caller has closed every connection of this process. -wal, -shm and -journal of the old
    database are moved with it: a stale -wal would replace the rows of the new one.
    """
    check(source)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as out, source.open("rb") as stream:
        while block := stream.read(1 << 20):
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    kept: Path | None = None
    if target.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        kept = target.with_name(f"{target.name}.replaced-{stamp}")
        os.replace(target, kept)
        for suffix in ("-wal", "-shm", "-journal"):
            side = target.with_name(target.name + suffix)
            if side.exists():
                os.replace(side, kept.with_name(kept.name + suffix))
    os.replace(temporary, target)
    return kept
