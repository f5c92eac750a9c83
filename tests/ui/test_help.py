"""Help: nine keys of each screen that work there, none twice, none cut; sheets; the method."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from ii_tui.core.method import REASONS, STEPS
from ii_tui.services.desk import Desk
from ii_tui.ui import commands
from ii_tui.ui.app import MODES, IiApp
from ii_tui.ui.dialogs.adding import AddDialog
from ii_tui.ui.dialogs.help import HelpDialog
from ii_tui.ui.dialogs.method import MethodDialog
from ii_tui.ui.nine import NINE
from ii_tui.ui.screens.company import CompanyScreen
from ii_tui.ui.screens.composer_begin import compose
from ii_tui.ui.screens.person import PersonScreen
from ii_tui.ui.widgets.key_row import KeyRow
from ii_tui.ui.widgets.lines import Lines
from tests.ui.people_app import ContactsApp, picture, populate, prose, seen, until


@pytest.mark.parametrize("place", NINE)
def test_nine_keys_that_work_there(place: str) -> None:
    assert len(NINE[place]) == 9
    here = {one.id for one in commands.of(*commands.PLACES.get(place, ()), "app", "go", "cursor")}
    for entry in NINE[place]:
        ids = entry if isinstance(entry, str) else entry[0]
        if not ids.startswith("=") and ids != "task.settle":
            assert set(ids.split()) <= here, (place, ids)


def test_every_screen_has_its_nine() -> None:
    assert {*NINE} == {*MODES, *commands.PLACES}


def keys(screen: HelpDialog) -> list[str]:
    """The keys of the list, in its order."""
    lines = screen.query_one(Lines)
    return [row.key for item in lines.items for row in item.rows if isinstance(row, KeyRow)]


async def asked_on(pilot: Pilot[Any], where: str, ids: dict[str, int]) -> HelpDialog:
    app = pilot.app
    assert isinstance(app, IiApp)
    if where in MODES:
        await pilot.press(str(MODES.index(where) + 1))
        await until(pilot, lambda: app.current_mode == where and app.screen.focused is not None)
    elif where == "person":
        await app.push_screen(PersonScreen(ids["Ada"]))
    elif where == "company":
        await app.push_screen(CompanyScreen(1))
    else:
        app.run_worker(compose(app, ids["Ada"]))
    if where == "composer":
        await until(pilot, lambda: seen(app, "What is your name?") and app.focused is not None)
        await pilot.press("escape", "ctrl+o", "question_mark")
    else:
        await pilot.pause()
        await pilot.press("question_mark")
    await until(pilot, lambda: isinstance(app.screen, HelpDialog) and app.focused is not None)
    assert isinstance(app.screen, HelpDialog)
    return app.screen


@pytest.mark.parametrize("where", NINE)
async def test_nothing_is_cut_and_no_key_stands_twice(desk: Desk, where: str) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(40, 40)) as pilot:
        help_ = await asked_on(pilot, where, ids)
        shown = [key for key in keys(help_) if key]
        assert len(shown) == len(set(shown)) >= 9
        assert "five steps" in prose(app) or "Step " in prose(app)
        assert not any("…" in line for line in picture(app)[3:-4]), "\n".join(picture(app))
        assert seen(app, "ALL KEYS")


async def test_a_sheet_has_help_and_the_method_is_two_keys_away(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press("question_mark")
        assert isinstance(app.screen, AddDialog), "there it is a letter"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, HelpDialog) and app.focused)
        assert seen(app, "Step 1, connect")
        await pilot.press("escape")
        assert isinstance(app.screen, AddDialog)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("question_mark", "m")
        await until(pilot, lambda: isinstance(app.screen, MethodDialog) and app.focused)
        for step in STEPS:
            await until(pilot, lambda: seen(app, step.name))  # noqa: B023 - waited for here
            await pilot.press("j")
        await pilot.press("G")
        await until(pilot, lambda: seen(app, REASONS[-1]))


async def test_ctrl_c_and_ctrl_q_in_a_sheet(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await until(pilot, lambda: seen(app, "Nothing was stopped. q or ctrl+q leaves."))
        await pilot.press("e")
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.focused)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: seen(app, "Nothing was stopped."))
        await pilot.press("x", "ctrl+q")
        await until(pilot, lambda: seen(app, "Leave without saving?"))
        await pilot.press("t")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit)
