"""Importing our own JSON: read, worked out against what is here, and written as one change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ii_tui.core.dates import instant_text
from ii_tui.core.document import Incoming
from ii_tui.services.desk import Desk
from ii_tui.services.import_report import Pace, Progress, Report, keep_receipt, title
from ii_tui.store import merge, merge_write, snapshot
from ii_tui.store.driver import Db
from ii_tui.store.merge_plan import Plan

if TYPE_CHECKING:
    from ii_tui.files.json_io import Read


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

    pace = Pace(progress, stop or threading.Event())
    read = json_io.read(data, pace.read)
    now = instant_text(desk.now())
    with desk.store.reading(desk.store.db) as db:
        seen, plan = _work_out(db, read.incoming, now, lambda: pace.read(len(data), len(data)))
    pace.step()
    if not dry_run and not plan.empty:
        plan = _write(desk, name, seen, plan, read)
    progress(len(data), len(data))
    return replace(_report(read, plan), dry_run=dry_run)


def _report(read: Read, plan: Plan) -> Report:
    rejected = [*read.rejected, *plan.rejected]
    return Report(
        new=plan.new,
        updated=plan.updated,
        unchanged=plan.unchanged,
        rejected=tuple(sorted(rejected, key=lambda one: one.line)),
        notes=(*read.notes, *plan.said, *plan.notes.sentences()),
    )


def _work_out(db: Db, incoming: Incoming, now: str, step: Callable[[], None]) -> tuple[int, Plan]:
    """The plan, and the state of the database that it holds for."""
    with snapshot.consistent(db):
        seen = db.version()
        have, settings = snapshot.flat(db), snapshot.settings(db)
    return seen, merge.work_out(have, settings, incoming, now, step)


def _write(desk: Desk, name: str, seen: int, plan: Plan, read: Read) -> Plan:
    prepared = merge_write.prepare(plan)
    with desk.act(title(_report(read, plan), name)) as act:
        if act.db.version() != seen:
            # Somebody else wrote meanwhile, which is rare: once more, now under the lock.
            have, settings = snapshot.flat(act.db), snapshot.settings(act.db)
            plan = merge.work_out(have, settings, read.incoming, plan.now)
            prepared = merge_write.prepare(plan)
        for interview_id in merge_write.apply(act.db, plan, prepared):
            act.touch_interview(interview_id)
        report = _report(read, plan)
        keep_receipt(act, "json", name, report)
        act.name = title(report, name)
    return plan
