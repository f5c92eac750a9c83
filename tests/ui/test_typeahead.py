"""Keys that come in one packet act where they were meant, not on the screen in between."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from ii_tui.core.stages import Exit, Stage
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import confirm
from ii_tui.ui.dialogs.telling import Telling
from ii_tui.ui.widgets.fields import Option
from tests.conftest import Hands
from tests.ui.board_app import BoardApp, populate, reach, stand_of


def burst(pilot: Pilot[Any], *keys: str) -> None:
    """All keys at once, as a lagging link delivers them."""
    for key in keys:
        name = "space" if key == " " else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))


async def test_a_yes_in_one_packet(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        burst(pilot, "r", "y", "enter")
        await reach(pilot, "Ada Lovelace said yes, moved to replied")
        assert stand_of(desk, ids["Ada"]) == (Stage.REPLIED, None)
        assert app.current_mode == "board"


async def test_a_close_with_its_reason_in_one_packet(desk: Desk, hands: Hands) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        burst(pilot, "d", "n", "2")
        await reach(pilot, "Closed Ada Lovelace: no reply")
        found = people.page(desk, ids["Ada"]).interview
        assert found is not None
        assert (found.exit, found.exit_reason) == (Exit.NO_REPLY, "the address is dead")
        assert app.current_mode == "board", "the 2 was an answer, not a place"


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_a_meeting_in_one_packet(desk: Desk, hands: Hands, size: tuple[int, int]) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.press("right")
        burst(pilot, "t", *"mon 9 lunch", "enter")
        await reach(pilot, "Meeting with Ada")
        (made,) = people.page(desk, ids["Ada"]).meetings
        assert (made.format, f"{made.wall:%a %H:%M}") == ("lunch", "Mon 09:00")


async def test_keys_after_a_flow_go_on(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        burst(pilot, "r", "escape", "j")
        while app.chosen() != "Rosa" or len(app.screen_stack) > 1:
            await pilot.pause()
        await pilot.press("k")
        assert app.chosen() == "Ada"


async def test_the_program_may_end_between_two_questions(desk: Desk, hands: Hands) -> None:
    populate(desk, hands)
    app = BoardApp(desk)

    async def two() -> None:
        await confirm(app, "First?")
        await confirm(app, "Second?")

    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(two())
        await reach(pilot, "First?")
        await pilot.press("n")
        await reach(pilot, "Second?")
    # What goes wrong while it ends would be raised here.
    assert app._exception is None


@pytest.mark.parametrize("at_once", [True, False])
async def test_words_at_do_not_contact_are_the_reason(
    desk: Desk, hands: Hands, at_once: bool
) -> None:
    ids = populate(desk, hands)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        if at_once:
            burst(pilot, "exclamation_mark", *"not a good word, yes", "enter")
        else:
            await pilot.press("exclamation_mark")
            await reach(pilot, "Do not contact Ada Lovelace: why?")
            await pilot.press(*"not", "space", *"a", "space", *"good", "space", *"word")
            await pilot.press("comma", "space", *"yes", "enter")
        await reach(pilot, "Ada Lovelace is not to be contacted")
        page = people.page(desk, ids["Ada"])
        assert page.blocked_why == "not a good word, yes"
        assert (len(app.screen_stack), app.current_mode) == (1, "board")


def test_where_words_can_be_typed_only_digits_answer() -> None:
    with pytest.raises(ValueError, match="only digits"):
        Telling("Why?", ways=[Option("n", "No", "no")], label="Why")
