"""Textual's compositor, which has only what changed drawn.

Its own asks every widget in sight for all its lines, for one letter in one of them too, and that
costs more than the letter. Here a widget is asked for those lines that are written and that
nothing in front of it covers. It leans on a private part of Textual, and
tests/ui/test_compositor.py holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip


class SparingCompositor(Compositor):
    """Asks no widget for what will not be written."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The pieces of each line by their first column; None where none is asked for."""
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        left, right = crop.column_span
        blank = {
            y: {x for x, end in pairwise(cuts[y]) if x < right and end > left}
            for y in crop.line_range
            if y < len(cuts) and is_rendered_line(y)
        }
        for widget, (region, clip) in self.visible_widgets.items():  # the front first
            seen = region.intersection(clip)
            first, end = seen.column_span
            rows = [
                y for y in seen.line_range if y in blank and any(first <= x < end for x in blank[y])
            ]
            if not rows:
                continue
            inside = Region(seen.x, rows[0], seen.width, rows[-1] + 1 - rows[0])
            strips = widget.render_lines(inside.translate(-region.offset))
            for y in rows:
                starts = [x for x in cuts[y] if first <= x <= end]
                parts = strips[y - rows[0]].divide([x - first for x in starts[1:]])
                for x, part in zip(starts, parts, strict=False):
                    if x in blank[y]:
                        blank[y].remove(x)
                        chops[y][x] = part
        return cast("Sequence[Mapping[int, Strip]]", chops)


def draw_sparingly(screen: Screen[Any]) -> None:
    """Gives a screen that begins this compositor."""
    screen._compositor = SparingCompositor()
