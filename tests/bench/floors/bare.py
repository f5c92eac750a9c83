"""The floor of the start: a Textual app that shows one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text; q ends it."""

    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012 - as every Textual app writes it

    def compose(self) -> ComposeResult:
        yield Static("The floor")


if __name__ == "__main__":
    Bare().run()
