"""Texts: alt is swallowed, escape is not, pasted text is clean, and nothing blinks."""

from __future__ import annotations

import sys

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.safe_text import SafeTextArea
from tests.pty.term import Terminal

# Says in its title what reached the app, so that a test can wait for it on the screen.
PROGRAM = """
from textual.widgets import Static
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app
from ii_tui.ui.widgets.safe_input import SafeInput
from ii_tui.ui.widgets.safe_text import SafeTextArea

class Program(SafeApp[None]):
    BINDINGS = [("escape", "out")]
    def compose(self):
        yield Static("", id="state")
        yield {widget}()
    def on_mount(self):
        self.show("open")
    def show(self, state):
        self.query_one("#state").update(state)
    def action_out(self):
        self.show("escape")

run_app(Program(), lambda: None)
"""


@pytest.mark.parametrize("widget", ["SafeInput", "SafeTextArea"])
def test_alt_and_a_letter_in_one_packet_is_nothing(widget: str) -> None:
    with Terminal([sys.executable, "-c", PROGRAM.format(widget=widget)]) as terminal:
        terminal.wait_for("open")
        terminal.send("one \x1bc")
        terminal.send("\x1bX\x1b7")
        terminal.send("two")
        terminal.wait_for("one two")
        assert "escape" not in terminal.text
        terminal.send("\x1b")
        terminal.wait_for("escape")
        assert "one two" in terminal.text


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield SafeInput()
        yield SafeTextArea()


async def test_option_letters_that_carry_text_are_typed() -> None:
    """On a Mac the kitty protocol sends option+c as the character it types."""
    app = Page()
    async with app.run_test() as pilot:
        field = app.query_one(SafeInput)
        field.post_message(events.Key("ç", "ç"))
        field.post_message(events.Key("alt+c", "c"))
        field.post_message(events.Key("alt+shift+c", "C"))
        field.post_message(events.Key("plus", "+"))
        await pilot.pause()
        assert field.value == "ç+"


async def test_pasted_text_is_clean() -> None:
    app = Page()
    async with app.run_test() as pilot:
        for widget in (app.query_one(SafeInput), app.query_one(SafeTextArea)):
            widget.focus()
            await pilot.pause()
            app.post_message(events.Paste("a\x1b[31mb\u202e\ufeffc\r\nd"))
            await pilot.pause()
        assert app.query_one(SafeInput).value == "a[31mbc"
        assert app.query_one(SafeTextArea).text == "a[31mbc\nd"


async def test_the_cursor_does_not_blink() -> None:
    app = Page()
    async with app.run_test() as pilot:
        for widget in (app.query_one(SafeInput), app.query_one(SafeTextArea)):
            widget.focus()
            await pilot.press("a")
            assert widget.cursor_blink is False
            timer = widget._blink_timer if isinstance(widget, SafeInput) else widget.blink_timer
            assert timer is not None
            assert not timer._active.is_set()


async def test_styles_and_bindings_are_textuals_own() -> None:
    app = Page()
    async with app.run_test():
        field, text = app.query_one(SafeInput), app.query_one(SafeTextArea)
        assert {"Input", "SafeInput"} <= field._css_type_names
        assert {"TextArea", "SafeTextArea"} <= text._css_type_names
        assert field._bindings.key_to_bindings.keys() == Input()._bindings.key_to_bindings.keys()
        assert text._bindings.key_to_bindings.keys() == TextArea()._bindings.key_to_bindings.keys()
