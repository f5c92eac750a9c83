"""Holidays on the screen: read after the first frame, off the loop, and told where unknown."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from ii_tui.core.stages import EventKind
from ii_tui.services import desk as desks
from ii_tui.services import people, planning, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.services.working_days import holidays_of
from ii_tui.ui.app import IiApp
from tests.ui.people_app import seen, until


def settings(desk: Desk, words: str) -> None:
    desk.paths.config.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.config.write_text(words)
    desk.reload_settings()


async def test_an_unknown_country_is_told_and_nothing_breaks(desk: Desk) -> None:
    settings(desk, '[calendar]\ncountry = "Freedonia"\n')
    app = IiApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: seen(app, "Freedonia"))
        assert app.return_code is None


async def test_what_is_owed_follows_settings_that_changed_between_two_runs(desk: Desk) -> None:
    ada = people.quick_add(desk, "Ada Lovelace <ada@example.org>")[0]
    touches.log(desk, ada, Touch(EventKind.SENT, "meeting_request", "email"))
    planning.refresh(desk)
    settings(desk, '[calendar]\ncountry = "US"\n')
    app = IiApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        # Thanksgiving, Thursday 26 November, is none of the seven days any more.
        await until(pilot, lambda: people.page(desk, ada).tasks[0].due == date(2026, 12, 4))


async def test_holidays_are_read_by_the_writer_and_never_by_the_loop(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(desk, '[calendar]\ncountry = "US"\n')
    readers: list[int] = []

    def watched(country: str, year: int) -> frozenset[date]:
        readers.append(threading.get_ident())
        return holidays_of(country, year)

    monkeypatch.setattr(desks, "holidays_of", watched)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        assert date(2026, 11, 26) not in desk.calendar().holidays or readers
        await until(pilot, lambda: date(2026, 11, 26) in desk.calendar().holidays)
    assert readers
    assert threading.get_ident() not in readers
