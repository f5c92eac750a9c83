"""A whole text to read, scrolled by lines and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.core.text import clean
from ii_tui.ui.dialogs.base import Dialog


class ReadingDialog(Dialog[None]):
    """A text under a title; enter and escape put it away."""

    WIDTH = 80
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "step_out", "Back", id="reading.back", show=False),
        Binding("down,j", "roll(1)", "Down", id="reading.down", show=False),
        Binding("up,k", "roll(-1)", "Up", id="reading.up", show=False),
        Binding("space,pagedown", "page(1)", "Page down", id="reading.page_down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="reading.page_up", show=False),
        Binding("home,g", "page(-10000)", "First", id="reading.first", show=False),
        Binding("end,G", "page(10000)", "Last", id="reading.last", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, (("j k", "scroll"), ("esc", "back")))
        self._text = clean(text)

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield Static(self._text, markup=False, classes="sheet--words")

    def action_roll(self, by: int) -> None:
        """One line."""
        self.query_one(".sheet--body").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """One view; a very large number goes to an end."""
        sheet = self.query_one(".sheet--body")
        sheet.scroll_relative(y=by * max(1, sheet.size.height - 1), animate=False)
