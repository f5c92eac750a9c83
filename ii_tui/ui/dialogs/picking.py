"""A line to type in, and below it what fits: the cursor moves while the words are typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.bars import Hint
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.safe_input import SafeInput

T = TypeVar("T")


class Picking(Dialog[T]):
    """A subclass says what fits; the answer is the data of the item that was chosen."""

    WIDTH: ClassVar[int] = 76
    AUTO_FOCUS = "Input"
    MOST: ClassVar[int] = 14
    """lines of the list at the most"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
    ]

    def __init__(self, title: str, keys: Iterable[Hint], *, placeholder: str, empty: str) -> None:
        super().__init__(title, tuple(keys))
        self._placeholder = placeholder
        self._lines = Lines(id="picked", empty=(empty,))
        self._lines.can_focus = False

    def items(self, words: str) -> Iterable[Item]:
        """What fits the words, the likeliest first."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """The line and what fits."""
        yield SafeInput(placeholder=self._placeholder, compact=True, id="words")
        yield self._lines

    def on_mount(self) -> None:
        """The likeliest are there before anything is typed."""
        self._lines.styles.height = min(self.MOST, max(4, self.app.size.height - 10))
        self._show("")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._show(message.value)

    def _show(self, words: str) -> None:
        self._lines.show([*self.items(words)])
        self._lines.go(0)

    def action_move(self, by: int) -> None:
        """The cursor moves while the words stay under the fingers."""
        self._lines.action_move(by)

    @on(Input.Submitted)
    def _enter(self, message: Input.Submitted) -> None:
        message.stop()
        if self._lines.current is not None:
            self.dismiss(self._lines.current.data)

    @on(Lines.Chosen)
    def _clicked(self, message: Lines.Chosen) -> None:
        message.stop()
        self.dismiss(message.item.data)

    def on_click(self, event: events.Click) -> None:
        """The line keeps the keys."""
        event.stop()
        self.query_one(Input).focus()
