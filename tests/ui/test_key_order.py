"""Keys that come in one packet are taken one after the other, each where the one before led."""

from __future__ import annotations

import asyncio
import contextvars
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.screens.contacts import ContactsScreen
from ii_tui.ui.screens.person import PersonScreen
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.widgets.safe_input import SafeInput
from tests.ui.people_app import ContactsApp, populate, until

NAMES = {"/": "slash", "\r": "enter", "\x13": "ctrl+s", " ": "space", "\x1b": "escape"}


def packet(app: SafeApp[Any], text: str) -> None:
    """All keys at once, as a slow link brings them."""
    for char in text:
        name = NAMES.get(char, char)
        app.post_message(events.Key(name, char if char.isprintable() else None))


async def test_the_filter_gets_what_is_meant_for_it(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        packet(app, "G/globex\rjo")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert isinstance(app.screen, PersonScreen)
        assert app.screen.person_id == ids["Łukasz"]
        packet(app, "\x1b/qdaZ")
        await until(pilot, lambda: isinstance(app.screen, ContactsScreen))
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        await until(pilot, lambda: screen.filter.text == "globexqdaZ")
        assert people.People(desk).count() == 6


async def test_a_note_typed_ahead(desk: Desk) -> None:
    ids = populate(desk)
    app = ContactsApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        packet(app, "Njust quit 1 2 3\x13")
        await until(pilot, lambda: people.page(desk, ids["Grace"]).timeline)
        assert people.page(desk, ids["Grace"]).timeline[0].text == "just quit 1 2 3"


class Vanishing(Screen[None]):
    """A screen that goes with the key that is pressed on it."""

    BINDINGS = [Binding("x", "dismiss")]  # noqa: RUF012 - Textual's own type

    def compose(self) -> ComposeResult:
        yield Input()


class Typing(SafeApp[None]):
    def compose(self) -> ComposeResult:
        yield SafeInput()


async def test_no_key_is_lost_or_out_of_order() -> None:
    app = Typing()
    async with app.run_test() as pilot:
        await pilot.pause()
        text = "the quick brown fox jumps over the lazy dog " * 8
        packet(app, text)
        await until(pilot, lambda: len(app.query_one(SafeInput).value) == len(text))
        assert app.query_one(SafeInput).value == text


async def test_a_screen_that_goes_down_holds_nobody_up() -> None:
    app = Typing()
    async with app.run_test() as pilot:
        typed = app.query_one(SafeInput)
        for times in range(1, 4):
            screen = Vanishing()
            await app.push_screen(screen)
            screen.set_focus(None)
            packet(app, "xab")
            await until(pilot, lambda times=times: typed.value == "ab" * times)


async def test_keys_from_the_input_thread_are_held_up_no_longer() -> None:
    """A callback of the loop brings them, without the context that Textual's timers need."""
    app = Typing()
    async with app.run_test() as pilot:
        typed = app.query_one(SafeInput)
        screen = Vanishing()
        await app.push_screen(screen)
        screen.set_focus(None)
        loop = asyncio.get_running_loop()
        loop.call_soon(packet, app, "xab", context=contextvars.Context())
        await until(pilot, lambda: typed.value == "ab")
