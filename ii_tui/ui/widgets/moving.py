"""The keys of a cursor, the same in every list and on the board, and the chord of two keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from ii_tui.ui import commands
from ii_tui.ui.widgets.painting import Painter


class Moving(Painter):
    """What has a cursor. Where it moves to is the business of the classes below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(
            "cursor.down", "cursor.up", "cursor.page_down", "cursor.page_up",
            "cursor.first", "cursor.top", "cursor.last",
        ),
        # Not for rebinding: `task.settle` is the command of the screen that hears of it.
        Binding("enter", "choose", "Choose", show=False),
    ]  # fmt: skip

    _pressed = _again = False

    def on_key(self, event: events.Key) -> None:
        """A chord lasts until the next key, whatever it is."""
        self._again, self._pressed = self._pressed, False

    def action_first_chord(self) -> None:
        """To the first item at the second key in a row."""
        if self._again:
            self._again = False
            self.action_first()
        else:
            self._pressed = True

    def action_first(self) -> None:
        """To the first item."""
        raise NotImplementedError
