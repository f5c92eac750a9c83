"""The text of a message: places that block or warn are marked, and found by their offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any, ClassVar, NamedTuple

from rich.text import Text
from textual.widgets.text_area import Selection

from ii_tui.ui.widgets.in_order import InOrder
from ii_tui.ui.widgets.safe_text import SafeTextArea


class Mark(NamedTuple):
    """A place in the text, in code points, and how grave it is."""

    start: int
    end: int
    level: str
    """block or warn"""


class MessageText(InOrder, SafeTextArea):
    """Soft-wrapped text with marks.

    `on_text` is called within every change, before it is drawn: what it marks stands in the same
    frame as the letter that was typed. A message would come a frame later.
    """

    DEFAULT_CSS = """
    MessageText > .message--block { color: $ii-blocked; text-style: bold underline; }
    MessageText > .message--warn { color: $ii-due; text-style: underline; }
    /* Colors and their reverse: a block of cyan with 16 colors, reversed with none. */
    MessageText:ansi > .text-area--selection {
        color: ansi_cyan; background: ansi_black; text-style: reverse;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"message--block", "message--warn"}

    _on_text: Callable[[], None] | None = None

    def __init__(self, text: str, *, on_text: Callable[[], None], **options: Any) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
            **options,
        )
        self.match_cursor_bracket = False
        self._marks: tuple[Mark, ...] = ()
        self._on_lines: dict[int, list[tuple[int, int, str]]] = {}
        self._on_text = on_text

    # Marks

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that are marked now."""
        return self._marks

    def mark(self, marks: Iterable[Mark]) -> None:
        """Marks these places and no others."""
        new = tuple(one for one in marks if one.end > one.start)
        if new == self._marks:
            return
        self._marks = new
        lines: dict[int, list[tuple[int, int, str]]] = {}
        texts = self.document.lines
        starts = list(accumulate((len(line) + 1 for line in texts), initial=0))
        for start, end, level in new:
            row = bisect_right(starts, start) - 1
            while row < len(texts) and starts[row] < end:
                first, last = max(start - starts[row], 0), min(end - starts[row], len(texts[row]))
                if first < last:
                    lines.setdefault(row, []).append((first, last, level))
                row += 1
        self._on_lines = lines
        self.notify_style_update()  # forgets the lines that were drawn
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line, its marks drawn; a block over a warning."""
        line = super().get_line(line_index)
        for start, end, level in sorted(
            self._on_lines.get(line_index, ()), key=lambda one: one[2] == "block"
        ):
            style = self.get_component_rich_style(f"message--{level}", partial=True)
            line.stylize(style, start, end)
        return line

    def update_suggestion(self) -> None:
        """Textual's hook for "the text has changed": typed, pasted, undone or loaded."""
        super().update_suggestion()
        if self._on_text is not None:
            self._on_text()

    # Places

    @property
    def cursor_index(self) -> int:
        """Where the cursor stands, in code points."""
        return self._index_of(self.selection.end)

    @property
    def selected(self) -> tuple[int, int]:
        """The start and the end of what is selected, in code points."""
        first, last = sorted(self.selection)
        return self._index_of(first), self._index_of(last)

    def _index_of(self, place: tuple[int, int]) -> int:
        row, column = place
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def put_cursor(self, index: int) -> None:
        """The cursor to a place in code points, nothing selected."""
        self.selection = Selection.cursor(self._place(index))

    def select_span(self, start: int, end: int) -> None:
        """Selects a place, so that what is typed stands in its stead."""
        self.selection = Selection(self._place(start), self._place(end))

    def line_of(self, index: int) -> int:
        """The line, from 1 and as wrapped on the screen, that holds a place in code points."""
        # Not by `location_to_offset`: that cuts the whole paragraph up for the column as well.
        row, column = self._place(index)
        wraps = self.wrapped_document.get_offsets
        return sum(len(wraps(one)) + 1 for one in range(row)) + bisect_right(wraps(row), column) + 1

    def _place(self, index: int) -> tuple[int, int]:
        """The row and column of a place in code points; the end for one beyond it."""
        left = max(0, index)
        lines = self.document.lines
        for row, line in enumerate(lines):
            if left <= len(line):
                return row, left
            left -= len(line) + 1
        return len(lines) - 1, len(lines[-1])

    def replace_all(self, text: str) -> None:
        """Another text in place of this one, as one step that ctrl+z takes back."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.put_cursor(0)
