"""What is drawn is what Textual's own compositor would have drawn, and no line more."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.services.desk import Desk
from ii_tui.ui.app import IiApp
from ii_tui.ui.textual_patches.compositor import SparingCompositor
from tests.ui.people_app import populate, seen, until
from tests.ui.test_delta import WALK

Chops = Sequence[Mapping[int, Strip]]
Lines = Callable[[int], bool]


@pytest.mark.parametrize("size", [(80, 24), (170, 50)])
async def test_textual_would_draw_the_same(
    desk: Desk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    populate(desk)
    spared = 0
    ours = SparingCompositor._render_chops

    def both(self: SparingCompositor, crop: Region, wanted: Lines) -> Chops:
        nonlocal spared
        mine, whole = ours(self, crop, wanted), Compositor._render_chops(self, crop, wanted)
        for y, ends in enumerate(line[1:] for line in self.cuts):
            for (x, strip), end in zip(whole[y].items(), ends, strict=True):
                if wanted(y) and x < crop.right and end > crop.x and y in crop.line_range:
                    assert mine[y][x] == strip
                else:
                    spared += mine[y][x] is None
        return mine

    monkeypatch.setattr(SparingCompositor, "_render_chops", both)
    chance = random.Random(size[0])
    app = IiApp(desk)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        for key in (*"1234567", *(chance.choice(WALK) for _ in range(60))):
            await pilot.press(key)
    assert spared


async def test_a_letter_has_its_own_line_drawn_and_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    populate(desk)
    app = IiApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: seen(app, "Send her the score"))
        await pilot.press("3", "e")
        await until(pilot, lambda: isinstance(app.focused, Input))
        frames: list[set[tuple[str, int]]] = []
        chops, draws = SparingCompositor._render_chops, Widget.render_lines

        def frame(self: SparingCompositor, crop: Region, wanted: Lines) -> Chops:
            frames.append(set())
            return chops(self, crop, wanted)

        def lines(self: Widget, crop: Region) -> list[Strip]:
            frames[-1].add((type(self).__name__, crop.height))
            return draws(self, crop)

        monkeypatch.setattr(SparingCompositor, "_render_chops", frame)
        monkeypatch.setattr(Widget, "render_lines", lines)
        for _ in range(50):  # the first letters come into the frame of the dialog itself
            await pilot.press("x")
            await pilot.pause()
            if {("SafeInput", 1)} in frames:
                break
        assert {("SafeInput", 1)} in frames
