"""Exporting: everything as JSON, people as CSV, meetings and reminders as a calendar."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from ii_tui.core.counting import counted, people_counted
from ii_tui.errors import Usage
from ii_tui.paths import named
from ii_tui.services.desk import Desk
from ii_tui.store import sheet, snapshot

KINDS = ("json", "csv", "ics")
"""What this version writes."""

COLUMNS = (
    "First Name",
    "Last Name",
    "Company",
    "Title",
    "E-mail",
    "Phone",
    "LinkedIn",
    "Tags",
    "Closeness",
    "Stage",
    "Last touch",
    "How known",
)
"""The header of the CSV."""


_DATABASE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export."""

    kind: str
    data: bytes
    count: int
    """people in it; meetings and reminders for a calendar"""
    defended: int = 0
    """cells of a CSV that got a `'` in front, so that no spreadsheet takes them for a formula"""

    @property
    def words(self) -> str:
        """What it holds, in one sentence."""
        if self.kind == "ics":
            return f"{self.count:,} meetings and reminders."
        held = people_counted(self.count)
        return f"Everything about {held}." if self.kind == "json" else f"{held}."

    @property
    def notes(self) -> tuple[str, ...]:
        """What was noticed, in sentences."""
        if not self.defended:
            return ()
        cells = counted(self.defended, "cell that looks", "cells that look")
        return (f"{cells} like a formula got a ' in front.",)


def export(desk: Desk, kind: str = "json") -> Exported:
    """The export's bytes. Reads everything: not for the event loop.

    JSON is complete: imported into an empty database and exported again it gives the same bytes.
    CSV leaves out archived people. Raises Usage for a kind that is not written.
    """
    if kind == "json":
        return _json(desk)
    if kind == "csv":
        return _csv(desk)
    if kind == "ics":
        return _ics(desk)
    raise Usage(
        f'This version does not write "{kind[:40]}".', hint=f"It writes {', '.join(KINDS)}."
    )


def write_export(desk: Desk, kind: str, path: Path) -> Exported:
    """Exports to `path`; see `write_file`."""
    exported = export(desk, kind)
    write_file(path, exported)
    return exported


def write_file(path: Path, exported: Exported) -> None:
    """Writes the export to `path` as 0600, whole or not at all; an earlier export is replaced.

    Raises Usage for a folder or a database, which stay as they are.
    """
    from ii_tui.atomic import write_private

    path = named(path)
    if os.path.isdir(path):
        raise Usage(
            f"{path} is a folder.", hint=f"Name a file in it, such as ii-tui.{exported.kind}."
        )
    database = False
    with contextlib.suppress(OSError):  # what stands in the way is told by the writing
        if path.is_file():
            with path.open("rb") as there:
                database = there.read(len(_DATABASE)) == _DATABASE
    if database:
        raise Usage(f"{path} is a database, and was left as it was.", hint="Name another file.")
    write_private(path, exported.data)


def _json(desk: Desk) -> Exported:
    from ii_tui.files import json_io

    with desk.store.reading(desk.store.db) as db:
        document = snapshot.dump(db)
    return Exported("json", json_io.write(document), len(document["contacts"]))


def _csv(desk: Desk) -> Exported:
    from ii_tui.files.csv_out import contacts_csv

    with desk.store.reading(desk.store.db) as db:
        people = sheet.people(db)
    rows = [
        (
            one.first,
            one.last,
            one.company,
            one.title,
            one.email,
            one.phone,
            one.url,
            one.tags,
            one.closeness,
            one.stage.replace("_", " "),
            None if one.last_touch is None else desk.local(one.last_touch).date(),
            one.how_known,
        )
        for one in people
    ]
    written = contacts_csv(rows, COLUMNS)
    return Exported("csv", written.data, len(rows), written.defended)


def _ics(desk: Desk) -> Exported:
    from ii_tui.services.calendar_files import whole_calendar

    data = whole_calendar(desk)
    return Exported("ics", data, data.count(b"\nBEGIN:VEVENT"))
