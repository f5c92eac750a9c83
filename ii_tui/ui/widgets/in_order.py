"""Keys that mean something else than text, done in the order in which they were typed.

A binding is found by sending its key up through the screen, while the letters behind it go
straight into the text: in a burst, as a lagging ssh brings it, they would get there first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from ii_tui.ui.widgets.safe_input import SafeInput


class InOrder:
    """For text widgets, before Textual's own in the bases."""

    in_order: Mapping[str, Callable[[], object]] = {}
    """key as Textual names it -> what it does; where that returns False the key is a text's"""

    def on_key(self, event: events.Key) -> None:
        """Does it now, before the next letter is read."""
        act = next((self.in_order[key] for key in event.aliases if key in self.in_order), None)
        if act is not None and act() is not False:
            event.stop()
            event.prevent_default()


class OrderedInput(InOrder, SafeInput):
    """A line of text among whose keys some do something."""
