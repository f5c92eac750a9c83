"""Times as a person writes them: what has happened, and what is to come."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ii_tui.errors import Usage
from ii_tui.services import times
from ii_tui.services.desk import Desk
from tests.conftest import Hands


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("yesterday", "2026-11-23 09:00"),
        ("yesterday 16:00", "2026-11-23 16:00"),
        ("fri", "2026-11-20 09:00"),
        ("20 minutes ago", "2026-11-24 06:40"),
        ("08:30", "2026-11-23 08:30"),
        ("today", "2026-11-24 07:00"),
    ],
)
def test_what_has_happened_lies_behind(desk: Desk, hands: Hands, words: str, moment: str) -> None:
    """A day without a time is its morning; of today no more than has gone by."""
    hands.at = at("2026-11-24 07:00")
    assert times.gone_by(desk, words) == at(moment)


@pytest.mark.parametrize("words", ["today 17:00", "tomorrow", "2026-12-01 10:00"])
def test_what_is_still_to_come_has_not_happened(desk: Desk, words: str) -> None:
    with pytest.raises(Usage, match="future"):
        times.gone_by(desk, words)


def test_a_day_ahead_is_tomorrow_or_later(desk: Desk) -> None:
    assert times.day_ahead(desk, "tomorrow") == date(2026, 11, 25)
    with pytest.raises(Usage, match="not ahead"):
        times.day_ahead(desk, "today 23:00")
    assert times.ahead(desk, "today 23:00") == at("2026-11-24 23:00")
    with pytest.raises(Usage, match="not ahead"):
        times.ahead(desk, "today 8:00")
