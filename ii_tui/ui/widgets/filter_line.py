"""The line over a list that narrows it while one types, and says how many are left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.spans import Span, dim, fit, one_line

if TYPE_CHECKING:
    from ii_tui.ui.widgets.filter_input import FilterInput


class FilterLine(Horizontal):
    """A slash, what was typed, and the count at the right edge.

    Unless it `stays`, it is there only from `begin` on, and while it narrows the list; what it is
    made of comes with the first `begin`. `typed` is told of every new text, `left` that the list
    is to have the keys again.
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
        self._input: FilterInput | None = None
        self._count: _Count | None = None
        self._placeholder = placeholder
        self._typed = typed
        self._left = left

    def compose(self) -> ComposeResult:
        """All of it where it stays, else nothing yet."""
        if self.has_class("-stays"):
            yield from self._parts()

    def _parts(self) -> Iterator[Widget]:
        """Sign, input, count."""
        self._count = _Count(classes="filter--count")
        yield _Sign(classes="filter--sign")
        yield self.input
        yield self._count

    @property
    def input(self) -> FilterInput:
        """Where it is typed."""
        if self._input is None:
            from ii_tui.ui.widgets.filter_input import FilterInput

            self._input = FilterInput(self._narrow, self._leave, self._placeholder)
        return self._input

    @property
    def typing(self) -> bool:
        """Whether the keys go into it."""
        return self._input is not None and self.screen.focused is self._input

    @property
    def text(self) -> str:
        """What narrows the list."""
        return "" if self._input is None else self._input.value

    async def begin(self) -> None:
        """Takes the keys at once, for what is typed ahead is meant for it."""
        if not self.children:
            await self.mount(*self._parts())  # out of sight, so that it is seen whole
        self.display = True  # now: a class would be seen only with the next look at the styles
        self.screen.set_focus(self.input)

    def clear(self) -> bool:
        """Shows the whole list again; whether there was anything to clear."""
        had = bool(self.text)
        if had:
            self.input.value = ""
        if not self.typing:
            self._put_away()
        return had

    def count(self, words: str) -> None:
        """Say how many are left, in at most 18 cells."""
        words = one_line(words)
        if self._count is not None and words != self._count.words:
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
