"""Importing a network: matched outside any lock, applied as one change that undo takes back."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ii_tui.core.dates import instant_text
from ii_tui.core.incoming import ContactIn, Notes, Rejected
from ii_tui.errors import IiError, Nothing, Usage
from ii_tui.services.desk import Desk
from ii_tui.store import incoming, search
from ii_tui.store.rows import add_row
from ii_tui.store.tables import ImportRun

Progress = Callable[[int, int], None]
"""Told (bytes read, bytes in all), on the thread that imports."""

_YIELD_EVERY = 50
_STAGE_EVERY = 500


class Stopped(IiError):
    """The person stopped the import before it was applied; nothing was changed."""

    title = "Import stopped"
    code = "stopped"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    """what was noticed, in sentences"""
    moved: int = 0
    """people whose employer changed"""
    dry_run: bool = False
    seconds: float = field(default=0.0, compare=False)

    @property
    def words(self) -> str:
        """The counts in one sentence."""
        counts = (
            f"{self.new:,} new, {self.updated:,} updated, {self.unchanged:,} unchanged, "
            f"{len(self.rejected):,} rejected"
        )
        return f"{counts}. Nothing was written (dry run)." if self.dry_run else f"{counts}."


def read_file(path: Path) -> bytes:
    """The bytes of a file to import; raises IiError in words, and for files that are too large."""
    from ii_tui.files.table import check_size

    path = path.expanduser()
    try:
        if path.is_dir():
            raise Usage(f"{path} is a folder.", hint="Name the file in it, Connections.csv.")
        check_size(path.stat().st_size)
        with path.open("rb") as file:
            return read_stream(file)
    except FileNotFoundError:
        raise Nothing(
            f"There is no file {path}.", hint="Check the name; tab completes it."
        ) from None
    except OSError as error:
        raise IiError(f"{path} could not be read: {error.strerror}.") from error


def read_stream(stream: BinaryIO) -> bytes:
    """The bytes of a stream to import; raises Usage once it is more than we read."""
    from ii_tui.files.table import MAX_BYTES, check_size

    data = stream.read(MAX_BYTES + 1)
    check_size(len(data))
    return data


def import_data(
    desk: Desk,
    data: bytes,
    *,
    name: str = "",
    kind: str | None = None,
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
    stop: threading.Event | None = None,
) -> Report:
    """Imports one file's bytes; `kind` is guessed when None. For the writer thread.

    Raises Usage for a file that cannot be read as any kind, Stopped (nothing changed) when `stop`
    was set in time.
    """
    from ii_tui.files import guess

    seen = guess.look(data[: guess.HEAD], name)
    chosen = kind or seen.kind
    if chosen == "unknown" or (kind is None and chosen == "csv"):
        raise guess.refuse(seen)
    guess.require_readable(chosen)
    stop = stop or threading.Event()
    if chosen == "json":
        from ii_tui.services.importing_json import import_json

        return import_json(desk, data, name=name, dry_run=dry_run, progress=progress, stop=stop)
    return _import_connections(desk, data, name, dry_run, progress, stop)


def _import_connections(
    desk: Desk, data: bytes, name: str, dry_run: bool, progress: Progress, stop: threading.Event
) -> Report:
    from ii_tui.files.linkedin import read_connections

    began = time.monotonic()
    rows = read_connections(data)
    rejected: list[Rejected] = []
    # TEMP tables live on this connection alone; the drop makes a second import start clean.
    with desk.store.reading(desk.store.db) as db:
        incoming.begin(db)
        try:
            raw = db.raw()
            raw.execute("BEGIN DEFERRED")
            try:
                for batch in _batches(rows, rejected, lambda: progress(rows.consumed, rows.size)):
                    if stop.is_set():
                        raise Stopped("The import was stopped. Nothing was changed.")
                    incoming.stage(db, batch)
                fates = incoming.match(db)
            finally:
                raw.execute("COMMIT")
            if stop.is_set():
                raise Stopped("The import was stopped. Nothing was changed.")
            report = Report(
                new=fates.new,
                updated=fates.updated,
                unchanged=fates.unchanged,
                rejected=tuple(rejected),
                notes=_notes(rows.notes, fates),
                moved=fates.moved,
                dry_run=dry_run,
            )
            if not dry_run and (fates.new or fates.updated or rejected):
                _apply(desk, name, report)
        finally:
            incoming.drop(db)
    progress(rows.size, rows.size)
    return _timed(report, began)


def _timed(report: Report, began: float) -> Report:
    from dataclasses import replace

    return replace(report, seconds=time.monotonic() - began)


def _batches(
    rows: Iterator[ContactIn | Rejected], rejected: list[Rejected], told: Callable[[], None]
) -> Iterator[list[tuple[object, ...]]]:
    """Prepared rows by the batch; gives the interpreter up often, so that keys stay quick."""
    batch: list[tuple[object, ...]] = []
    for number, row in enumerate(rows):
        if isinstance(row, Rejected):
            rejected.append(row)
        else:
            batch.append(incoming.prepare(row))
        if number % _YIELD_EVERY == 0:
            time.sleep(0)
        if len(batch) >= _STAGE_EVERY:
            yield batch
            batch = []
            told()
    yield batch


def _notes(notes: Notes, fates: incoming.Fates) -> tuple[str, ...]:
    said = notes.sentences()
    if fates.repeated:
        said.insert(0, f"{fates.repeated:,} rows tell of someone whom an earlier row told of.")
    if fates.moved:
        said.insert(0, f"{fates.moved:,} people changed employer: each a reason to write.")
    return tuple(said)


def _apply(desk: Desk, name: str, report: Report) -> None:
    now = desk.now()
    people = report.new + report.updated
    words = f"Imported {people:,} people" + (f" from {name}" if name else "")
    with desk.store.change(words, instant_text(now)) as writing:
        updated = incoming.apply(
            writing.db, "linkedin", instant_text(now), desk.today().isoformat()
        )
        add_row(
            writing.db,
            ImportRun,
            at=instant_text(now),
            source="linkedin",
            name=name,
            new=report.new,
            updated=report.updated,
            unchanged=report.unchanged,
            rejected=len(report.rejected),
            report=json.dumps(
                {
                    "notes": report.notes[:500],
                    "rejected": [[row.line, row.reason] for row in report.rejected[:5000]],
                },
                ensure_ascii=False,
            ),
        )
        search.index_contacts(writing.db, updated)
