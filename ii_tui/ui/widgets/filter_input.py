"""What is typed into a filter line; Textual's Input comes with it, so no start waits for either."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from ii_tui.ui.widgets.safe_input import SafeInput


class FilterInput(SafeInput):
    """Tells of a new value, and that one goes on in the list, at once and not by a message.

    So the results stand in the frame of the key, and the next key is the list's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,pagedown,tab", "to_list", "To the list", show=False),
        Binding("escape", "step_out", "Clear, then leave", show=False),
    ]

    def __init__(
        self, typed: Callable[[str], None], left: Callable[[], None], placeholder: str
    ) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._typed = typed
        self._left = left

    def watch_value(self, old: str, new: str) -> None:
        """The list follows."""
        if old != new:
            self._typed(new)

    def action_to_list(self) -> None:
        """On to the results; what was typed stays."""
        self._left()

    def action_step_out(self) -> None:
        """First the text goes, then the cursor."""
        if self.value:
            self.value = ""
        else:
            self._left()
