"""What came in: few keys, the consequence said first, and what the store holds after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from ii_tui.core.stages import Exit, Stage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from tests.conftest import Hands
from tests.ui.board_app import BoardApp, populate, reach, stand_of


async def came(pilot: Pilot[Any], name: str, key: str) -> None:
    """r and the key, on the card of this person."""
    app = pilot.app
    assert isinstance(app, BoardApp)
    assert app.chosen() == name
    await pilot.press("r")
    await reach(pilot, "What came in from")
    await pilot.press(key)


async def test_a_yes_is_three_keys(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "y")
        await reach(pilot, "Note it and move to replied")
        assert "An answer is owed within 1" in app.text()
        await pilot.press("enter")
        await reach(pilot, "Ada Lovelace said yes, moved to replied")
        assert stand_of(desk, ids["Ada"]) == (Stage.REPLIED, None)
        assert app.chosen() == "Ada"
        page = people.page(desk, ids["Ada"])
        assert any(task.kind == "answer" for task in page.tasks)


@pytest.mark.parametrize(
    ("name", "steps", "likely"),
    [
        ("Ida", [], "w  They wrote back"),
        ("Ada", ["right"], "y  Yes"),
        ("Sam", ["right", "right"], "k  They confirm the time"),
    ],
)
async def test_what_they_were_asked_comes_first(
    desk: Desk, hands: Hands, name: str, steps: list[str], likely: str
) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*steps)
        assert app.chosen() == name
        await pilot.press("r")
        await reach(pilot, f">{likely}")


async def test_a_yes_can_be_noted_without_moving(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "y")
        await reach(pilot, "Only note it")
        await pilot.press("2")
        await reach(pilot, "Ada Lovelace said yes - u undo")
        assert stand_of(desk, ids["Ada"]) == (Stage.REQUESTED, None)


async def test_their_words_can_be_pasted_at_any_moment(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "y")
        await reach(pilot, "Only note it")
        app.screen.post_message(events.Paste("Sure!\r\nAny \x1b[31mday\u202e next week."))
        await reach(pilot, "Sure! Any [31mday next week.")
        await pilot.press("enter")
        await reach(pilot, "moved to replied")
        texts = [row.text for row in people.page(desk, ids["Ada"]).timeline]
        assert "Sure! Any [31mday next week." in texts


async def test_later_is_parked_until_the_day_that_is_shown(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "l")
        await reach(pilot, "Until when")
        await pilot.press("enter")
        await reach(pilot, "x No time was given.")
        await pilot.press(*"in 2 weeks")
        await reach(pilot, "Tuesday 8 December, in 14 days")
        await pilot.press("enter")
        await reach(pilot, "Ada Lovelace is parked until 8 December")
        found = people.page(desk, ids["Ada"]).interview
        assert found is not None
        assert (found.exit, found.parked_until) == (Exit.PARKED, date(2026, 12, 8))


async def test_later_with_a_meeting_keeps_it_unless_said_otherwise(
    desk: Desk, hands: Hands
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right")
        await came(pilot, "Sam", "l")
        await reach(pilot, "The meeting stands until you move it")
        await pilot.press("enter")
        await reach(pilot, "Sam Carter said later - u undo")
        assert stand_of(desk, ids["Sam"]) == (Stage.SCHEDULED, None)
        assert people.page(desk, ids["Sam"]).meetings[0].state == "planned"
        await came(pilot, "Sam", "l")
        await reach(pilot, "Until when")
        await pilot.press(*"8 dec", "tab", "2")
        await reach(pilot, "is parked until 8 December")
        assert people.page(desk, ids["Sam"]).meetings[0].state == "cancelled"


async def test_someone_else_joins_the_board(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "a")
        await reach(pilot, "Close the interview with Ada")
        await pilot.press(*"Grace Hopper, Admiral @ Navy")
        await reach(pilot, "Grace Hopper, Admiral at Navy")
        await pilot.press("enter")
        await reach(pilot, "Ada Lovelace sent you to Grace Hopper, who is on the board")
        grace = people.resolve(desk, "Grace Hopper")
        assert people.page(desk, grace).introducer == "Ada Lovelace"
        assert stand_of(desk, grace) == (Stage.IDENTIFIED, None)
        assert stand_of(desk, ids["Ada"])[1] is Exit.DECLINED


async def test_someone_else_and_going_on_with_the_first(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "a")
        await reach(pilot, "Close the interview with Ada")
        await pilot.press(*"Grace Hopper", "tab", "2")
        await reach(pilot, "who is on the board")
        assert stand_of(desk, ids["Ada"])[1] is None


async def test_a_no_closes_and_owes_thanks(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right")
        await came(pilot, "Sam", "n")
        await reach(pilot, "Closed as declined.")
        assert "The meeting of Thu 26 Nov 10:00 is cancelled with it." in app.text()
        await pilot.press("enter")
        await reach(pilot, "Sam Carter said no - u undo")
        page = people.page(desk, ids["Sam"])
        assert stand_of(desk, ids["Sam"])[1] is Exit.DECLINED
        assert [task.kind for task in page.tasks] == ["reply_decline"]
        assert page.meetings[0].state == "cancelled"


@pytest.mark.parametrize(("typed", "until"), [("", None), ("monday", date(2026, 11, 30))])
async def test_out_of_office_moves_nothing(
    desk: Desk, hands: Hands, typed: str, until: date | None
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "o")
        await reach(pilot, "Back on")
        await pilot.press(*typed, "enter")
        await reach(pilot, "u undo")
        newest = people.page(desk, ids["Ada"]).timeline[0]
        assert (newest.answer, newest.until) == ("ooo", until)
        assert stand_of(desk, ids["Ada"]) == (Stage.REQUESTED, None)


async def test_a_call_and_a_word(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "c")
        await reach(pilot, "Nothing moves.")
        await pilot.press(*"she likes tea", "enter")
        await reach(pilot, "A call with Ada Lovelace -")
        await came(pilot, "Ada", "w")
        await reach(pilot, "What you waited for is settled, and")
        await pilot.press("enter")
        await reach(pilot, "Ada Lovelace wrote -")
        kinds = [(row.kind, row.text) for row in people.page(desk, ids["Ada"]).timeline[:2]]
        assert ("call", "she likes tea") in kinds
        assert stand_of(desk, ids["Ada"]) == (Stage.REQUESTED, None)


async def test_we_met_when(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        await came(pilot, "Ada", "m")
        await reach(pilot, "Note it and move to met")
        await pilot.press(*"tomorrow 9am", "enter")
        await reach(pilot, "That is in the future.")
        await pilot.press("ctrl+u", *"yesterday 4pm")
        await reach(pilot, "Mon 23 Nov 16:00")
        await pilot.press("enter")
        await reach(pilot, "Met Ada Lovelace, moved to met")
        assert stand_of(desk, ids["Ada"]) == (Stage.HELD, None)


async def test_they_confirm_only_where_a_meeting_is_planned(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "r")
        await reach(pilot, "What came in from")
        assert "They confirm" not in app.text()
        await pilot.press("escape", "right")
        await came(pilot, "Sam", "k")
        await reach(pilot, "Sam Carter confirmed")
        assert people.page(desk, ids["Sam"]).timeline[0].kind == "confirmed"


async def test_escape_is_one_step_back(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    before = len(people.page(desk, ids["Ida"]).timeline)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await came(pilot, "Ida", "n")
        await reach(pilot, "Closed as declined.")
        await pilot.press("escape")
        await reach(pilot, ">n  No")
        await pilot.press("escape")
        while len(app.screen_stack) > 1:
            await pilot.pause()
        assert len(people.page(desk, ids["Ida"]).timeline) == before


async def test_a_yes_to_a_first_message_is_only_noted(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.board.view.go_to(ids["Warren"])
        await came(pilot, "Warren", "y")
        await reach(pilot, "Asking for 30 minutes is")
        assert "Note it and move" not in app.text()
        await pilot.press("enter")
        await reach(pilot, "Warren Buck said yes - u undo")
        assert stand_of(desk, ids["Warren"]) == (Stage.WARMING, None)
        assert {task.kind for task in people.page(desk, ids["Warren"]).tasks} == {"second_beat"}
