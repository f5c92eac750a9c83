"""`BoardView`: five steps side by side with their stages inside, drawn as one widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from ii_tui.core.models import CardRow
from ii_tui.core.stages import COLUMNS, STAGES, Stage, Step
from ii_tui.ui import commands
from ii_tui.ui.widgets import board_lines
from ii_tui.ui.widgets.board_layout import More, Slot, Spot, lay_out
from ii_tui.ui.widgets.board_lines import NARROW, STEPS, Column
from ii_tui.ui.widgets.board_words import Face, face
from ii_tui.ui.widgets.moving import Moving
from ii_tui.ui.widgets.spans import Span, fit, width_of

HEAD = 2
"""lines above the stages: the steps and a rule"""


class BoardView(Moving, can_focus=True):
    """Cards by stage with a cursor on one of them; a move repaints the cells that changed."""

    BINDINGS: ClassVar[list[BindingType]] = commands.bindings("cursor.left", "cursor.right")
    DEFAULT_CSS = "BoardView { width: 1fr; height: 1fr; }"

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another card, or on none."""

        view: BoardView
        card: CardRow | None

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a card, or it was clicked twice."""

        view: BoardView
        card: CardRow

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cards: dict[Stage, tuple[CardRow, ...]] = dict.fromkeys(STAGES, ())
        self._now = datetime.min.replace(tzinfo=UTC)
        self._step = Step.CONNECT
        self._at: Spot | None = None
        self._tops: dict[Stage, int] = {}
        self._back: tuple[Step, Spot] | None = None
        """where the cursor came from, until it moves up or down"""
        self._columns: tuple[Column, ...] = ()
        self._slots: list[list[Slot]] = []
        self._drawn: list[list[object]] = []
        self._told: int | None = None

    # What it holds.

    @property
    def card(self) -> CardRow | None:
        """The card under the cursor."""
        return None if self._at is None else self._cards[self._at.stage][self._at.index]

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        return self._step

    @property
    def narrow(self) -> bool:
        """Whether one step is shown at a time."""
        return len(self._columns) == 1

    def show(self, cards: Iterable[CardRow], now: datetime) -> None:
        """Other cards (open ones, in their order); the cursor stays on its person.

        `now` is aware, in the person's zone. Where the person is gone the cursor takes the card
        that moved into the place.
        """
        before, spot = self.card, self._at
        found: dict[Stage, list[CardRow]] = {stage: [] for stage in STAGES}
        for card in cards:
            found[card.stage].append(card)
        self._cards = {stage: tuple(rows) for stage, rows in found.items()}
        self._now = now
        at = None if before is None else self._find(before.person_id)
        self._at = at or self._near(spot) or (None if self.narrow else self._anywhere())
        if self._at is not None:
            self._step = self._at.stage.step
        self._back = None
        self._relay()
        self._tell()

    def go_to(self, person_id: int) -> bool:
        """Puts the cursor on a person's card; False when it is not there."""
        spot = self._find(person_id)
        if spot is not None:
            self._stand(spot)
        return spot is not None

    def _find(self, person_id: int) -> Spot | None:
        for stage, cards in self._cards.items():
            for index, card in enumerate(cards):
                if card.person_id == person_id:
                    return Spot(stage, index)
        return None

    def _near(self, spot: Spot | None) -> Spot | None:
        """The card that stands where one was, else the next of the same step."""
        if spot is None:
            return None
        if count := len(self._cards[spot.stage]):
            return Spot(spot.stage, min(spot.index, count - 1))
        return next(iter(self._spots(spot.stage.step)), None)

    def _anywhere(self) -> Spot | None:
        return next((spot for step in STEPS for spot in self._spots(step)), None)

    def _spots(self, step: Step) -> list[Spot]:
        """Every card of a step from top to bottom."""
        return [
            Spot(stage, index)
            for stage in COLUMNS[step]
            for index in range(len(self._cards[stage]))
        ]

    def _count(self, step: Step) -> int:
        return sum(len(self._cards[stage]) for stage in COLUMNS[step])

    # The cursor.

    def _stand(self, spot: Spot | None, step: Step | None = None) -> None:
        if self._at is not None and (spot is None or spot.stage is not self._at.stage):
            self._tops.pop(self._at.stage, None)
        self._at = spot
        self._step = step or (spot.stage.step if spot is not None else self._step)
        self._relay()
        self._tell()

    def _tell(self) -> None:
        card = self.card
        key = None if card is None else card.interview_id
        if key != self._told:
            self._told = key
            self.post_message(self.Highlighted(self, card))

    def _by(self, by: int) -> None:
        spots = self._spots(self._step)
        if self._at is None or not spots:
            return
        index = max(0, min(len(spots) - 1, spots.index(self._at) + by))
        self._back = None
        if spots[index] != self._at:
            self._stand(spots[index])

    def action_move(self, by: int) -> None:
        """One card down or up; past the end of a stage into the next."""
        self._by(by)

    def action_page(self, by: int) -> None:
        """As far as the column is high."""
        self._by(by * max(1, self.size.height - HEAD - 3))

    def action_first(self) -> None:
        """To the first card of the step."""
        self._by(-self._count(self._step))

    def action_last(self) -> None:
        """To the last card of the step."""
        self._by(self._count(self._step))

    def action_step(self, by: int) -> None:
        """To the next step that holds a card; one at a time where one is shown at a time."""
        index = STEPS.index(self._step) + by
        while not self.narrow and 0 <= index < len(STEPS) and not self._count(STEPS[index]):
            index += by
        if not 0 <= index < len(STEPS):
            return
        step = STEPS[index]
        came = None if self._at is None else (self._step, self._at)
        back, self._back = self._back, came
        if back is not None and back[0] is step:
            self._stand(back[1])
        else:
            self._stand(self._level(step), step)

    def _level(self, step: Step) -> Spot | None:
        """The card of another step that stands on the line of the cursor, or nearest to it."""
        if self.narrow:
            return next(iter(self._spots(step)), None)
        column = [column.step for column in self._columns].index(step)
        slots = self._slots[column]
        mine = self._slots[[column.step for column in self._columns].index(self._step)]
        line = mine.index(self._at) if self._at in mine else 0
        lines = [index for index, slot in enumerate(slots) if isinstance(slot, Spot)]
        nearest = slots[min(lines, key=lambda index: abs(index - line))] if lines else None
        return nearest if isinstance(nearest, Spot) else next(iter(self._spots(step)), None)

    def action_choose(self) -> None:
        """Say that the card was chosen."""
        if (card := self.card) is not None:
            self.post_message(self.Chosen(self, card))

    def on_click(self, event: events.Click) -> None:
        """Onto the card; on the card already, choose it. A line "more" opens its stage."""
        for column, slots in zip(self._columns, self._slots, strict=True):
            line = event.y - HEAD
            if not (column.x <= event.x < column.x + column.width and 0 <= line < len(slots)):
                continue
            slot = slots[line]
            self._back = None
            if isinstance(slot, More):
                before, behind = slots[line - 1], slots[min(line + 1, len(slots) - 1)]
                beside = behind if slot.above else before
                step = -1 if slot.above else 1
                if isinstance(beside, Spot):
                    self._stand(Spot(slot.stage, beside.index + step))
            elif isinstance(slot, Spot) and slot == self._at:
                self.action_choose()
            elif isinstance(slot, Spot):
                self._stand(slot)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The next card."""
        self._by(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The card before."""
        self._by(-1)

    # Drawing.

    def on_resize(self) -> None:
        """Place the columns anew."""
        if self._at is None and self._count(self._step) == 0 and self.size.width >= NARROW:
            self._at = self._anywhere()
            self._step = self._step if self._at is None else self._at.stage.step
            self._tell()
        self._relay()

    def _relay(self) -> None:
        """Lay out anew, and repaint the cells that show something else than before."""
        columns = board_lines.places(self.size.width, self._step)
        height = max(0, self.size.height - HEAD)
        self._slots = [
            lay_out(
                [(stage, len(self._cards[stage])) for stage in COLUMNS[column.step]],
                height,
                self._at if self._at is not None and self._at.stage.step is column.step else None,
                self._tops,
            )
            for column in columns
        ]
        drawn = [
            [(column.step, self._count(column.step)), *(self._seen(slot) for slot in slots)]
            for column, slots in zip(columns, self._slots, strict=True)
        ]
        before, self._drawn = self._drawn, drawn
        if columns != self._columns or not before:
            self._columns = columns
            self.refresh()
            return
        regions = []
        for column, old, new in zip(columns, before, drawn, strict=True):
            for line in range(max(len(old), len(new))):
                if old[line : line + 1] != new[line : line + 1]:
                    y = line + HEAD - 1 if line else 0
                    regions.append(Region(column.x, y, column.width, 1))
        if regions:
            self.refresh(*regions)

    def _seen(self, slot: Slot) -> object:
        """All that decides how a line looks."""
        if isinstance(slot, Spot):
            return self._face(slot), slot == self._at, slot.stage
        return slot

    def _face(self, spot: Spot) -> Face:
        return face(self._cards[spot.stage][spot.index], self._now)

    def render_line(self, y: int) -> Strip:
        """One line across all columns; only the cell under the cursor has another ground."""
        strips: list[Strip] = []
        spans: list[Span] = []
        for index, column in enumerate(self._columns):
            if index:
                spans.append(Span("┼" if y == 1 else "│", "rule"))
            cell, here = self._cell(column, self._slots[index], y)
            if here:
                strips.append(self.paint(spans, width_of(spans)))
                ground = "cursor" if self.has_focus else "off"
                strips.append(self.paint(cell, column.width, ground))
                spans = []
            else:
                spans += fit(cell, column.width)
        used = sum(strip.cell_length for strip in strips)
        strips.append(self.paint(spans, self.size.width - used))
        return Strip.join(strips)

    def _cell(self, column: Column, slots: Sequence[Slot], y: int) -> tuple[Sequence[Span], bool]:
        """What one column shows on a line, and whether the cursor is there."""
        if y == 0:
            count = self._count(column.step)
            return board_lines.heading(column, count, alone=self.narrow), False
        if y == 1:
            return [Span("─" * column.width, "rule")], False
        line = y - HEAD
        if line >= len(slots):
            nobody = not any(self._cards.values())
            return board_lines.teaching(column, line - len(slots)) if nobody else (), False
        slot = slots[line]
        if isinstance(slot, Spot):
            here = slot == self._at
            return board_lines.card(self._face(slot), column.width, here=here), here
        return board_lines.stage(slot, column.width), False
