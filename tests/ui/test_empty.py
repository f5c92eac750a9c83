"""Every place that holds nothing says what to do next, and each key that it names does it."""

from __future__ import annotations

import re

import pytest

from ii_tui.services.desk import Desk
from ii_tui.services.first_steps import end
from ii_tui.ui.app import MODES, IiApp
from ii_tui.ui.dialogs.adding import AddDialog
from ii_tui.ui.dialogs.importing import FileDialog
from ii_tui.ui.widgets.bars import KeyLine
from tests.ui.people_app import picture, seen, until

KEY = re.compile(r"^[> ](n|i|\d) ", re.MULTILINE)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("number", range(1, 8))
async def test_the_keys_that_are_named_work(desk: Desk, number: int, width: int) -> None:
    end(desk)
    app = IiApp(desk)
    place = MODES[number - 1]
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.press(str(number))
        await until(pilot, lambda: app.current_mode == place and app.screen.focused is not None)
        await until(pilot, lambda: KEY.search("\n".join(picture(app)[2:])) or place == "board")
        named = set(KEY.findall("\n".join(picture(app)[2:-1]))) or {"n", "i"}
        assert "n" in named
        hints = {key for key, _ in app.screen.query_one(KeyLine).hints}
        assert named <= hints | {"3", "2", "i", "1", "5", "4"}, "the key line says the same"
        for key in sorted(named):
            await pilot.press(key)
            if key in "ni":
                await until(pilot, lambda: len(app.screen_stack) == 2 and app.focused is not None)
                wanted = {"i": FileDialog, "n": AddDialog}[key]
                if place == "companies" and key == "n":
                    assert not isinstance(app.screen, AddDialog)
                else:
                    assert isinstance(app.screen, wanted)
                await pilot.press("escape")
                await until(pilot, lambda: len(app.screen_stack) == 1)
            else:
                await until(pilot, lambda: app.current_mode == MODES[int(key) - 1])  # noqa: B023 - waited for here
                await pilot.press(str(number))
                await until(pilot, lambda: app.current_mode == place)


async def test_nothing_of_it_is_cut_at_forty_cells(desk: Desk) -> None:
    end(desk)
    app = IiApp(desk)
    async with app.run_test(size=(40, 40)) as pilot:
        for number, words in enumerate(
            ("Who would", "Nobody is on", "Nobody here", "No company", "Nothing is", "No meeting",
             "Nothing to"), 1,
        ):  # fmt: skip
            await pilot.press(str(number))
            await until(pilot, lambda: seen(app, words))  # noqa: B023 - waited for here
            lines = picture(app)[2:-2]
            assert not any("…" in line for line in lines[4:]), "\n".join(lines)
