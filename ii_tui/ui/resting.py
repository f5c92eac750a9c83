"""Garbage is collected while nobody types: in the middle of a key it costs ten milliseconds."""

from __future__ import annotations

import gc
from typing import Final

SELDOM: Final = (5_000, 10, 1_000)
"""The young are collected seven times more seldom than Python would, the old only at rest."""


class Resting:
    """Told of each key and of each look around, it finds the moment that disturbs nobody."""

    def __init__(self) -> None:
        self._busy = True
        self._owing = True
        self.begun = False

    def begin(self) -> None:
        """From here on; for the whole process, so only where the program has one of its own."""
        self.begun = True
        gc.set_threshold(*SELDOM)

    def key(self) -> None:
        """Somebody types."""
        self._busy = self._owing = True

    def look(self) -> bool:
        """A moment has passed; whether garbage was collected: once after the last key."""
        if self.begun and self._owing and not self._busy:
            self._owing = False
            gc.collect()
            return True
        self._busy = False
        return False
