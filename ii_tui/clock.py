"""The one place that reads the time of day, so that a test or a script can fix it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import UTC, datetime, tzinfo

from ii_tui.errors import Usage
from ii_tui.lazy import dataclass

FIRST, LAST = 1900, 2900
"""Years of a fixed clock; near the ends of the calendar no reckoning works."""


def _system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the current instant in UTC; `offset` is the zone of a fixed clock, else None."""

    source: Callable[[], datetime] = field(default=_system_now)
    offset: tzinfo | None = None

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        return self.source().astimezone(UTC)

    @classmethod
    def fixed(cls, moment: datetime) -> Clock:
        """A clock that stands still at `moment` (aware)."""
        return cls(source=lambda: moment, offset=moment.tzinfo)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Clock:
        """The system's clock, or the one that II_TUI_NOW (ISO 8601 with offset) fixes.

        Raises Usage when the variable cannot be read, has no offset, or is far from our time.
        """
        raw = environ.get("II_TUI_NOW", "").strip()
        if not raw:
            return cls()
        moment: datetime | None
        try:
            moment = datetime.fromisoformat(raw)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None or not FIRST <= moment.year <= LAST:
            raise Usage(
                f"II_TUI_NOW is {raw!r}, which is not a time with an offset, "
                f"or not between the years {FIRST} and {LAST}.",
                hint="Write it like 2026-11-24T09:00:00+01:00, or unset it.",
            )
        return cls.fixed(moment)
