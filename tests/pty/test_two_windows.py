"""Two programs on one database: what one does the other shows, and neither loses a text."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.term import Terminal, environment

PROGRAM = [sys.executable, "-m", "ii_tui"]


@pytest.fixture
def database(isolated: Path) -> Path:
    """A database with two people, and my name."""
    settings = isolated / "config" / "ii-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[me]\nname = "Robin Ellis"\n')
    command("add", "Ada Byron @ Northwind")
    command("add", "Grace Hopper @ Navy")
    return isolated / "data" / "ii-tui" / "ii.db"


def command(*words: str) -> None:
    subprocess.run([*PROGRAM, *words], env=environment(), check=True, capture_output=True)


def drafts(database: Path) -> list[str]:
    with sqlite3.connect(database, timeout=60) as db:
        return [body for (body,) in db.execute("SELECT body FROM draft ORDER BY id")]


def has(database: Path, *words: str) -> Callable[[], bool]:
    """Whether the drafts together hold all of the words."""
    return lambda: all(any(word in body for body in drafts(database)) for word in words)


def writing(terminal: Terminal) -> None:
    """A composer for Ada."""
    terminal.wait_for("[1 Today")
    terminal.send("3")
    terminal.wait_for(">Ada Byron")
    terminal.send("m")
    terminal.wait_for("ctrl+o more")


def test_what_the_command_line_does_shows_and_moves_nothing(database: Path) -> None:
    with Terminal(PROGRAM) as terminal:
        terminal.wait_for("[1 Today")
        terminal.send("3")
        terminal.wait_for(">Ada Byron")
        terminal.send("j")
        terminal.wait_for(">Grace Hopper")
        command("add", "Alan Turing @ Bletchley")
        terminal.wait_for("Alan Turing")
        assert ">Grace Hopper" in terminal.text
        # A filter that is being typed keeps its words and the keys.
        terminal.send("/nor")
        terminal.wait_for("1 of 3")
        command("add", "Nora Barnacle @ Northwind")
        terminal.wait_for("Nora Barnacle")
        terminal.send("th")
        terminal.wait_for("/ north")
        terminal.send("\x1b")
        terminal.wait_for("esc back to the list")
        terminal.send("\x1b")
        terminal.wait_for("/ filter")
        terminal.send("2")
        terminal.wait_for("[2 Board]")
        command("move", "Ada Byron", "requested")
        terminal.wait_for("Ada Byron")


def test_one_message_in_two_windows(database: Path) -> None:
    with Terminal(PROGRAM) as one, Terminal(PROGRAM) as two:
        writing(one)
        writing(two)
        one.send("alpha")
        # Nothing was written there yet: it goes on with what was written here.
        two.wait_for("alpha")
        one.wait_for(has(database, "alpha"))
        one.send("bravo")
        two.send("charlie")
        one.wait_for(has(database, "bravo", "charlie"))
        # Whoever was second has a draft of its own, or went on with the other's text.
        one.wait_for(lambda: all(word in one.text + two.text for word in ("bravo", "charlie")))
        one.signal(signal.SIGKILL)
        one.wait_exit()
        two.send("delta")
        two.wait_for(has(database, "bravo", "charlie", "delta"))
        two.send("\x1b")
        two.wait_for("Kept as a draft.")
        assert has(database, "bravo", "charlie", "delta")()
        two.send("q")
        assert two.wait_exit() == 0
