"""The line over Today: which day it is, and how much there is to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ii_tui.core.dates import long_day, short_day
from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.spans import Line, Span, bright, dim

ROOMY = 48
"""cells from which the day is written out"""


class Heading(Bar):
    """The day on the left, how much there is on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[date, str] | None = None

    def say(self, day: date, count: str) -> None:
        """Another day, or another count."""
        if self._said != (day, count):
            self._said = day, count
            self.refresh()

    def spans(self, width: int) -> Sequence[Span]:
        """The day is shortened before the count is left out."""
        if self._said is None:
            return ()
        day, count = self._said
        words = long_day(day) if width >= ROOMY else short_day(day)
        return Line(bright(words), right=dim(count)).spans(width, 0)
