"""The program itself in a real terminal: the first run, the demo, the places, colors, the end."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pty.term import Terminal, environment

PROGRAM = [sys.executable, "-m", "ii_tui"]
INVITATION = "Who would you like to talk to?"
DATABASE = Path("data") / "ii-tui" / "ii.db"

_SGR = re.compile(rb"\x1b\[([0-9;]*)m")


def start(
    *arguments: str, env: Mapping[str, str | None] | None = None, columns: int = 80, rows: int = 24
) -> Terminal:
    """The program in a terminal of its own, at Tuesday 24 November 2026."""
    now = {"II_TUI_NOW": "2026-11-24T09:00:00+00:00"}
    return Terminal([*PROGRAM, *arguments], env=now | dict(env or {}), columns=columns, rows=rows)


def invited(terminal: Terminal) -> None:
    """Waits for the first question of an empty database, and puts it away."""
    terminal.wait_for("A person")
    terminal.send("\x1b")
    terminal.wait_for("Skipped.")


def left_well(terminal: Terminal, code: int = 0) -> None:
    """The program ended with `code`, and the terminal is as it was before."""
    assert terminal.wait_exit() == code, terminal.text
    assert not terminal.on_alternate_screen
    assert not terminal.cursor_hidden
    assert terminal.modes() == terminal.modes_before
    assert terminal.survivors() == []
    assert terminal.text.strip() == ""


def colors(raw: bytes) -> set[str]:
    """The ways in which the output asked for a color: "basic", "256", "true"."""
    found = set()
    for sequence in _SGR.findall(raw):
        numbers = [int(one or 0) for one in sequence.split(b";")]
        while numbers:
            first = numbers.pop(0)
            if first in {38, 48}:
                deep = numbers.pop(0) == 2
                found.add("true" if deep else "256")
                del numbers[: 3 if deep else 1]
            elif first in {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}:
                found.add("basic")
    return found


@pytest.mark.parametrize("key", ["q", "\x11"], ids=["q", "ctrl+q"])
def test_an_empty_database_invites_and_is_left(isolated: Path, key: str) -> None:
    with start() as terminal:
        terminal.wait_for(INVITATION)
        invited(terminal)
        assert "[1 Today]" in terminal.screen()[0]
        assert "Connections.csv" in terminal.text
        terminal.send(key)
        left_well(terminal)
    assert (isolated / DATABASE).stat().st_mode & 0o777 == 0o600


def test_what_is_typed_behind_the_last_key_is_nobodys(isolated: Path) -> None:
    with start() as terminal:
        invited(terminal)
        terminal.send("qjjj?jjj")
        left_well(terminal)


def test_the_first_question_is_asked_once(isolated: Path) -> None:
    with start() as terminal:
        invited(terminal)
        terminal.send("q")
        left_well(terminal)
    with start() as terminal:
        terminal.wait_for(INVITATION)
        terminal.wait_for("n new")
        terminal.send("q")
        left_well(terminal)
        assert b"esc skips this for good" not in terminal.raw


def test_a_person_added_by_command_is_there(isolated: Path) -> None:
    subprocess.run([*PROGRAM, "add", "Ada Lovelace @ Acme"], env=environment(), check=True)
    with start() as terminal:
        terminal.wait_for("[1 Today]")
        terminal.send("3")
        terminal.wait_for("Ada Lovelace")
        terminal.send("q")
        left_well(terminal)


def test_the_demo_opens_on_today_and_shows_all_places(isolated: Path) -> None:
    with start("--demo", columns=120, rows=40) as terminal:
        terminal.wait_for("NOW")
        assert "[1 Today" in terminal.screen()[0]
        assert "demo" in terminal.screen()[0]
        for key, title, words in (
            ("2", "[2 Board]", "CONNECT"),
            ("3", "[3 Contacts]", "people"),
            ("4", "[4 Companies]", "Northwind"),
            ("5", "[5 Messages]", "draft"),
            ("6", "[6 Meetings]", "COMING"),
            ("7", "[7 Figures]", "ON THE BOARD"),
            ("1", "[1 Today", "NOW"),
        ):
            terminal.send(key)
            terminal.wait_for(title)
            terminal.wait_for(words)
        terminal.send("?")
        terminal.wait_for("five steps")
        terminal.send("\x1b")
        # Sent at once, escape and q would be alt+q.
        terminal.wait_for(lambda: "five steps" not in terminal.text)
        terminal.send("q")
        left_well(terminal)
    assert not (isolated / DATABASE).exists()  # nothing of it is kept


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"NO_COLOR": "1"}, set()),
        ({"TERM": "xterm"}, {"basic"}),
        ({"TERM": "linux"}, {"basic"}),
        ({"TERM": "xterm-256color"}, {"256"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"true"}),
    ],
    ids=["no color", "xterm", "linux", "256", "true color"],
)
def test_colors(isolated: Path, env: dict[str, str | None], expected: set[str]) -> None:
    with start(env=env) as terminal:
        invited(terminal)
        terminal.send("q")
        left_well(terminal)
        assert colors(terminal.raw) == expected


def test_a_dumb_terminal_is_told_so(isolated: Path) -> None:
    for extra in ({}, {"COLORTERM": "truecolor"}):
        with start(env={"TERM": "dumb"} | extra) as terminal:
            assert terminal.wait_exit() == 2
            said = " ".join(terminal.text.split())
            assert "calls itself dumb" in said
            assert "ii-tui today" in said
            assert b"\x1b" not in terminal.raw
    assert not (isolated / DATABASE).exists()


def test_forty_columns(isolated: Path) -> None:
    with start(columns=40) as terminal:
        invited(terminal)
        assert max(map(len, terminal.screen())) <= 40
        for key in "234567":
            terminal.send(key)
            terminal.wait_for(lambda: f"[{key}" in terminal.text)  # noqa: B023 - waited for here
        terminal.send("q")
        left_well(terminal)


def test_asked_to_end_it_ends(isolated: Path) -> None:
    with start() as terminal:
        invited(terminal)
        terminal.signal(signal.SIGTERM)
        left_well(terminal, 128 + signal.SIGTERM)


def test_a_terminal_that_goes_away_takes_the_program_along(isolated: Path) -> None:
    with start() as terminal:
        invited(terminal)
        terminal.close_master()
        assert terminal.wait_exit() == 128 + signal.SIGHUP
        assert terminal.survivors() == []


def test_a_database_that_cannot_be_opened_is_told_before_the_screen(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("not a database " * 100)
    with start("--db", str(wrong)) as terminal:
        assert terminal.wait_exit() == 3
        assert "cannot be read" in terminal.text
        assert b"\x1b[?1049h" not in terminal.raw
        assert terminal.modes() == terminal.modes_before
