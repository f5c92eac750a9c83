"""What a document would do to the database: the plan, and the few ways to add to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ii_tui.core.document import FIELDS, NOW, Incoming, Row, RowIn
from ii_tui.core.incoming import Notes, Rejected
from ii_tui.core.text import clean
from ii_tui.store.snapshot import Flat

Tick = Callable[[], None]
"""Called with every row; what it raises stops the work."""

RANKED = frozenset({"events", "interviews"})
"""Kinds whose `sequence` only orders the rows of a file."""


@dataclass(slots=True)
class Plan:
    """What a document would do to the database that it was worked out against."""

    now: str
    have: Flat
    adds: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """whole new rows, by kind and uid"""
    changes: dict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """what changes in rows that are here, by kind and uid"""
    settings: dict[str, Any] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    said: list[str] = field(default_factory=list)
    """what was noticed about the whole, in sentences"""
    people: set[str] = field(default_factory=set)
    """uids of everybody who is new or changes in any of their rows"""
    replan: set[str] = field(default_factory=set)
    """uids of interviews whose tasks must be computed; those of the others are the file's"""
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    """people, as every import counts"""

    @property
    def empty(self) -> bool:
        """Whether nothing would be written."""
        return not (any(self.adds.values()) or any(self.changes.values()) or self.settings)

    def row(self, kind: str, uid: str) -> Row | None:
        """A new row, or one that is here as it is before the plan."""
        return self.adds[kind].get(uid) or self.have[kind].get(uid)

    def final(self, kind: str, uid: str, name: str) -> Any:
        """A field as it is once the plan is carried out."""
        changed = self.changes[kind].get(uid, {})
        return changed[name] if name in changed else (self.row(kind, uid) or {}).get(name)


class Working:
    """A plan in the making: how a row of the file is resolved, refused, added, compared."""

    def __init__(self, plan: Plan, document: Incoming, tick: Tick) -> None:
        self.plan = plan
        self.document = document
        self.tick = tick
        self.same: dict[str, dict[str, str]] = {kind: {} for kind in FIELDS}
        """uids of the file that mean another uid here"""
        self.named: set[str] = set()
        """uids here of everybody in the file"""

    def reject(self, row: RowIn, reason: str) -> None:
        """Refuses the row, with its line and place."""
        self.plan.rejected.append(Rejected(row.line, f"{row.place}: {reason}"))

    def missing(self, row: RowIn, name: str) -> None:
        """Notes that an optional reference leads nowhere."""
        self.plan.notes.add(row.line, f"{row.place}: its {name} is nowhere, and was left out.")

    def resolved(self, kind: str, row: RowIn, but: str = "") -> Row:
        """The row's values with uids as they are here; what leads nowhere becomes None."""
        values = dict(row.values)
        for item in FIELDS[kind]:
            uid = values.get(item.name)
            if item.kind != "ref" or uid is None or item.name == but:
                continue
            uid = self.same[item.target].get(uid, uid)
            found = self.plan.row(item.target, uid) is not None
            values[item.name] = uid if found else None
            if not found and not item.need:
                self.missing(row, item.name)
        return values

    def differing(self, kind: str, uid: str, values: Row) -> Row:
        """The fields in which the row that is here is not what the file says."""
        before = self.plan.have[kind][uid]
        return {
            name: value
            for name, value in values.items()
            if before[name] != value
            and not (name == "sequence" and kind in RANKED)
            and not _only_cleaned(before[name], value)
        }

    def add(self, kind: str, values: Row) -> None:
        """Plans a new row; what the file does not say has its value for that."""
        absent = {item.name: item.absent for item in FIELDS[kind]}
        whole = {
            name: self.plan.now if value == NOW else value for name, value in absent.items()
        } | values
        self.plan.adds[kind][whole["uid"]] = whole

    def change(self, kind: str, uid: str, changed: Row) -> None:
        """Plans a change of a row that is here."""
        if changed:
            self.plan.changes[kind][uid] = self.plan.changes[kind].get(uid, {}) | changed


def _only_cleaned(before: Any, value: Any) -> bool:
    """Whether a file says the same without what does not belong into text, as every export does."""
    return (
        isinstance(before, str)
        and isinstance(value, str)
        and value in (clean(before), clean(before, newlines=False))
    )
