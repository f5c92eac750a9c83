"""A line with words at either end, in as many words as the width allows."""

from __future__ import annotations

from collections.abc import Sequence

from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.spans import Line, Span, width_of


class TwoEnds(Bar):
    """The left end may be said in several ways; the longest that leaves room for the right one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ways: tuple[tuple[Span, ...], ...] = ((),)
        self._right: tuple[Span, ...] = ()

    def show(self, *ways: Sequence[Span], right: Sequence[Span] = ()) -> None:
        """The left end in ways from the longest to the shortest, and the right end."""
        new = tuple(tuple(way) for way in ways), tuple(right)
        if new != (self._ways, self._right):
            self._ways, self._right = new
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """The line."""
        room = width - (width_of(self._right) + 2 if self._right else 0)
        left = next((way for way in self._ways if width_of(way) <= room), self._ways[-1])
        return Line(left, right=self._right).spans(width, 0)
