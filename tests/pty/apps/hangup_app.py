"""A text area whose words a thread writes to a file: what the hang-up tests run in a terminal.

Arguments: the draft's file, then `flush-hangs` or `flush-fails` for a flush that does. A file
beside the draft, `.beat`, is touched for as long as the loop turns. ctrl+o opens $EDITOR.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from ii_tui.atomic import write_private
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app
from ii_tui.ui.widgets.safe_text import SafeTextArea


class Saver(threading.Thread):
    """Would write the text a minute after the first key; `flush` writes it now, from any thread."""

    def __init__(self, path: Path, mood: str) -> None:
        super().__init__(daemon=True)
        self.path, self.mood = path, mood
        self.text = ""
        self.changed = threading.Event()

    def put(self, text: str) -> None:
        self.text = text
        self.changed.set()

    def flush(self) -> None:
        write_private(self.path, self.text.encode())
        if self.mood == "flush-hangs":
            threading.Event().wait()
        if self.mood == "flush-fails":
            raise RuntimeError("the drafts are gone")

    def run(self) -> None:
        # So late that a draft a test finds was written by the last flush and nothing else.
        self.changed.wait()
        threading.Event().wait(60)
        self.flush()


class HangUpApp(SafeApp[None]):
    BINDINGS = [("ctrl+o", "edit")]  # noqa: RUF012

    def __init__(self, saver: Saver) -> None:
        super().__init__()
        self.saver = saver

    def compose(self) -> ComposeResult:
        yield Static()
        yield SafeTextArea()

    def on_descendant_focus(self) -> None:
        # Not before the keys have where to go: a test types when it reads this.
        self.query_one(Static).update("the page is open")

    def on_mount(self) -> None:
        self.set_interval(0.05, self.saver.path.with_suffix(".beat").touch)

    def on_text_area_changed(self, event: SafeTextArea.Changed) -> None:
        self.saver.put(event.text_area.text)

    def action_edit(self) -> None:
        assert self.guard is not None
        with self.suspend():
            editor = subprocess.Popen([os.environ["EDITOR"]])
            with self.guard.child(editor):
                editor.wait()


def main() -> None:
    saver = Saver(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
    saver.start()
    app = HangUpApp(saver)
    sys.exit(run_app(app, saver.flush))


if __name__ == "__main__":
    main()
