"""Contacts: everyone by name, narrowed as one types, every key of a person at hand."""

from __future__ import annotations

import pytest

from ii_tui.core.stages import Closeness
from ii_tui.services import editing, importing, people
from ii_tui.services.desk import Desk
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from tests.files.make_connections import connections_csv
from tests.ui.people_app import ContactsApp, line_of, picture, populate, seen, until


def contacts(app: ContactsApp) -> ContactsScreen:
    screen = app.screen
    assert isinstance(screen, ContactsScreen)
    return screen


def names(app: ContactsApp) -> list[str]:
    """The people on the screen, in their order."""
    listed = contacts(app).list
    return [listed.item(index).name for index in range(listed.item_count())]  # type: ignore[union-attr]  # all are read here


async def test_nobody_yet_says_what_to_do(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for words in (
            "Nobody here yet.",
            "n   add a person",
            "i   bring everyone",
            "Get a copy",
            "ssh box ii-tui import - < Connections.csv",
            "n new  i import",
        ):
            await until(pilot, lambda words=words: seen(app, words))


@pytest.mark.parametrize(
    ("size", "there", "gone"),
    [
        ((40, 24), ("Name", "Company"), ("Title", "Touch")),
        ((80, 24), ("Name", "Title", "Company", "How well", "Stage"), ("Touch", "TIMELINE")),
        ((100, 30), ("Name", "Title", "Company", "How well", "Stage", "Touch"), ("TIMELINE",)),
        ((120, 40), ("Name", "How well", "PERSON", "TIMELINE"), ()),
        ((200, 60), ("Touch", "PERSON", "TIMELINE"), ()),
    ],
)
async def test_columns_and_panes_follow_the_width(
    desk: Desk, size: tuple[int, int], there: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if size[0] >= 110:
            await pilot.press("j", "j")
            await until(pilot, lambda: seen(app, "Gladly!"))
        await until(pilot, lambda: all(seen(app, words) for words in there))
        assert not any(seen(app, words) for words in gone)
        assert max(map(len, picture(app))) <= size[0]


async def test_rows_tell_what_matters(desk: Desk) -> None:
    ids = populate(desk)
    editing.set_do_not_contact(desk, ids["Walter"], True)
    app = ContactsApp(desk)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert line_of(app, "Ada Lovelace").split() == [
            *("Ada", "Lovelace", "Analyst", "Babbage", "&", "Co", "close", "requested", "now"),
        ]
        await until(pilot, lambda: seen(app, " x Walter Keller"))
        await until(pilot, lambda: seen(app, "6 people"))


async def test_filtering_as_you_type(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "slash", *"globex")
        await until(pilot, lambda: names(app) == ["Nina Simone", "Łukasz Wójcik"])
        await until(pilot, lambda: seen(app, "2 of 6"))
        assert contacts(app).list.cursor == 0, "the best result is the first"
        await until(pilot, lambda: seen(app, "esc clear"))
        await pilot.press("space", *"woj")
        await until(
            pilot, lambda: names(app) == ["Łukasz Wójcik"]
        )  # accents and strokes do not matter
        await pilot.press("escape")
        assert len(names(app)) == 6
        assert contacts(app).filter.input.has_focus
        await pilot.press("escape")
        assert contacts(app).list.has_focus
        await until(pilot, lambda: seen(app, "6 people"))


async def test_the_query_survives_leaving(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"music", "enter")
        assert contacts(app).list.has_focus
        await until(pilot, lambda: names(app) == ["Nina Simone"])
        await app.push_screen(PersonScreen(contacts(app).chosen_person() or 0))
        await pilot.press("escape")
        await until(pilot, lambda: names(app) == ["Nina Simone"])
        await until(pilot, lambda: seen(app, "esc show all"))
        await pilot.press("escape")
        assert len(names(app)) == 6
        await until(pilot, lambda: seen(app, ">Nina Simone"))  # the cursor stays on the person


async def test_no_one_fits(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"xyzzy[/]")
        await until(pilot, lambda: seen(app, 'Nobody fits "xyzzy[/]".'))
        await until(pilot, lambda: seen(app, "0 of 6"))
        await pilot.press("down", "m", "x")
        assert len(app.screen_stack) == 1


async def test_the_results_are_there_with_the_letter(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "g")
        contacts(app).filter.input.insert_text_at_cursor("l")
        # No message on the way between the letter and the list: one frame shows both.
        assert names(app) == ["Nina Simone", "Łukasz Wójcik"]
        await until(pilot, lambda: seen(app, "/ gl") and seen(app, "2 of 6"))


async def test_how_well_is_one_key_and_goes_on(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("s", "a"):
            await pilot.press("w")
            await until(pilot, lambda: len(app.screen_stack) == 2)
            await pilot.press(key)
            await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: seen(app, "Walter Keller: acquaintance"))
        assert people.page(desk, ids["Grace"]).closeness is Closeness.STRANGER
        assert people.page(desk, ids["Walter"]).closeness is Closeness.ACQUAINTANCE
        await until(pilot, lambda: line_of(app, "Ada Lovelace").startswith(">"))


async def test_archived_people_have_a_view_and_come_back(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Archived Grace Hopper - u undo"))
        await until(pilot, lambda: seen(app, "5 people"))
        await pilot.press("Z")
        await until(pilot, lambda: seen(app, "1 archived"))
        await until(pilot, lambda: seen(app, "a bring back"))
        await pilot.press("a")
        await until(pilot, lambda: seen(app, "Nobody is archived."))
        await pilot.press("Z")
        await until(pilot, lambda: seen(app, "6 people"))


async def test_board_open_and_undo(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: "identified" in line_of(app, "Grace Hopper"))
        await pilot.press("u")
        await until(pilot, lambda: seen(app, "Undone:"))
        assert "identified" not in line_of(app, "Grace Hopper")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await pilot.press("escape", "j", "o")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await until(pilot, lambda: seen(app, "Walter Keller"))


async def test_the_pane_follows_the_cursor(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "j")
        await until(pilot, lambda: seen(app, "Send her the score"))
        await until(pilot, lambda: seen(app, "We shared a stage"))
        await pilot.press("slash", *"nobody")
        await until(pilot, lambda: not seen(app, "PERSON"))


async def test_thirty_thousand(desk: Desk) -> None:
    importing.import_data(desk, connections_csv(30_000))
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await until(pilot, lambda: seen(app, "30,000 people"))
        await pilot.press("G")
        assert contacts(app).list.cursor == 29_999
        await pilot.press("slash", *"lov ada")
        shown = contacts(app).list.item_count()
        assert 0 < shown < 1000
        await until(pilot, lambda: seen(app, f"{shown:,} of 30,000"))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: seen(app, "30,000 people"))
