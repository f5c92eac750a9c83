"""The line that brings a file from the laptop: it names this machine and this database."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from ii_tui.services.far_end import import_line

HOME = {"HOME": "/home/ada", "USER": "ada"}
USUAL = Path("/home/ada/.local/share/ii-tui/ii.db")


@pytest.mark.parametrize(
    ("ssh", "line"),
    [
        ("", "ssh box ii-tui import - < Connections.csv"),
        ("10.0.0.2 50000 10.0.0.1 22", "ssh ada@10.0.0.1 ii-tui import - < Connections.csv"),
        (
            "10.0.0.2 50000 10.0.0.1 2222",
            "ssh -p 2222 ada@10.0.0.1 ii-tui import - < Connections.csv",
        ),
    ],
)
def test_where_the_program_runs(ssh: str, line: str) -> None:
    assert import_line(USUAL, HOME | ({"SSH_CONNECTION": ssh} if ssh else {})) == line


def test_another_database_is_named_so_that_two_shells_leave_it_whole() -> None:
    line = import_line(Path("/data/my search.db"), HOME)
    here = shlex.split(line.partition(" < ")[0])
    assert here[:2] == ["ssh", "box"]
    assert shlex.split(here[2]) == ["ii-tui", "--db", "/data/my search.db", "import", "-"]
