"""The drawer of the board: interviews that are parked or closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ii_tui.core.dates import relative_day, short_day
from ii_tui.core.models import CardRow
from ii_tui.core.stages import Exit
from ii_tui.ui.widgets.board_words import card_sign
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.lines import Item, Lines, blank, heading
from ii_tui.ui.widgets.spans import bright, dim

_COLUMNS = Columns(
    Column(1),
    Column(14, most=28, grow=3, gap=0),
    Column(10, most=24, grow=2, drop=2),
    Column(9, most=9),
    Column(10, grow=5, drop=1),
    Column(11, align="right"),
)


class Drawer(Lines):
    """Parked ones by the day they come back, closed ones by when they were closed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id,
            empty=("Nobody is parked or closed.", "On the board, d closes an interview."),
        )

    @property
    def card(self) -> CardRow | None:
        """The interview under the cursor."""
        item: Item | None = self.current
        return None if item is None else item.data

    def show_cards(self, cards: Sequence[CardRow], now: datetime) -> None:
        """Other interviews; `now` is aware, in the person's zone."""
        parked = [card for card in cards if card.exit is Exit.PARKED]
        parked.sort(key=lambda card: (card.parked_until is None, card.parked_until or now.date()))
        closed = [card for card in cards if card.exit is not Exit.PARKED]
        items: list[Item] = []
        for title, rows in (("PARKED", parked), ("CLOSED", closed)):
            if rows:
                items += [blank()] if items else []
                items.append(heading(f"{title}  {len(rows)}"))
                items += [_item(card, now) for card in rows]
        self.show(items)


def _item(card: CardRow, now: datetime) -> Item:
    today = now.date()
    if card.parked_until is not None:
        when = short_day(card.parked_until, today)
        if card.parked_until.year != today.year:
            when = when.partition(" ")[2]  # the year says more than the day of the week
    else:
        when = relative_day(card.since.astimezone(now.tzinfo).date(), today)
    exit_ = card.exit.label if card.exit is not None else ""
    row = _COLUMNS.row(
        card_sign(card, now),
        bright(card.name),
        card.company,
        exit_,
        dim(card.exit_reason),
        dim(when),
    )
    return Item(card.interview_id, (row,), card)
