"""What stands on which line of a board's column. Pure: cards and lines in, cells out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ii_tui.core.stages import Stage


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a stage and how many cards it holds."""

    stage: Stage
    count: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A card by its stage and its place there."""

    stage: Stage
    index: int


@dataclass(frozen=True, slots=True)
class More:
    """Cards that there is no line for."""

    stage: Stage
    count: int
    above: bool = False


Slot = Heading | Spot | More | None
"""One line of a column; None is a blank one."""


class Window(NamedTuple):
    """Which of a stage's cards are shown, and how many are hidden before and behind them."""

    first: int
    shown: int
    above: int
    below: int


def share(counts: Sequence[int], room: int, favored: int | None = None) -> list[int]:
    """How many of `room` lines each stage gets; the one under the cursor gets what it needs first.

    A stage that cannot show all its cards spends a line on saying how many more there are.
    """
    if sum(counts) <= room:
        return list(counts)
    lines = [min(count, 2) for count in counts]
    while sum(lines) > max(0, room):
        others = [index for index in range(len(lines)) if index != favored and lines[index]]
        taken = max(others, key=lambda index: lines[index]) if others else favored
        if taken is None or lines[taken] <= (taken == favored):
            break
        lines[taken] -= 1
    rest = room - sum(lines)
    if favored is not None and rest > 0:
        more = min(rest, counts[favored] - lines[favored])
        lines[favored] += more
        rest -= more
    while rest > 0:
        poorest = min(
            (index for index in range(len(lines)) if lines[index] < counts[index]),
            key=lambda index: lines[index],
        )
        lines[poorest] += 1
        rest -= 1
    return lines


def window(count: int, lines: int, at: int | None = None, top: int = 0) -> Window:
    """The cards shown on `lines` lines so that the one `at` the cursor is among them.

    `top` is where the window stood before; it moves no further than it must.
    """
    if lines >= count:
        return Window(0, count, 0, 0)
    if lines <= 0:
        return Window(0, 0, 0, 0)
    if at is None:
        return Window(0, lines - 1, 0, count - lines + 1)
    if lines < 3:
        return Window(at, 1, 0, count - 1 if lines == 2 else 0)
    last = count - lines
    top = max(0, min(top, last))
    if at < top + (top > 0):
        top = max(0, at - 1) if at > 1 else 0
    elif at > top + lines - 1 - (top < last):
        top = min(last, at - lines + 2)
    above = top + 1 if top else 0
    below = last - top + 1 if top < last else 0
    first = top + (top > 0)
    return Window(first, lines - (top > 0) - (top < last), above, below)


def lay_out(
    stages: Sequence[tuple[Stage, int]],
    height: int,
    at: Spot | None = None,
    tops: dict[Stage, int] | None = None,
) -> list[Slot]:
    """The lines of one column: its stages with a blank line between them, cards below each.

    `at` is the card under the cursor where it stands in this column; `tops` keeps where its
    stage's window stands.
    """
    between = len(stages) - 1
    room = height - len(stages) - between
    if room < 2 * len(stages):
        room, between = room + between, 0
    favored = next((i for i, (stage, _) in enumerate(stages) if at and at.stage is stage), None)
    lines = share([count for _, count in stages], max(0, room), favored)
    slots: list[Slot] = []
    for index, (stage, count) in enumerate(stages):
        if index and between:
            slots.append(None)
        slots.append(Heading(stage, count))
        here = at.index if at is not None and at.stage is stage else None
        seen = window(count, lines[index], here, (tops or {}).get(stage, 0))
        if tops is not None and here is not None:
            tops[stage] = max(0, seen.first - (seen.above > 0))
        if seen.above:
            slots.append(More(stage, seen.above, above=True))
        slots += [Spot(stage, card) for card in range(seen.first, seen.first + seen.shown)]
        if seen.below:
            slots.append(More(stage, seen.below))
    return slots[:height]
