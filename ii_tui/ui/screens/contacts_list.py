"""The list of people as Contacts draws it, and what stands there while nobody is in it."""

from __future__ import annotations

from datetime import datetime

from ii_tui.core.dates import age_text
from ii_tui.core.models import PersonRow
from ii_tui.ui.widgets.bars import ColumnNames
from ii_tui.ui.widgets.columns import Column, ColumnRow, Columns
from ii_tui.ui.widgets.item_view import Key
from ii_tui.ui.widgets.spans import BLOCKED, Line, Row, Span, bright, dim
from ii_tui.ui.widgets.window_list import WindowList

_COLUMNS = Columns(
    Column(18, most=30, grow=1),
    Column(14, most=44, grow=4, drop=2),
    Column(14, most=34, grow=3),
    Column(12, drop=3),
    Column(10, drop=1),
    Column(5, align="right", drop=4),
)


class PersonList(WindowList[PersonRow]):
    """People by name, one a line."""

    now: datetime | None = None

    def key_of(self, row: PersonRow) -> Key:
        """The person's id."""
        return row.id

    def draw_row(self, row: PersonRow) -> ColumnRow:
        """Name, title, company, how well, stage, last touch."""
        name = bright(row.name)
        stage: Span | str = ""
        if row.stage is not None:
            stage = row.stage.label
        elif row.exit is not None:
            stage = dim(row.exit.label)
        touched = row.last_touch is not None and self.now is not None
        return _COLUMNS.row(
            [BLOCKED, Span(" "), name] if row.do_not_contact else name,
            row.title,
            row.company,
            dim(row.closeness.value if row.closeness is not None else ""),
            stage,
            dim(age_text(row.last_touch, self.now) if touched else ""),  # type: ignore[arg-type]  # both are known when touched
        )


def column_names() -> ColumnNames:
    """What stands in which column."""
    return ColumnNames(_COLUMNS, "Name", "Title", "Company", "How well", "Stage", "Touch")


def nobody_fits(text: str) -> list[Row | str]:
    """Nobody has all the words."""
    return [
        Line(f'Nobody fits "{text}".'),
        Line(Span("esc", "key"), dim(" shows everyone again.")),
    ]
