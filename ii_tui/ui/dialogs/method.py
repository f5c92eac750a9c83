"""The method in five steps, and why: a page to read, reached from help and the palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from ii_tui.core.method import REASONS, STEPS
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import Line, Prose, bright


class MethodDialog(Dialog[None]):
    """The cursor goes from step to step, so that each is seen whole at any width."""

    WIDTH: ClassVar[int] = 78
    HELPS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark", "step_out", "Close", show=False)
    ]

    def __init__(self) -> None:
        super().__init__(
            "The method in five steps", (("j k", "from step to step"), ("esc", "back"))
        )
        self._lines = Lines(_items())

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield self._lines

    def on_mount(self) -> None:
        """As many lines as there is room for."""
        self._lines.styles.height = max(4, self.app.size.height - 9)


def _items() -> Iterator[Item]:
    for number, step in enumerate(STEPS, 1):
        rows = (
            Line(bright(f"{number} {step.name}")),
            Prose(step.how, indent=2),
            Prose(f"Why: {step.why}", "dim", indent=2),
            Prose(f"Here: {step.where}", "dim", indent=2),
        )
        yield Item(number, rows)
        yield blank()
    yield heading("WHY THESE CONVERSATIONS")
    for number, reason in enumerate(REASONS, 1):
        yield Item(f"why {number}", (Prose(f"{number} {reason}"),))
    words = "They sell their company, too: afterwards ask whether you want it more, or less."
    yield Item("more", (Line(), Prose(words, "dim")))
