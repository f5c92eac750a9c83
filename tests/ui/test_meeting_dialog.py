"""The meeting's line: its meaning shows while it is typed; enter makes it, moves it, cancels it."""

from __future__ import annotations

from datetime import datetime

import pytest

from ii_tui.core.stages import Stage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from tests.conftest import Hands
from tests.ui.board_app import BoardApp, populate, reach, stand_of


async def test_one_line_makes_it(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "t")
        await reach(pilot, "Meet Ada Lovelace")
        assert "A day and a time" in app.text()
        await pilot.press(*"thu 10:15 coffee Corner Cafe treat")
        await reach(pilot, "Coffee at Corner Cafe, 30 minutes, your treat")
        assert "Thursday 26 November 2026, 10:15 to 10:45" in app.text()
        assert "You meet Sam Carter at 10:00 then." in app.text()
        await pilot.press("enter")
        await reach(pilot, "moved to scheduled")
        (made,) = people.page(desk, ids["Ada"]).meetings
        assert (made.wall, made.place, made.treat) == (
            datetime(2026, 11, 26, 10, 15), "Corner Cafe", True,
        )  # fmt: skip
        assert stand_of(desk, ids["Ada"]) == (Stage.SCHEDULED, None)
        assert app.chosen() == "Ada"


async def test_what_is_not_clear_is_said_on_enter_and_nothing_is_made(
    desk: Desk, hands: Hands
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "t")
        await reach(pilot, "Meet Ada Lovelace")
        await pilot.press(*"thu", "enter")
        await reach(pilot, "x At what time on Thursday 26 November?")
        await pilot.press(*" 9 saturday"[:2])
        await reach(pilot, "Thursday 26 November 2026, 09:00")
        await pilot.press("escape")
        while len(app.screen_stack) > 1:
            await pilot.pause()
        assert people.page(desk, ids["Ada"]).meetings == ()


async def test_a_planned_one_is_shown_and_moved(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "t")
        await reach(pilot, "Planned: Thu 26 Nov 10:00, coffee, Corner Cafe, your treat.")
        await pilot.press(*"sat 11")
        await reach(pilot, "Moves the meeting of Thu 26 Nov 10:00.")
        await reach(pilot, "That is on the weekend.")
        await pilot.press("enter")
        await reach(pilot, "Moved the meeting with Sam Carter: Sat 28 Nov 11:00")
        (moved,) = people.page(desk, ids["Sam"]).meetings
        assert (moved.wall, moved.place) == (datetime(2026, 11, 28, 11), "Corner Cafe")


async def test_cancelling_is_out_of_the_way_of_typing(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "t")
        await reach(pilot, "Cancel it instead")
        await pilot.press("c", "enter")
        await reach(pilot, "x ")
        assert people.page(desk, ids["Sam"]).meetings[0].state == "planned"
        await pilot.press("tab", "c")
        await reach(pilot, "Cancelled the meeting with Sam Carter")
        assert people.page(desk, ids["Sam"]).meetings[0].state == "cancelled"


@pytest.mark.parametrize(("key", "wall"), [("b", "01:30"), ("a", "03:30")])
async def test_a_time_that_the_clocks_skip_offers_both_neighbours(
    desk: Desk, hands: Hands, key: str, wall: str
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "t")
        await reach(pilot, "Meet Ada Lovelace")
        await pilot.press(*"2027-03-14 2:30 Chicago call", "enter")
        await reach(pilot, "That time does not exist")
        assert "Sunday 14 March 01:30" in app.text()
        assert "Sunday 14 March 03:30" in app.text()
        await pilot.press(key)
        await reach(pilot, "Meeting with Ada Lovelace")
        (made,) = people.page(desk, ids["Ada"]).meetings
        assert f"{made.wall:%H:%M}" == wall
        assert made.zone == "America/Chicago"


@pytest.mark.parametrize(("key", "hour"), [("f", 6), ("s", 7)])
async def test_a_repeated_hour_asks_which(desk: Desk, hands: Hands, key: str, hour: int) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "t")
        await reach(pilot, "Meet Ada Lovelace")
        await pilot.press(*"2027-11-07 1:30 Chicago call", "enter")
        await reach(pilot, "That time comes twice")
        assert "UTC-5" in app.text()
        await pilot.press(key)
        await reach(pilot, "Meeting with Ada Lovelace")
        (made,) = people.page(desk, ids["Ada"]).meetings
        assert (made.utc.hour, made.utc.minute) == (hour, 30)


async def test_it_fits_40_columns(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("right", "right", "t")
        await reach(pilot, "Move the meeting with Sam Carter")
        assert "Cancel it instead" in app.text()
        assert "enter move it" in app.text()
