"""The program ends while nothing can be saved: what was typed lies in a file, and that is said."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.term import Terminal, environment

PROGRAM = [sys.executable, "-m", "ii_tui"]
WORDS = "worked on the harbor"


@contextlib.contextmanager
def held(database: Path) -> Iterator[None]:
    """Another program that writes and does not come to an end."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@pytest.mark.parametrize("how", ["ctrl+q", "hang-up"])
def test_what_cannot_be_saved_is_written_to_a_file(isolated: Path, how: str) -> None:
    subprocess.run([*PROGRAM, "add", "Ada Lovelace @ Acme"], env=environment(), check=True)
    settings = isolated / "config" / "ii-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[me]\nname = "Grace Hopper"\n')
    unsaved = isolated / "state" / "ii-tui" / "unsaved"
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("[1 Today]")
        terminal.send("3")
        terminal.wait_for("Ada Lovelace")
        terminal.send("m")
        terminal.wait_for("not a draft yet")
        with held(isolated / "data" / "ii-tui" / "ii.db"):
            terminal.send(WORDS)
            terminal.wait_for(WORDS)
            if how == "ctrl+q":
                terminal.send("\x11")
                assert terminal.wait_exit() == 0
                assert "could not be saved" in terminal.text
            else:
                terminal.signal(signal.SIGHUP)
                assert terminal.wait_exit() == 129
    (file,) = unsaved.iterdir()
    assert WORDS in file.read_text()
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("A text that could not be saved")
        terminal.send("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("how", ["ctrl+q", "hang-up"])
def test_a_note_that_cannot_be_saved_is_written_to_a_file(isolated: Path, how: str) -> None:
    subprocess.run([*PROGRAM, "add", "Ada Lovelace @ Acme"], env=environment(), check=True)
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("[1 Today]")
        terminal.send("3")
        terminal.wait_for("Ada Lovelace")
        terminal.send("N")
        terminal.wait_for("Note on Ada")
        with held(isolated / "data" / "ii-tui" / "ii.db"):
            terminal.send(WORDS)
            terminal.wait_for(WORDS)
            terminal.send("\x13")
            if how == "ctrl+q":
                terminal.wait_for("What you wrote is not lost")
                terminal.send("\x11")
                assert terminal.wait_exit() == 0
                assert "could not be saved" in terminal.text
            else:
                terminal.wait_for("Working")
                terminal.signal(signal.SIGHUP)
                assert terminal.wait_exit() == 129
    (file,) = (isolated / "state" / "ii-tui" / "unsaved").iterdir()
    assert WORDS in file.read_text()


def test_a_database_damaged_while_it_is_open_is_no_bug(isolated: Path) -> None:
    subprocess.run([*PROGRAM, "add", "Ada Lovelace @ Acme"], env=environment(), check=True)
    database = isolated / "data" / "ii-tui" / "ii.db"
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("[1 Today]")
        # The same file, so that nothing says it was replaced.
        with database.open("r+b") as file:
            file.write(b"garbage " * (database.stat().st_size // 8))
        terminal.send("3")
        assert terminal.wait_exit() == 1
        said = "".join(terminal.screen())  # the path may wrap
        assert f"The database cannot be read: {database} is damaged" in said
        assert "ii-tui restore FILE" in said
        assert "bug" not in said
    assert not (isolated / "state" / "ii-tui" / "crashes").exists()
