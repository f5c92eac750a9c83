"""The floor of a list: a DataTable of a thousand rows, and a stock screen that opens over it."""

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, Input, Label, Static


class Page(Screen[None]):
    """What a page of a person would be in stock widgets."""

    BINDINGS = [("escape", "app.pop_screen", "Back")]  # noqa: RUF012 - as every Textual app writes it

    def compose(self) -> ComposeResult:
        yield Header()
        yield Label("Ada Lovelace")
        yield Input("Analyst")
        yield Static("\n".join(f"Something that happened {number}" for number in range(20)))
        yield Footer()


class Table(App[None]):
    """Five columns; o opens a page."""

    BINDINGS = [("o", "open", "Open")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Name", "Title", "Company", "Stage", "Touch")
        for number in range(1000):
            table.add_row(f"Given{number} Family", "Engineer", "Company Ltd", "asked", "2d")
        table.focus()

    def action_open(self) -> None:
        self.push_screen(Page())


if __name__ == "__main__":
    Table().run()
