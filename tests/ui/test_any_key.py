"""Keys by chance on a network that is lived in: nothing breaks, and the database is whole."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from ii_tui.clock import Clock
from ii_tui.services.demo import demo_desk
from ii_tui.ui.app import IiApp

KEYS = [
    *"1234567" * 3,
    *"omtrnezxdvbwyfNRIWXMZ!" * 2,
    *"abcghijklpsu<>+-:/?",
    *("up", "down", "enter", "escape", "tab", "space") * 8,
    *("ctrl+s", "ctrl+o", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+r") * 2,
    *("left", "right", "home", "end", "pageup", "pagedown", "backspace", "shift+tab"),
]
"""What is pressed, the likelier the oftener it stands here; nothing that leaves the program."""

SIZES = [(80, 24), (40, 12), (200, 60)]


async def pressed(seed: int, size: tuple[int, int], count: int) -> None:
    dice = random.Random(seed)
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    with demo_desk(Clock.fixed(now)) as desk:
        app = IiApp(desk)
        async with app.run_test(size=size) as pilot:
            for _ in range(count):
                await pilot.press(dice.choice(KEYS))
                if not app.is_running:
                    break
        db = desk.store.db
        assert db.value("PRAGMA integrity_check") == "ok"
        assert db.rows("PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_any_key_is_safe(size: tuple[int, int]) -> None:
    await pressed(1, size, 60)


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("seed", range(2, 6))
async def test_any_keys_are_safe(seed: int, size: tuple[int, int]) -> None:
    await pressed(seed, size, 1500)
