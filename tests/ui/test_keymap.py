"""Keys: no two commands of one screen on one key, and what `[keys]` may ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.binding import Binding

from ii_tui.services.desk import Desk
from ii_tui.ui import keymap
from ii_tui.ui.commands import BY_ID, COMMANDS, PLACES, bindings, of
from ii_tui.ui.widgets.cursor_view import CursorView
from tests.ui.people_app import ContactsApp, line_of, populate, prose, seen, until


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("preset", keymap.PRESETS)
def test_no_two_commands_of_a_screen_have_one_key(place: str, preset: str) -> None:
    bound = keymap.read({}, preset)
    here = [*of(*PLACES[place]), *of("go"), *of("app"), *of("cursor")]
    keys: dict[str, str] = {}
    for command in {one.id: one for one in here}.values():
        for key in bound.of(command.id):
            # A page's own keys of going out come before everyone's.
            if command.scope == "app" and key in {"escape", "q"}:
                continue
            assert keys.setdefault(key, command.id) == command.id, (place, key)


def test_every_command_has_a_place() -> None:
    somewhere = {one.id for scopes in PLACES.values() for one in of(*scopes)}
    assert {one.id for one in COMMANDS if one.scope not in keymap.EVERYWHERE} <= somewhere


def test_every_command_has_a_binding_of_its_own() -> None:
    made = [one for one in bindings("app") if isinstance(one, Binding)]
    keys = [one.key for one in made if BY_ID[one.id or ""].keys == ""]
    assert len(set(keys)) == len(keys) > 1


@pytest.mark.parametrize(
    ("asked", "bound"),
    [
        ("D", "D"),
        ("shift+d", "D"),
        ("~", "tilde"),
        ("F5", "f5"),
        (" ctrl+t , @ ", "ctrl+t,at"),
        ("ctrl+home", "ctrl+home"),
        ("full_stop", "full_stop"),
    ],
)
def test_a_key_is_named_or_typed(asked: str, bound: str) -> None:
    found = keymap.read({"task.done": asked})
    assert found.problems == ()
    assert found.changed == {"task.done": bound}


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"task.dnoe": "D"}, "task.dnoe is not a command. Did you mean task.done?"),
        ({"qqqq": "D"}, "`ii-tui keys` lists them"),
        ({"task.done": "hyper+d"}, "task.done: hyper+d is not a key"),
        ({"task.done": "frobnicate"}, "task.done: frobnicate is not a key"),
        ({"task.done": "alt+d"}, "may arrive as esc and a letter"),
        ({"task.done": "ctrl+m"}, "cannot be told from enter"),
        ({"task.done": "["}, "cannot be told from a late arrow key"),
        ({"task.done": "O"}, "cannot be told from a late arrow key"),
        ({"task.done": "r"}, "task.done wants r, which is person.came_in's"),
        ({"task.done": "q"}, "task.done wants q, which is app.quit's"),
        ({"app.undo": "w"}, "app.undo wants w, which is"),
        ({"person.open": "j"}, "person.open wants j, which is cursor.down's"),
    ],
)
def test_what_cannot_be_is_named_and_left(keys: dict[str, str], words: str) -> None:
    found = keymap.read(keys)
    assert len(found.problems) == 1
    assert words in found.problems[0]
    assert found.changed == {}


def test_commands_that_never_meet_may_share_a_key() -> None:
    assert keymap.read({"companies.target": "D", "board.closed": "D"}).problems == ()


def test_keys_may_change_places() -> None:
    found = keymap.read({"task.done": "z", "task.later": "x"})
    assert found.problems == ()
    assert (found.of("task.done"), found.of("task.later")) == (("z",), ("x",))


def test_one_that_is_refused_has_its_own_key_again() -> None:
    """What then has that key is refused, too, however it was written down."""
    found = keymap.read({"task.done": "q", "task.later": "x"})
    assert found.changed == {}
    assert len(found.problems) == 2


def test_a_preset_is_changed_further() -> None:
    found = keymap.read({"cursor.down": "down,n", "person.open": "j"}, "arrows")
    assert found.of("cursor.up") == ("up",)
    assert found.of("cursor.top") == ()
    assert found.of("person.open") == ("j",)
    assert found.of("cursor.down") == ("down",)
    assert "cursor.down wants n" in found.problems[0]


def test_a_key_can_be_taken_away() -> None:
    found = keymap.read({"task.skip": "", "task.done": "X"})
    assert found.problems == ()
    assert (found.of("task.skip"), found.written("task.skip")) == ((), "")
    assert found.bound()["task.skip"] not in {"", "X"}


def test_a_preset_that_is_none() -> None:
    assert "[ui] keys_preset is 'vim'" in keymap.read({}, "vim").problems[0]


def test_a_key_that_has_a_name_in_textual_is_written_as_it_stands_on_the_keyboard() -> None:
    found = keymap.read({"app.help": "+", "companies.more": "?"})
    assert found.problems == ()
    assert found.changed == {"app.help": "plus", "companies.more": "question_mark"}
    assert (found.written("app.help"), found.written("companies.more")) == ("+", "?")


def rebound(desk: Desk, preset: str = "default", **keys: str) -> Desk:
    """The desk with other keys; a double underscore stands for the dot of an id."""
    named = {name.replace("__", "."): key for name, key in keys.items()}
    settings = replace(desk.settings, keys=named, ui=replace(desk.settings.ui, keys_preset=preset))
    desk.settings = settings
    return desk


async def test_what_is_written_is_what_works(desk: Desk) -> None:
    """The key line, help and the bindings know the keys that are bound, and no refused one."""
    populate(desk)
    rebound(desk, list__filter="F", person__open="q", app__add="A", app__help="f1")
    app = ContactsApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: seen(app, "F filter"))
        assert seen(app, "f1 help")
        assert "person.open wants q, which is app.quit's" in prose(app)
        await pilot.press("f1")
        await until(pilot, lambda: seen(app, "Everything about the person"))
        assert " o  " in line_of(app, "Everything about the person")
        await pilot.press("escape", "A")
        await until(pilot, lambda: seen(app, "Who would you like to talk to?"))


async def test_no_letter_moves_where_arrows_are_wanted(desk: Desk) -> None:
    populate(desk)
    app = ContactsApp(rebound(desk, "arrows"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query_one("#list", CursorView).key is not None)
        first = app.screen.query_one("#list", CursorView).key
        await pilot.press("j", "G")
        assert app.screen.query_one("#list", CursorView).key == first
        await pilot.press("end")
        last = app.screen.query_one("#list", CursorView).key
        assert last != first
        await pilot.press("home")
        assert app.screen.query_one("#list", CursorView).key == first
        await pilot.press("question_mark")
        await until(pilot, lambda: seen(app, "move; pgup, pgdn; home and end for the ends"))
