"""Sheets: they fit, they keep the keys to themselves, and escape leads one step out."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from ii_tui.ui.dialogs.ask import ask_choice, ask_text, confirm
from ii_tui.ui.widgets.fields import Option
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import Line

CLOSENESS = (
    Option("c", "close", 1, "they would call back"),
    Option("a", "acquaintance", 2, "you have met"),
    Option("s", "stranger", 3),
)


async def answer(
    app: Any, pilot: Pilot[Any], question: Coroutine[Any, Any, Any], *keys: str
) -> Any:
    """What a question comes to after these keys."""
    worker = app.run_worker(question)
    while len(app.screen_stack) < 2 or app.focused is None:
        await pilot.pause()
    await pilot.press(*keys)
    await worker.wait()
    return worker.result


async def test_a_choice_is_one_key(kit: Callable[..., Any]) -> None:
    app = kit(Lines([Item(1, (Line("below"),))]))
    async with app.run_test(size=(80, 24)) as pilot:

        def ask() -> Coroutine[Any, Any, int | None]:
            return ask_choice(app, "How well do you know [b]them[/]?", CLOSENESS)

        assert await answer(app, pilot, ask(), "a") == 2
        assert await answer(app, pilot, ask(), "down", "down", "enter") == 3
        assert await answer(app, pilot, ask(), "escape") is None
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize(("width", "left"), [(40, 0), (80, 0), (88, 12), (200, 68)])
async def test_a_sheet_fits(kit: Callable[..., Any], width: int, left: int) -> None:
    app = kit(Lines([Item(1, (Line("below " * 40),))]))
    async with app.run_test(size=(width, 24)) as pilot:
        app.run_worker(ask_choice(app, "How well do you know [b]them[/]?", CLOSENESS))
        while len(app.screen_stack) < 2 or app.focused is None:
            await pilot.pause()
        await pilot.pause()
        sheet = app.screen.query_one(".sheet").region
        assert (sheet.x, sheet.width) == (left, 64 if left else width), "no slivers beside it"
        picture = app.picture()
        assert picture[0].startswith(">below below"), "the screen below stays as it is"
        assert any("How well do you know [b]them[/]?" in line for line in picture)
        assert any("enter choose  esc back" in line for line in picture)


async def test_a_long_body_leaves_the_keys_in_sight(kit: Callable[..., Any]) -> None:
    app = kit(Lines())
    options = [Option(str(each), f"answer {each}", each) for each in range(10)] + [
        Option(chr(97 + each), f"answer {each}", each) for each in range(20)
    ]
    async with app.run_test(size=(80, 20)) as pilot:
        app.run_worker(ask_choice(app, "Which?", options))
        while len(app.screen_stack) < 2 or app.focused is None:
            await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        picture = app.picture()
        assert any("esc back" in line for line in picture)
        assert any(">t  answer 19" in line for line in picture)
        assert any("Which?" in line for line in picture)


async def test_text_is_checked_before_it_counts(kit: Callable[..., Any]) -> None:
    app = kit(Lines())

    def check(value: str) -> str | None:
        return None if "@" in value else "An address has an @."

    async with app.run_test(size=(80, 24)) as pilot:
        worker = app.run_worker(ask_text(app, "Their address", "E-mail", "ana", check=check))
        while len(app.screen_stack) < 2 or app.focused is None:
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert any("x An address has an @." in line for line in app.picture())
        await pilot.press("@", "g", "o", "enter")
        await worker.wait()
        assert worker.result == "ana@go"


async def test_enter_alone_confirms_nothing(kit: Callable[..., Any]) -> None:
    app = kit(Lines())
    async with app.run_test(size=(80, 24)) as pilot:

        def ask() -> Coroutine[Any, Any, bool]:
            return confirm(app, "Archive Ana?", words="Everything is kept.", yes="Archive")

        assert await answer(app, pilot, ask(), "enter") is False
        assert await answer(app, pilot, ask(), "y") is True
        assert await answer(app, pilot, ask(), "escape") is False


async def test_the_keys_of_the_screen_below_do_not_act(kit: Callable[..., Any]) -> None:
    lines = Lines([Item(key, (Line(str(key)),)) for key in range(5)])
    app = kit(lines)
    acted: list[str] = []
    app._bindings.key_to_bindings["x"] = [Binding("x", "act", "Act")]
    app.action_act = lambda: acted.append("x")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        assert acted == ["x"]
        assert await answer(app, pilot, ask_choice(app, "?", CLOSENESS), "x", "tab", "j", "a") == 2
        assert acted == ["x"]
        assert lines.key == 0
        assert app.focused is lines
