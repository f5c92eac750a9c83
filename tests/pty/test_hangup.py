"""The terminal goes away: within 3 seconds the process is gone, and the draft is whole."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.pty.term import ROOT, Terminal

APP = ROOT / "tests" / "pty" / "apps" / "hangup_app.py"
LIMIT = 3.0
"""Seconds from the terminal going away to the end of the process: a promise of the product."""
SHORT, LONG = range(2), range(2, 20)
ROUNDS = [*SHORT, *(pytest.param(each, marks=pytest.mark.long) for each in LONG)]

pytestmark = pytest.mark.parametrize("round_", ROUNDS)


def start(draft: Path, *options: str, **how: object) -> Terminal:
    return Terminal([sys.executable, str(APP), str(draft), *options], **how)  # type: ignore[arg-type]


def type_words(terminal: Terminal, words: str) -> None:
    terminal.wait_for("the page is open")
    terminal.send(words)
    terminal.wait_for(words)


def ends(terminal: Terminal, code: int) -> None:
    started = time.monotonic()
    assert terminal.wait_exit(LIMIT + 10) == code
    assert time.monotonic() - started <= LIMIT
    terminal.wait_for(lambda: not terminal.survivors(), LIMIT)  # the killed take a moment to go


def draft_of(path: Path) -> str:
    return path.read_text()


def test_hup(tmp_path: Path, round_: int) -> None:
    with start(tmp_path / "draft") as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.signal(signal.SIGHUP)
        ends(terminal, 129)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"


def test_term_gives_the_terminal_back(tmp_path: Path, round_: int) -> None:
    with start(tmp_path / "draft") as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.signal(signal.SIGTERM)
        ends(terminal, 143)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"
        assert not terminal.on_alternate_screen
        assert not terminal.cursor_hidden
        assert terminal.modes() == terminal.modes_before


def test_a_terminal_that_closes(tmp_path: Path, round_: int) -> None:
    with start(tmp_path / "draft") as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.close_master()
        ends(terminal, 129)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"


def test_a_terminal_that_closes_without_a_signal(tmp_path: Path, round_: int) -> None:
    with start(tmp_path / "draft", controlling=False) as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.close_master()
        ends(terminal, 129)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"


def test_the_end_of_the_input(tmp_path: Path, round_: int) -> None:
    """Keys from a pipe whose other end is closed; Textual alone would spin for ever."""
    keys, typist = os.pipe()
    with start(tmp_path / "draft", stdin=keys) as terminal:
        os.close(keys)
        terminal.wait_for("the page is open")
        os.write(typist, f"dear Ada {round_}".encode())
        terminal.wait_for(f"dear Ada {round_}")
        os.close(typist)
        ends(terminal, 129)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"


def stall(terminal: Terminal, beat: Path) -> None:
    """Reads no more, and types until the loop of the app stands still."""
    terminal.wait_for(beat.exists)
    terminal.pause()

    def still() -> bool:
        terminal.send("\r.")
        return time.time() - beat.stat().st_mtime > 0.5

    terminal.wait_for(still)


@pytest.mark.parametrize("how", ["hup", "term", "close"])
def test_a_stalled_link(tmp_path: Path, round_: int, how: str) -> None:
    """Nobody reads what the app writes, so its loop is stuck in a write; the guard is not."""
    with start(tmp_path / "draft", columns=200, rows=60) as terminal:
        type_words(terminal, f"dear Ada {round_}")
        stall(terminal, tmp_path / "draft.beat")
        if how == "close":
            terminal.close_master()
        else:
            terminal.signal(signal.SIGHUP if how == "hup" else signal.SIGTERM)
        ends(terminal, 143 if how == "term" else 129)
        assert draft_of(tmp_path / "draft").startswith(f"dear Ada {round_}\n.")


@pytest.mark.parametrize("mood", ["flush-hangs", "flush-fails"])
def test_a_flush_that_does_not_come_back(tmp_path: Path, round_: int, mood: str) -> None:
    with start(tmp_path / "draft", mood) as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.signal(signal.SIGTERM)
        ends(terminal, 143)


@pytest.mark.parametrize("how", ["hup", "term", "close"])
def test_in_the_editor(tmp_path: Path, round_: int, how: str) -> None:
    """The main thread waits for the editor, which does not mind a hang-up; both are gone after."""
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\n"
        "import signal\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "print('the editor', flush=True)\n"
        "while True: signal.pause()\n"
    )
    editor.chmod(0o700)
    with start(tmp_path / "draft", env={"EDITOR": str(editor)}) as terminal:
        type_words(terminal, f"dear Ada {round_}")
        terminal.send("\x0f")
        terminal.wait_for("the editor")
        if how == "close":
            terminal.close_master()
        else:
            terminal.signal(signal.SIGHUP if how == "hup" else signal.SIGTERM)
        ends(terminal, 143 if how == "term" else 129)
        assert draft_of(tmp_path / "draft") == f"dear Ada {round_}"
