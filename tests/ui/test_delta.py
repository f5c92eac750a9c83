"""Only the changes are written, and the terminal shows what it would have shown without that."""

from __future__ import annotations

import random
from typing import Any

import pyte
import pytest
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from ii_tui.services import people
from ii_tui.services.desk import Desk
from ii_tui.ui.app import IiApp
from ii_tui.ui.textual_patches.delta import Shown, pieces
from tests.ui.people_app import populate, seen, until

WALK = (
    *("1", "2", "3", "4", "5", "6", "7", "j", "j", "k", "pagedown", "pageup", "G", "l", "h", "o"),
    *("escape", "question_mark", "escape", "slash", "a", "backspace", "escape", "escape", "n"),
    *("Ł", "d", "a", "space", "伟", "é", "backspace", "escape", "w", "tab", "enter", "escape"),
    *("m", "H", "i", "space", "backspace", "enter", "enter", "ctrl+o", "escape", "escape", "colon"),
    *("ctrl+l", "L", "p", "u", "ctrl+r"),
)
SIZES = [(80, 24), (120, 40)]


class Twice(IiApp):
    """Every update goes to two terminals: whole to one, its changes to the other."""

    def __init__(self, desk: Desk, size: tuple[int, int]) -> None:
        super().__init__(desk)
        self.whole, self.changes = pyte.Screen(*size), pyte.Screen(*size)
        self.updates = self.whole_bytes = self.changed_bytes = 0
        self.settled = True
        """nothing is on its way that was laid out for another size, which scrolls the whole one"""
        for screen in (self.whole, self.changes):
            self.fed(screen, "\x1b[?7l")  # as the driver sets it: lines do not wrap

    def fed(self, screen: pyte.Screen, data: str) -> int:
        """Writes to one of the terminals; returns the bytes."""
        pyte.Stream(screen).feed(data)
        return len(data.encode())

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            self.whole_bytes += self.fed(self.whole, renderable.render_segments(self.console))
            changed = self.shown.changes(renderable, (self.size.width, self.size.height))
            self.changed_bytes += self.fed(self.changes, changed.render_segments(self.console))
            self.updates += 1
            if isinstance(renderable, LayoutUpdate):
                drawn = renderable.region.size == (self.whole.columns, self.whole.lines)
                self.settled = self.settled or drawn
            if self.settled:
                assert self.different() == []
        super()._display(screen, None)

    def different(self) -> list[int]:
        """The lines that do not look the same."""
        return [
            y
            for y in range(self.whole.lines)
            if any(
                self.whole.buffer[y][x] != self.changes.buffer[y][x]
                for x in range(self.whole.columns)
            )
        ]

    def resized(self, columns: int, rows: int) -> None:
        """Both terminals get another size, and keep of what they showed what fits."""
        self.settled = False
        for screen in (self.whole, self.changes):
            screen.resize(rows, columns)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(3))
async def test_both_terminals_show_the_same(desk: Desk, size: tuple[int, int], seed: int) -> None:
    populate(desk)
    people.quick_add(desk, "木村 太郎, 研究員 @ 株式会社 <kimura@example.org>")
    people.quick_add(desk, "Zoë Müller, Engineer… @ Ƶ")
    chance = random.Random(seed)
    app = Twice(desk, size)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        for number in range(60):
            key = chance.choice(WALK)
            await pilot.press(key)
            if number % 20 == 19:
                columns, rows = chance.choice([(80, 24), (100, 30), (41, 20), (163, 50)])
                app.resized(columns, rows)
                await pilot.resize_terminal(columns, rows)
        await until(pilot, lambda: app.settled)
        for _ in range(12):  # out of whatever sheets there are
            await pilot.press("escape")
        assert app.different() == []
        assert app.updates > 15
        assert app.changed_bytes < app.whole_bytes


def line(*parts: tuple[str, str]) -> Strip:
    """A strip of texts and their styles."""
    return Strip([Segment(text, Style.parse(style)) for text, style in parts])


def written(shown: Shown, *strips: Strip, x: int = 0, y: int = 0) -> list[tuple[int, int, str]]:
    """What is written of these lines."""
    found = (shown.write(row, x, strip) for row, strip in enumerate(strips, y))
    return [(row, column, strip.text) for row, column, strip in filter(None, found)]


@pytest.fixture
def shown() -> Shown:
    """A terminal of 20 by 4 that shows two lines."""
    made = Shown()
    blank = LayoutUpdate([], Region(0, 0, 20, 4))
    made.changes(blank, (20, 4))
    first = written(made, line((" Grace", "bold"), (" " * 14, "")), line(("x" * 20, "")))
    assert [text for _, _, text in first] == [" Grace" + " " * 14, "x" * 20]
    return made


def test_what_stands_there_is_not_written(shown: Shown) -> None:
    assert written(shown, line((" Grace", "bold"), (" " * 14, ""))) == []
    assert written(shown, line((" Gra", "bold"), ("ce", "bold"), (" " * 14, ""))) == []


def test_of_a_line_only_the_middle_is_written(shown: Shown) -> None:
    assert written(shown, line((" Grope", "bold"), (" " * 14, ""))) == [(0, 3, "op")]
    assert written(shown, line((" Grope", "bold"), (" " * 13, ""), ("!", "red"))) == [(0, 19, "!")]
    assert written(shown, line((" Grope", "italic"), (" " * 13, ""), ("!", "red"))) == [
        (0, 0, " Grope")
    ]


def test_a_piece_of_a_line_is_held_against_what_stands_there(shown: Shown) -> None:
    assert written(shown, line(("xxyx", "")), x=4, y=1) == [(1, 6, "y")]
    assert written(shown, line(("x" * 6 + "y" + "x" * 13, "")), y=1) == []


def test_where_cells_may_be_counted_otherwise_lines_are_whole(shown: Shown) -> None:
    wide = line(("木村", ""), ("x" * 16, ""))
    assert written(shown, wide, y=1) == [(1, 0, wide.text)]
    assert written(shown, wide, y=1) == []
    assert written(shown, line(("zz", "")), x=10, y=1) == [(1, 10, "zz")]
    assert written(shown, wide, y=1) == [(1, 0, wide.text)], "nobody knows the line any more"


def test_what_is_forgotten_is_written_whole(shown: Shown) -> None:
    same = line((" Grace", "bold"), (" " * 14, ""))
    shown.forget()
    assert written(shown, same) == [(0, 0, same.text)]
    shown.changes(LayoutUpdate([], Region(0, 0, 20, 4)), (21, 4))
    assert written(shown, same) == [(0, 0, same.text)]


def test_what_lies_outside_is_written_as_it_is(shown: Shown) -> None:
    strip = line(("x" * 20, ""))
    assert written(shown, strip, x=5) == [(0, 5, strip.text)]
    assert written(shown, strip, y=9) == [(9, 0, strip.text)]


async def test_the_pieces_are_what_textual_writes(desk: Desk) -> None:
    """The private parts are as they were read: the pieces rendered are its own rendering."""
    kinds = set()

    class Looking(IiApp):
        def _display(self, screen: Screen[Any], renderable: Any) -> None:
            if isinstance(renderable, ChopsUpdate | LayoutUpdate):
                kinds.add(type(renderable))
                mine = "".join(
                    f"\x1b[{y + 1};{x + 1}H{strip.render(self.console)}"
                    for y, x, strip in pieces(renderable)
                )
                one, other = pyte.Screen(80, 24), pyte.Screen(80, 24)
                pyte.Stream(one).feed(mine)
                pyte.Stream(other).feed(renderable.render_segments(self.console))
                assert one.display == other.display
            super()._display(screen, renderable)

    populate(desk)
    app = Looking(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        for key in ("j", "3", "j", "o", "escape", "2", "j"):
            await pilot.press(key)
    assert kinds == {ChopsUpdate, LayoutUpdate}
