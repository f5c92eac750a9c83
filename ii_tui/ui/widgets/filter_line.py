"""The line above a list that narrows it while you type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.ui.widgets.safe_input import SafeInput


class _Query(SafeInput):
    """Down and enter go on to the list; escape clears first, and leaves second."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "to_list", "To the list", show=False),
        Binding("escape", "clear_or_leave", "Clear", show=False),
    ]

    def action_to_list(self) -> None:
        """What was typed stays."""
        self.post_message(FilterLine.Left())

    def action_clear_or_leave(self) -> None:
        """One step out at a time."""
        if self.value:
            self.value = ""
        else:
            self.post_message(FilterLine.Left())


class FilterLine(Widget):
    """Not there until it is begun; it stays while it narrows the list."""

    DEFAULT_CSS = """
    FilterLine { layout: horizontal; height: 1; width: 1fr; padding: 0 1; display: none; }
    FilterLine:focus-within, FilterLine.-narrows { display: block; }
    FilterLine > .filter--sign { width: 2; color: $ii-bright; text-style: bold; }
    FilterLine > Input { width: 1fr; }
    FilterLine > .filter--count { width: auto; padding: 0 0 0 2; color: $ii-dim; }
    """

    @dataclass
    class Changed(Message):
        """Other words: the list is to be narrowed anew."""

        words: str

    class Left(Message):
        """The list has the keys again."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        """what narrows the list"""
        self._input = _Query(compact=True, select_on_focus=False)
        self._count = Static("", markup=False, classes="filter--count")

    def compose(self) -> Iterable[Widget]:
        """Sign, words, count."""
        yield Static("/", markup=False, classes="filter--sign")
        yield self._input
        yield self._count

    def begin(self) -> None:
        """Takes the keys."""
        self.display = True
        self._input.focus()

    def clear(self) -> bool:
        """Shows the whole list again; whether there was anything to clear."""
        had = bool(self.words)
        self._input.value = ""
        return had

    def found(self, count: int, total: int) -> None:
        """How many fit, of how many."""
        self._count.update(f"{count:,} of {total:,}")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        if message.value != self.words:
            self.words = message.value
            self.set_class(bool(self.words), "-narrows")
            self.post_message(self.Changed(self.words))

    @on(Left)
    def _left(self) -> None:
        self.styles.clear_rule("display")
        if not self.words:
            self._count.update("")
