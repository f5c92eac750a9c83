"""What the terminal can do, told from the environment alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from rich.color import ColorSystem
from rich.console import Console

from ii_tui.ui.terminal import over_ssh, plain_theme_needed, terminal_problem
from tests.pty.term import environment


def test_an_ordinary_terminal_has_no_problem() -> None:
    assert terminal_problem({"TERM": "xterm-256color"}, True, True) is None
    assert terminal_problem({}, True, True) is None


@pytest.mark.parametrize("term", ["dumb", "unknown", "DUMB"])
def test_a_dumb_terminal_is_told_what_to_do(term: str) -> None:
    words = terminal_problem({"TERM": term, "COLORTERM": "truecolor"}, True, True)
    assert words is not None
    assert f"TERM={term}" in words
    assert "TERM=xterm-256color" in words
    assert "ii-tui --help" in words


def test_each_stream_that_is_no_terminal_is_named() -> None:
    env = {"TERM": "xterm"}
    assert "standard input" in str(terminal_problem(env, False, True))
    assert "standard output" in str(terminal_problem(env, True, False))
    assert "standard error" in str(terminal_problem(env, True, True, False))


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, False),
        ({"TERM": "linux", "COLORTERM": "24bit"}, False),
        ({"TERM": "xterm"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "vt100"}, True),
        ({"TERM": "xterm-16color"}, True),
        ({}, True),
    ],
)
def test_the_plain_theme_is_for_16_colors(environ: dict[str, str], plain: bool) -> None:
    assert plain_theme_needed(environ) is plain
    # The rule by which Textual's own console takes the colors down.
    console = Console(force_terminal=True, legacy_windows=False, _environ=environ)
    assert (console._detect_color_system() is ColorSystem.STANDARD) is plain


def test_the_plain_theme_is_for_no_color_and_for_who_asks() -> None:
    assert plain_theme_needed({"TERM": "xterm-256color", "NO_COLOR": "1"})
    assert plain_theme_needed({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"})
    assert not plain_theme_needed({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "truecolor"})


def test_ssh_is_known_by_either_variable() -> None:
    assert over_ssh({"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"})
    assert over_ssh({"SSH_TTY": "/dev/pts/3"})
    assert not over_ssh({"SSH_AUTH_SOCK": "/tmp/agent"})


def test_asking_costs_no_textual() -> None:
    code = "import sys, ii_tui.ui.terminal; print('textual' in sys.modules, 'rich' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True
    )
    assert done.stdout.split() == ["False", "False"]
