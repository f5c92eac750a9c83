"""A list of 100,000 rows of which only what is visible is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.pilot import Pilot

from ii_tui.errors import Locked
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.item_view import Key
from ii_tui.ui.widgets.spans import NO_SIGN, Row, bright, dim
from ii_tui.ui.widgets.window_list import KEPT, WINDOW, WindowList

COLUMNS = Columns(Column(1), Column(12, grow=1, gap=1), Column(8, align="right"))


class Numbers:
    """Every number from `first` on; counts how often it was asked, and can be busy."""

    def __init__(self, count: int, first: int = 0) -> None:
        self.rows = range(first, first + count)
        self.asked: list[tuple[int, int]] = []
        self.busy = 0

    def _ask(self) -> None:
        if self.busy:
            self.busy -= 1
            raise Locked("Another program is writing.")

    def count(self) -> int:
        self._ask()
        return len(self.rows)

    def window(self, offset: int, limit: int) -> Sequence[int]:
        self._ask()
        self.asked.append((offset, limit))
        return self.rows[offset : offset + limit]

    def position(self, key: Key) -> int | None:
        self._ask()
        return self.rows.index(int(key)) if key in self.rows else None


class NumberList(WindowList[int]):
    drawn = 0

    def key_of(self, row: int) -> Key:
        return row

    def draw_row(self, row: int) -> Row:
        self.drawn += 1
        return COLUMNS.row(NO_SIGN, bright(f"Person {row}"), dim("3 days"))


async def free(pilot: Pilot[Any], people: NumberList) -> None:
    """Until the database had time and all is drawn."""
    while people.waiting:
        await pilot.pause()
    await pilot.pause()


async def test_only_what_is_seen_is_read_and_drawn(kit: Callable[..., Any]) -> None:
    source = Numbers(100_000)
    people = NumberList(source)
    app = kit(people)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert source.asked == [(0, WINDOW)]
        assert people.drawn <= 3 * 24
        assert app.picture()[0].startswith(">  Person 0")
        await pilot.press("G")
        await pilot.pause()
        assert people.key == 99_999
        assert app.picture()[23].startswith(">  Person 99999")
        assert len(source.asked) == 2
        await pilot.press("g", "g", *["pagedown"] * 20)
        await pilot.pause()
        assert people.key == 460
        assert len(source.asked) == 2 + 484 // WINDOW
        assert len(people._windows) <= KEPT


async def test_a_move_repaints_two_lines_and_asks_nothing(kit: Callable[..., Any]) -> None:
    source = Numbers(100_000)
    people = NumberList(source)
    app = kit(people)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.pause()
        app.repainted.clear()
        source.asked.clear()
        drawn = people.drawn
        await pilot.press("j")
        await pilot.pause()
        assert app.repainted == [[0, 1]]
        assert source.asked == []
        assert people.drawn == drawn + 2
        app.repainted.clear()
        await pilot.press("pagedown")
        await pilot.pause()
        assert len(app.repainted) == 1


async def test_the_cursor_stays_on_its_key_when_rows_come_and_go(kit: Callable[..., Any]) -> None:
    source = Numbers(100_000, first=1000)
    people = NumberList(source)
    app = kit(people)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["pagedown"] * 5, "j")
        await pilot.pause()
        key, top = people.key, people.scroll_offset.y
        assert key == 1116
        source.rows = range(900, 101_000)
        people.reload()
        await pilot.pause()
        assert people.key == key
        assert people.scroll_offset.y == top + 100, "it stays where the eye is"
        people.show(Numbers(50, first=5000))
        assert people.key == 5049, "where the key is gone the place is kept"
        people.show(source, to=50_000)
        await pilot.pause()
        assert people.key == 50_000
        assert any(line.startswith(">  Person 50000") for line in app.picture())
        people.show(Numbers(0))
        assert people.key is None
        people.show(Numbers(3))
        await pilot.pause()
        assert people.key == 0
        assert app.highlighted()[-3:] == [50_000, None, 0]


async def test_a_busy_database_keeps_the_old_picture(kit: Callable[..., Any]) -> None:
    source = Numbers(100_000)
    people = NumberList(source)
    app = kit(people)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.picture()
        source.busy = 3
        await pilot.press("G")
        await pilot.pause()
        assert app.picture() == before
        await free(pilot, people)
        assert people.key == 99_999
        await pilot.pause()
        assert app.picture()[23].startswith(">  Person 99999")
        before = app.picture()
        for step in range(1, 4):
            source.rows = range(step, 100_000)
            source.busy = step
            people.reload()
            assert app.picture() == before
            await free(pilot, people)
            assert people.item_count() == 100_000 - step
            assert people.key == 99_999


async def test_the_newest_wish_counts(kit: Callable[..., Any]) -> None:
    source = Numbers(100_000)
    people = NumberList(source)
    app = kit(people)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        source.busy = 1
        await pilot.press("G")
        await pilot.press("j")
        assert people.waiting is False
        assert people.key == 1


async def test_busy_at_the_start_and_empty_at_the_end(kit: Callable[..., Any]) -> None:
    source = Numbers(10)
    source.busy = 2
    people = NumberList(source, empty=["Nobody yet."])
    app = kit(people)
    async with app.run_test(size=(80, 24)) as pilot:
        await free(pilot, people)
        assert app.picture()[9] == "   Person 9" + " " * 62 + "3 days"
        people.show(Numbers(0))
        await pilot.pause()
        assert app.picture()[0] == " Nobody yet."
