"""One key at a time: what a key does is done before the next one is looked at.

Textual forwards a key to the widget that has the focus, and only when nobody there wants it does
it come back up to the app, where the bindings are. Over a slow link many keys come in one packet:
by the time the slash has moved the focus to the filter, the letters behind it are with the list,
where `o` opens and `d` closes. So a key waits until a probe that was sent after the one before it
has come back the same way.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from textual import events
    from textual.app import App

PACE_S = 0.02
PACES = 50
"""A key whose probe went down with its screen holds nobody up for longer than so many paces.

Paces, not seconds: while the loop is busy with the key no pace is taken.
"""


class KeySent(Message, verbose=True):
    """Stands behind a key in the app's queue: by now it was forwarded."""


class KeyHandled(Message, verbose=True):
    """Follows a key from the widget that had the focus up to the app."""


class KeyOrder:
    """Lets keys into the app's queue one by one. Only from the event loop."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._busy = False
        self._paces = 0
        self._held: deque[events.Key] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @property
    def busy(self) -> bool:
        """Whether a key is on its way, or others wait for their turn."""
        return self._busy

    def admit(self, event: events.Key) -> bool:
        """Whether the key may go now, with a `KeySent` behind it; else it is kept for its turn."""
        if not self._busy:
            self._busy = True
            return True
        self._held.append(event)
        if self._timer is None:
            self._wait()
        return False

    def _wait(self) -> None:
        # The loop's own timer: Textual's needs a context that a callback from the input thread
        # does not have, and dies without a word.
        self._timer = asyncio.get_running_loop().call_later(PACE_S, self._pace)

    def sent(self) -> None:
        """The key was forwarded: the probe goes the same way."""
        target = self._app.focused or self._app.screen
        if not target.post_message(KeyHandled()):
            self.handled()

    def handled(self) -> None:
        """The probe is back, and with it what the key led to; a change of focus comes first."""
        self._app.call_later(self._next)

    def _pace(self) -> None:
        self._timer = None
        self._paces += 1
        if self._paces > PACES:
            self._next()
        if self._held:
            self._wait()

    def _next(self) -> None:
        self._busy = False
        self._paces = 0
        if self._held:
            self._app.post_message(self._held.popleft())
        elif self._timer is not None:
            self._timer.cancel()
            self._timer = None
