"""The floor of typing: a bare Input."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Field(App[None]):
    """A word and a field that has the focus."""

    def compose(self) -> ComposeResult:
        yield Static("The floor")
        yield Input()


if __name__ == "__main__":
    Field().run()
