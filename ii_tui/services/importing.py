"""Importing a network: matched outside any lock, applied as one change that undo takes back."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ii_tui.core.counting import counted, people_counted
from ii_tui.core.dates import instant_text
from ii_tui.core.incoming import Notes, Rejected
from ii_tui.errors import IiError, Nothing, Usage
from ii_tui.paths import named
from ii_tui.services.desk import Desk
from ii_tui.services.import_report import (
    Pace,
    Progress,
    Report,
    giving_way,
    keep_receipt,
    title,
)
from ii_tui.store import incoming
from ii_tui.store.preparing import Preparer


def read_file(path: Path) -> bytes:
    """The bytes of a file to import; raises IiError in words, and for files that are too large."""
    from ii_tui.files.table import check_size

    path = named(path)
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
    with giving_way(shares=desk.store.drawing is not None):
        if chosen == "json":
            from ii_tui.services.importing_json import import_json

            return import_json(desk, data, name=name, dry_run=dry_run, progress=progress, stop=stop)
        return _import_connections(desk, data, name, dry_run, progress, stop)


def _import_connections(
    desk: Desk, data: bytes, name: str, dry_run: bool, progress: Progress, stop: threading.Event
) -> Report:
    from ii_tui.files.linkedin import read_connections

    rows, pace = read_connections(data), Pace(progress, stop, shares=desk.store.drawing is not None)
    rejected: list[Rejected] = []
    # TEMP tables live on this connection alone; the drop makes a second import start clean.
    with desk.store.reading(desk.store.db) as db:
        incoming.begin(db)
        try:
            raw = db.raw()
            raw.execute("BEGIN DEFERRED")
            try:
                preparer = Preparer()
                for people in rows.people(rejected):
                    incoming.stage(db, preparer.prepare(people))
                    pace.piece(rows.consumed, rows.size)
                pace.check()
                fates = incoming.match(db, repeats=preparer.repeats)
                seen = db.version()
            finally:
                raw.execute("COMMIT")
            pace.check()
            if not dry_run and (fates.new or fates.updated):
                fates = _apply(desk, name, seen, fates, rows.notes, rejected)
        finally:
            incoming.drop(db)
    progress(rows.size, rows.size)
    return replace(_report(fates, rows.notes, rejected), dry_run=dry_run)


def _report(fates: incoming.Fates, notes: Notes, rejected: list[Rejected]) -> Report:
    return Report(
        new=fates.new,
        updated=fates.updated,
        unchanged=fates.unchanged,
        rejected=tuple(rejected),
        notes=_sentences(notes, fates),
    )


def _sentences(notes: Notes, fates: incoming.Fates) -> tuple[str, ...]:
    said = notes.sentences()
    if fates.repeated:
        rows = counted(fates.repeated, "row tells", "rows tell")
        said.insert(0, f"{rows} of someone whom an earlier row told of; the earlier one counts.")
    if fates.moved:
        said.insert(0, f"{people_counted(fates.moved)} changed employer: each a reason to write.")
    return tuple(said)


def _apply(
    desk: Desk,
    name: str,
    seen: int,
    fates: incoming.Fates,
    notes: Notes,
    rejected: list[Rejected],
) -> incoming.Fates:
    """Writes it as one change; `seen` is the state of the database that was matched."""
    with desk.act("Imported") as act:
        if act.db.version() != seen:
            # Somebody else wrote meanwhile, which is rare: once more, now under the lock.
            fates = incoming.match_again(act.db)
        now = instant_text(act.now)
        for person_id in incoming.apply(act.db, fates, "linkedin", now, desk.today()):
            act.touch_contact(person_id)
        report = _report(fates, notes, rejected)
        keep_receipt(act, "linkedin", name, report)
        act.name = title(report, name)
    return fates
