"""The store: one file, a writing connection, a reading one, and changes that can be taken back."""

from __future__ import annotations

import contextlib
import os
import shlex
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ii_tui.errors import Corrupt, Usage
from ii_tui.lazy import dataclass
from ii_tui.store import undo
from ii_tui.store.driver import Db, Reader, sqlite
from ii_tui.store.failures import replaced, translated
from ii_tui.store.filesystem import file_system, journal_mode
from ii_tui.store.header import check, touch_private
from ii_tui.store.migrations import STEPS, Step
from ii_tui.store.rows import new_uid

BUSY_MS = 5000
"""How long a writer waits for another one."""
DRAW_BUSY_MS = 20
"""How long a read that draws the screen waits; then the old picture stays and it tries again."""


@contextmanager
def _the_backup_named(folder: Callable[[], Path]) -> Iterator[None]:
    """A damaged database is told with the newest backup of it, for nobody knows that path."""
    try:
        yield
    except Corrupt as error:
        from ii_tui.store import backups

        backup = backups.newest(folder())
        if backup is not None:
            error.hint = error.hint.replace("restore FILE", f"restore {shlex.quote(str(backup))}")
        raise


@dataclass(slots=True)
class Writing:
    """A change under way: its database, its id, and the name it will have on the undo stack."""

    db: Db
    id: int
    name: str


class Store:
    """One database file. `db` is for writing (one thread), `reader` for the thread that draws.

    Each keeps a connection a thread: `close` closes the calling thread's, so every thread that
    used the store calls it before it ends.
    """

    def __init__(self, path: Path, *, fast: bool = False, by: str = "") -> None:
        self.path = path
        self.process = f"{by}{new_uid()}"
        # Why the mode is what it is, is for `doctor` to tell.
        self.file_system = file_system(path.parent)
        version = sqlite.sqlite_version_info
        self.journal, self.journal_reason = journal_mode(self.file_system, version)
        self._fast = fast
        self.reader = Reader(str(path), self._pragmas(DRAW_BUSY_MS), BUSY_MS / 1000)
        self._db: Db | None = None
        self._making = threading.Lock()
        self.start_step = 0
        """the newest step of the undo log when this program began"""
        self.drawing: int | None = None
        """the thread whose reads give up soon (`threading.get_ident`); no other's do"""
        self._inode = 0

    @property
    def db(self) -> Db:
        """The writing database. peewee comes with its first use: the first frame needs none."""
        with self._making:
            if self._db is None:
                self._db = self.another()
            return self._db

    def _pragmas(self, busy_ms: int) -> dict[str, object]:
        return {
            "journal_mode": self.journal,
            "synchronous": "OFF" if self._fast else "FULL",
            "foreign_keys": 1,
            "busy_timeout": busy_ms,
            "trusted_schema": 0,
            "secure_delete": 1,
            "temp_store": "memory",
        }

    @classmethod
    def open(
        cls,
        path: Path,
        backups: Path | Callable[[], Path],
        *,
        steps: Sequence[Step] = STEPS,
        fast: bool = False,
        by: str = "",
    ) -> Store:
        """Opens the database at `path`, making or upgrading it; the umask becomes 077.

        `backups` is their folder, or tells it: only a file that is not in order needs it.
        `fast` leaves out fsync, for throwaway databases; `by` begins the name of this process in
        the change log. Raises Newer, Corrupt, Locked, DiskFull.
        """
        os.umask(0o077)
        if os.path.isdir(path):
            raise Usage(f"{path} is a folder.", hint="Name a file with --db.")
        if os.path.exists(path) and not os.path.isfile(path):
            raise Usage(f"{path} is a device or a pipe.", hint="Name a file with --db.")
        folder = backups if callable(backups) else lambda: backups
        touch_private(path)
        with _the_backup_named(folder):
            # Connecting sets the journal mode, which is written into the file: see whose it is.
            plain = Reader(str(path), timeout=BUSY_MS / 1000)
            with translated(path), contextlib.closing(plain):
                current = check(plain, path, steps[-1].version) == steps[-1].version
                newest = undo.latest(plain)[1] if current else 0
            store = cls(path, fast=fast, by=by)
            try:
                with translated(path):
                    if current:
                        store.reader.connection()
                    else:
                        newest = store._prepare(folder(), steps)
            except BaseException:
                store.close()
                raise
        store.start_step = newest
        store._inode = path.stat().st_ino
        return store

    def _prepare(self, backup_folder: Path, steps: Sequence[Step]) -> int:
        """Makes or upgrades the file; returns its newest step."""
        from ii_tui.store import upgrade

        self.db.connection()
        upgrade.prepare(self.db, self.path, backup_folder, steps)
        return undo.latest(self.db)[1]

    def replaced(self) -> bool:
        """Whether another file lies at our path now (a restore): this store has the old one."""
        try:
            return self.path.stat().st_ino != self._inode
        except OSError:
            return True

    def _still_there(self) -> None:
        """What would be written into a file that nobody will read again is refused."""
        if self.replaced():
            raise replaced(self.path)

    @contextmanager
    def reading(self, db: Db | None = None) -> Iterator[Db]:
        """The reading database, with the driver's errors told as ours.

        The thread that draws keeps its old picture rather than wait for another program's write,
        and gets Locked; a command or the writer thread waits.
        """
        draws = self.drawing == threading.get_ident()
        with translated(self.path):
            yield db or (self.reader if draws else self.db)

    @contextmanager
    def change(self, name: str, at: str) -> Iterator[Writing]:
        """One transaction that `undo` takes back as a whole under `name`; all of it or nothing.

        `at` is an instant as text. The name may be changed on what is yielded until the end.
        """
        self._still_there()
        with translated(self.path), self.db.atomic():
            writing = Writing(self.db, undo.begin(self.db, name, at, self.process), name)
            yield writing
            if undo.end(self.db, writing.id) and writing.name != name:
                undo.rename(self.db, writing.id, writing.name)

    @contextmanager
    def quiet(self, db: Db | None = None) -> Iterator[Db]:
        """One transaction outside undo: drafts, search documents, pruning."""
        self._still_there()
        target = self.db if db is None else db
        with translated(self.path), target.atomic():
            yield target

    def another(self) -> Db:
        """A database object of its own for another thread that writes (the draft saver)."""
        from ii_tui.store.writer import Writer

        return Writer(
            str(self.path),
            pragmas=self._pragmas(BUSY_MS),
            lock_type="IMMEDIATE",
            timeout=BUSY_MS / 1000,
        )

    def data_version(self) -> int:
        """SQLite's counter of commits by other connections; see `undo.touched_since`."""
        with self.reading() as db:
            return db.version()

    def close(self) -> None:
        """Closes the calling thread's connections."""
        for db in (self._db, self.reader):
            if db is not None and not db.is_closed():
                db.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r}, thread={threading.current_thread().name})"
