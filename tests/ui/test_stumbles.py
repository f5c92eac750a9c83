"""What a newcomer's fingers do: the wrong key of another program, a slash too many, n anywhere."""

from __future__ import annotations

from ii_tui.core.kinds import Kind
from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.app import MODES, IiApp
from ii_tui.ui.dialogs.adding import AddDialog
from ii_tui.ui.dialogs.importing import FileDialog
from ii_tui.ui.screens.board import BoardScreen
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.path_input import PathInput
from tests.ui.composer_app import Writing, opened, prepare
from tests.ui.people_app import ContactsApp, populate, seen, until
from tests.ui.test_adding import typed


class BoardApp(IiApp):
    """Begins on the Board."""

    DEFAULT_MODE = "board"


async def test_n_on_the_board_puts_somebody_there(desk: Desk) -> None:
    ids = populate(desk)
    app = BoardApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        for line, question in (("Zoe Baker", True), ("Grace Hopper @ Navy", False)):
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
            await pilot.press(*typed(line))
            if not question:
                await until(pilot, lambda: seen(app, "enter put them on the board"))
            await pilot.press("enter")
            if question:
                await until(pilot, lambda: seen(app, "How well do you know Zoe"))
                await pilot.press("s")
                await until(pilot, lambda: seen(app, "Added Zoe Baker to the board, stranger"))
            else:
                await until(pilot, lambda: seen(app, "Grace Hopper is on the board"))
        assert people.on_board(desk, people.resolve(desk, "Zoe"))
        assert people.on_board(desk, ids["Grace"])


async def test_n_on_today_is_somebody_to_write_to(desk: Desk) -> None:
    ids = populate(desk)
    app = IiApp(desk)
    async with app.run_test(size=(80, 40)) as pilot:
        await until(pilot, lambda: seen(app, "NOW"))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, AddDialog) and app.focused)
        await pilot.press(*typed("Grace Hopper @ Navy"), "enter")
        await until(pilot, lambda: seen(app, "Grace Hopper is on the board"))
        await until(pilot, lambda: seen(app, ">  Write the first message"))
    assert people.on_board(desk, ids["Grace"])


async def test_q_goes_back_from_a_page_and_ctrl_z_undoes_in_a_list(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"grace", "enter", "b")
        await until(pilot, lambda: seen(app, "Grace Hopper is on the board"))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        await pilot.press("slash", "ctrl+z", "escape", "escape")
        assert people.on_board(desk, people.resolve(desk, "Grace")), "in a line it is no undo"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: seen(app, "Undone: Grace Hopper is on the board."))
        await pilot.press("ctrl+y")
        await until(pilot, lambda: seen(app, "Done again"))


async def test_my_phone_is_asked_in_place_and_remembered(desk: Desk) -> None:
    desk.set_setting("me", "name", "Robin Ellis")
    person = prepare(desk, Kind.CONFIRMATION)
    app = Writing(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, person, kind=Kind.CONFIRMATION)
        while "{my_phone}" in screen.text.text:
            if seen(app, "What is your phone number?") and app.focused is not None:
                await pilot.press(*"555", "enter")
                await until(pilot, lambda: "{my_phone}" not in screen.text.text)
            else:
                await pilot.press("tab")
                await pilot.pause()
        assert "555" in screen.text.text
        assert desk.settings.me.phone == "555"


async def test_a_path_that_begins_anew_replaces_the_suggestion(desk: Desk) -> None:
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys, value in (
            (typed("/tmp/x"), "/tmp/x"),
            (typed("x/y"), "~/x/y"),
            (["backspace", "slash"], "~/"),
        ):
            await pilot.press("i")
            await until(pilot, lambda: isinstance(app.screen, FileDialog) and app.focused)
            await pilot.press(*keys)
            assert app.screen.query_one(PathInput).value == value
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, ContactsScreen))


async def test_the_demo_says_at_any_width_that_nothing_is_kept(desk: Desk) -> None:
    populate(desk)
    app = IiApp(desk, aside="demo: nothing here is kept")
    async with app.run_test(size=(40, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Demo: nothing here is kept."))


async def test_a_filter_line_that_is_left_empty_is_out_of_sight(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        for place in ("1", "2", "4", "5"):
            await pilot.press(place)
            await until(pilot, lambda: app.current_mode == MODES[int(place) - 1])  # noqa: B023 - waited for here
            line = app.screen.query_one(FilterLine)
            await pilot.press("slash", *"zz")
            assert line.display
            await pilot.press("escape", "escape")
            assert not line.display
            await pilot.press("slash", *"a", "enter")
            assert line.display, "it narrows the list"
            await pilot.press("escape")
            assert not line.display
