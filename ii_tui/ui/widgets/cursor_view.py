"""A scrolling view with a cursor on items: motion, scrolling, and no line repainted in vain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.message import Message

from ii_tui.ui.widgets.item_view import ItemView, Key
from ii_tui.ui.widgets.moving import Moving
from ii_tui.ui.widgets.spans import Row

MARGIN = 2
"""lines kept between the cursor and the edge, where the view has room"""
WHEEL = 3
"""lines for one turn of the wheel"""


class CursorView(ItemView, Moving, can_focus=True):
    """The mechanics of every list. What the items are is the business of the classes below it."""

    class _Told(Message):
        """Something about the item with this key."""

        def __init__(self, view: CursorView, key: Key | None, item: Any) -> None:
            super().__init__()
            self.view = view
            self.key = key
            self.item = item

        @property
        def control(self) -> CursorView:
            """The list, for `@on(Lines.Highlighted, "#id")`."""
            return self.view

    class Highlighted(_Told):
        """The cursor stands on another item; `key` and `item` are None in an empty list."""

    class Chosen(_Told):
        """Enter was pressed on an item, or it was clicked twice."""

    def __init__(
        self,
        *,
        empty: Sequence[Row | str] = (),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(empty=empty, name=name, id=id, classes=classes)
        self._told: Key | None = None

    # The cursor.

    @property
    def key(self) -> Key | None:
        """The key under the cursor."""
        return self.item_key(self.cursor) if 0 <= self.cursor < self.item_count() else None

    @property
    def current(self) -> Any:
        """The item under the cursor, or None."""
        return self.item(self.cursor) if 0 <= self.cursor < self.item_count() else None

    def go(self, index: int, *, step: int = 1, scroll: int | None = None) -> bool:
        """Put the cursor on the item, or the next that can have it; False when it cannot be shown.

        `scroll` is the wished first visible line; the item is shown in any case.
        """
        index = self.nearest(index, step)
        top = self._scrolled(index, self.scroll_offset.y if scroll is None else scroll)
        if not self.ready(top, top + self.size.height - 1):
            return False
        old, self.cursor = self.cursor, index
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        elif old != index:
            self.refresh_item(old)
            self.refresh_item(index)
        self._tell()
        return True

    def _scrolled(self, index: int, top: int) -> int:
        """The first visible line nearest to `top` that shows the item with its margin."""
        height = self.size.height
        most = max(0, self.line_count() - height)
        if index < 0 or not height:
            return max(0, min(top, most))
        start, lines = self.item_lines(index)
        margin = MARGIN if height > 4 * MARGIN else 0
        first, last = start - margin, start + lines + margin
        if index == self.nearest(0, 1):
            first = 0  # the headings above the first item come along
        if index == self.nearest(self.item_count() - 1, -1):
            last = self.line_count()
        top = max(top, min(last - height, start))
        return max(0, min(top, first, most))

    def _tell(self) -> None:
        key = self.key
        if key != self._told:
            self._told = key
            self.post_message(self.Highlighted(self, key, self.current))

    # Keys.

    def action_move(self, by: int) -> None:
        """One item down or up."""
        if by > 0 and self.cursor >= self.item_count() - 1:
            return
        if by < 0 and self.cursor <= 0:
            return
        self.go(self.cursor + by, step=by)

    def action_page(self, by: int) -> None:
        """One view further; the cursor keeps its place in the view."""
        if not self.item_count():
            return
        page = max(1, self.size.height - 1) * by
        start = self.item_lines(max(0, self.cursor))[0] + page
        line = max(0, min(start, self.line_count() - 1))
        self.go(self.item_at(line), step=by, scroll=self.scroll_offset.y + page)

    def action_first(self) -> None:
        """To the first item."""
        self.go(0)

    def action_last(self) -> None:
        """To the last item."""
        self.go(self.item_count() - 1, step=-1)

    def action_choose(self) -> None:
        """Say that the item was chosen."""
        if (key := self.key) is not None:
            self.post_message(self.Chosen(self, key, self.current))

    # The mouse, for those who have one.

    def on_click(self, event: events.Click) -> None:
        """Onto the item; on the item already, choose it."""
        line = event.y + self.scroll_offset.y
        if not 0 <= line < self.line_count():
            return
        index = self.item_at(line)
        if self.item_key(index) is None:
            return
        if index == self.cursor:
            self.action_choose()
        else:
            self.go(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays on its item."""
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays on its item."""
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        top = max(0, min(self.scroll_offset.y + by, self.line_count() - self.size.height))
        if top != self.scroll_offset.y and self.ready(top, top + self.size.height - 1):
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        event.stop()

    # The size.

    def on_resize(self) -> None:
        """Keep the cursor in sight at the new size."""
        lines = self.line_count()
        self.measured()
        if self.line_count() != lines:
            self.refresh()  # the new width was painted before the lines were counted anew
        self.go(self.cursor)
