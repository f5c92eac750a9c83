"""A text of many lines that swallows alt and takes in clean text only."""

from __future__ import annotations

from textual.reactive import Reactive, reactive
from textual.widgets import TextArea

from ii_tui.ui.widgets.safe_input import SafeText


class SafeTextArea(SafeText, TextArea):
    """Textual's TextArea; the cursor does not blink, for a blink is bytes.

    Imported when a text is first opened: TextArea costs 8 ms.
    """

    cursor_blink: Reactive[bool] = reactive(False, init=False)


class SheetText(SafeTextArea):
    """A text on a sheet: a field of its own color, as a line to type in is one."""

    DEFAULT_CSS = """
    SheetText {
        padding: 0 1; border: none; background: $ii-field; color: $ii-bright;
        scrollbar-size: 0 0;
    }
    """

    def __init__(self, text: str = "", *, id: str, placeholder: str = "") -> None:
        super().__init__(
            text, id=id, placeholder=placeholder, compact=True, highlight_cursor_line=False
        )
