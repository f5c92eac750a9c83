"""The harness itself: what it shows is what a terminal would show."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.pty.term import Terminal

ECHO = (
    "import sys\nprint('ready', flush=True)\nfor line in sys.stdin: print('got', line, flush=True)"
)


def run(code: str, **options: object) -> Terminal:
    return Terminal([sys.executable, "-c", code], **options)  # type: ignore[arg-type]


def test_keys_go_in_and_text_comes_out() -> None:
    with run(ECHO) as terminal:
        terminal.wait_for("ready")
        terminal.send("hello\n")
        terminal.wait_for("got hello")
        assert b"got hello" in terminal.raw


def test_the_size_and_its_change_reach_the_program() -> None:
    code = (
        "import os, signal\n"
        # On a line of its own: the resize may come while the line before is being read.
        "def tell(*_): print(f'\\n{os.get_terminal_size()}', flush=True)\n"
        "signal.signal(signal.SIGWINCH, tell)\n"
        "print(os.get_terminal_size(), flush=True)\n"
        "while True: signal.pause()"
    )
    with run(code, columns=100, rows=30) as terminal:
        terminal.wait_for("columns=100, lines=30")
        terminal.resize(60, 20)
        terminal.wait_for("columns=60, lines=20")


def test_the_alternate_screen_gives_back_what_was_there() -> None:
    code = (
        "import sys\n"
        "print('before', flush=True); input()\n"
        "print('\\x1b[?1049h\\x1b[<u\\x1b[?2026$p\\x1bPdcs\\x1b\\\\inside', end='', flush=True)\n"
        "input()\n"
        "print('\\x1b[?1049l', end='', flush=True); input()"
    )
    with run(code) as terminal:
        terminal.wait_for("before")
        terminal.send("\n")
        terminal.wait_for("inside")
        assert terminal.on_alternate_screen
        assert "before" not in terminal.text
        assert "dcs" not in terminal.text
        terminal.send("\n")
        terminal.wait_for("before")
        assert not terminal.on_alternate_screen
        assert "inside" not in terminal.text


def test_an_unfinished_sequence_waits_for_its_rest() -> None:
    code = (
        "import sys\n"
        "print('one\\x1bPhid', end='', flush=True); input()\n"
        "print('den\\x1b\\\\two', end='', flush=True); input()"
    )
    with run(code) as terminal:
        terminal.wait_for("one")
        terminal.send("\n")
        terminal.wait_for("two")
        assert "hid" not in terminal.text
        assert "den" not in terminal.text


def test_exit_codes_and_signals_are_told_apart() -> None:
    with run("raise SystemExit(7)") as terminal:
        assert terminal.wait_exit() == 7
    with run(ECHO) as terminal:
        terminal.wait_for("ready")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == -signal.SIGTERM
        assert terminal.survivors() == []


def test_closing_hangs_up_on_a_controlling_terminal_only() -> None:
    with run(ECHO) as terminal:
        terminal.wait_for("ready")
        terminal.close_master()
        assert terminal.wait_exit() == -signal.SIGHUP
    with run(ECHO, controlling=False) as terminal:
        terminal.wait_for("ready")
        terminal.close_master()
        assert terminal.wait_exit() == 1  # no signal: its read failed


def test_what_is_still_running_is_found() -> None:
    code = "import subprocess\nsubprocess.Popen(['sleep', '60'])\nprint('started', flush=True)"
    with run(code, controlling=False) as terminal:
        terminal.wait_for("started")
        terminal.process.wait()
        assert len(terminal.survivors()) == 1


def test_a_vain_wait_shows_the_screen() -> None:
    with (
        run("print('something else')") as terminal,
        pytest.raises(AssertionError, match="something else"),
    ):
        terminal.wait_for("never")
