"""Conversations that went quiet: each closed or kept by one key, all of it done at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from ii_tui.core.counting import counted
from ii_tui.core.stages import Exit
from ii_tui.services import going_quiet
from ii_tui.services.going_quiet import Quiet
from ii_tui.ui.dialogs.ask import confirm
from ii_tui.ui.dialogs.deciding import Deciding
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item
from ii_tui.ui.widgets.spans import Line, Row, Span, bright, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class Wish(StrEnum):
    """What is to become of one."""

    CLOSE = "close"
    KEEP = "keep"


_COLUMNS = Columns(
    Column(5),
    Column(14, grow=3, most=30, gap=2),
    Column(9, drop=2),
    Column(10, grow=2, most=24, drop=1),
    Column(8, align="right"),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, by the ids of the proposals."""

    close: dict[int, Exit]
    keep: tuple[int, ...]


class QuietSheet(Deciding[Decided]):
    """The list; nothing happens to anybody before enter."""

    WIDTH: ClassVar[int] = 78
    STEP = (
        "Nothing is closed by itself. Closing ends what is owed and deletes nothing; keeping asks "
        "again in a month. Nobody owes an answer, and many come late."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "wish('close')", "Close", show=False),
        Binding("z", "wish('keep')", "Keep", show=False),
        Binding("D", "all", "All", show=False),
        Binding("space", "wish('')", "Undecided", show=False, priority=True),
    ]

    def __init__(self, rows: Sequence[Quiet], wishes: Mapping[int, Wish]) -> None:
        keys = (("d", "close"), ("z", "keep"), ("enter", "do it"), ("esc", "back"),
                ("D", "close all"), ("space", "neither"))  # fmt: skip
        title = f"{counted(len(rows), 'conversation')} went quiet"
        super().__init__(title, keys, (row.task.id for row in rows))
        self._rows = {row.task.id: row for row in rows}
        self.wishes: dict[int, Wish] = {**wishes}

    def item(self, key: int) -> Item:
        """Who it is, how it would be closed and why."""
        return _item(self._rows[key], self.wishes.get(key))

    def action_wish(self, wish: str) -> None:
        """Close, keep or neither; then the next one."""
        if (key := self._current) is None:
            return
        if wish:
            self.wishes[key] = Wish(wish)
        else:
            self.wishes.pop(key, None)
        self._next(key)

    def action_all(self) -> None:
        """Every one that is not kept."""
        for key in self._rows:
            self.wishes.setdefault(key, Wish.CLOSE)
        self._list.show(self._items())

    def decided(self) -> None:
        """Do what was said of each."""
        if not self.wishes:
            self.status.fail("Nothing is decided yet. d closes, z keeps, D closes all.")
            return
        close = {
            key: self._rows[key].exit for key, wish in self.wishes.items() if wish is Wish.CLOSE
        }
        keep = tuple(key for key, wish in self.wishes.items() if wish is Wish.KEEP)
        self.dismiss(Decided(close, keep))


def _item(row: Quiet, wish: Wish | None) -> Item:
    sign = Span(wish or "", "blocked" if wish is Wish.CLOSE else "done")
    task = row.task
    days = counted(row.days, "day")
    head: Row = _COLUMNS.row(
        sign, bright(task.person), dim(row.exit.label), task.company, dim(days)
    )
    return Item(task.id, (head, _Why(task.reason)), row)


class _Why(Line):
    """The reason, on one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(dim(reason), indent=7)


async def look_through(app: IiApp) -> None:
    """Lists them, asks once before anything is closed, and does it in one change. In a worker."""
    rows = going_quiet.proposals(app.desk)
    if not rows:
        app.say("Nothing went quiet: there is nothing to close.")
        return
    wishes: dict[int, Wish] = {}
    while True:
        decided = await app.push_screen_wait(QuietSheet(rows, wishes))
        if decided is None:
            return
        wishes = dict.fromkeys(decided.close, Wish.CLOSE)
        wishes |= dict.fromkeys(decided.keep, Wish.KEEP)
        if not decided.close or await _sure(app, decided):
            break
    await app.do(lambda: going_quiet.settle(app.desk, decided.close, decided.keep))


async def _sure(app: IiApp, decided: Decided) -> bool:
    number = len(decided.close)
    kept = f" The {len(decided.keep)} kept stay as they are." if decided.keep else ""
    return await confirm(
        app,
        f"Close {counted(number, 'conversation')}?",
        words=f"They leave the board. v brings one back, u all of them.{kept}",
        yes="Yes, close them" if number > 1 else "Yes, close it",
        no="No, back to the list",
    )
