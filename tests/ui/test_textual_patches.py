"""The private parts of Textual that we lean on are where we think they are."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import tomllib
from collections.abc import Collection, Iterator
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

import ii_tui.ui
from ii_tui.ui.textual_patches import TEXTUAL
from ii_tui.ui.textual_patches.app import SafeApp, SafeDriver
from tests.pty.term import Terminal

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "ii_tui" / "ui"
PATCHES = UI / "textual_patches"
LEANING = {"app", "compositor", "delta", "driver", "ending", "styles"}


def test_textual_is_the_one_that_was_read() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    assert [one for one in wanted if one.startswith("textual")] == [f"textual=={TEXTUAL}"]
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


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def written(node: ast.AST) -> Iterator[str]:
    """The private names that a module gives out itself: what it defines and what it stores."""
    for one in ast.walk(node):
        match one:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def borrowed(tree: ast.AST, ours: Collection[str]) -> Iterator[str]:
    """Private names of others in a module, where `ours` are those of the house.

    On `self` any name of ours will do, for it may be a base's; on anything else only the module's.
    """
    here = set(written(tree))
    for one in ast.walk(tree):
        match one:
            case ast.ImportFrom(module=str(module), names=names):
                if module.partition(".")[0] in {"textual", "rich"}:
                    parts = [*module.split("."), *(each.name for each in names)]
                    yield from filter(private, parts)
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                if private(name) and name not in ours:
                    yield name
            case ast.Attribute(attr=name):
                if private(name) and name not in here:
                    yield name


def test_private_names_of_textual_stand_in_one_package() -> None:
    trees = {path: ast.parse(path.read_text()) for path in UI.rglob("*.py")}
    ours = {name for tree in trees.values() for name in written(tree)}
    found = {path: sorted(set(borrowed(tree, ours))) for path, tree in trees.items()}
    elsewhere = {path: names for path, names in found.items() if path.parent != PATCHES and names}
    assert elsewhere == {}
    # What is to be found is found: each of these leans on something.
    assert {path.stem for path, names in found.items() if names} >= LEANING


def test_no_private_method_of_textual_is_overridden_elsewhere() -> None:
    modules = [
        importlib.import_module(name)
        for _, name, _ in pkgutil.walk_packages(ii_tui.ui.__path__, "ii_tui.ui.")
    ]
    overridden = {
        (module.__name__, name)
        for module in modules
        for kind in vars(module).values()
        if inspect.isclass(kind) and kind.__module__ == module.__name__
        for name, value in vars(kind).items()
        if private(name) and inspect.isfunction(value)
        for base in kind.__mro__[1:]
        if base.__module__.startswith("textual.") and name in vars(base)
    }
    assert {module.rpartition(".")[0] for module, _ in overridden} == {"ii_tui.ui.textual_patches"}


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
    app._handle_exception(textual.worker.WorkerFailed(ScreenStackError("No screens on stack")))
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
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app

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
    ends = {"22", "23", "24", "27", "29", "39", "49"}
    assert not codes - {"", "0", "1", "2", "3", "4", "7", "9"} - ends, codes


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
        for path in UI.rglob("*.py")
        for name in re.findall(r"def _?key_(\w+)\(", path.read_text())
        if name in keys or name.lower() in keys
    }
    assert taken == set()
