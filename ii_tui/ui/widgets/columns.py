"""Columns that line up from row to row, at any width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ii_tui.lazy import dataclass
from ii_tui.ui.widgets.spans import Align, Cell, OneLine, Span, fit


@dataclass(frozen=True, slots=True)
class Column:
    """How wide one column may be, in cells, and how dear it is."""

    least: int
    most: int = 0
    """0 for no limit; only a column that grows uses it"""
    grow: int = 0
    """share of the room left over; 0 stays at `least`"""
    align: Align = "left"
    drop: int = 0
    """0 is never left out; of the others the highest goes first when the room is short"""
    gap: int = 2
    """blank cells before it, where something stands before it"""


class Place(NamedTuple):
    """Where a column stands, in cells from the left."""

    x: int
    width: int


class Columns:
    """A row's layout; the places for a width are worked out once."""

    def __init__(self, *columns: Column) -> None:
        self.columns = columns
        self._places: dict[int, tuple[Place | None, ...]] = {}

    def places(self, width: int) -> tuple[Place | None, ...]:
        """The place of every column in `width` cells, None for one that is left out."""
        if width not in self._places:
            self._places[width] = self._work_out(width)
        return self._places[width]

    def row(self, *cells: Cell) -> ColumnRow:
        """A row of these columns; cells that are missing at the end stay blank."""
        return ColumnRow(self, cells)

    def _work_out(self, width: int) -> tuple[Place | None, ...]:
        shown = list(range(len(self.columns)))
        while self._needed(shown) > width:
            dearest_last = max(shown, key=lambda index: self.columns[index].drop)
            if not self.columns[dearest_last].drop:
                break
            shown.remove(dearest_last)
        widths = {index: self.columns[index].least for index in shown}
        left = width - self._needed(shown)
        while left < 0 and (widest := max(widths, key=widths.__getitem__)) is not None:
            if widths[widest] <= 1:
                break
            widths[widest] -= 1
            left += 1
        self._grow(widths, max(0, left))
        places: list[Place | None] = [None] * len(self.columns)
        x = 0
        for position, index in enumerate(shown):
            x += self.columns[index].gap if position else 0
            cells = max(0, min(widths[index], width - x))
            places[index] = Place(x, cells) if cells else None
            x += widths[index]
        return tuple(places)

    def _needed(self, shown: Sequence[int]) -> int:
        gaps = sum(self.columns[index].gap for index in shown[1:])
        return gaps + sum(self.columns[index].least for index in shown)

    def _grow(self, widths: dict[int, int], left: int) -> None:
        """Share `left` cells among the columns that grow, none beyond its `most`."""
        growing = [index for index in widths if self.columns[index].grow]
        while left and growing:
            shares = sum(self.columns[index].grow for index in growing)
            handed = 0
            for index in growing:
                column = self.columns[index]
                more = max(1, left * column.grow // shares)
                if column.most:
                    more = min(more, max(0, column.most - widths[index]))
                more = min(more, left - handed)
                widths[index] += more
                handed += more
            left -= handed
            growing = [
                index
                for index in growing
                if not self.columns[index].most or widths[index] < self.columns[index].most
            ]
            if not handed:
                break


class ColumnRow(OneLine):
    """One line whose cells stand in columns."""

    __slots__ = ("_cells", "_columns")

    def __init__(self, columns: Columns, cells: Sequence[Cell]) -> None:
        self._columns = columns
        self._cells = cells

    def spans(self, width: int, line: int) -> list[Span]:
        """The cells in their places; between them blanks."""
        spans: list[Span] = []
        x = 0
        places = self._columns.places(width)
        for column, place, cell in zip(self._columns.columns, places, self._cells, strict=False):
            if place is None:
                continue
            if place.x > x:
                spans.append(Span(" " * (place.x - x)))
            spans += fit(cell, place.width, column.align)
            x = place.x + place.width
        return spans
