"""The line over a list that narrows it while one types, and says how many are left."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.spans import Span, dim, fit, one_line


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


class FilterLine(Horizontal):
    """A slash, what was typed, and the count at the right edge.

    Unless it `stays`, it is there only from `begin` on, and while it narrows the list. `typed` is
    told of every new text, `left` that the list is to have the keys again.
    """

    def __init__(
        self,
        typed: Callable[[str], None],
        left: Callable[[], None],
        *,
        placeholder: str = "",
        stays: bool = False,
    ) -> None:
        super().__init__(classes="-stays" if stays else "")
        self.input = FilterInput(self._narrow, self._leave, placeholder)
        self._sign = _Sign(classes="filter--sign")
        self._count = _Count(classes="filter--count")
        self._typed = typed
        self._left = left

    def compose(self) -> ComposeResult:
        """Sign, input, count."""
        yield self._sign
        yield self.input
        yield self._count

    @property
    def text(self) -> str:
        """What narrows the list."""
        return self.input.value

    def begin(self) -> None:
        """Takes the keys at once, for what is typed ahead is meant for it."""
        self.display = True  # now: a class would be seen only with the next look at the styles
        self.screen.set_focus(self.input)

    def clear(self) -> bool:
        """Shows the whole list again; whether there was anything to clear."""
        had = bool(self.text)
        self.input.value = ""
        if not self.input.has_focus:
            self._put_away()
        return had

    def count(self, words: str) -> None:
        """Say how many are left, in at most 18 cells."""
        words = one_line(words)
        if words != self._count.words:
            self._count.words = words
            self._count.refresh()

    def found(self, count: int, total: int) -> None:
        """How many fit, of how many; nothing is said of a list that is whole."""
        self.count(f"{count:,} of {total:,}" if self.text else "")

    def _narrow(self, text: str) -> None:
        # By itself and not by a class: that would have the styles of the whole line looked up
        # again with the first letter, before it is seen.
        if text:
            self.display = True
        self._typed(text)

    def _leave(self) -> None:
        self._left()
        self._put_away()

    def _put_away(self) -> None:
        """Out of sight unless it stays or narrows the list."""
        self.display = bool(self.text) or self.has_class("-stays")


class _Count(Bar):
    """How many there are, at the right."""

    words = ""

    def spans(self, width: int) -> list[Span]:
        """The words."""
        return fit(dim(self.words), width, "right")


class _Sign(Bar):
    """The slash before what is typed."""

    def spans(self, width: int) -> list[Span]:
        """What leads here in every list that can be narrowed."""
        return [Span("/", "key")]
