"""The pictures of the program are what it draws today, and every screen is in one of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest

import ii_tui.ui.dialogs
import ii_tui.ui.screens
from screenshots.make import (
    CELL,
    RENEW,
    SHOTS,
    SIZES,
    WITHOUT,
    cells,
    grounds,
    lines,
    path_of,
    picture,
)

TAKEN = [(name, size) for name in SHOTS for size in SIZES]


@pytest.mark.parametrize(("name", "size"), TAKEN, ids=[f"{name}-{x}x{y}" for name, (x, y) in TAKEN])
async def test_a_picture_shows_what_is_drawn(name: str, size: tuple[int, int]) -> None:
    drawn = await picture(name, size)
    path = path_of(name, size)
    kept = path.read_text("utf-8") if path.exists() else "<svg/>"
    if cells(drawn) == cells(kept):
        return
    renew = f"{path.name} shows something else by now: {RENEW} {name}"
    assert lines(drawn) == lines(kept), renew
    pytest.fail(f"{renew} (the text is the same, its colors are not)")


@pytest.mark.parametrize(("name", "size"), TAKEN, ids=[f"{name}-{x}x{y}" for name, (x, y) in TAKEN])
def test_no_cell_is_left_to_the_ground_of_the_terminal(name: str, size: tuple[int, int]) -> None:
    """What a widget left out would be a bar of another color on most people's terminals."""
    wide: Counter[float] = Counter()
    for y, _, _, width in grounds(path_of(name, size).read_text("utf-8")):
        wide[y] += round(float(width) / CELL)
    assert list(wide.values()) == [size[0]] * size[1]


def test_every_screen_is_in_a_picture() -> None:
    from textual.screen import Screen

    for package in (ii_tui.ui.dialogs, ii_tui.ui.screens):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    found: set[type] = set()
    more = {Screen}
    while more:
        more = {below for each in more for below in each.__subclasses__()} - found
        found |= more
    ours = {each for each in found if each.__module__.startswith("ii_tui.ui.")}
    # What others are made from is seen in those.
    leaves = {each.__name__ for each in ours if not each.__subclasses__()}
    missing = leaves - {shot.screen for shot in SHOTS.values()} - set(WITHOUT)
    assert not missing, f"no picture shows {', '.join(sorted(missing))}: add it to SHOTS"


def test_no_picture_is_left_over() -> None:
    kept = {path.name for path in path_of("", SIZES[0]).parent.glob("*.svg")}
    assert kept == {path_of(name, size).name for name, size in TAKEN}
