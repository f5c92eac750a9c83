"""The first five minutes: one person, one key, the draft, and what stands on Today afterwards."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import Closeness
from ii_tui.services import people, today
from ii_tui.services.desk import Desk
from ii_tui.ui.app import IiApp
from ii_tui.ui.dialogs.first_run import FirstRun
from ii_tui.ui.screens.composer import ComposerScreen
from ii_tui.ui.screens.today import TodayScreen
from tests.ui.people_app import prose, seen, until
from tests.ui.sheets import asked
from tests.ui.test_adding import typed


class FirstApp(IiApp):
    """It keeps what goes to the terminal's clipboard to itself."""

    def send_sequence(self, sequence: str) -> None:
        """Nowhere."""


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (200, 60)])
async def test_from_nobody_to_waiting(desk: Desk, size: tuple[int, int]) -> None:
    app = FirstApp(desk)
    async with app.run_test(size=size) as pilot:
        await asked(pilot, "Who would you like to talk to?")
        assert seen(app, "esc skip")
        await pilot.press(*typed("Ada Lovelace"), "enter")
        await asked(pilot, "How well do you know Ada")
        await pilot.press("enter")
        assert seen(app, "c a s answer"), "no answer is suggested"
        await pilot.press("a")
        await asked(pilot, "What is your name?")
        await pilot.press(*typed("Bea Brown"), "enter")
        await until(pilot, lambda: isinstance(app.screen, ComposerScreen))
        screen = app.screen
        assert isinstance(screen, ComposerScreen)
        await screen.names_read.wait()
        await until(pilot, lambda: "{my_first_name}" not in screen.text.text)
        assert screen.text.selected_text.startswith("{")
        first, blanks = screen.text.selected, screen.text.text
        await pilot.press("tab")
        await until(pilot, lambda: seen(app, "Type over {"))
        assert screen.text.selected == first, "the first tab skips nothing"
        await pilot.press("enter")
        assert screen.text.selected != first
        assert not screen.bottom.status.words
        assert screen.text.text == blanks, "enter on a blank leaves it as it was"
        while screen.blocked:
            await pilot.press(*"a harbor", "tab")
        await pilot.press("ctrl+s")
        await asked(pilot, "Sent?")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TodayScreen))
        await until(pilot, lambda: seen(app, "Waiting on them; r"))
        page = people.page(desk, people.resolve(desk, "Ada"))
        assert page.closeness is Closeness.ACQUAINTANCE
        assert today.waits_for(desk, page.id)
        await pilot.press("2")
        await until(pilot, lambda: seen(app, "warming") and seen(app, ">"))
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone"))
        assert not today.waits_for(desk, page.id)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: seen(app, "Done again"))
        assert today.waits_for(desk, page.id)
        await pilot.press("1", "G")
        await until(pilot, lambda: "ssh box ii-tui" in prose(app))
        await pilot.press("i")
        await asked(pilot, "Bring everyone")


async def test_one_escape_ends_the_question_for_good(desk: Desk) -> None:
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await asked(pilot, "Who would you like to talk to?")
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Skipped."))
    again = IiApp(desk)
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(again, "bring everyone"))
        assert not isinstance(again.screen, FirstRun)
        await pilot.press("G", "enter")
        await asked(pilot, "1 Connect & converse")
        await pilot.press("escape", "g", "g", "j", "enter")
        await asked(pilot, "Bring everyone: import")


async def test_it_is_not_asked_where_there_is_somebody(desk: Desk) -> None:
    people.quick_add(desk, "Ada Lovelace")
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "NOW"))
        assert not isinstance(app.screen, FirstRun)
