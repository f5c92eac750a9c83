"""The first five minutes in a real terminal, by nothing but the keyboard."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.pty.term import Terminal
from tests.pty.test_program import left_well, start

SIZES = ((80, 24), (40, 24), (200, 60))
CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
BLOCKS = re.compile(r"(\d+) blocks?\b")
REVERSED = re.compile(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m\{")


def blocks(terminal: Terminal) -> int:
    """What the composer's counter says stands against the text."""
    found = BLOCKS.search(terminal.text)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_from_an_empty_database_to_waiting(isolated: Path, columns: int, rows: int) -> None:
    with start(columns=columns, rows=rows, env={"SSH_CONNECTION": "1 2 3 22"}) as terminal:
        # 1. One line: a person.
        terminal.wait_for("Who would you like to talk to?")
        terminal.wait_for("esc skip")
        terminal.send("Ada Lovelace\r")
        # 2. One key; none is suggested, so enter answers nothing.
        terminal.wait_for("How well do you know Ada")
        terminal.wait_for("c a s answer")
        terminal.send("\r")
        terminal.send("s")
        # 3. The fitting draft, my own name asked in place.
        terminal.wait_for("What is your name?")
        terminal.send("Bea Brown\r")
        terminal.wait_for(lambda: "{my_" not in terminal.text and "Bea" in terminal.text)
        terminal.wait_for(lambda: blocks(terminal) > 0)
        while left := blocks(terminal):
            terminal.send("work\t")
            terminal.wait_for(lambda: blocks(terminal) < left)
        terminal.wait_for("+ ready")
        terminal.send("\x13")
        terminal.wait_for("Sent?")
        terminal.wait_for("Sent to your terminal's clipboard.")
        copied = CLIPBOARD.findall(terminal.raw)
        assert "work" in base64.b64decode(copied[-1]).decode()
        # 4. Back on Today; on the board the card has moved; undo and redo.
        terminal.send("y")
        terminal.wait_for("Waiting on them; r when")
        terminal.send("2")
        terminal.wait_for("[2 Board]")
        terminal.wait_for(lambda: re.search(r"warming +1\b", terminal.text))
        terminal.send("u")
        terminal.wait_for(lambda: re.search(r"identified +1\b", terminal.text))
        terminal.send("\x12")
        terminal.wait_for(lambda: re.search(r"warming +1\b", terminal.text))
        # 5. Bring everyone: where the file comes from, and the line for the laptop.
        terminal.send("1")
        terminal.wait_for("[1 Today")
        terminal.send("G")
        terminal.wait_for("BRING EVERYONE" if columns > 40 else "bring everyone")
        terminal.wait_for(
            lambda: (
                "import - < Connections.csv" in " ".join(terminal.text.replace("│", " ").split())
            )
        )
        # 6. Help: nine keys.
        terminal.send("?")
        terminal.wait_for("The seven places")
        terminal.send("m")
        terminal.wait_for("The method in five steps")
        terminal.send("\x1b")
        terminal.wait_for(lambda: "The method in five" not in terminal.text)
        terminal.send("q")
        left_well(terminal)


@pytest.mark.parametrize(
    "env",
    [{"NO_COLOR": "1"}, {"TERM": "xterm"}, {"TERM": "screen"}],
    ids=["none", "xterm", "screen"],
)
def test_the_blank_that_is_selected_is_seen_without_colors(
    isolated: Path, env: dict[str, str | None]
) -> None:
    with start(env=env) as terminal:
        terminal.wait_for("esc skip")
        terminal.send("Ada Lovelace\r")
        terminal.wait_for("c a s answer")
        terminal.send("a")
        terminal.wait_for("What is your name?")
        terminal.send("\x1b")
        terminal.wait_for("esc leave")
        terminal.wait_for(lambda: REVERSED.search(terminal.raw))
        terminal.send("\x11")
        left_well(terminal)


def test_ctrl_c_stops_nothing(isolated: Path) -> None:
    with start() as terminal:
        terminal.wait_for("esc skip")
        terminal.send("\x03")
        terminal.wait_for("Nothing was stopped. q or ctrl+q leaves.")
        terminal.send("\x1b")
        terminal.wait_for("Skipped.")
        terminal.send("\x03")
        terminal.wait_for("Nothing was stopped.")
        terminal.send("\x11")
        left_well(terminal)
