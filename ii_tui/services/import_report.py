"""What every import has in common: its report and receipt, its pace, and being stopped."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ii_tui.core.counting import people_counted
from ii_tui.core.dates import instant_text
from ii_tui.core.incoming import Rejected
from ii_tui.errors import IiError
from ii_tui.services.acts import Act
from ii_tui.store.rows import add_row
from ii_tui.store.tables import ImportRun

Progress = Callable[[int, int], None]
"""Told (read, in all), in bytes or characters, on the thread that imports."""

_SWITCH_S = 0.0005
"""A key takes the interpreter several times; each may be waited for so long."""

_YIELD_EVERY = 50
_TELL_EVERY = 500


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
    dry_run: bool = False

    @property
    def words(self) -> str:
        """The counts in one sentence."""
        counts = (
            f"{self.new:,} new, {self.updated:,} updated, {self.unchanged:,} unchanged, "
            f"{len(self.rejected):,} rejected"
        )
        return f"{counts}. Nothing was written (dry run)." if self.dry_run else f"{counts}."


class Pace:
    """Looks whether to stop, and gives the interpreter up often where keys are to stay quick."""

    def __init__(self, progress: Progress, stop: threading.Event, *, shares: bool = True) -> None:
        """`shares` with a thread that draws; alone, giving up only takes time."""
        self._shares = shares
        self._progress = progress
        self._stop = stop
        self._count = 0

    def read(self, done: int, total: int) -> None:
        """One row read, `done` of `total` by now; raises Stopped."""
        self.step()
        if self._count % _TELL_EVERY == 0:
            self._progress(done, total)

    def step(self) -> None:
        """One row of anything; raises Stopped when the person stopped the import."""
        self._count += 1
        if self._shares and self._count % _YIELD_EVERY == 0:
            time.sleep(0)
        self.check()

    def piece(self, done: int, total: int) -> None:
        """Some hundred rows read at once; raises Stopped."""
        if self._shares:
            time.sleep(0)
        self._progress(done, total)
        self.check()

    def check(self) -> None:
        """Raises Stopped when the person stopped the import."""
        if self._stop.is_set():
            raise Stopped("The import was stopped. Nothing was changed.")


@contextmanager
def giving_way(*, shares: bool) -> Iterator[None]:
    """Within, a thread that wants the interpreter waits for it a tenth of the usual time."""
    usual = sys.getswitchinterval()
    if shares:
        sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def title(report: Report, name: str) -> str:
    """What undo calls the import: "Imported 12 people from Connections.csv"."""
    people = report.new + report.updated
    words = f"Imported {people_counted(people)}"
    return f"{words} from {name}" if name else words


def keep_receipt(act: Act, source: str, name: str, report: Report) -> None:
    """Keeps what an import did, within the act that does it."""
    add_row(
        act.db,
        ImportRun,
        at=instant_text(act.now),
        source=source,
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
