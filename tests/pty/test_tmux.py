"""The tmux harness: what it shows is what stands in the pane."""

from __future__ import annotations

import sys

import pytest

from tests.pty.tmux import Tmux

pytestmark = pytest.mark.needs("tmux")

ECHO = "while True:\n line = input()\n if line == 'end': raise SystemExit(3)\n print('got', line)"


def test_keys_text_and_the_exit() -> None:
    with Tmux([sys.executable, "-c", f"print('ready')\n{ECHO}"], columns=60, rows=10) as tmux:
        tmux.wait_for("ready")
        assert len(tmux.screen()) == 10
        tmux.send("-hello; 'there'")
        tmux.press("Enter")
        tmux.wait_for("got -hello; 'there'")
        assert not tmux.dead
        tmux.send("end")
        tmux.press("Enter")
        tmux.wait_for(lambda: tmux.dead)
        assert tmux.exit_code() in {3, None}


def test_buffers() -> None:
    with Tmux(["sleep", "600"]) as tmux:
        tmux.run("load-buffer", "-", text="one\n\ttwo")
        assert tmux.buffer() == "one\n\ttwo"
        assert tmux.inside["TMUX"].startswith("/tmp/ii-tmux-")
