"""Importing our own JSON: read, worked out against what is here, and written as one change."""

from __future__ import annotations

import json
import threading
import time

from ii_tui.core.dates import instant_text
from ii_tui.core.document import Incoming
from ii_tui.core.incoming import Rejected
from ii_tui.services.desk import Desk
from ii_tui.services.importing import Progress, Report, Stopped
from ii_tui.store import merge, merge_write, snapshot
from ii_tui.store.driver import Db
from ii_tui.store.merge_plan import Plan
from ii_tui.store.rows import add_row
from ii_tui.store.tables import ImportRun

_YIELD_EVERY = 50


def import_json(
    desk: Desk,
    data: bytes,
    *,
    name: str = "",
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
    stop: threading.Event | None = None,
) -> Report:
    """Takes a JSON export in as one change that undo takes back. For the writer thread.

    Counts are of people: one is updated when anything of theirs is new or changes. Raises Usage
    for what is no export of ours, Newer for a later version's, Stopped when `stop` was set in
    time; then nothing is changed.
    """
    from ii_tui.files import json_io

    began = time.monotonic()
    pace = _Pace(progress, stop or threading.Event())
    read = json_io.read(data, pace.read)
    now = instant_text(desk.now())
    with desk.store.reading(desk.store.db) as db:
        seen, plan = _work_out(db, read.incoming, now, pace)
    pace.step()
    if not dry_run and not plan.empty:
        plan = _write(desk, name, seen, plan, read.incoming, read.rejected)
    progress(len(data), len(data))
    rejected = [*read.rejected, *plan.rejected]
    return Report(
        new=plan.new,
        updated=plan.updated,
        unchanged=plan.unchanged,
        rejected=tuple(sorted(rejected, key=lambda one: one.line)),
        notes=(*read.notes, *plan.said, *plan.notes.sentences()),
        dry_run=dry_run,
        seconds=time.monotonic() - began,
    )


class _Pace:
    """Gives the interpreter up often, so that keys stay quick, and looks whether to stop."""

    def __init__(self, progress: Progress, stop: threading.Event) -> None:
        self._progress = progress
        self._stop = stop
        self._count = 0

    def read(self, done: int, total: int) -> None:
        """One row read; `done` of `total` characters."""
        self.step()
        if self._count % (_YIELD_EVERY * 10) == 0:
            self._progress(done, total)

    def step(self) -> None:
        """One row of anything; raises Stopped when the person stopped the import."""
        self._count += 1
        if self._count % _YIELD_EVERY == 0:
            time.sleep(0)
        if self._stop.is_set():
            raise Stopped("The import was stopped. Nothing was changed.")


def _work_out(db: Db, incoming: Incoming, now: str, pace: _Pace) -> tuple[int, Plan]:
    """The plan, and the state of the database that it holds for."""
    with snapshot.consistent(db):
        seen = int(db.value("PRAGMA data_version"))
        have, settings = snapshot.flat(db), snapshot.settings(db)
    return seen, merge.work_out(have, settings, incoming, now, pace.step)


def _write(
    desk: Desk, name: str, seen: int, plan: Plan, incoming: Incoming, refused: list[Rejected]
) -> Plan:
    people = plan.new + plan.updated
    words = f"Imported {people:,} {'person' if people == 1 else 'people'}"
    prepared = merge_write.prepare(plan)
    with desk.act(words + (f" from {name}" if name else "")) as act:
        if int(act.db.value("PRAGMA data_version")) != seen:
            # Somebody else wrote meanwhile, which is rare: once more, now under the lock.
            have, settings = snapshot.flat(act.db), snapshot.settings(act.db)
            plan = merge.work_out(have, settings, incoming, plan.now)
            prepared = merge_write.prepare(plan)
        for interview_id in merge_write.apply(act.db, plan, prepared):
            act.touch_interview(interview_id)
        rejected = [*refused, *plan.rejected]
        add_row(
            act.db,
            ImportRun,
            at=plan.now,
            source="json",
            name=name,
            new=plan.new,
            updated=plan.updated,
            unchanged=plan.unchanged,
            rejected=len(rejected),
            report=json.dumps(
                {
                    "notes": [*plan.said, *plan.notes.sentences()],
                    "rejected": [[row.line, row.reason] for row in rejected[:5000]],
                },
                ensure_ascii=False,
            ),
        )
    return plan
