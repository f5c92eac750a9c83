"""A company's page: everyone there, now and before, and the notes on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from ii_tui.core.models import CompanyRow, PersonRow
from ii_tui.services import browsing
from ii_tui.ui import commands
from ii_tui.ui.acting import Acting
from ii_tui.ui.company_rows import details
from ii_tui.ui.screens.place import Framed
from ii_tui.ui.wanting import Wanting
from ii_tui.ui.widgets.cursor_view import CursorView
from ii_tui.ui.widgets.lines import Lines


class CompanyScreen(Wanting, Acting, Framed):
    """One company."""

    NUMBER = 4
    TITLE_WORDS = "A company"
    STEP = (
        "Step 1, connect: who works there, and who of them you could ask for 30 minutes. One "
        "person inside tells you more than the company's own pages."
    )
    SCOPES = commands.PLACES["company"]
    HINTS: ClassVar[tuple[str | tuple[str, str], ...]] = (
        "person.open",
        "person.message",
        "person.start",
        "person.came_in",
        "people.triage",
        "companies.target",
        "companies.edit",
        "app.out",
    )
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)

    def __init__(self, company_id: int) -> None:
        super().__init__()
        self.company_id = company_id
        self.lines = Lines(id="page")

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield self.lines

    def on_mount(self) -> None:
        """The list has the keys."""
        self.lines.focus()

    def show(self) -> None:
        """Reads and draws the page."""
        page = browsing.company(self.house.desk, self.company_id)
        self._row = page.row
        self.lines.show(details(page))

    def chosen_person(self) -> int | None:
        """The person under the cursor."""
        item = self.lines.current
        return item.data.id if item is not None and isinstance(item.data, PersonRow) else None

    def wanted_row(self) -> CompanyRow | None:
        """The company as it is drawn."""
        return self._row

    @on(CursorView.Chosen)
    def _chosen(self) -> None:
        self.action_open_person()

    def action_triage(self) -> None:
        """How well do you know everyone there?"""
        from ii_tui.ui.dialogs.triage import Filter, triage

        self._begin(triage(self.house, Filter(company=self.company_id)))

    def action_edit_company(self) -> None:
        """Name, website and notes."""
        from ii_tui.ui.dialogs.companies import edit_company

        self._begin(edit_company(self.house, self.company_id))
