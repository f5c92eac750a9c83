"""Signals that are typed, and what the guard leaves behind when nothing happened."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.pty.term import ROOT, Terminal

APP = ROOT / "tests" / "pty" / "apps" / "hangup_app.py"


def test_an_interrupt_keeps_the_draft(tmp_path: Path) -> None:
    with Terminal([sys.executable, str(APP), str(tmp_path / "draft")]) as terminal:
        terminal.wait_for("the page is open")
        terminal.send("dear Ada")
        terminal.wait_for("dear Ada")
        terminal.signal(signal.SIGINT)
        assert terminal.wait_exit() == 130
        assert (tmp_path / "draft").read_text() == "dear Ada"
        assert terminal.text.strip() == ""
        assert terminal.modes() == terminal.modes_before


def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\n"
        "import signal\n"
        "signal.signal(signal.SIGINT, lambda *_: print('interrupted', flush=True))\n"
        "print('the editor', flush=True)\n"
        "input()\n"
    )
    editor.chmod(0o700)
    argv = [sys.executable, str(APP), str(tmp_path / "draft")]
    with Terminal(argv, env={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("the page is open")
        terminal.send("dear Ada\x0f")
        terminal.wait_for("the editor")
        terminal.send("\x03")
        terminal.wait_for("interrupted")
        terminal.send("\n")
        terminal.wait_for(lambda: terminal.on_alternate_screen)
        terminal.send(", hello")
        terminal.wait_for("dear Ada, hello")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_a_stop_and_go_is_no_hang_up(tmp_path: Path) -> None:
    with Terminal([sys.executable, str(APP), str(tmp_path / "draft")]) as terminal:
        terminal.wait_for("the page is open")
        for word in ("dear", " Ada"):
            terminal.signal(signal.SIGSTOP)
            os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
            terminal.signal(signal.SIGCONT)
            terminal.send(word)
            terminal.wait_for(word.strip())
        terminal.send(", how are you these days")
        terminal.wait_for("dear Ada, how are you these days")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert not (tmp_path / "draft").exists()


def test_a_continue_without_a_stop_starts_nothing_twice(tmp_path: Path) -> None:
    with Terminal([sys.executable, str(APP), str(tmp_path / "draft")]) as terminal:
        terminal.wait_for("the page is open")
        threads = len(os.listdir(f"/proc/{terminal.process.pid}/task"))
        for _ in range(3):
            terminal.signal(signal.SIGCONT)
        terminal.send("dear Ada, how are you these days")
        terminal.wait_for("dear Ada, how are you these days")
        # One more: the one that saves the text.
        assert len(os.listdir(f"/proc/{terminal.process.pid}/task")) <= threads + 1
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


GUARD = """
import os, signal, threading
from ii_tui.services.guard import HangUpGuard
before = [signal.getsignal(number) for number in range(1, 32)]
print('threads', threading.active_count(), 'files', len(os.listdir('/proc/self/fd')))
with HangUpGuard(lambda: None, print) as guard:
    assert guard.code is None
assert before == [signal.getsignal(number) for number in range(1, 32)]
assert signal.set_wakeup_fd(-1) == -1
print('threads', threading.active_count(), 'files', len(os.listdir('/proc/self/fd')))
"""


def test_a_guard_that_was_not_needed_leaves_nothing_behind() -> None:
    with Terminal([sys.executable, "-c", GUARD]) as terminal:
        assert terminal.wait_exit() == 0, terminal.text
        first, second = terminal.text.strip().splitlines()
        assert first == second
