"""The schema's history. Each step says what undo covers and what deleting does.

A step is a module `mNNNN_name` with `VERSION`, `SQL` (one script, no transaction statements),
`COVERED` (tables that undo logs), `RESCUED` (tables outside undo whose rows come back with the
row that took them along) and `DELETING` (what a deleted row takes with it, in words).
"""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.lazy import dataclass
from ii_tui.store.migrations import m0001_first, m0002_ties, m0003_archived


@dataclass(frozen=True, slots=True)
class Step:
    """One step from version - 1 to version."""

    version: int
    sql: str
    covered: tuple[str, ...]
    rescued: tuple[str, ...] = ()


STEPS: tuple[Step, ...] = tuple(
    Step(module.VERSION, module.SQL, module.COVERED, module.RESCUED)
    for module in (m0001_first, m0002_ties, m0003_archived)
)


def covered(steps: Sequence[Step] = STEPS) -> tuple[str, ...]:
    """Every table that undo covers after `steps`."""
    return tuple(dict.fromkeys(table for step in steps for table in step.covered))


def rescued(steps: Sequence[Step] = STEPS) -> tuple[str, ...]:
    """Every table whose deleted rows are kept for a redo after `steps`."""
    return tuple(dict.fromkeys(table for step in steps for table in step.rescued))
