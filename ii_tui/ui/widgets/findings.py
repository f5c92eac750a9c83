"""What stands against the text: a sign, the place and why, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from ii_tui.ui.widgets.painting import Painter
from ii_tui.ui.widgets.spans import BLOCKED, DUE, Look, Span, cut_spans, dim, fit, one_line, wrap

_PLACE = 8
"""cells of the column that says where"""


class FoundRow(NamedTuple):
    """One finding as it is drawn."""

    blocks: bool
    place: str
    """line 4, subject, whole"""
    why: str


class FindingsList(Painter):
    """As many as the height allows, in full where all fit; the one tab came to is told in full.

    It takes no focus: the keys belong to the text above it.
    """

    DEFAULT_CSS = "FindingsList { background: $background; color: $foreground; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[FoundRow, ...] = ()
        self._current = -1

    def show(self, rows: Sequence[FoundRow], current: int = -1) -> None:
        """The findings, and the index of the one that tab came to; -1 for none."""
        new = tuple(rows)
        if (new, current) != (self._rows, self._current):
            self._rows, self._current = new, current
            self.refresh()

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """What is shown."""
        return self._rows

    def render_line(self, y: int) -> Strip:
        """One line."""
        width = self.size.width
        lines = self._lines(max(1, width - 2), self.size.height)
        return self.paint([Span(" "), *lines[y]] if y < len(lines) else (), width)

    def _lines(self, width: int, height: int) -> list[list[Span]]:
        every = range(len(self._rows))
        for whole in (True, False):
            drawn = [self._drawn(index, width, whole=whole) for index in every]
            if sum(map(len, drawn)) <= height:
                return [line for lines in drawn for line in lines]
        # The one that tab came to is always in sight; what does not fit is counted.
        first = 0
        while first < self._current and sum(map(len, drawn[first : self._current + 1])) >= height:
            first += 1
        lines: list[list[Span]] = []
        shown = first
        while shown < len(drawn) and len(lines) + len(drawn[shown]) <= height - 1:
            lines += drawn[shown]
            shown += 1
        if shown == first and drawn:
            lines, shown = drawn[first][: height - 1], first + 1
        left = len(drawn) - shown
        if left:
            lines.append([dim(f"  + {left} more")])
        return lines

    def _drawn(self, index: int, width: int, *, whole: bool) -> list[list[Span]]:
        row = self._rows[index]
        here = index == self._current
        sign = BLOCKED if row.blocks else DUE
        lead = [sign, Span(" "), *fit(dim(row.place), _PLACE)]
        room = max(1, width - _PLACE - 2)
        if not here and not whole:
            return [[*lead, *cut_spans([Span(one_line(row.why))], room)]]
        told = wrap(row.why, room)
        look: Look = "bright" if here else "normal"
        return [
            [*(lead if not number else [Span(" " * (_PLACE + 2))]), Span(text, look)]
            for number, text in enumerate(told)
        ]
