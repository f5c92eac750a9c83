"""A long import by the command line: how far it is, on a terminal and nowhere else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.make_connections import connections_csv
from tests.pty.term import Terminal, environment

PROGRAM = [sys.executable, "-m", "ii_tui"]
MANY = 6_000


@pytest.fixture
def exported(isolated: Path) -> dict[str, Path]:
    """One network as LinkedIn's file and as an export of ours."""
    csv, json = isolated / "Connections.csv", isolated / "all.json"
    csv.write_bytes(connections_csv(MANY))
    for arguments in (["import", str(csv)], ["export", "-o", str(json)]):
        subprocess.run([*PROGRAM, "--db", str(isolated / "first.db"), *arguments], check=True)
    return {"csv": csv, "json": json}


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_terminal_is_told_how_far_it_is(
    isolated: Path, exported: dict[str, Path], kind: str
) -> None:
    file = exported[kind]
    with Terminal([*PROGRAM, "--db", str(isolated / "x.db"), "import", str(file)]) as terminal:
        assert terminal.wait_exit() == 0, terminal.text
        told = re.findall(rf"\rReading {file.name}: (\d+)%".encode(), terminal.raw)
        assert len(told) > 3
        assert list(map(int, told)) == sorted(map(int, told))
        assert b"Looking who is new" in terminal.raw
        report = f"{MANY:,} new, 0 updated, 0 unchanged, 0 rejected."
        assert terminal.text.strip() == report, "the line is gone again"


def test_a_pipe_is_told_nothing(isolated: Path, exported: dict[str, Path]) -> None:
    done = subprocess.run(
        [*PROGRAM, "--db", str(isolated / "x.db"), "import", str(exported["csv"])],
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


def test_a_small_file_is_not_worth_a_line(isolated: Path) -> None:
    file = isolated / "Connections.csv"
    file.write_bytes(connections_csv(3))
    with Terminal([*PROGRAM, "--db", str(isolated / "x.db"), "import", str(file)]) as terminal:
        assert terminal.wait_exit() == 0
        assert b"Reading" not in terminal.raw
