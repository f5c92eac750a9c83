"""Companies: where you want to be, who works there, and how the conversations there stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from ii_tui.core.models import CompanyRow
from ii_tui.errors import IiError, Nothing
from ii_tui.services import browsing
from ii_tui.ui import commands
from ii_tui.ui.company_rows import details
from ii_tui.ui.screens import empty
from ii_tui.ui.screens.place import Filtered
from ii_tui.ui.wanting import Wanting
from ii_tui.ui.widgets.bars import ColumnNames
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.cursor_view import CursorView
from ii_tui.ui.widgets.filter_line import FilterLine
from ii_tui.ui.widgets.item_view import Key
from ii_tui.ui.widgets.lines import Lines
from ii_tui.ui.widgets.spans import Row, Span, bright, dim
from ii_tui.ui.widgets.window_list import WindowList

COLUMNS = Columns(
    Column(1),
    Column(18, grow=3, most=44, gap=1),
    Column(10, drop=1),
    Column(7, align="right"),
    Column(16, align="right", drop=2),
    Column(8, align="right", drop=3),
)
NAMES = ("", "Company", "Motivation", "People", "Interviews", "Postings")
BESIDE = 110
"""Columns of the terminal from which the company stands beside the list."""


def motivation(row: CompanyRow) -> str:
    """Motivation as stars: meaning without colour."""
    return "" if row.motivation is None else "*" * row.motivation or "none"


class CompanyList(WindowList[CompanyRow]):
    """Companies in the LAMP list's order."""

    def key_of(self, row: CompanyRow) -> Key:
        """The company's id."""
        return row.id

    def draw_row(self, row: CompanyRow) -> Row:
        """Target, name, motivation, people, interviews, posting."""
        people = f"{row.people:,}" if row.people else "nobody"
        closed = row.interviews - row.open_interviews
        counts = ((row.open_interviews, "open"), (closed, "closed"))
        talks = ", ".join(f"{number} {word}" for number, word in counts if number)
        return COLUMNS.row(
            Span("+", "accent") if row.target else " ",
            bright(row.name),
            Span(motivation(row), "accent"),
            people if row.people else dim(people),
            dim(talks),
            dim("" if row.posting is None else f"{row.posting} of 3"),
        )


class CompaniesScreen(Wanting, Filtered):
    """The list of companies, targets first."""

    NUMBER = 4
    TITLE_WORDS = "Companies: where you want to be"
    STEP = (
        "Step 1, connect: pick the companies you want, see who works there, and who could "
        "introduce you. Targets come first, then motivation, postings, and someone inside."
    )
    SCOPES = commands.PLACES["companies"]
    HINTS: ClassVar[tuple[str | tuple[str, str], ...]] = (
        "companies.open",
        "companies.target",
        "companies.more",
        "companies.new",
        "list.filter",
    )
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*SCOPES)
    CSS = """
    CompaniesScreen #company { width: 40%; display: none; padding: 0 0 0 1; }
    CompaniesScreen.-wide #company { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = CompanyList(
            id="companies",
            empty=empty.COMPANIES,
        )
        self.filter = FilterLine(self._narrow, self._to_list)
        self.detail = Lines(id="company", classes="-beside")
        self._order = "lamp"

    def body(self) -> Iterable[Widget]:
        """Filter, list, and the company beside it where there is room."""
        yield self.filter
        with Horizontal():
            with Vertical():
                yield ColumnNames(COLUMNS, *NAMES)
                yield self.list
            yield self.detail

    def on_mount(self) -> None:
        """The list has the keys."""
        self.list.focus()

    def on_resize(self) -> None:
        """The company stands beside the list where there is room."""
        self.set_class(self.size.width >= BESIDE, "-wide")

    def show(self) -> None:
        """Reads the list and the company under the cursor."""
        desk = self.house.desk
        source = browsing.Companies(desk, self.filter.text, self._order)
        self.list.show(source)
        shown = source.count()
        self.filter.found(shown, browsing.Companies(desk).count() if self.filter.text else shown)
        self._show_detail()

    def _show_detail(self) -> None:
        row = self.list.current
        if row is None or not self.has_class("-wide"):
            self.detail.show(())
            return
        try:
            page = browsing.company(self.house.desk, row.id)
        except IiError:
            return  # busy, or gone: the next redraw tells
        self.detail.show(details(page))

    @on(CursorView.Highlighted, "#companies")
    def _moved(self) -> None:
        self._show_detail()

    @on(CursorView.Chosen, "#companies")
    def _chosen(self) -> None:
        self.action_open_company()

    def _narrow(self, text: str) -> None:
        self.redraw()

    def _to_list(self) -> None:
        self.set_focus(self.list)
        self.show_keys()

    def wanted_row(self) -> CompanyRow | None:
        """The company under the cursor; without one, that is said."""
        row: CompanyRow | None = self.list.current
        if row is None:
            self.house.fail(Nothing("No company is chosen.", hint="n adds one."))
        return row

    def hints(self) -> Sequence[str | tuple[str, str]]:
        """What works on the company under the cursor."""
        return self.HINTS if self.list.current is not None else ("companies.new", "people.import")

    def action_open_company(self) -> None:
        """The company's page."""
        from ii_tui.ui.screens.company import CompanyScreen

        if (row := self.wanted_row()) is not None:
            self.house.push_screen(CompanyScreen(row.id))

    def action_add_company(self) -> None:
        """A company where you would like to work."""
        from ii_tui.ui.dialogs.companies import add_company

        self.house.begin(add_company(self.house))

    def action_edit_company(self) -> None:
        """Name, website and notes."""
        from ii_tui.ui.dialogs.companies import edit_company

        if (row := self.wanted_row()) is not None:
            self.house.begin(edit_company(self.house, row.id))

    def action_triage(self) -> None:
        """How well do you know everyone there?"""
        from ii_tui.ui.dialogs.triage import Filter, triage

        if (row := self.wanted_row()) is not None:
            self.house.begin(triage(self.house, Filter(company=row.id)))

    def action_order(self) -> None:
        """By the LAMP order, or by name."""
        self._order = "name" if self._order == "lamp" else "lamp"
        self.house.say("In order of name." if self._order == "name" else "Targets first.")
        self.redraw()
