"""The one command that needs the screen."""

from __future__ import annotations

import gc
import os
import sys

from ii_tui.cli.run import Run, talk
from ii_tui.clock import Clock


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
    if demo:
        from ii_tui.services.demo import demo_desk

        with demo_desk(Clock.from_env()) as desk:
            return _run(desk, "demo: nothing here is kept")
    from ii_tui.services.desk import Desk

    return _run(Desk.open(run.paths(), Clock.from_env()), "")


def _run(desk: object, aside: str) -> int:
    from ii_tui.services.desk import Desk
    from ii_tui.ui.app import IiApp
    from ii_tui.ui.textual_patches import run_app

    if not isinstance(desk, Desk):
        raise TypeError("a desk is needed")
    app = IiApp(desk, aside=aside)
    gc.enable()
    gc.freeze()

    def close() -> None:
        app.saver.stop()
        desk.close()

    def flush() -> None:
        app.saver.flush()

    return run_app(app, flush, close)
