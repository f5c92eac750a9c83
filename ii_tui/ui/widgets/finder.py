"""The line over a list that narrows it while one types, and says how many are left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.spans import Span, dim, fit, one_line


class FilterInput(SafeInput):
    """Tells of a new value, and that one goes on in the list, at once and not by a message.

    So the results stand in the frame of the key, and the next key is the list's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,pagedown,tab", "to_list", "To the list", id="filter.list", show=False),
        Binding("escape", "step_out", "Clear, then leave", id="filter.out", show=False),
    ]

    @dataclass
    class Left(Message):
        """The person goes on in the list; posted where nobody is to be told at once."""

        input: FilterInput

    def __init__(
        self,
        typed: Callable[[str], None],
        left: Callable[[], None] | None = None,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._typed = typed
        self._left = left

    def watch_value(self, old: str, new: str) -> None:
        """The list follows."""
        if old != new:
            self._typed(new)

    def action_to_list(self) -> None:
        """On to the results."""
        if self._left is not None:
            self._left()
        else:
            self.post_message(self.Left(self))

    def action_step_out(self) -> None:
        """First the text goes, then the cursor."""
        if self.value:
            self.value = ""
        else:
            self.action_to_list()


class _Count(Bar):
    """How many there are, at the right."""

    words = ""

    def spans(self, width: int) -> list[Span]:
        """The words."""
        return fit(dim(self.words), width, "right")


class Finder(Horizontal):
    """A slash, what was typed, and the count at the right edge."""

    def __init__(
        self,
        typed: Callable[[str], None],
        left: Callable[[], None] | None = None,
        *,
        placeholder: str,
    ) -> None:
        """`typed` is told of every new text, `left` that the list is to have the keys again."""
        super().__init__()
        self.input = FilterInput(typed, left, placeholder=placeholder)
        self._sign = _Sign(classes="finder--sign")
        self._count = _Count(classes="finder--count")

    def compose(self) -> ComposeResult:
        """Sign, input, count."""
        yield self._sign
        yield self.input
        yield self._count

    @property
    def text(self) -> str:
        """What narrows the list."""
        return self.input.value

    def clear(self) -> None:
        """Everything is shown again."""
        self.input.value = ""

    def count(self, words: str) -> None:
        """Say how many are left, in at most 18 cells."""
        words = one_line(words)
        if words != self._count.words:
            self._count.words = words
            self._count.refresh()


class _Sign(Bar):
    """The slash before what is typed."""

    def spans(self, width: int) -> list[Span]:
        """The key that leads here."""
        return [Span("/", "key")]
