"""What is read in a sheet, scrolled by lines and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core.text import clean
from ii_tui.ui.dialogs.base import Dialog

T = TypeVar("T")


class Scrolled(Dialog[T]):
    """Nothing in it is chosen: the letters of a list move what is read, as the arrows do."""

    AUTO_FOCUS = ".sheet--body"
    READ = True
    WIDTH = 80
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "roll(1)", "Down", id="reading.down", show=False),
        Binding("k", "roll(-1)", "Up", id="reading.up", show=False),
        Binding("space", "page(1)", "Page down", id="reading.page_down", show=False),
        Binding("g", "page(-10000)", "First", id="reading.first", show=False),
        Binding("G", "page(10000)", "Last", id="reading.last", show=False),
    ]

    def action_roll(self, by: int) -> None:
        """One line."""
        self.query_one(".sheet--body").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """One view; a very large number goes to an end."""
        sheet = self.query_one(".sheet--body")
        sheet.scroll_relative(y=by * max(1, sheet.size.height - 1), animate=False)


class ReadingDialog(Scrolled[None]):
    """A text under a title; enter and escape put it away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "step_out", "Back", id="reading.back", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, (("j k", "scroll"), ("esc", "back")))
        self._text = clean(text)

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield Static(self._text, markup=False, classes="sheet--words")
