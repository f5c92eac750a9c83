"""Proposals to close: what went quiet is told as one thing, however many conversations it is."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.core.models import TaskRow


def is_proposal(task: TaskRow) -> bool:
    """Whether it only proposes to close."""
    return task.kind == "close"


def counted(number: int) -> str:
    """ "7 conversations"."""
    return "1 conversation" if number == 1 else f"{number:,} conversations"


def named(rows: Sequence[TaskRow], most: int = 3) -> str:
    """The first few of them by name: "Ada Lovelace, Bob Byron and 5 more"."""
    names = ", ".join(row.person for row in rows[:most])
    return f"{names} and {len(rows) - most} more" if rows[most:] else names
