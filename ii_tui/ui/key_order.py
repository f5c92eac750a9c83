"""One key at a time: what a key does is done before the next one is looked at.

Textual forwards a key to the widget that has the focus, and only when nobody there wants it does
it come back up to the app, where the bindings are. Over a slow link many keys come in one packet:
by the time the slash has moved the focus to the filter, the letters behind it are with the list,
where `o` opens and `d` closes. So a key waits until a probe that was sent after the one before it
has come back the same way.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.timer import Timer

LONGEST_S = 0.3
"""A key that takes longer than this (or whose probe went down with its screen) holds nobody up."""


class KeySent(Message, verbose=True):
    """Stands behind a key in the app's queue: by now it was forwarded."""


class KeyHandled(Message, verbose=True):
    """Follows a key from the widget that had the focus up to the app."""


class KeyOrder:
    """Lets keys into the app's queue one by one. Only from the event loop."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._busy = False
        self._held: deque[events.Key] = deque()
        self._timer: Timer | None = None

    def admit(self, event: events.Key) -> bool:
        """Whether the key may go now, with a `KeySent` behind it; else it is kept for its turn."""
        if not self._busy:
            self._busy = True
            return True
        self._held.append(event)
        if self._timer is None:
            self._timer = self._app.set_timer(LONGEST_S, self._overdue)
        return False

    def sent(self) -> None:
        """The key was forwarded: the probe goes the same way."""
        target = self._app.focused or self._app.screen
        if not target.post_message(KeyHandled()):
            self.handled()

    def handled(self) -> None:
        """The probe is back, and with it what the key led to; a change of focus comes first."""
        self._app.call_later(self._next)

    def _overdue(self) -> None:
        self._timer = None
        self._next()

    def _next(self) -> None:
        self._busy = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._held:
            self._app.post_message(self._held.popleft())
            if self._held and self._timer is None:
                self._timer = self._app.set_timer(LONGEST_S, self._overdue)
