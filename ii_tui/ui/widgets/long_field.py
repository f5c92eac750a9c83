"""A labelled text of a few lines. Imported when a form is first opened: TextArea costs 8 ms."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static, TextArea

from ii_tui.ui.widgets.safe_text import SheetText
from ii_tui.ui.widgets.spans import one_line


class LongField(Widget):
    """As `Field`, for a value that has line ends; as high as its text, up to five lines."""

    DEFAULT_CSS = """
    LongField {
        layout: grid;
        grid-size: 2;
        grid-columns: 14 1fr;
        grid-rows: auto;
        height: auto;
        width: 1fr;
        padding: 0 1;
    }
    LongField > .field--label { color: $ii-dim; text-style: $ii-dim-style; width: 1fr; height: 1; }
    LongField:focus-within > .field--label { color: $ii-bright; text-style: bold; }
    LongField > .field--note {
        column-span: 2; padding: 0 0 0 14; color: $ii-blocked; height: auto; display: none;
    }
    LongField.-wrong > .field--note { display: block; }
    LongField > SheetText { height: auto; max-height: 5; padding: 0; }
    """

    def __init__(self, label: str, value: str = "", *, id: str) -> None:
        super().__init__(id=id)
        self._label = one_line(label)
        self.input = SheetText(value, id=f"{id}-input")
        self._words = Static("", markup=False, classes="field--note")

    def compose(self) -> ComposeResult:
        """Label, text, and what is wrong with it."""
        yield Static(self._label, markup=False, classes="field--label")
        yield self.input
        yield self._words

    @property
    def value(self) -> str:
        """What was typed, without blanks around it."""
        return self.input.text.strip()

    @value.setter
    def value(self, value: str) -> None:
        self.input.text = value

    def wrong(self, why: str) -> None:
        """Say under the text what is wrong; the next change takes it away."""
        self._words.update(one_line(f"x {why}"))
        self.add_class("-wrong")

    def focus(self, scroll_visible: bool = True) -> LongField:
        """Begin to type here."""
        self.input.focus(scroll_visible)
        return self

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.remove_class("-wrong")
