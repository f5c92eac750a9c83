"""Conversations that went quiet: looked through in one go, each closed or kept.

That they may be closed is only ever proposed (`close` tasks); here the person decides on many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from ii_tui.core.counting import counted
from ii_tui.core.models import TaskRow
from ii_tui.core.stages import Answer, Exit, Stage, quiet_exit
from ii_tui.errors import Nothing
from ii_tui.services.desk import Desk
from ii_tui.store import board, quiet, tasks
from ii_tui.store.driver import Db

KEEP_DAYS = 30
"""For how long keeping one takes the proposal away."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """A conversation that could be closed."""

    task: TaskRow
    """the proposal: why, and about whom"""
    exit: Exit
    """how it would be closed"""
    days: int
    """days since anything was said"""


def proposals(desk: Desk) -> list[Quiet]:
    """All that could be closed now, the longest silence first."""
    with desk.reading() as db:
        rows = _proposals(desk, db)
    return sorted(rows, key=lambda row: (-row.days, row.task.id))


def _proposals(desk: Desk, db: Db) -> Iterator[Quiet]:
    found = [task for task in tasks.opened(db, desk.now()) if task.is_proposal]
    known = quiet.since(db, [task.interview_id or 0 for task in found])
    today = desk.today()
    for task in found:
        at, answer = known.get(task.interview_id or 0, (None, None))
        days = 0 if at is None else (today - desk.local(at).date()).days
        yield Quiet(task, _exit(task.stage, answer), days)


def _exit(stage: Stage | None, answer: Answer | None) -> Exit:
    """Who said no, or sent me on, declined; silence is told apart by how far it had come."""
    if answer in {Answer.NO, Answer.REFER}:
        return Exit.DECLINED
    return quiet_exit(stage or Stage.REQUESTED)


def settle(desk: Desk, close: Mapping[int, Exit], keep: Collection[int]) -> str:
    """Closes the ones and keeps the others, named by the ids of their proposals, in one change.

    What was settled elsewhere meanwhile is left alone. Raises Nothing when that was all of it.
    """
    until = desk.midnight(desk.today() + timedelta(days=KEEP_DAYS))
    with desk.act("Closed what went quiet") as act:
        standing = {row.task.id: row for row in _proposals(desk, act.db)}
        closed: list[TaskRow] = []
        kept: list[TaskRow] = []
        for task_id, exit_ in close.items():
            row = standing.pop(task_id, None)
            found = None if row is None else board.standing(act.db, row.task.interview_id or 0)
            if row is not None and found is not None and found.exit is None:
                silent = exit_ is not Exit.DECLINED and row.days
                act.leave(found, exit_, f"no word for {counted(row.days, 'day')}" if silent else "")
                closed.append(row.task)
        for task_id in keep:
            if (row := standing.pop(task_id, None)) is not None:
                tasks.settle(act.db, task_id, "snoozed", act.now, until)
                kept.append(row.task)
        if not closed and not kept:
            raise Nothing("Nothing of that is proposed any more.")
        act.name = _words(closed, kept)
        return act.name


def _words(closed: list[TaskRow], kept: list[TaskRow]) -> str:
    parts = []
    if closed:
        parts.append(f"Closed {_whom(closed)}")
    if kept:
        parts.append(f"{'kept' if closed else 'Kept'} {_whom(kept)} for {KEEP_DAYS} days")
    return ", ".join(parts)


def _whom(rows: list[TaskRow]) -> str:
    return rows[0].person if len(rows) == 1 else counted(len(rows), "conversation")
