"""Another program's change is undone only when asked, and shown before."""

from __future__ import annotations

import pytest

from ii_tui.services import editing, history, people, taking_back
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.taking_back import TakeBackDialog
from ii_tui.ui.screens.contacts import ContactsScreen
from tests.ui.people_app import ContactsApp, picture, populate, prose, seen, until


def retitle(desk: Desk, person: int, title: str, **more: str) -> None:
    editing.edit(desk, person, people.page(desk, person).rev, {"title": title, **more})


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 40)])
async def test_both_versions_are_shown_and_enter_leaves_it(
    desk: Desk, other_desk: Desk, size: tuple[int, int]
) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        retitle(desk, ids["Grace"], "Commodore")
        retitle(other_desk, ids["Grace"], "Vice Admiral", tags="navy")
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, TakeBackDialog) and app.focused)
        await pilot.pause()
        words = prose(app)
        assert "Edited Grace Hopper: done at 09:00 in another window." in words
        for word in ("title", "Vice Admiral", "Commodore", "tag", "navy"):
            assert word in words
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert people.page(desk, ids["Grace"]).title == "Vice Admiral"
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, TakeBackDialog) and app.focused)
        # Meanwhile yet another change is made there: it is asked about anew.
        retitle(other_desk, ids["Grace"], "Admiral")
        await pilot.press("y")
        await until(pilot, lambda: "Admiral" in "\n".join(picture(app)) and app.focused)
        assert people.page(desk, ids["Grace"]).title == "Admiral"
        await until(pilot, lambda: isinstance(app.screen, TakeBackDialog))
        await pilot.press("y")
        await until(pilot, lambda: seen(app, "Undone: Edited Grace Hopper"))
        assert people.page(desk, ids["Grace"]).title == "Vice Admiral"


async def test_what_another_window_undid_is_done_again_only_when_asked(
    desk: Desk, other_desk: Desk
) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        retitle(desk, ids["Grace"], "Commodore")
        history.undo_last(other_desk)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(app.screen, TakeBackDialog) and app.focused)
        await until(pilot, lambda: "undone in another window" in prose(app))
        await pilot.press("y")
        await until(pilot, lambda: seen(app, "Done again"))
        assert people.page(desk, ids["Grace"]).title == "Commodore"
        # What I did last is mine.
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone"))
        assert people.page(desk, ids["Grace"]).title == "Rear Admiral"


def everything(desk: Desk) -> list[list[tuple[object, ...]]]:
    tables = ("contact", "note", "task", "change", "step", "control", "doc")
    return [desk.store.db.rows(f"SELECT * FROM {table}") for table in tables if known(desk, table)]


def known(desk: Desk, table: str) -> bool:
    return desk.store.db.one("SELECT 1 FROM sqlite_schema WHERE name = ?", table) is not None


def test_looking_at_an_undo_changes_nothing(desk: Desk, other_desk: Desk) -> None:
    ids = populate(desk)
    editing.archive(other_desk, ids["Nina"])
    people.add_note(other_desk, ids["Ada"], "A note")
    before = everything(desk)
    found = taking_back.preview(desk)
    (note,) = found.differences
    assert (note.whose, note.label, note.now, note.then) == ("Ada Lovelace", "note", "A note", "")
    assert everything(desk) == before
    history.undo_last(desk)
    (archived,) = taking_back.preview(desk).differences
    assert (archived.whose, archived.label, archived.now, archived.then) == (
        "Nina Simone", "archived", "2026-11-24", "",
    )  # fmt: skip
    (again,) = taking_back.preview(desk, redo=True).differences
    assert (again.now, again.then) == ("", "A note")
