"""A choice that another program may have been quicker to make."""

from __future__ import annotations

from typing import Generic, TypeVar

from ii_tui.errors import Stale

T = TypeVar("T")


class Seen(Generic[T]):
    """What stood before a person's eyes when they decided."""

    def __init__(self, value: T) -> None:
        self.value = value

    def check(self, now: T, wanted: T) -> None:
        """Raises Stale when there is something else now, and not what they want anyway."""
        if now not in (self.value, wanted):
            raise Stale("This was changed elsewhere while you chose.")
