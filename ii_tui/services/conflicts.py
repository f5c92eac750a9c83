"""Two copies edited one thing: who changed it, what both changed, and texts nobody else can take.

What only one side changed is put together without a question; the rest a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from ii_tui.core.counting import listed
from ii_tui.core.dates import parse_instant, relative_day
from ii_tui.core.joining import Clash, Merged, merge
from ii_tui.lazy import dataclass
from ii_tui.services.desk import COMMAND_LINE, Desk
from ii_tui.store import undo


@dataclass(frozen=True, slots=True)
class Shape:
    """One field of what is edited: its name, its label, and what can be done with two of it."""

    name: str
    label: str
    kind: Literal["line", "text", "list", "either"] = "line"
    """a line or a text can be joined; a list joins itself; of an `either` only one can stand"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides did to one thing. Without clashes there is nothing to ask."""

    title: str
    who: str
    """"changed at 14:32 in another window\""""
    merged: Merged
    shapes: tuple[Shape, ...]

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The fields about which somebody must decide."""
        return self.merged.clashes

    def shape(self, name: str) -> Shape:
        """The field of that name."""
        return next(one for one in self.shapes if one.name == name)

    def beside(self) -> str:
        """What was put together without a question, in words; "" where that is nothing."""
        theirs = [self.shape(name).label.lower() for name in self.merged.theirs]
        mine = [self.shape(name).label.lower() for name in self.merged.mine]
        parts = [
            f"your {listed(mine)}" if mine else "",
            f"their {listed(theirs)}" if theirs else "",
        ]
        found = " and ".join(part for part in parts if part)
        return f"Kept without asking: {found}." if found else ""

    def told(self) -> str:
        """What is said of a conflict in which nothing clashed."""
        if not self.merged.theirs:
            return ""
        theirs = listed([self.shape(name).label.lower() for name in self.merged.theirs])
        return f"Their {theirs}, {self.who}, stays too."

    def resolved(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """Every field, with what was chosen where both had changed it."""
        return self.merged.values | dict(chosen)


def conflict(
    title: str,
    who: str,
    shapes: Sequence[Shape],
    base: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
) -> Conflict:
    """Compares both sides with what they began with."""
    lists = [shape.name for shape in shapes if shape.kind == "list"]
    return Conflict(title, who, merge(base, mine, theirs, lists), tuple(shapes))


def who_changed(desk: Desk, table: str, row_id: int) -> str:
    """When and where a row was changed last: "changed at 14:32 in another window"."""
    with desk.reading() as db:
        touch = undo.last_touch(db, table, row_id)
    if touch is None:
        return "changed elsewhere"
    where = where_made(desk, touch.process)
    if touch.replayed:
        return f"changed by an undo or redo {where}"
    return f"changed {moment_words(desk, parse_instant(touch.at))} {where}"


def where_made(desk: Desk, process: str) -> str:
    """Where a change was made, by the process that made it: "in another window"."""
    if process == desk.store.process:
        return "here"
    return "by the command line" if process.startswith(COMMAND_LINE) else "in another window"


def moment_words(desk: Desk, at: datetime) -> str:
    """An instant as a person says it: "at 14:32", "yesterday at 14:32"."""
    local = desk.local(at)
    day = relative_day(local.date(), desk.today())
    return f"at {local:%H:%M}" if day == "today" else f"{day} at {local:%H:%M}"


def keep_in_file(desk: Desk, what: str, text: str) -> Path | None:
    """Writes a text that has no place any more to a file of its own; where it is.

    For the writer thread. None when no disk takes it.
    """
    from ii_tui.services.rescuing import rescue

    kept = rescue([{"kind": what, "body": text}], desk.paths.unsaved)
    return kept[0] if kept else None


def as_text(shapes: Sequence[Shape], values: Mapping[str, str]) -> str:
    """Fields as a text to keep: a label and a value each."""
    return "\n".join(
        f"{shape.label}: {values[shape.name]}" for shape in shapes if shape.name in values
    )
