"""Tests that need a missing program are left out by name; under CI they fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pty.term import environment

SUITE = """
import pytest

def test_plain():
    pass

@pytest.mark.needs("tmux")
def test_one():
    pass

@pytest.mark.needs("tmux", "screen")
@pytest.mark.parametrize("turn", [1, 2])
def test_two(turn):
    pass

@pytest.mark.needs("sh")
def test_there():
    pass
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A test suite of its own, and a PATH with nothing but a shell."""
    (tmp_path / "test_suite.py").write_text(SUITE)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = needs(program): x\n")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "sh").symlink_to("/bin/sh")
    return tmp_path


def run(suite: Path, *options: str, **env: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.needs", *options],
        cwd=suite,
        env=environment({"PATH": str(suite / "tools"), "CI": None} | env),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("options", [["-p", "no:xdist"], ["-n", "2"]])
def test_left_out_by_name(suite: Path, options: list[str]) -> None:
    code, said = run(suite, *options)
    assert code == 0, said
    assert "2 passed" in said
    assert "skipped" not in said
    assert "left out: 3 tests that need tmux: apt-get install tmux" in said
    assert said.count("left out") == 1


@pytest.mark.parametrize("options", [["-p", "no:xdist"], ["-n", "2"]])
def test_a_failure_under_ci(suite: Path, options: list[str]) -> None:
    code, said = run(suite, *options, CI="true")
    assert code == 1, said
    assert "2 passed" in said
    assert "needs tmux: apt-get install tmux" in said
    assert "left out" not in said


def test_nothing_is_said_when_all_is_there(suite: Path) -> None:
    for program in ("tmux", "screen"):
        (suite / "tools" / program).symlink_to("/bin/sh")
    code, said = run(suite, "-p", "no:xdist")
    assert code == 0, said
    assert "5 passed" in said
    assert "left out" not in said
