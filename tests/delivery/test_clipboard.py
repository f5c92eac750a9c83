"""The clipboard: through tmux or screen, by OSC 52, by a program of the desktop; honest words."""

from __future__ import annotations

import base64
import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ii_tui.delivery.clipboard import CHUNK, MOST, Copied, copy, osc52, screen_chunks
from tests.pty.term import Terminal, environment
from tests.pty.tmux import Tmux

TEXT = "Dear Ada,\n\n\tcould I ask you about \"engines\"? Łódź, 次, 'x' $(y) `z`\n"
HINT = "Nothing to paste? ctrl+o, plain view."

# Copies what stands in a file, in a terminal of its own, and says which way it went.
PROGRAM = """
import json, os, sys
from ii_tui.delivery.clipboard import copy
def write(sequence):
    sys.stdout.write(sequence)
    sys.stdout.flush()
done = copy(open(sys.argv[1], encoding="utf-8").read(), os.environ, write)
print()
print("how:", done.how)
print("words:", done.words, flush=True)
input()
"""


@pytest.fixture
def no_tools(tmp_path: Path) -> dict[str, str]:
    """An environment without any program that copies."""
    empty = tmp_path / "empty"
    empty.mkdir()
    return {"PATH": str(empty), "HOME": str(tmp_path)}


def fake(folder: Path, name: str, code: int = 0, *, hang: bool = False) -> None:
    """A program that writes what it was given beside itself, as a real one takes it away."""
    program = folder / name
    program.write_text(
        f"#!{sys.executable}\n"
        "import json, os, sys\n"
        "text = sys.stdin.buffer.read().decode()\n"
        f"json.dump([sys.argv[1:], text], open({str(program)!r} + '.got', 'w'))\n"
        + ("os.read(os.pipe()[0], 1)\n" if hang else "")
        + f"raise SystemExit({code})\n"
    )
    program.chmod(stat.S_IRWXU)


def got(folder: Path, name: str) -> tuple[list[str], str]:
    argv, text = json.loads((folder / f"{name}.got").read_text())
    return argv, text


def clipboard_of(raw: bytes) -> str | None:
    """What a terminal that understands OSC 52 has on its clipboard after these bytes."""
    found = re.findall(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", raw)
    return base64.b64decode(found[-1]).decode() if found else None


# The sequences


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_osc52_is_one_sequence_of_plain_characters(text: str) -> None:
    sequence = osc52(text)
    assert clipboard_of(sequence.encode("ascii")) == text
    assert not re.search(r"[\x00-\x1f]", sequence[1:-1])


@given(st.integers(0, 5000))
def test_chunks_for_screen_join_to_the_sequence_and_fit(size: int) -> None:
    sequence = osc52("x" * size)
    chunks = list(screen_chunks(sequence))
    assert all(len(chunk) <= CHUNK + 4 < 768 for chunk in chunks)
    assert all(chunk.startswith("\x1bP") and chunk.endswith("\x1b\\") for chunk in chunks)
    assert "".join(chunk[2:-2] for chunk in chunks) == sequence


# The chain


def test_osc52_when_there_is_nothing_else(no_tools: dict[str, str]) -> None:
    written: list[str] = []
    assert copy(TEXT, no_tools, written.append) == Copied(
        "osc52", f"Sent to your terminal's clipboard. {HINT}"
    )
    assert written == [osc52(TEXT)]


def test_nowhere_to_go(no_tools: dict[str, str]) -> None:
    done = copy(TEXT, no_tools, None)
    assert done.how == "none"
    assert "Sent" not in done.words
    assert "file" in done.words


def test_too_long_for_a_terminal_is_not_sent(no_tools: dict[str, str]) -> None:
    written: list[str] = []
    assert copy("é" * (MOST // 2), no_tools, written.append).how == "osc52"
    written.clear()
    for more in ({}, {"STY": "1.x"}):
        done = copy("é" * (MOST // 2 + 1), no_tools | more, written.append)
        assert done.how == "none"
        assert "75 kB is more than the 74 kB" in done.words
        assert "not sent" in done.words
        assert "plain view" in done.words
    assert written == []


@pytest.mark.parametrize(
    ("program", "display", "argv"),
    [
        ("pbcopy", {}, []),
        ("wl-copy", {"WAYLAND_DISPLAY": "wayland-0"}, ["--type", "text/plain"]),
        ("xclip", {"DISPLAY": ":0"}, ["-selection", "clipboard", "-in"]),
    ],
)
def test_the_desktops_program_unless_over_ssh(
    program: str, display: dict[str, str], argv: list[str], tmp_path: Path
) -> None:
    fake(tmp_path, program)
    env = {"PATH": str(tmp_path)} | display
    written: list[str] = []
    assert copy(TEXT, env, written.append) == Copied(
        program,  # type: ignore[arg-type]
        "Copied to the clipboard.",
    )
    assert got(tmp_path, program) == (argv, TEXT)
    assert written == []
    (tmp_path / f"{program}.got").unlink()
    for variable in ("SSH_CONNECTION", "SSH_TTY"):
        assert copy(TEXT, env | {variable: "x"}, written.append).how == "osc52"
    assert not (tmp_path / f"{program}.got").exists()


def test_a_program_without_its_display_is_left_alone(tmp_path: Path) -> None:
    for program in ("wl-copy", "xclip"):
        fake(tmp_path, program)
    assert copy(TEXT, {"PATH": str(tmp_path)}, lambda _: None).how == "osc52"


def test_a_program_that_fails_is_passed_over(tmp_path: Path) -> None:
    fake(tmp_path, "wl-copy", code=1)
    fake(tmp_path, "xclip")
    env = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert copy(TEXT, env, None).how == "xclip"


def test_a_tmux_that_fails_or_hangs_is_passed_over(tmp_path: Path) -> None:
    written: list[str] = []
    env = {"PATH": str(tmp_path), "TMUX": "/gone,1,0", "SSH_TTY": "/dev/pts/1"}
    assert copy(TEXT, env, written.append).how == "osc52"  # no tmux in the PATH
    fake(tmp_path, "tmux", code=1)
    assert copy(TEXT, env, written.append).how == "osc52"
    fake(tmp_path, "tmux", hang=True)
    assert copy(TEXT, env, written.append).how == "osc52"
    assert written == [osc52(TEXT)] * 3


def test_an_old_tmux_without_w_says_less(tmp_path: Path) -> None:
    program = tmp_path / "tmux"
    program.write_text('#!/bin/sh\n[ "$2" = - ] || exit 1\n')
    program.chmod(stat.S_IRWXU)
    done = copy(TEXT, {"PATH": str(tmp_path), "TMUX": "/old,1,0"}, lambda _: None)
    assert done.how == "tmux"
    assert "sent" not in done.words.lower()


# Through the real thing


def test_osc52_through_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "text").write_text(TEXT)
    argv = [sys.executable, "-c", PROGRAM, str(tmp_path / "text")]
    with Terminal(argv, env={"SSH_TTY": "/dev/pts/1"}) as terminal:
        terminal.wait_for("how: osc52")
        assert clipboard_of(terminal.raw) == TEXT


@pytest.mark.needs("tmux")
def test_tmux_sends_it_on_to_the_terminal_it_is_shown_on(tmp_path: Path) -> None:
    (tmp_path / "text").write_text(TEXT)
    (tmp_path / "go").mkdir()
    os.mkfifo(tmp_path / "go" / "fifo")
    # It waits until the terminal is attached, for a clipboard without a terminal is nobody's.
    code = f"open({str(tmp_path / 'go' / 'fifo')!r}).read()\n{PROGRAM}"
    with Tmux([sys.executable, "-c", code, str(tmp_path / "text")]) as tmux:
        attach = [*tmux.command, "attach-session", "-t", "ii"]
        outer = {name: tmux.env[name] for name in ("TMUX_TMPDIR",)}
        with Terminal(attach, env=outer) as terminal:
            terminal.wait_raw(b"\x1b[?1049h")
            tmux.wait_for(lambda: tmux.run("list-clients").count("\n") == 2)
            (tmp_path / "go" / "fifo").write_text("go")
            tmux.wait_for("how: tmux")
            assert "Sent to tmux and to your terminal." in tmux.text
            assert tmux.buffer() == TEXT
            terminal.wait_for(lambda: clipboard_of(terminal.raw) == TEXT)


@pytest.mark.needs("tmux")
def test_tmux_with_its_clipboard_off_is_not_said_to_send() -> None:
    with Tmux(["sleep", "600"]) as tmux:
        tmux.run("set-option", "-s", "set-clipboard", "off")
        done = copy(TEXT, tmux.inside, None)
        assert done.how == "tmux"
        assert "sent" not in done.words
        assert tmux.buffer() == TEXT


@pytest.mark.needs("tmux")
def test_a_long_text_stays_in_tmux() -> None:
    long = "x" * (MOST + 1)
    with Tmux(["sleep", "600"]) as tmux:
        done = copy(long, tmux.inside, None)
        assert done.how == "tmux"
        assert "too long for your terminal's clipboard" in done.words
        assert tmux.buffer() == long


@pytest.mark.needs("screen")
@pytest.mark.parametrize("size", [1, 60])
def test_screen_hands_it_on_to_the_terminal(size: int, tmp_path: Path) -> None:
    (tmp_path / "text").write_text(TEXT * size)
    config = tmp_path / "screenrc"
    config.write_text("startup_message off\n")
    sockets = tmp_path / "screens"
    sockets.mkdir(mode=0o700)
    argv = [
        "screen",
        "-c",
        str(config),
        "-U",
        sys.executable,
        "-c",
        PROGRAM,
        str(tmp_path / "text"),
    ]
    with Terminal(argv, env={"SCREENDIR": str(sockets)}) as terminal:
        terminal.wait_for("how: screen")
        terminal.wait_for(lambda: clipboard_of(terminal.raw) == TEXT * size)
        terminal.send("\n")
        terminal.wait_exit()


def test_the_environment_of_the_tests_reaches_no_real_clipboard() -> None:
    assert not {"TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY"} & environment().keys()
