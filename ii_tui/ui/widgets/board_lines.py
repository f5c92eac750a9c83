"""How the lines of a board's column look, at any width."""

from __future__ import annotations

from typing import NamedTuple

from ii_tui.core.stages import Step
from ii_tui.ui.widgets.board_layout import Heading, More
from ii_tui.ui.widgets.board_words import STEP_WORDS, Face
from ii_tui.ui.widgets.spans import Span, bright, dim, fit, width_of, wrap

NARROW = 64
"""cells under which one step is shown at a time"""
AIRY = 20
"""cells of a column from which a blank stands at its right end"""
ROOMY = 30
"""cells of a column from which the company stands beside the name"""
GAP = 2
"""blank cells at least between a stage and what it means"""
_WHEN = 7
"""cells for what matters where columns stand inside the column: "12 Dec" and a blank"""

STEPS: tuple[Step, ...] = tuple(Step)


class Column(NamedTuple):
    """Where a step stands, in cells from the left."""

    step: Step
    x: int
    width: int


def places(width: int, step: Step) -> tuple[Column, ...]:
    """The columns side by side with a cell between them; `step` alone where room is short."""
    if width < NARROW:
        return (Column(step, 0, width),)
    each, more = divmod(width - len(STEPS) + 1, len(STEPS))
    columns: list[Column] = []
    x = 0
    for index, one in enumerate(STEPS):
        columns.append(Column(one, x, each + (index < more)))
        x += columns[-1].width + 1
    return tuple(columns)


def heading(column: Column, count: int, *, alone: bool) -> list[Span]:
    """The step and its count; where it stands alone also which of the five it is."""
    right = dim(str(count) + " " * (column.width >= AIRY))
    if alone:
        right = dim(f"{count}   step {STEPS.index(column.step) + 1} of {len(STEPS)} ")
    room = column.width - width_of([right])
    return [*fit(Span(f" {column.step.label}", "heading"), room), right]


def stage(slot: Heading | More | None, width: int) -> list[Span]:
    """The name of a stage and what it means, or how many of its cards have no line."""
    if isinstance(slot, Heading):
        name = [Span(f" {slot.stage.label}"), dim(f" {slot.count}")]
        if not slot.count:
            name = [dim(f" {slot.stage.label}")]
        if width < ROOMY:
            return name
        room = width - width_of(name) - GAP
        return [*name, Span(" " * GAP), *fit(dim(f"{slot.stage.meaning} "), room, "right")]
    if isinstance(slot, More):
        return [dim(f"  + {slot.count} {'above' if slot.above else 'more'}")]
    return []


def card(seen: Face, width: int, *, here: bool) -> list[Span]:
    """Cursor, sign, name, where there is room the company, and at the right what matters."""
    tail = 1 if width >= AIRY else 0
    room = width - 2 - tail
    when = dim(seen.when)
    spans = [Span(">", "accent") if here else Span(" "), seen.sign]
    if width >= ROOMY:
        words = room - _WHEN - 1
        name = max(12, words * 11 // 20)
        spans += [*fit(bright(seen.name), name), Span(" ")]
        spans += [*fit(seen.company, max(0, words - name)), *fit(when, _WHEN, "right")]
    else:
        spans += [*fit(bright(seen.name), max(1, room - width_of([when]) - 1)), Span(" "), when]
    return [*spans, Span(" " * tail)]


def teaching(column: Column, line: int) -> list[Span]:
    """What the step is, from the line below its stages on: for a board that holds nobody."""
    words = wrap(STEP_WORDS[column.step], max(1, column.width - 2))
    return [dim(f" {words[line - 1]}")] if 1 <= line <= len(words) else []
