"""The private parts of Textual that we lean on are where we think they are."""

from __future__ import annotations

import inspect
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import textual.app
import textual.worker
from textual.app import App, ComposeResult, ScreenStackError
from textual.css.query import NoMatches
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import Monochrome, NoColor
from textual.keys import Keys, _character_to_key
from textual.widgets import Static

from ii_tui.ui.textual_patches import TEXTUAL
from ii_tui.ui.textual_patches.app import SafeApp, SafeDriver
from tests.pty.term import Terminal

ROOT = Path(__file__).resolve().parents[2]


def test_textual_is_the_one_that_was_read() -> None:
    assert version("textual") == TEXTUAL


@pytest.mark.parametrize(
    "name",
    [
        "_handle_exception",
        "_fatal_error",
        "panic",
        "_print_error_renderables",
        "_close_messages_no_wait",
        "get_line_filters",
        "get_driver_class",
        "return_code",
        "_load_screen_css",
        "_refresh_truecolor_filter",
        "_shutdown",
    ],
)
def test_what_is_overridden_is_there(name: str) -> None:
    assert hasattr(App, name)


def test_every_error_comes_by_the_way_we_took_over() -> None:
    """No other code of Textual's writes an error for the person to see."""
    root = Path(textual.app.__file__).parent
    calls = {
        (path.name, found)
        for path in root.rglob("*.py")
        for found in re.findall(r"self\._?\w*\.?(_fatal_error|panic)\b(?=[(,\n])", path.read_text())
    }
    assert (
        calls
        == {
            ("app.py", "_fatal_error"),
            ("app.py", "panic"),
            ("linux_driver.py", "panic"),
            ("linux_inline_driver.py", "panic"),
            ("web_driver.py", "panic"),
        }
        & calls
    )
    assert "show_locals=True" in inspect.getsource(App._fatal_error)
    assert "app._handle_exception" in inspect.getsource(textual.worker.Worker._run)


def test_the_drivers_input_thread_is_the_one_we_wrap() -> None:
    source = inspect.getsource(LinuxDriver._run_input_thread)
    assert "self.run_input_thread()" in source
    assert "target=self._run_input_thread" in inspect.getsource(LinuxDriver.start_application_mode)
    assert SafeApp[None]().driver_class is SafeDriver


async def test_a_look_for_what_is_gone_is_a_crash_until_the_program_ends() -> None:
    app = SafeApp[None]()
    async with app.run_test():
        pass
    app._handle_exception(NoMatches("the list"))
    app._handle_exception(ScreenStackError("No screens on stack"))
    assert app.return_code != 1
    with pytest.raises(NoMatches):
        async with SafeApp[None]().run_test() as pilot:
            pilot.app._handle_exception(NoMatches("the list"))


async def test_the_filter_is_the_last_and_always_the_same() -> None:
    app = SafeApp[None]()
    async with app.run_test():
        first, second = app.get_line_filters(), app.get_line_filters()
        assert first[-1] is second[-1]
        assert type(first[-1]).__name__ == "RawFilter"
        assert app.screen.get_line_filters()[-1] is first[-1]


async def test_no_color_with_a_plain_theme_drops_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = SafeApp[None]()
    async with app.run_test():
        assert any(isinstance(each, Monochrome) for each in app.get_line_filters())
        app.theme = "ansi-dark"
        filters = app.get_line_filters()
        assert any(isinstance(each, NoColor) for each in filters)
        assert not any(isinstance(each, Monochrome) for each in filters)


NO_COLOR = """
from textual.widgets import Button, Static
from ii_tui.ui.textual_patches.app import SafeApp, run_app

class Program(SafeApp[None]):
    def compose(self):
        yield Button("press", variant="error")
        yield Static("[red on blue]all is drawn[/]")
    def on_load(self):
        self.theme = "ansi-dark"

run_app(Program(), lambda: None)
"""


def test_no_color_leaves_no_color_on_the_wire() -> None:
    with Terminal([sys.executable, "-c", NO_COLOR], env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("all is drawn")
        codes = {
            code
            for found in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw)
            for code in found.decode().split(";")
        }
    assert not codes - {"", "0", "1", "2", "3", "4", "7", "9", "39", "49"}, codes


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_nothing_is_animated_over_ssh(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SafeApp[None]().animation_level != "none"
    monkeypatch.setenv(variable, "x")
    assert SafeApp[None]().animation_level == "none"
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "full")
    assert SafeApp[None]().animation_level != "none"


class Page(SafeApp[None]):
    def compose(self) -> ComposeResult:
        yield Static("page")

    def fail(self) -> None:
        raise ValueError


async def test_notifications_are_never_markup() -> None:
    app = Page()
    async with app.run_test(notifications=True) as pilot:
        app.notify("[/] [@click=app.quit]\x1b[31mx", title="[b]\x07")
        app.notify("[/]", markup=True)
        app.screen.notify("[/]")
        app.query_one(Static).notify("[/]")
        await pilot.pause()
        found = list(app._notifications)
        assert len(found) == 4
        assert not any(each.markup for each in found)
        assert found[0].message == "[/] [@click=app.quit][31mx"
        assert found[0].title == "[b]"


async def test_a_crash_is_exit_code_1_whatever_came_after_it() -> None:
    app = Page()

    async def crash() -> None:
        async with app.run_test() as pilot:
            app.call_later(app.fail)
            app.call_later(app.exit, return_code=0)
            await pilot.pause()

    with pytest.raises(ValueError):  # what Textual's harness raises for the tests to see
        await crash()
    assert app.return_code == 1


async def test_leave_may_be_called_when_there_is_no_loop() -> None:
    app = Page()
    app.leave(129)
    assert app.return_code is None
    async with app.run_test() as pilot:
        app.leave(129)
        await pilot.pause()
    assert app.return_code == 129


def test_no_method_of_ours_is_taken_for_a_key_handler() -> None:
    """Textual calls `key_at` when somebody types @: no method may be named after a key."""
    keys = {key.value for key in Keys} | {_character_to_key(chr(point)) for point in range(0x3000)}
    taken = {
        (path.name, name)
        for path in (ROOT / "ii_tui" / "ui").rglob("*.py")
        for name in re.findall(r"def _?key_(\w+)\(", path.read_text())
        if name in keys or name.lower() in keys
    }
    assert taken == set()
