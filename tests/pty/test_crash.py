"""A bug: one line, exit code 1, the terminal as it was, a report without anybody's text."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.pty.term import ROOT, Terminal

APP = ROOT / "tests" / "pty" / "apps" / "crash_app.py"
CANARY = "canary-7f3a"
AT_START = ["load", "compose", "mount", "css"]
ON_KEY = [
    "handler",
    "render",
    "markup",
    "worker",
    "thread-worker",
    "timer",
    "callback",
    "thread",
    "input",
    "rich-error",
    "panic",
]


def crash(kind: str, tmp_path: Path, *options: str) -> Terminal:
    terminal = Terminal([sys.executable, str(APP), kind, str(tmp_path / "kept"), *options])
    if kind not in AT_START:
        terminal.wait_for("the page is open")
        terminal.send("c")
        if kind == "input":
            terminal.wait_for("the next key fails")
            terminal.send("c")
    return terminal


def reports(home: Path) -> list[Path]:
    return sorted((home / "state" / "ii-tui" / "crashes").glob("*"))


@pytest.mark.parametrize("kind", AT_START + ON_KEY)
def test_a_bug_tells_nothing(kind: str, tmp_path: Path, isolated: Path) -> None:
    with crash(kind, tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        said = "".join(terminal.screen())  # the path may wrap
        (report,) = reports(isolated)
        assert said.startswith(
            f"ii-tui hit a bug and stopped. What you typed is kept. Report: {report}"
        )
        assert "Traceback" not in said
        assert CANARY.encode() not in terminal.raw
        assert not terminal.on_alternate_screen
        assert not terminal.cursor_hidden
        assert terminal.modes() == terminal.modes_before
        assert terminal.survivors() == []
    text = report.read_text()
    assert CANARY not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    assert (tmp_path / "kept").read_text() == "kept"
    if kind in {"handler", "worker", "thread-worker", "thread", "input", "compose"}:
        assert "error: ValueError" in text
        assert "caused by: KeyError" in text
        assert "crash_app.py:" in text
        assert " in fail" in text


def test_a_task_nobody_waited_for_is_reported_in_a_file_only(
    tmp_path: Path, isolated: Path
) -> None:
    with crash("task", tmp_path) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.text.strip() == ""
        assert b"Traceback" not in terminal.raw
        assert CANARY.encode() not in terminal.raw
    (report,) = reports(isolated)
    assert "error: ValueError" in report.read_text()
    assert CANARY not in report.read_text()


def test_drafts_that_could_not_be_kept_are_not_called_kept(tmp_path: Path, isolated: Path) -> None:
    with crash("handler", tmp_path, "flush-fails") as terminal:
        assert terminal.wait_exit() == 1
        said = "".join(terminal.screen())
        assert "What you typed is kept" not in said
        assert "The last words you typed may be lost. Report: " in said
        assert CANARY.encode() not in terminal.raw
    assert len(reports(isolated)) == 1


def test_no_room_for_a_report(tmp_path: Path, isolated: Path) -> None:
    (isolated / "state").write_text("a file in the way of the folder")
    with crash("handler", tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        said = "".join(terminal.screen())
        assert "What you typed is kept. No report could be written" in said
