"""From what SQLite stores to what the read models hold."""

from __future__ import annotations

from datetime import date, datetime

from ii_tui.core.dates import parse_instant
from ii_tui.core.stages import Closeness, Exit, Stage


def maybe_instant(text: str | None) -> datetime | None:
    """An instant, or None."""
    return None if text is None else parse_instant(text)


def maybe_day(text: str | None) -> date | None:
    """A day, or None."""
    return None if not text else date.fromisoformat(text)


def maybe_stage(text: str | None) -> Stage | None:
    """A stage, or None."""
    return None if text is None else Stage(text)


def maybe_exit(text: str | None) -> Exit | None:
    """An exit, or None."""
    return None if text is None else Exit(text)


def maybe_closeness(text: str | None) -> Closeness | None:
    """A closeness, or None."""
    return None if text is None else Closeness(text)
