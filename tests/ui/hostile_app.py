"""Every kind of surface with a stranger's text on it, and no cleaning before the last filter.

Argument: a file with the payloads, one JSON string a line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, DataTable, Input, Label, OptionList, Static, Tree
from textual.widgets.option_list import Option

from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app
from ii_tui.ui.widgets.safe_text import SafeTextArea


class HostileApp(SafeApp[None]):
    CSS = """
    Screen { overflow: hidden; }
    Static, Label, Button, Input, #links { height: 1; border: none; }
    OptionList, DataTable, Tree, SafeTextArea { height: 4; }
    #bordered { height: 3; border: solid white; }
    ToastRack { max-height: 20; }
    """

    def __init__(self, payload: str) -> None:
        super().__init__()
        self.payload = payload

    def compose(self) -> ComposeResult:
        text = self.payload
        yield Static("", id="state")
        yield Static(text, markup=False)
        yield Static(Text(text), id="links")
        yield Static(Text(text, Style(link=f"https://example.org/{text}")))
        yield Label(text, markup=False)
        yield Button(Content(text))
        yield Input(text, placeholder=text)
        bordered = Static("", id="bordered")
        bordered.border_title = Content(text)  # type: ignore[assignment]
        bordered.tooltip = Content(text)
        yield bordered
        yield OptionList(Option(Content(text)), Option(Text(text)), markup=False)
        table: DataTable[Text] = DataTable()
        table.add_column(Text(text))
        table.add_row(Text(text), label=Text(text))
        yield table
        tree: Tree[None] = Tree(Text(text))
        tree.root.add(Text(text))
        yield tree
        yield SafeTextArea(text)

    def on_mount(self) -> None:
        self.notify(self.payload, title=self.payload, timeout=600)
        self.screen.notify(self.payload, title=self.payload, timeout=600)
        # Past the cleaning in notify, to prove that the filter alone would do.
        super().notify(self.payload, title=self.payload, timeout=600, markup=False)
        self.call_after_refresh(self.call_after_refresh, self.tell)

    def tell(self) -> None:
        self.query_one("#state", Static).update("all is drawn")


def main() -> None:
    payload = json.loads(Path(sys.argv[1]).read_text())
    sys.exit(run_app(HostileApp(payload), lambda: None))


if __name__ == "__main__":
    main()
