"""The driver: keys in bursts as a lagging link sends them, an end of input, a quick quit."""

from __future__ import annotations

import inspect
import os
import sys
import time

import pytest
from textual import events
from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from ii_tui.ui.textual_patches.driver import SafeParser
from tests.pty.term import Terminal


def parsed(*packets: str) -> list[Message]:
    """What comes of packets, and of the wait after each that lets a lone escape be one."""
    parser, found = SafeParser(), []
    for packet in packets:
        found += list(parser.feed(packet))
        if parser._timeout_time is not None:
            parser._timeout_time = 0.0
        found += list(parser.tick())
    return found


def keys(*packets: str) -> list[tuple[str, str | None]]:
    return [(each.key, each.character) for each in parsed(*packets) if isinstance(each, events.Key)]


def test_alt_and_a_letter_types_nothing() -> None:
    assert keys("\x1bc") == [("alt+c", None)]
    assert keys("\x1bC") == [("alt+shift+c", None)]
    assert keys("\x1b7") == [("alt+7", None)]
    assert keys("\x1b.") == [("alt+full_stop", None)]


def test_what_follows_in_the_packet_is_typed_at_once() -> None:
    assert keys("a\x1bcb") == [("a", "a"), ("alt+c", None), ("b", "b")]


def test_bursts_of_escapes_type_nothing() -> None:
    assert [key for key, _ in keys("\x1bc\x1bX\x1bd")] == ["alt+c", "alt+shift+x", "alt+d"]
    assert not [text for _, text in keys("\x1bP\x1b[\x1b]\x1b[A") if text == "^"]
    assert keys("\x1bc\x1b[A") == [("alt+c", None), ("up", None)]
    assert keys("\x1bc\x1b") == [("alt+c", None), ("escape", "\x1b")]


def test_escape_alone_is_escape() -> None:
    assert keys("\x1b", "c") == [("escape", "\x1b"), ("c", "c")]
    assert [key for key, _ in keys("\x1b\x1b")] == ["escape", "escape"]


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1bOA", "up"),
        ("\x1bOP", "f1"),
        ("\x1b[3~", "delete"),
        ("\x1b[1;5C", "ctrl+right"),
        ("\x1bb", "ctrl+left"),
        ("\x1bf", "ctrl+right"),
        ("\x1b[Z", "shift+tab"),
        ("\x1b[99;3u", "alt+c"),
        ("\x01", "ctrl+a"),
        ("\r", "enter"),
        ("ł", "ł"),
    ],
)
def test_other_keys_are_as_they_were(sequence: str, key: str) -> None:
    assert [name for name, _ in keys(sequence)] == [key]


PASTED = "one \x1bc two \x1b[31m \x1b[A \x1b]0;x\x07 \x1b[200~\x00three"


def pastes(*packets: str) -> list[str]:
    found = parsed(*packets)
    assert not [each for each in found if isinstance(each, events.Key)]
    return [each.text for each in found if isinstance(each, events.Paste)]


def test_a_paste_presses_no_keys() -> None:
    text = PASTED.replace("\x00", "")
    assert pastes(f"\x1b[200~{PASTED}\x1b[201~") == [text]
    assert pastes(f"\x1b[200~{PASTED}\x1b[201~\x1b[200~x\x1b[201~") == [text, "x"]


def test_a_paste_in_pieces_is_one() -> None:
    whole = f"\x1b[200~{PASTED}\x1b[201~"
    for cut in range(1, len(whole)):
        parser = SafeParser()
        found = [*parser.feed(whole[:cut]), *parser.feed(whole[cut:])]
        assert [type(each) for each in found] == [events.Paste], cut
    parser = SafeParser()
    assert len([event for char in whole for event in parser.feed(char)]) == 1


def test_keys_around_a_paste_are_keys() -> None:
    found = parsed("a\x1b[Ab\x1b[200~text\x1b[201~c\x1b[B")
    assert [each.key if isinstance(each, events.Key) else "paste" for each in found] == [
        "a", "up", "b", "paste", "c", "down"
    ]  # fmt: skip


def test_a_mouse_and_an_answer_are_as_they_were() -> None:
    (move,) = parsed("\x1b[<35;5;6M")
    assert isinstance(move, events.MouseMove)
    assert [type(each).__name__ for each in parsed("\x1b[?2026;2$y")] == [
        "TerminalSupportsSynchronizedOutput"
    ]


def test_what_is_leaned_on_is_there() -> None:
    assert "sequence_to_key_events = self._sequence_to_key_events" in inspect.getsource(
        XTermParser.parse
    )
    assert "self._timeout_time" in inspect.getsource(Parser.tick)
    stop = inspect.getsource(LinuxDriver.disable_input)
    assert "self.exit_event.set()" in stop
    assert "self._key_thread.join()" in stop
    assert "self.exit_event.clear()" in stop


PROGRAM = """
import os, sys, threading
from textual.widgets import Static
from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app

class Program(SafeApp[None]):
    def compose(self):
        yield Static("open", id="state")
    def on_key(self, event):
        if event.key == "s":
            with self.suspend():
                print("suspended", flush=True)
                input()
        elif event.key == "x":
            os.close(0)
            os.open(os.devnull, os.O_RDONLY)
        else:
            self.query_one("#state").update("got " + event.key)

sys.exit(run_app(Program(), lambda: None))
"""


def test_keys_come_again_after_a_suspension() -> None:
    with Terminal([sys.executable, "-c", PROGRAM]) as terminal:
        terminal.wait_for("open")
        for turn in "ab":
            terminal.send(turn)
            terminal.wait_for(f"got {turn}")
            terminal.send("s")
            terminal.wait_for("suspended")
            terminal.send("\n")
            terminal.wait_for(lambda: terminal.on_alternate_screen)
        # Until the modes are set again the terminal itself takes ctrl+q, for flow control.
        terminal.send("c")
        terminal.wait_for("got c")
        terminal.send("\x11")
        assert terminal.wait_exit() == 0


def test_an_input_that_ends_without_hanging_up_ends_the_app() -> None:
    """/dev/null in place of the terminal reads as nothing for ever, and polls as no hang-up."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    with Terminal([sys.executable, "-c", PROGRAM], stdin=nothing) as terminal:
        os.close(nothing)
        assert terminal.wait_exit() == 129
        assert not terminal.on_alternate_screen


def test_waiting_for_a_key_costs_nothing() -> None:
    with Terminal([sys.executable, "-c", PROGRAM]) as terminal:
        terminal.wait_for("open")
        terminal.send("a")
        terminal.wait_for("got a")
        before = switches(terminal.process.pid)
        started = time.monotonic()
        terminal.wait_for(lambda: time.monotonic() - started > 1.0)
        # Textual's own input thread alone looks ten times a second.
        assert switches(terminal.process.pid) - before <= 8


def switches(pid: int) -> int:
    """How often the threads of a process went to sleep so far."""
    found = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status") as status:
            found += sum(int(line.split()[1]) for line in status if line.startswith("voluntary"))
    return found
