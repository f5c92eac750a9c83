"""Adding from one line: what was understood is shown, who is known is opened; small dialogs."""

from __future__ import annotations

from ii_tui.core.stages import Closeness
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.adding import AddDialog
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from tests.ui.people_app import ContactsApp, populate, seen, until

KEYS = {" ": "space", ",": "comma", "@": "at", ".": "full_stop", "/": "slash"}


def typed(text: str) -> list[str]:
    """The keys that type it."""
    return [KEYS.get(char, char) for char in text]


async def test_a_line_is_understood_while_it_is_typed(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press(*typed("Mary Jackson, Engineer @ Nasa"))
        await until(pilot, lambda: seen(app, "Mary Jackson, Engineer at Nasa"))
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "How well do you know Mary Jackson?"))
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Added Mary Jackson, acquaintance - u undo"))
        found = people.page(desk, people.resolve(desk, "Mary Jackson"))
        assert (found.title, found.company) == ("Engineer", "Nasa")
        assert found.closeness is Closeness.ACQUAINTANCE
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Nobody here yet."))


async def test_how_well_can_be_skipped_and_the_cursor_goes_there(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"globex", "enter", "n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press(*typed("Mary Jackson"), "enter")
        await until(pilot, lambda: seen(app, "How well do you know Mary"))
        await pilot.press("escape")
        await until(pilot, lambda: seen(app, "Added Mary Jackson"))
        await until(pilot, lambda: seen(app, ">Mary Jackson"))
        assert people.page(desk, people.resolve(desk, "Mary Jackson")).closeness is None


async def test_someone_known_is_opened(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        for line in ("ada@example.org", "Countess, @ X linkedin.com/in/Ada-Lovelace"):
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
            await pilot.press(*typed(line))
            await until(
                pilot, lambda: seen(app, "You know them already: Ada Lovelace, Babbage & Co.")
            )
            await until(pilot, lambda: seen(app, "enter open their page"))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, PersonScreen))
            assert isinstance(app.screen, PersonScreen)
            assert app.screen.person_id == ids["Ada"]
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, ContactsScreen))


async def test_what_cannot_be_understood_stays(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "x Type a name."))
        await pilot.press(*typed("info@example.org"), "enter")
        await until(pilot, lambda: seen(app, "x A name is missing"))
        await until(pilot, lambda: seen(app, "info@example.org"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        assert not people.People(desk).count()


async def test_a_note_is_kept_or_asked_about(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PersonScreen(ids["Grace"]))
        await pilot.press("N")
        await until(pilot, lambda: seen(app, "Note on Grace Hopper") and app.focused)
        await pilot.press(*typed("She likes q"), "enter", *typed("and u"), "escape")
        await until(pilot, lambda: seen(app, "Leave the note?"))
        await pilot.press("g")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "note")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: seen(app, "Noted on Grace Hopper"))
        note = people.page(desk, ids["Grace"]).timeline[0]
        assert (note.kind, note.text) == ("note", "She likes q\nand u")
        await pilot.press("N")
        await until(pilot, lambda: seen(app, "Note on Grace Hopper") and app.focused)
        await pilot.press("x", "escape")
        await until(pilot, lambda: seen(app, "Leave the note?"))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert len(people.page(desk, ids["Grace"]).timeline) == 1


async def test_a_reminder_tells_the_day_back(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: seen(app, "Remind me about Grace Hopper") and app.focused)
        await pilot.press(*typed("Ask about COBOL"), "enter", *typed("blurb"), "enter")
        await until(pilot, lambda: seen(app, "x "))
        await pilot.press("ctrl+u", *typed("friday"))
        await until(pilot, lambda: seen(app, "Friday 27 November"))
        await pilot.press("enter")
        await until(pilot, lambda: seen(app, "Reminder for Grace Hopper: Ask about COBOL"))
        assert [task.title for task in people.page(desk, ids["Grace"]).tasks] == ["Ask about COBOL"]
