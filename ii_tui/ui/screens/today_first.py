"""What Today says to somebody who has just begun; enter does what stands under the cursor."""

from __future__ import annotations

from pathlib import Path

from ii_tui.core.method import STEPS
from ii_tui.ui.keymap import Keymap
from ii_tui.ui.screens import empty
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, blank, heading
from ii_tui.ui.widgets.spans import Line, Row, Span, bright, dim

_STEPS = Columns(Column(1), Column(23, gap=2), Column(20, grow=1, gap=2, drop=1))

ACTS = {"add": "add_person", "bring": "import_file", "method": "app.method"}
"""key of a line -> the action of enter on it"""


def invitation(keys: Keymap, database: Path) -> list[Item]:
    """A database with nobody in it: what to do first, how to bring everyone, what it is all for."""
    method: list[Row] = [Line(Span("THE METHOD IN FIVE STEPS", "heading"))]
    method += [
        _STEPS.row(dim(str(number)), step.name, dim(step.short))
        for number, step in enumerate(STEPS, 1)
    ]
    return [
        Item(None, (Line(bright("Who would you like to talk to?")), Line())),
        Item("add", empty.add(keys.written("people.new"))),
        blank(),
        Item("bring", empty.bring(keys.written("people.import"), database)),
        blank(),
        Item("method", tuple(method)),
    ]


def bring_everyone(keys: Keymap, database: Path) -> list[Item]:
    """Under a list that is still short: how the whole network is brought in."""
    return [
        blank(),
        heading("BRING EVERYONE"),
        Item("bring", empty.bring(keys.written("people.import"), database)),
    ]
