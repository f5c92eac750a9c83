"""The list: motion, what is repainted, and a cursor that stays on its item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import DUE, Line, Prose, bright, dim


def task(key: int, lines: int = 2) -> Item:
    rows = [Line(DUE, " ", bright(f"Task {key}"))]
    rows += [Line(dim(f"reason {key}"), indent=2) for _ in range(lines - 1)]
    return Item(key, tuple(rows), data=f"data {key}")


def two_sections() -> list[Item]:
    return [
        heading("NOW", right="3"),
        *(task(key) for key in (1, 2, 3)),
        blank(),
        heading("SOON"),
        *(task(key) for key in range(4, 30)),
    ]


async def resize(pilot: Pilot[Any], lines: Lines, width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    while lines.size != (width, height):
        await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_the_cursor_steps_over_headings(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(40, 12)) as pilot:
        assert lines.key == 1
        await press(pilot, "down", "j", "j")
        assert lines.key == 4
        await press(pilot, "k", "up")
        assert lines.key == 2
        await press(pilot, "k", "k", "k")
        assert lines.key == 1
        assert app.picture()[0].startswith(" NOW"), "the heading above the first item is seen"
        assert app.highlighted() == [1, 2, 3, 4, 3, 2, 1]


async def test_a_move_repaints_the_lines_of_two_items(kit: Callable[..., Any]) -> None:
    app = kit(Lines(two_sections()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        app.repainted.clear()
        await press(pilot, "j")
        assert app.repainted == [[3, 4, 5, 6]]
        app.repainted.clear()
        await press(pilot, "g")
        assert app.repainted == [], "a chord begun changes nothing"


async def test_a_page_is_one_repaint(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.repainted.clear()
        await press(pilot, "pagedown")
        assert len(app.repainted) == 1
        assert lines.key == 11
        row = lines.item_lines(lines.cursor)[0] - lines.scroll_offset.y
        assert row < 12, "the cursor keeps its place in the view"
        await press(pilot, "pageup")
        assert lines.key == 1
        assert lines.scroll_offset.y == 0


async def test_first_and_last(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G")
        assert lines.key == 29
        await press(pilot, "g", "j", "g")
        assert lines.key == 29, "a key between breaks the chord"
        await press(pilot, "g")
        assert lines.key == 1
        await press(pilot, "end", "home")
        assert lines.key == 1
        await press(pilot, "end", "g", "g")
        assert lines.key == 1


async def test_the_cursor_keeps_a_margin(kit: Callable[..., Any]) -> None:
    lines = Lines([task(key, 1) for key in range(50)])
    app = kit(lines)
    async with app.run_test(size=(80, 20)) as pilot:
        await press(pilot, *["j"] * 17)
        assert lines.scroll_offset.y == 0
        await press(pilot, "j")
        assert lines.scroll_offset.y == 1
        await press(pilot, "G")
        assert lines.scroll_offset.y == 30
        await press(pilot, *["k"] * 17)
        assert lines.scroll_offset.y == 30
        await press(pilot, "k")
        assert lines.scroll_offset.y == 29


async def test_the_cursor_stays_on_its_key_and_its_row(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 14)) as pilot:
        await press(pilot, *["j"] * 9)
        assert lines.key == 10
        row = lines.item_lines(lines.cursor)[0] - lines.scroll_offset.y
        lines.show([heading("NOW"), *(task(key) for key in (*range(100, 110), *range(4, 40)))])
        await pilot.pause()
        assert lines.key == 10
        assert lines.item_lines(lines.cursor)[0] - lines.scroll_offset.y == row
        lines.show(item for item in lines.items if item.key != 10)
        assert lines.key == 11, "the next one takes the place of one that is gone"
        lines.show(lines.items, to=5)
        assert lines.key == 5
        lines.show([heading("NOW")])
        assert lines.key is None
        await press(pilot, "j", "k", "enter", "pagedown", "G", "g", "g")
        lines.show([task(7)])
        await pilot.pause()
        assert lines.key == 7
        assert app.highlighted()[-1] == 7


async def test_one_item_is_replaced_alone(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.repainted.clear()
        lines.put(2, Item(2, (Line("Done"), Line("just now"))))
        await pilot.pause()
        assert app.repainted == [[3, 4]]
        assert app.picture()[3].startswith(" Done ")
        lines.put(2, Item(2, (Line("Shorter"),)))
        await pilot.pause()
        assert [line[:9] for line in app.picture()[3:5]] == [" Shorter ", " ! Task 3"]


async def test_enter_and_a_second_click_choose(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "enter")
        await pilot.click(offset=(10, 5))
        assert lines.key == 3
        await pilot.click(offset=(10, 6))
        await pilot.click(offset=(10, 0))
        assert lines.key == 3, "a heading takes no cursor"
        assert app.chosen() == [2, 3]
        assert app.said[-1].item.data == "data 3"


async def test_an_empty_list_says_what_to_do(kit: Callable[..., Any]) -> None:
    app = kit(Lines(empty=["Nobody yet. n adds a person.", Prose("word " * 20)]))
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, "j", "enter", "pagedown", "g", "g", "G")
        assert app.picture()[0] == " Nobody yet. n adds a person."
        assert app.picture()[1].startswith(" word word")
        assert app.highlighted() == []


async def test_paragraphs_wrap_anew_at_another_width(kit: Callable[..., Any]) -> None:
    lines = Lines([Item(1, (Prose("word " * 30),)), task(2)])
    app = kit(lines)
    async with app.run_test(size=(80, 24)) as pilot:
        assert lines.item_lines(1) == (2, 2)
        await resize(pilot, lines, 40, 24)
        assert lines.item_lines(1) == (5, 2)
        assert app.picture()[5] == " ! Task 2"


async def test_text_is_never_markup_and_never_raw(kit: Callable[..., Any]) -> None:
    hostile = "[/] [@click=app.quit]x[/] \x1b]52;c;eA==\x07\x9b31m\n\u202eend"
    app = kit(Lines([Item(1, (Line(hostile),)), Item(2, (Prose(hostile),))]))
    async with app.run_test(size=(80, 24)):
        picture = "\n".join(app.picture())
        assert "[@click=app.quit]x[/]" in picture
        assert not set("\x1b\x07\x9b\u202e") & set(picture)


async def test_the_cursor_is_seen_without_color(kit: Callable[..., Any]) -> None:
    lines = Lines([task(1), task(2)])
    app = kit(lines, Lines([task(3)]), theme="ansi-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        lines.focus()
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert strips[0].text.startswith(">! Task 1")
        assert all(segment.style.reverse for segment in strips[0] if segment.style)
        assert not any(segment.style.reverse for segment in strips[2] if segment.style)
        assert any(segment.style.dim for segment in strips[3] if segment.style)


async def test_a_key_stays_on_screen_when_the_view_shrinks(kit: Callable[..., Any]) -> None:
    lines = Lines(two_sections())
    app = kit(lines)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, *["j"] * 16)
        await resize(pilot, lines, 80, 10)
        assert any(line.startswith(">! Task 17") for line in app.picture())
