"""A pane of rows to read: no cursor, no focus; what does not fit ends in an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from ii_tui.core.text import ELLIPSIS
from ii_tui.ui.widgets.painting import Painter
from ii_tui.ui.widgets.spans import Row, Span, dim


class Leaf(Painter):
    """Rows from the top down, a blank at either side."""

    DEFAULT_CSS = "Leaf { background: $background; color: $foreground; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        new = tuple(rows)
        if new != self._rows:
            self._rows = new
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        width = self.size.width
        inner = max(1, width - 2)
        line = y
        for number, row in enumerate(self._rows):
            height = row.height(inner)
            if line < height:
                last = y == self.size.height - 1
                more = line + 1 < height or number + 1 < len(self._rows)
                if last and more:
                    return self.paint([Span(" "), dim(ELLIPSIS)], width)
                return self.paint([Span(" "), *row.spans(inner, line)], width)
            line -= height
        return self.paint((), width)
