"""The floor of writing: a bare TextArea."""

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea


class Text(App[None]):
    """A word and a text that has the focus."""

    def compose(self) -> ComposeResult:
        yield Static("The floor")
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    Text().run()
