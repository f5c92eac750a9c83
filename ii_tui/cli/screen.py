"""The one command that needs the screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ii_tui.cli.run import Run, talk
from ii_tui.clock import Clock
from ii_tui.services import rescuing

KEEP_S = 1.2
"""How long the drafts may take when the terminal went away; the process has to end in time."""

if TYPE_CHECKING:
    from ii_tui.services.desk import Desk
    from ii_tui.ui.app import IiApp


def open_screen(run: Run, *, demo: bool = False) -> int:
    """Opens the app on Today, on sample data in a throwaway database for a demo."""
    from ii_tui.ui.terminal import terminal_problem

    # A stream that is closed is None.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    problem = terminal_problem(
        os.environ, *(stream is not None and stream.isatty() for stream in streams)
    )
    if problem:
        talk(problem)
        return 2
    # Nothing made while starting is garbage; collecting it costs a twentieth of the start.
    gc.disable()
    from ii_tui.services.desk import Desk

    if not demo:
        desk = Desk.open(run.paths(), Clock.from_env())
        if left := rescuing.waiting(desk.paths.unsaved):
            desk.problems = (left, *desk.problems)
        app = _app(desk, "")

        def keep() -> None:
            if not app.saver.flush(KEEP_S):
                rescuing.rescue(app.saver.leftover(), desk.paths.unsaved)

        return _run(app, keep)
    from ii_tui.services.demo import demo_desk

    with demo_desk(Clock.from_env()) as desk:
        import shutil

        folder = desk.paths.database.parent
        # A hang-up ends the process inside the block, and nothing here is to be kept.
        return _run(
            _app(desk, "demo: nothing here is kept", run.paths().crashes),
            lambda: shutil.rmtree(folder, ignore_errors=True),
        )


def _app(desk: Desk, aside: str, crashes: Path | None = None) -> IiApp:
    from ii_tui.ui.textual_patches.left_out import left_out

    with left_out():
        from ii_tui.ui.app import IiApp

    app = IiApp(desk, aside=aside, crashes=crashes)
    app.alone = True
    gc.enable()
    gc.freeze()
    return app


def _run(app: IiApp, keep: Callable[[], object]) -> int:
    from ii_tui.ui.textual_patches.ending import run_app

    def close() -> None:
        if not app.saver.stop():
            for path in rescuing.rescue(app.saver.leftover(), app.desk.paths.unsaved):
                talk(f"What you typed could not be saved, and was written to {path}.")
        app.desk.close()

    def flush() -> None:
        keep()

    return run_app(app, flush, close)
