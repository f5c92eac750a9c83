"""Closing in batches by keyboard: one line, one sheet, one confirmation, one undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from ii_tui.core.stages import EventKind
from ii_tui.services import going_quiet, people, touches
from ii_tui.services.desk import Desk
from ii_tui.services.touches import Touch
from ii_tui.ui.app import IiApp
from ii_tui.ui.dialogs.ask import ChoiceDialog
from ii_tui.ui.dialogs.quiet import QuietSheet, Wish
from tests.conftest import Hands
from tests.ui.people_app import line_of, seen, until

NAMES = ("Ada", "Bob", "Cleo", "Dora")


@pytest.fixture
def quiet(desk: Desk, hands: Hands) -> dict[str, int]:
    """Four people who were asked, reminded once, and never answered; Ada the longest ago."""
    ids = {}
    for name in NAMES:
        ids[name], _ = people.quick_add(desk, f"{name} Still @ {name} Works")
        for kind, later in (("meeting_request", 12), ("follow_up", 1)):
            touches.log(desk, ids[name], Touch(EventKind.SENT, kind))
            hands.forward(days=later)
    hands.forward(days=30)
    return ids


def exits(desk: Desk, ids: dict[str, int]) -> list[str]:
    found = (people.page(desk, person).interview for person in ids.values())
    return ["" if one is None or one.exit is None else one.exit.value for one in found]


async def opened(pilot: Pilot[int], app: IiApp) -> QuietSheet:
    await until(pilot, lambda: isinstance(app.screen, QuietSheet) and app.screen.focused)
    assert isinstance(app.screen, QuietSheet)
    return app.screen


async def test_closed_and_kept_in_one_motion_and_taken_back(
    desk: Desk, quiet: dict[str, int]
) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "4 conversations went quiet: look through them"))
        await pilot.press("enter")
        sheet = await opened(pilot, app)
        for words in ("Ada Still", "no reply", "d close", "z keep", "no answer since"):
            await until(pilot, lambda words=words: seen(app, words))
        await pilot.press("d", "z", "d", "k", "space", "enter")
        await until(pilot, lambda: seen(app, "Close 1 conversation?"))
        await pilot.press("enter")  # the cursor begins on the no, which leads back to the list
        sheet = await opened(pilot, app)
        assert list(sheet.wishes.values()) == [Wish.CLOSE, Wish.KEEP]
        assert "close" in line_of(app, "Ada Still")
        await pilot.press("D", "enter")
        await until(pilot, lambda: seen(app, "Close 3 conversations?"))
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog) and app.screen.focused)
        await pilot.press("y")
        await until(pilot, lambda: seen(app, "Closed 3 conversations, kept Bob Still for 30"))
        assert exits(desk, quiet) == ["no_reply", "", "no_reply", "no_reply"]
        assert not seen(app, "went quiet")
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "4 conversations went quiet"))
    assert exits(desk, quiet) == [""] * 4


async def test_nothing_is_done_without_a_decision(desk: Desk, quiet: dict[str, int]) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"went quiet", "enter")
        await opened(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "Nothing is decided yet."))
        await pilot.press("d", "escape")
        await until(pilot, lambda: not isinstance(app.screen, QuietSheet))
    assert exits(desk, quiet) == [""] * 4


async def test_keeping_asks_nothing(desk: Desk, quiet: dict[str, int], hands: Hands) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(40, 24)) as pilot:
        await until(pilot, lambda: seen(app, "4 conversations went quiet"))
        await pilot.press("enter")
        await opened(pilot, app)
        await pilot.press(*"zzzz", "enter")
        await until(pilot, lambda: going_quiet.proposals(desk) == [])
    hands.at += timedelta(days=30)
    assert len(going_quiet.proposals(desk)) == 4
