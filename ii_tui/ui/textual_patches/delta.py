"""Between Textual's compositor and the terminal: of a line only what has changed is written.

A character in a field costs 100 bytes instead of 1,000, which is what a slow link feels. What the
terminal shows is kept line by line; it is forgotten when the terminal may show something else: a
new size, a return from the shell, a wish to draw everything anew. `[ui] only_changes` turns it
off. It leans on private parts of Textual, and tests/ui/test_delta.py replays both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from ii_tui.ui.textual_patches.pen import Pen

_UNKNOWN: Final = Style(meta={"ii_tui": "unknown"})
"""The style of cells that nobody knows; no cell that is drawn has it."""

Piece = tuple[int, int, Strip]
"""Line, column and what is written there."""


class Shown:
    """What the terminal shows, as far as we wrote it."""

    def __init__(self) -> None:
        self._size = (0, 0)
        self._lines: dict[int, Strip] = {}

    def forget(self) -> None:
        """The terminal may show anything: what comes is written whole."""
        self._lines.clear()

    def changes(self, update: CompositorUpdate, size: tuple[int, int]) -> CompositorUpdate:
        """The update without what a terminal of this size (columns, rows) shows already."""
        if not isinstance(update, ChopsUpdate | LayoutUpdate):
            self.forget()
            return update
        if size != self._size:
            self._size = size
            self.forget()
        return Changes(self, update, size[0])

    def write(self, y: int, x: int, strip: Strip) -> Piece | None:
        """Takes note of a piece; returns what of it has to be written."""
        width, height = self._size
        end = x + strip.cell_length
        if not 0 <= y < height or x < 0 or end > width:
            self._lines.pop(y, None)
            return y, x, strip
        before = self._lines.get(y)
        if before is None:
            before = Strip([Segment(" " * width, _UNKNOWN)], width)
        whole = x == 0 and end == width
        after = strip if whole else Strip.join([before.crop(0, x), strip, before.crop(end, width)])
        if _plain(after) and _plain(before):
            self._lines[y] = after
            start, stop = _differing(before.crop(x, end), strip)
            return None if start >= stop else (y, x + start, strip.crop(start, stop))
        # Where a terminal may count cells otherwise than we do, only a whole line is trusted.
        if whole:
            self._lines[y] = after
            return None if _same(before, after) else (y, x, strip)
        self._lines.pop(y, None)
        return y, x, strip


class Changes(CompositorUpdate):
    """An update of which only the changes are rendered."""

    def __init__(self, shown: Shown, update: ChopsUpdate | LayoutUpdate, width: int) -> None:
        self._shown = shown
        self._update = update
        self._width = width
        self.runs = 0
        """pieces that were written, once it was rendered"""

    def render_segments(self, console: Console) -> str:
        """What is to be written."""
        pen = Pen(console._color_system or ColorSystem.TRUECOLOR, self._width)
        for piece in pieces(self._update):
            changed = self._shown.write(*piece)
            if changed is not None:
                y, x, strip = changed
                pen.write(y, x, strip, plain=_plain(strip))
        self.runs = pen.runs
        return pen.done()


def pieces(update: ChopsUpdate | LayoutUpdate) -> Iterator[Piece]:
    """What an update writes, and where: what its own `render_segments` does."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    for y, first, last in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is None or x > last or end <= first:
                continue
            inside = first <= x < last and end <= last
            yield y, x, chop if inside else chop.crop(0, min(end, last) - x)


def _same(one: Strip, other: Strip) -> bool:
    return one.simplify()._segments == other.simplify()._segments


def _plain(strip: Strip) -> bool:
    """Whether each of its characters fills one cell in every terminal."""
    return all(control is None and _one_cell(text) for text, _, control in strip._segments)


@lru_cache(maxsize=4096)
def _one_cell(text: str) -> bool:
    return text.isascii() or all(
        char < "\u0300" or "\u2500" <= char <= "\u259f" or char in "‐‑‒–—―‘’“”…" for char in text
    )


def _differing(before: Strip, after: Strip) -> tuple[int, int]:
    """From which cell to which they differ; an empty range when they are the same."""
    old, new = before.simplify()._segments, after.simplify()._segments
    start = _common(old, new, 1)
    if start == after.cell_length:
        return start, start
    return start, after.cell_length - _common(old, new, -1)


def _common(old: list[Segment], new: list[Segment], step: int) -> int:
    """How many cells are the same from the beginning (step 1) or from the end (step -1)."""
    count = 0
    for one, other in zip(old[::step], new[::step], strict=False):
        if one == other:
            count += len(one.text)
            continue
        if one.style == other.style:
            for left, right in zip(one.text[::step], other.text[::step], strict=False):
                if left != right:
                    break
                count += 1
        break
    return count
