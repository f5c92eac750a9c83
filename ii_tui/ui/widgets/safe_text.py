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
