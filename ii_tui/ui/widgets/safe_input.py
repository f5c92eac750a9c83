"""A line of text that swallows alt and takes in clean text only."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from ii_tui.core.text import clean


class SafeText:
    """For text widgets, before Textual's own in the bases: its handlers run first.

    `ESC c` in one packet of a lagging ssh is alt+c, and Textual would type the c. Not a widget
    itself, because styles and bindings are inherited from the first widget among the bases.
    """

    def on_key(self, event: events.Key) -> None:
        """A key with alt types nothing."""
        if "alt" in event.key.split("+")[:-1]:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is clean before Textual sees it."""
        event.text = clean(event.text)


class SafeInput(SafeText, Input):
    """Textual's Input; the cursor does not blink, for a blink is bytes.

    A letter changes how long the text is, and never the place or size of the line: Textual would
    lay out the whole screen anew for it, several milliseconds a key.
    """

    cursor_blink: Reactive[bool] = reactive(False, init=False)
    virtual_size = Reactive(Size(0, 0), layout=False)
