"""What is typed on a sheet outlives a program that ends without a word."""

from __future__ import annotations

from ii_tui.core.stages import Stage
from ii_tui.services import interviews, people
from ii_tui.services.desk import Desk
from ii_tui.services.remembering import recall
from ii_tui.ui.dialogs.debrief import DebriefSheet
from ii_tui.ui.dialogs.notes import NoteDialog
from ii_tui.ui.dialogs.tasks import debrief
from tests.ui.people_app import ContactsApp, populate, seen, until


async def test_a_debrief_is_there_again_until_it_is_kept(desk: Desk) -> None:
    ids = populate(desk)
    interviews.move(desk, ids["Ada"], Stage.HELD)
    task = next(one for one in people.page(desk, ids["Ada"]).tasks if one.kind == "debrief")
    key = f"_typed_debrief_{task.uid}"
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(debrief(app, task))
        await until(pilot, lambda: isinstance(app.screen, DebriefSheet) and app.focused)
        await pilot.press(*"engines", "tab", *"Grace")
        await until(pilot, lambda: "engines" in recall(desk, key) and "Grace" in recall(desk, key))
    again = ContactsApp(desk)
    async with again.run_test(size=(80, 24)) as pilot:
        again.begin(debrief(again, task))
        await until(pilot, lambda: isinstance(again.screen, DebriefSheet) and again.focused)
        await until(pilot, lambda: seen(again, "What you typed before is here."))
        assert seen(again, "engines")
        await pilot.press("escape")
        await until(pilot, lambda: not recall(desk, key))
        await until(pilot, lambda: len(again.screen_stack) == 1)
        said = [row.text for row in people.page(desk, ids["Ada"]).timeline]
        assert any("engines" in text and "Grace" in text for text in said)


async def test_a_note_that_is_thrown_away_is_gone(desk: Desk) -> None:
    ids = populate(desk)
    key = f"_typed_note_{ids['Ada']}"
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"ada", "enter", "N")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog) and app.focused)
        await pilot.press(*"secret")
        await until(pilot, lambda: "secret" in recall(desk, key))
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Leave the note?"))
        await pilot.press("t")
        await until(pilot, lambda: not recall(desk, key))
