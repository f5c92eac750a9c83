"""What is typed on a sheet, on disk half a second later: a hang-up loses no notes."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ii_tui.errors import IiError
from ii_tui.services.remembering import forget, recall, remember

if TYPE_CHECKING:
    from textual.screen import Screen

    from ii_tui.ui.app import IiApp

EVERY_S = 0.5
"""How long what is typed may be in memory only."""


class Typed:
    """The texts of one sheet under one key; outside undo and outside exports."""

    def __init__(self, screen: Screen[Any], key: str, texts: Callable[[], list[str]]) -> None:
        self._screen = screen
        self._key = f"_typed_{key}"
        self._texts = texts
        self._waiting = False
        self._over = False

    def before(self, app: IiApp) -> list[str]:
        """What was typed the last time and never kept; none where there is nothing."""
        with contextlib.suppress(IiError, ValueError):
            found = json.loads(recall(app.desk, self._key) or "[]")
            return [str(text) for text in found]
        return []

    def changed(self) -> None:
        """Something was typed."""
        if not self._waiting and not self._over:
            self._waiting = True
            self._screen.set_timer(EVERY_S, self._save)

    def _save(self) -> None:
        self._waiting = False
        if self._over:
            return
        desk, key = cast("IiApp", self._screen.app).desk, self._key
        words = json.dumps(self._texts(), ensure_ascii=False)
        desk.jobs.submit(lambda: remember(desk, key, words))

    def over(self) -> None:
        """It is kept elsewhere now, or was thrown away."""
        self._over = True
        desk, key = cast("IiApp", self._screen.app).desk, self._key
        desk.jobs.submit(lambda: forget(desk, key))
