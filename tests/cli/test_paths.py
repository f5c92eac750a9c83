"""Paths that nobody can use: every command says so in words, and none takes it for a bug."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Program

TOO_LONG = "x" * 300
NOBODYS_HOME = "~nobody-of-that-name/file"
WAYS = {
    "export": ("export", "-o", "{}"),
    "calendar": ("export", "--as", "ics", "-o", "{}"),
    "backup": ("backup", "{}"),
    "restore": ("restore", "{}"),
    "import": ("import", "{}"),
    "draft": ("compose", "1", "reconnect", "--text", "{}"),
    "meeting": ("meet", "1", "--at", "tomorrow 10:00", "--ics", "{}"),
    "database": ("--db", "{}", "today"),
}


CASES = [
    pytest.param(way, path, id=f"{name}-{which}")
    for name, way in WAYS.items()
    for which, path in (("too long", TOO_LONG), ("nobody's home", NOBODYS_HOME))
    # A database would be made in a folder of that name.
    if name != "database" or path == TOO_LONG
]


@pytest.mark.parametrize(("way", "path"), CASES)
def test_a_path_that_cannot_be(
    ii: Program,
    ada: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: tuple[str, ...],
    path: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ii(*(word.format(path) for word in way))
    assert said.code in {1, 2, 3}
    assert "bug" not in said.err
    assert path[:40] in said.err
    assert not list(tmp_path.rglob("file"))


def test_a_restore_into_a_folder_that_is_a_file(ii: Program, ada: str, tmp_path: Path) -> None:
    backup = tmp_path / "mine.db"
    ii.ok("backup", str(backup))
    (tmp_path / "file").touch()
    said = ii("--db", str(tmp_path / "file" / "ii.db"), "restore", str(backup))
    assert said.code == 1
    assert "Not restored" in said.err
    assert str(tmp_path / "file") in said.err


@pytest.mark.parametrize("name", ["pipe", "/dev/null", "/dev/zero"])
def test_a_database_that_is_no_file(ii: Program, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "pipe":
        os.mkfifo(path)
    said = ii("--db", str(path), "today")
    assert said.code == 2
    assert "device or a pipe" in said.err


def test_a_text_that_never_ends(ii: Program, ada: str) -> None:
    said = ii("compose", ada, "reconnect", "--text", "/dev/zero")
    assert (said.code, said.out) == (2, "")
    assert "Too long" in said.err
    assert ii("compose", ada, "reconnect", "--text", "-", stdin=b"x" * 2_000_000).code == 2
