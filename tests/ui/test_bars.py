"""The lines around every screen, at 40, 80 and 200 columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

from ii_tui.errors import IiError
from ii_tui.ui.styles.themes import ANSI_DARK, ANSI_LIGHT, DARK, LIGHT, best_theme
from ii_tui.ui.widgets.bars import Bottom, KeyLine, StatusLine, TopBar
from ii_tui.ui.widgets.lines import Lines

KEYS = [
    ("enter", "settle"),
    ("o", "person"),
    ("r", "came in"),
    ("x", "done"),
    ("z", "later"),
    ("/", "filter"),
]


@pytest.mark.parametrize(
    ("width", "current", "line"),
    [
        (
            80,
            1,
            " [1 Today 5] 2 Board 3 Contacts 4 Companies 5 Messages 6 Meetings 7 Figures",
        ),
        (
            80,
            3,
            " 1 Today 5 2 Board [3 Contacts] 4 Companies 5 Messages 6 Meetings 7 Figures",
        ),
        (70, 1, " [1 Today 5] 2 3 4 5 6 7"),
        (40, 4, " 1 Today 5 2 3 [4 Companies] 5 6 7"),
        (32, 4, " 1 5 2 3 [4 Companies] 5 6 7"),
    ],
)
async def test_the_places(kit: Callable[..., Any], width: int, current: int, line: str) -> None:
    app = kit(TopBar(current, today=5))
    async with app.run_test(size=(width, 5)):
        assert app.picture()[0] == line
        assert cell_len(app.picture()[0]) <= width


async def test_no_name_moves_where_there_is_room(kit: Callable[..., Any]) -> None:
    bar = TopBar(1, today=5)
    app = kit(bar)
    async with app.run_test(size=(200, 5)) as pilot:
        first = app.picture()[0].replace("[", " ").replace("]", " ").rstrip()
        for place in range(2, 8):
            bar.at(place)
            await pilot.pause()
            assert app.picture()[0].replace("[", " ").replace("]", " ").rstrip() == first
        bar.count(12)
        bar.aside("demo [b]data")
        await pilot.pause()
        assert "1 Today 12 " in app.picture()[0]
        assert app.picture()[0].endswith("demo [b]data")
        bar.count(0)
        bar.at(0)
        await pilot.pause()
        assert app.picture()[0].startswith("  1 Today  2 Board")


async def test_what_happened(kit: Callable[..., Any]) -> None:
    status = StatusLine()
    app = kit(status)
    async with app.run_test(size=(40, 5)) as pilot:
        status.say("Moved Givenname Family to replied", undo="u")
        await pilot.pause()
        assert app.picture()[0] == " Moved Givenname Family to re… - u undo"
        app.repainted.clear()
        status.say("Moved Givenname Family to replied", undo="u")
        await pilot.pause()
        assert app.repainted == [], "the same words are not written twice"
        status.fail(IiError("Nothing was saved.", hint="Free some room."))
        await pilot.pause()
        assert app.picture()[0] == " x Nothing was saved. Free some room."
        status.clear()
        await pilot.pause()
        assert not app.picture()[0]
        assert status.words == ""


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (40, " enter settle  o person  :  ?"),
        (80, " enter settle  o person  r came in  x done  z later  / filter  : anything  ?"),
        (
            200,
            " enter settle  o person  r came in  x done  z later  / filter  : anything  ? help",
        ),
    ],
)
async def test_the_keys(kit: Callable[..., Any], width: int, line: str) -> None:
    app = kit(KeyLine(KEYS, tail=((":", "anything"), ("?", "help"))))
    async with app.run_test(size=(width, 5)):
        assert app.picture()[0] == line


async def test_the_foot_stands_at_the_foot(kit: Callable[..., Any]) -> None:
    bottom = Bottom(KEYS)
    app = kit(TopBar(), Lines(empty=["Nothing is owed."]), bottom)
    async with app.run_test(size=(80, 24)) as pilot:
        bottom.status.say("Posted the card")
        bottom.keys.show([("esc", "leave, kept")], tail=[("ctrl+o", "more")])
        await pilot.pause()
        picture = app.picture()
        assert picture[:3] == [
            " [1 Today] 2 Board 3 Contacts 4 Companies 5 Messages 6 Meetings 7 Figures",
            "",
            " Nothing is owed.",
        ]
        assert picture[22:] == [" Posted the card", " esc leave, kept  ctrl+o more"]


def test_the_theme_fits_the_terminal() -> None:
    assert best_theme(DARK, {"TERM": "xterm-256color"}) == DARK
    assert best_theme(DARK, {"TERM": "linux"}) == ANSI_DARK
    assert best_theme(LIGHT, {"TERM": "screen"}) == ANSI_LIGHT
    assert best_theme(LIGHT, {"TERM": "xterm", "COLORTERM": "truecolor"}) == LIGHT
    assert best_theme(DARK, {"TERM": "xterm-256color", "NO_COLOR": ""}) == ANSI_DARK
    assert best_theme("nord", {"TERM": "linux"}) == ANSI_DARK


LONG = "Moved the meeting with Given Family of a very long company name to Thursday 26 November"


@pytest.mark.parametrize(("height", "lines"), [(24, 2), (11, 1)])
async def test_what_happened_takes_two_lines_where_one_would_cut_it(
    kit: Callable[..., Any], height: int, lines: int
) -> None:
    bottom = Bottom(KEYS)
    app = kit(Lines(), bottom)
    async with app.run_test(size=(60, height)) as pilot:
        bottom.status.say(LONG, undo="u")
        await pilot.pause()
        said = app.picture()[-1 - lines : -1]
        assert said[-1].endswith("- u undo"), "the way back is never cut"
        assert len(app.picture()) == height
        words = " ".join(line.strip() for line in said).removesuffix(" - u undo")
        assert (words == LONG) is (lines == 2)
        bottom.status.fail(f"{LONG}. It is on a holiday. Choose another day.")
        await pilot.pause()
        said = app.picture()[-1 - lines : -1]
        assert said[0].startswith(" x Moved")
        assert all(line.startswith("   ") for line in said[1:])
        bottom.status.clear()
        await pilot.pause()
        assert app.picture()[-2] == "", "and gives it back"
