"""Closing: what follows is said before it counts, the reason is kept, and it can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from ii_tui.core.stages import CLOSING, Exit, Stage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from tests.conftest import Hands
from tests.ui.board_app import BoardApp, populate, reach, stand_of


@pytest.mark.parametrize(
    ("key", "exit_", "follows", "owed"),
    [
        ("d", Exit.DECLINED, "Thanking them", ["reply_decline"]),
        ("n", Exit.NO_REPLY, "Nothing more is owed.", []),
        ("o", Exit.DORMANT, "Nothing more is owed.", []),
        ("l", Exit.LAPSED, "Nothing more is owed.", []),
        ("c", Exit.CANCELLED, "Nothing more is owed.", []),
        ("s", Exit.NO_SHOW, "Writing to them, once, is owed.", ["no_show"]),
    ],
)
async def test_what_is_said_to_follow_follows(
    desk: Desk, hands: Hands, key: str, exit_: Exit, follows: str, owed: list[str]
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "d")
        await reach(pilot, "how did it end?")
        for one in CLOSING:
            assert one.label.capitalize() in app.text()
        await pilot.press(key)
        await reach(pilot, follows)
        await pilot.press("enter")
        await reach(pilot, f"Closed Ada Lovelace: {exit_.label}")
        assert stand_of(desk, ids["Ada"]) == (Stage.REQUESTED, exit_)
        assert [task.kind for task in people.page(desk, ids["Ada"]).tasks] == owed
        await pilot.press("u")
        while stand_of(desk, ids["Ada"])[1] is not None:
            await pilot.pause()


async def test_the_likely_exit_is_under_the_cursor(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await reach(pilot, ">n  No reply")
        await pilot.press("escape", "right", "right", "d")
        await reach(pilot, ">c  Cancelled")


@pytest.mark.parametrize(
    ("keys", "reason"),
    [(("2",), "the address is dead"), (("tab", *"moved abroad", "enter"), "moved abroad")],
)
async def test_a_reason_is_kept(
    desk: Desk, hands: Hands, keys: tuple[str, ...], reason: str
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "d")
        await reach(pilot, "how did it end?")
        await pilot.press("n")
        await reach(pilot, "silent after the follow-up")
        await pilot.press(*keys)
        await reach(pilot, "Closed Ada Lovelace: no reply")
        found = people.page(desk, ids["Ada"]).interview
        assert found is not None
        assert found.exit_reason == reason


async def test_parked_asks_until_when(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "d")
        await reach(pilot, "how did it end?")
        await pilot.press("p")
        await reach(pilot, "Until when")
        await pilot.press(*"yesterday", "enter")
        await reach(pilot, "x That day is not ahead.")
        await pilot.press("ctrl+u", *"8 dec")
        await reach(pilot, "Tuesday 8 December, in 14 days")
        await pilot.press("tab", "1")
        await reach(pilot, "Ada Lovelace is parked until 8 December")
        found = people.page(desk, ids["Ada"]).interview
        assert found is not None
        assert (found.parked_until, found.exit_reason) == (date(2026, 12, 8), "asked for later")
        await pilot.press("p")
        await reach(pilot, "PARKED  2")


async def test_a_planned_meeting_goes_along(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "d")
        await reach(pilot, "how did it end?")
        await pilot.press("enter")
        await reach(pilot, "The meeting of Thu 26 Nov 10:00 is cancelled.")
        await pilot.press("enter")
        await reach(pilot, "Closed Sam Carter: cancelled")
        assert people.page(desk, ids["Sam"]).meetings[0].state == "cancelled"


async def test_who_has_left_is_not_closed_again(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "d")
        await reach(pilot, "Paul Later has no open interview. v brings the closed one back.")
