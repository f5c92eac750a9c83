"""`Lines`: a list of items of one or more lines each, with headings between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from textual.geometry import Size

from ii_tui.lazy import dataclass
from ii_tui.ui.widgets.cursor_view import CursorView
from ii_tui.ui.widgets.item_view import Key
from ii_tui.ui.widgets.spans import Cell, Line, Row, Span


@dataclass(frozen=True, slots=True)
class Item:
    """What the cursor steps over: a key, the rows that draw it, and whatever the screen needs."""

    key: Key | None
    """None for a heading or a blank line, which the cursor passes over"""
    rows: tuple[Row, ...]
    data: Any = None


def heading(text: str, right: Cell = "") -> Item:
    """The name of a section."""
    return Item(None, (Line(Span(text, "heading"), right=right),))


def blank() -> Item:
    """An empty line."""
    return Item(None, (Line(),))


class Lines(CursorView):
    """Items held in memory; for what does not fit there, see `WindowList`."""

    def __init__(
        self,
        items: Iterable[Item] = (),
        *,
        empty: Sequence[Row | str] = (),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, name=name, id=id, classes=classes)
        self.items: tuple[Item, ...] = tuple(items)
        self._starts: list[int] = [0]
        self._by_key: dict[Key, int] = {}
        self._index()
        self.cursor = self.nearest(0, 1)

    def show(self, items: Iterable[Item], *, to: Key | None = None) -> None:
        """Replace the items; the cursor stays on its key, or moves to `to` where that is given.

        Where the key is gone the cursor takes the item that moved into its place.
        """
        key = self.key if to is None else to
        row = self._row_in_view()
        had, place = self.cursor, self._ordinal()
        self.items = tuple(items)
        self._index()
        if key is not None and key in self._by_key:
            self.cursor = self._by_key[key]
        else:
            stops = list(self._by_key.values())
            self.cursor = stops[min(place, len(stops) - 1)] if stops and had >= 0 else -1
        self.measured()
        wished = self._starts[self.cursor] - row if self.cursor >= 0 else self.scroll_offset.y
        self.go(self.cursor, scroll=wished)
        self.refresh()

    def put(self, key: Key, item: Item) -> None:
        """Replace one item by another of the same height: only its lines are repainted."""
        index = self._by_key[key]
        old = self.items[index]
        width = self._width
        if _height(old, width) != _height(item, width) or item.key != key:
            to = item.key if index == self.cursor else None
            self.show((item if each is old else each for each in self.items), to=to)
            return
        self.items = (*self.items[:index], item, *self.items[index + 1 :])
        self.refresh_item(index)

    def item_count(self) -> int:
        """Items in all, headings and blank lines among them."""
        return len(self.items)

    def line_count(self) -> int:
        """Lines in all at the present width."""
        return self._starts[-1]

    def item_lines(self, index: int) -> tuple[int, int]:
        """The first line of an item and how many it takes."""
        return self._starts[index], self._starts[index + 1] - self._starts[index]

    def item_at(self, line: int) -> int:
        """The item that a line belongs to."""
        return max(0, min(bisect_right(self._starts, line), len(self.items)) - 1)

    def item_key(self, index: int) -> Key | None:
        """The item's key."""
        return self.items[index].key

    def item(self, index: int) -> Item:
        """The item."""
        return self.items[index]

    def draw(self, index: int, line: int, width: int) -> Sequence[Span]:
        """One line of an item."""
        for row in self.items[index].rows:
            height = row.height(width)
            if line < height:
                return row.spans(width, line)
            line -= height
        return ()

    def nearest(self, index: int, step: int) -> int:
        """The item with a key at `index`, else the next that way, else the next the other way."""
        count = len(self.items)
        if not count:
            return -1
        start = max(0, min(index, count - 1))
        ahead = range(start, count) if step >= 0 else range(start, -1, -1)
        behind = range(start, -1, -1) if step >= 0 else range(start, count)
        for way in (ahead, behind):
            for each in way:
                if self.items[each].key is not None:
                    return each
        return -1

    def measured(self) -> None:
        """Work out where each item begins at the present width."""
        self._index()
        super().measured()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines in all at a width that is only thought of."""
        inner = max(0, width - 2)
        if not self.items:
            return sum(row.height(inner) for row in self._empty)
        return sum(_height(item, inner) for item in self.items)

    @property
    def _width(self) -> int:
        return max(0, self.size.width - 2)

    def _index(self) -> None:
        width = self._width
        heights = (_height(item, width) for item in self.items)
        self._starts = [0, *accumulate(heights)]
        self._by_key = {
            item.key: index for index, item in enumerate(self.items) if item.key is not None
        }

    def _ordinal(self) -> int:
        """How many items with a key stand before the cursor."""
        return sum(item.key is not None for item in self.items[: max(0, self.cursor)])

    def _row_in_view(self) -> int:
        """Lines between the top of the view and the cursor's item."""
        if not 0 <= self.cursor < len(self.items):
            return 0
        return self._starts[self.cursor] - self.scroll_offset.y


def _height(item: Item, width: int) -> int:
    return sum(row.height(width) for row in item.rows)
