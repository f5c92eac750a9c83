"""What takes long on the writer thread is told, and the screen lives on meanwhile."""

from __future__ import annotations

import threading

import pytest

from ii_tui.services.desk import Desk
from ii_tui.ui import app as app_module
from ii_tui.ui.app import IiApp
from tests.ui.people_app import seen, until


async def test_work_that_takes_long_says_so_and_then_what_came_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "SLOW_S", 0.01)
    over = threading.Event()
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Tuesday 24 November"))

        async def long(words: str) -> None:
            def work() -> str:
                over.wait()
                return words

            await app.do(work)

        app.begin(long("Imported everyone"))
        await until(pilot, lambda: seen(app, "Working, "))
        over.set()
        await until(pilot, lambda: seen(app, "Imported everyone"))
        assert not seen(app, "Working, ")
        over.clear()
        app.begin(long(""))
        await until(pilot, lambda: seen(app, "Working, "))
        over.set()
        await until(pilot, lambda: not seen(app, "Working, "))
