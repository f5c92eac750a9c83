"""The program, which begins to import a file when it gets SIGUSR1, as its dialog does.

Prints nothing of its own; when the import is over there is a file beside the other, `.done`.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from ii_tui.clock import Clock
from ii_tui.paths import Paths
from ii_tui.services import importing
from ii_tui.services.desk import Desk
from ii_tui.ui.textual_patches.left_out import left_out

with left_out():
    from ii_tui.ui.app import IiApp


class ImportingApp(IiApp):
    """Waits for the signal."""

    file = Path()

    def on_ready(self) -> None:
        """Once there is a loop."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, self._begin)

    def _begin(self) -> None:
        data = self.file.read_bytes()

        def work() -> None:
            importing.import_data(self.desk, data, kind="linkedin")
            self.file.with_suffix(".done").touch()

        self.desk.jobs.submit(work)


if __name__ == "__main__":
    app = ImportingApp(Desk.open(Paths.find(), Clock.from_env()))
    app.file = Path(sys.argv[1])
    app.alone = True  # as the program is, with a process of its own
    app.run()
