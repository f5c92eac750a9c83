"""Keys that were typed ahead wait for the sheet they are meant for.

Between the key that begins something and the sheet that asks, and between two sheets, the screen
below is on top for a moment. Over a slow link many keys come in one packet: without this they
would act on that screen, where `d` closes and `1` leads away.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from ii_tui.ui.textual_patches.app import SafeApp

PACE_S = 0.01
"""Between two keys that waited, so that what the first one does is done."""
HOLD = 50
"""Paces that a key waits for a sheet at most: what began may also be long work without one.

Paces, not seconds: while a dialog is imported for the first time no pace is taken.
"""


class TypeAhead:
    """Holds keys back while something that was begun has not asked yet."""

    def __init__(self, app: SafeApp[Any]) -> None:
        self._app = app
        self._flows = 0
        self._below: Screen[Any] | None = None
        self._paces = 0
        self._held: deque[events.Key] = deque()
        self._passed: deque[events.Key] = deque(maxlen=32)
        """keys that waited and now go their way, which leads past here again"""
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Something begins that will ask on a sheet."""
        self._flows += 1
        self.wait()

    def wait(self) -> None:
        """A sheet was put away; another may come."""
        self._below = self._app.screen
        self._paces = HOLD

    def end(self) -> None:
        """It is over."""
        self._flows -= 1

    def takes(self, event: events.Key) -> bool:
        """Whether the key is kept for later."""
        if any(event is passed for passed in self._passed):
            return False
        if not self._held and not self._between():
            return False
        event.stop()
        self._held.append(event)
        if self._timer is None:
            self._timer = self._app.set_interval(PACE_S, self._go_on)
        return True

    def _between(self) -> bool:
        """Whether what began is neither over nor asking."""
        if not self._flows or not self._paces:
            return False
        screen = self._app.screen
        return screen is self._below or screen.focused is None

    def _go_on(self) -> None:
        if self._between() or (self._paces and not self._quiet()):
            self._paces -= 1
            return
        if self._app.key_under_way:
            return  # posted now, the key would come after those that were typed behind it
        if self._held:
            held = self._held.popleft()
            # A new one: the old one may have been forwarded and half handled already.
            key = events.Key(held.key, held.character)
            self._passed.append(key)
            self._app.post_message(key)
        if not self._held and self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _quiet(self) -> bool:
        """Whether all that the key before has led to is done."""
        screen = self._app.screen
        way = (screen.focused or screen).ancestors_with_self
        return all(node.message_queue_size == 0 for node in way)
