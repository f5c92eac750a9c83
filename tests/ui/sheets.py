"""Waiting for a sheet before its keys are pressed."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from ii_tui.ui.app import IiApp
from tests.ui.people_app import seen, until


async def asked(pilot: Pilot[Any], words: str) -> None:
    """Until a sheet that has the words takes the keys."""
    app = pilot.app
    assert isinstance(app, IiApp)
    await until(
        pilot, lambda: len(app.screen_stack) > 1 and seen(app, words) and app.focused is not None
    )
