"""The drawer of the board: who comes back when, moved by z, taken up earlier by v."""

from __future__ import annotations

from ii_tui.core.stages import Exit, Stage
from ii_tui.services import interviews, people
from ii_tui.services.desk import Desk
from ii_tui.services.times import day_ahead
from tests.ui.board_app import BoardApp
from tests.ui.people_app import line_of, seen, until


async def test_parked_are_moved_and_revived_from_the_drawer(desk: Desk) -> None:
    ada, _ = people.quick_add(desk, "Ada Lovelace @ Acme")
    bob, _ = people.quick_add(desk, "Bob Byron @ Umbra")
    for person, exit_, why in ((ada, Exit.PARKED, "a busy season"), (bob, Exit.LAPSED, "moved on")):
        interviews.move(desk, person, Stage.REQUESTED)
        day = day_ahead(desk, "in 3 weeks") if exit_ is Exit.PARKED else None
        interviews.close(desk, person, exit_, why, day)
    app = BoardApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: seen(app, "PARKED  1"))
        for words in ("Tue 15 Dec", "a busy season", "moved on", "lapsed", "z another day"):
            await until(pilot, lambda words=words: seen(app, words))
        await pilot.press("z")
        await until(pilot, lambda: seen(app, "Ask again, Ada Lovelace: when?"))
        await pilot.press("o")
        await until(pilot, lambda: seen(app, "Put it off until when?"))
        await pilot.press(*"mid january", "enter")
        await until(pilot, lambda: line_of(app, "Ada Lovelace").endswith(" 15 Jan 2027"))
        found = people.page(desk, ada).interview
        assert found is not None
        assert str(found.parked_until) == "2027-01-15"
        await pilot.press("v")
        await until(pilot, lambda: seen(app, "Ada Lovelace is back at requested"))
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "15 Jan"))
        await pilot.press("j", "v")
        await until(pilot, lambda: people.page(desk, bob).interviews[0].exit is None)
