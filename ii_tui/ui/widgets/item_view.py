"""Items of some lines each in a scrolling view: what they are asked, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ii_tui.ui.widgets.painting import Painter
from ii_tui.ui.widgets.spans import Line, Row, Span, dim

Key = str | int

THUMB = Span("│", "rule")


class ItemView(Painter, ScrollView):
    """The first column holds the cursor's sign, the last one the thumb that shows where we are."""

    def __init__(
        self,
        *,
        empty: Sequence[Row | str] = (),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.cursor = -1
        """index of the item under the cursor, -1 in a list with nothing to stand on"""
        self.quiet = False
        """in a pane beside a list: the cursor shows only while the keys go here"""
        self._empty: list[Row] = []
        self.when_empty(empty)

    def when_empty(self, rows: Sequence[Row | str]) -> None:
        """What stands there while there is nothing to list; a bare string is a dim line."""
        self._empty = [Line(dim(row)) if isinstance(row, str) else row for row in rows]
        if self.is_mounted and not self.item_count():
            self.refresh()

    # What the items are: answered by the classes below.

    def item_count(self) -> int:
        """Items in all."""
        raise NotImplementedError

    def line_count(self) -> int:
        """Lines in all."""
        raise NotImplementedError

    def item_lines(self, index: int) -> tuple[int, int]:
        """The first line of an item and how many it takes."""
        raise NotImplementedError

    def item_at(self, line: int) -> int:
        """The item that a line belongs to."""
        raise NotImplementedError

    def item_key(self, index: int) -> Key | None:
        """The item's identity; None for one that the cursor passes over."""
        raise NotImplementedError

    def item(self, index: int) -> Any:
        """The item itself."""
        raise NotImplementedError

    def draw(self, index: int, line: int, width: int) -> Sequence[Span]:
        """One line of an item."""
        raise NotImplementedError

    def nearest(self, index: int, step: int) -> int:
        """The item that the cursor can stand on, at `index` or next to it, looking `step` first."""
        return max(-1, min(index, self.item_count() - 1))

    def ready(self, first: int, last: int) -> bool:
        """Whether these lines can be drawn now; False keeps the old picture for the moment."""
        return True

    def measured(self) -> None:
        """Adopt the line count after the items or the width changed."""
        size = Size(self.size.width, self.line_count())
        grown = size.height != self.virtual_size.height
        # Not as a reactive: that would lay out and repaint the whole screen, for scrollbars that
        # we do not have. Only a list as high as its content asks for another height.
        self.set_reactive(ScrollView.virtual_size, size)
        height = self.styles.height
        if grown and height is not None and height.is_auto:
            self.refresh(layout=True)

    def refresh_item(self, index: int) -> None:
        """Repaint one item, and nothing else."""
        if not 0 <= index < self.item_count():
            return
        start, lines = self.item_lines(index)
        first = max(start, self.scroll_offset.y)
        last = min(start + lines, self.scroll_offset.y + self.size.height)
        if first < last:
            self.refresh_lines(first, last - first)

    # Drawing.

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines in all, for a list that is as high as what it holds."""
        return self.line_count() or len(self._empty)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self.size.width
        line = y + self.scroll_offset.y
        if self.item_count() == 0:
            return self._empty_line(y, width)
        if line >= self.line_count():
            return self.paint((), width)
        index = self.item_at(line)
        start, _ = self.item_lines(index)
        here = index == self.cursor and (self.has_focus or not self.quiet)
        ground = ("cursor" if self.has_focus else "off") if here else ""
        sign = Span(">", "accent") if here and line == start else Span(" ")
        spans = [sign, *self.draw(index, line - start, max(0, width - 2))]
        if not self._thumb(y):
            return self.paint(spans, width, ground)
        return Strip.join((self.paint(spans, width - 1, ground), self.paint((THUMB,), 1)))

    def _thumb(self, y: int) -> bool:
        """Whether the last column shows, on this line, where the view stands in a longer list."""
        height, lines = self.size.height, self.line_count()
        if lines <= height:
            return False
        size = max(1, height * height // lines)
        top = round(self.scroll_offset.y * (height - size) / (lines - height))
        return top <= y < top + size

    def _empty_line(self, y: int, width: int) -> Strip:
        for row in self._empty:
            height = row.height(width - 2)
            if y < height:
                return self.paint([Span(" "), *row.spans(width - 2, y)], width)
            y -= height
        return self.paint((), width)
