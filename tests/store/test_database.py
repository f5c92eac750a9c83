"""Opening a database: pragmas, modes, journal, and files that are not ours."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from ii_tui.errors import Corrupt, Newer, Nothing, Usage
from ii_tui.store import backups
from ii_tui.store.database import BUSY_MS, DRAW_BUSY_MS, Store
from ii_tui.store.driver import sqlite
from ii_tui.store.filesystem import file_system, journal_mode
from ii_tui.store.header import APPLICATION_ID
from ii_tui.store.migrations import STEPS
from tests.store.making import AT, contact


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_pragmas_of_a_lasting_store(path: Path) -> None:
    store = Store.open(path, path.parent / "backups")
    for db, busy in ((store.db, BUSY_MS), (store.reader, DRAW_BUSY_MS)):
        assert {
            name: db.value(f"PRAGMA {name}")
            for name in (
                "synchronous",
                "foreign_keys",
                "busy_timeout",
                "trusted_schema",
                "secure_delete",
                "application_id",
                "user_version",
                "journal_mode",
            )
        } == {
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": busy,
            "trusted_schema": 0,
            "secure_delete": 1,
            "application_id": APPLICATION_ID,
            "user_version": STEPS[-1].version,
            "journal_mode": store.journal,
        }
    store.close()


def test_files_are_private_under_a_lax_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "new" / "folder" / "ii.db"
        store = Store.open(path, tmp_path / "backups")
        with store.change("Added Ada", AT):
            contact(store.db, "Ada")
        assert mode(path.parent) == mode(path.parent.parent) == 0o700
        files = {file.name: mode(file) for file in path.parent.iterdir()}
        assert "ii.db" in files
        assert set(files.values()) == {0o600}, files
        store.close()
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("kind", "version", "wanted"),
    [
        ("ext4", (3, 53, 4), "wal"),
        ("ext4", (3, 51, 3), "wal"),
        ("", (3, 51, 3), "wal"),
        ("ext4", (3, 51, 2), "truncate"),
        ("ext4", (3, 40, 1), "truncate"),
        ("nfs4", (3, 53, 4), "truncate"),
        ("cifs", (3, 53, 4), "truncate"),
        ("9p", (3, 53, 4), "truncate"),
        ("fuse.sshfs", (3, 53, 4), "truncate"),
    ],
)
def test_journal_by_disk_and_version(kind: str, version: tuple[int, ...], wanted: str) -> None:
    found, why = journal_mode(kind, version)
    assert found == wanted
    assert why
    if kind.startswith(("nfs", "cifs", "9p", "fuse")):
        assert kind in why


MOUNTS = """22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:30 / /home rw - nfs4 server:/home rw
31 30 0:31 / /home/ada/on\\040line rw - fuse.sshfs ada@x rw
32 22 0:32 / /data rw - tmpfs tmpfs rw
33 22 0:33 / /data rw - cifs //x/y rw
broken line
"""


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("/var/x", "ext4"),
        ("/home/bob", "nfs4"),
        ("/homework", "ext4"),
        ("/home/ada/on line/db", "fuse.sshfs"),
        ("/data", "cifs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(where: str, kind: str) -> None:
    assert file_system(Path(where), MOUNTS) == kind


def test_a_database_of_another_program_is_refused_untouched(path: Path) -> None:
    path.parent.mkdir(parents=True)
    other = sqlite3.connect(path)
    other.executescript("CREATE TABLE bookmarks(id); INSERT INTO bookmarks VALUES(1);")
    other.close()
    before = path.read_bytes()
    with pytest.raises(Corrupt, match="not one of ii-tui's"):
        Store.open(path, path.parent / "backups")
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == ["ii.db"]


def test_a_file_that_is_no_database_is_refused_untouched(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"First Name,Last Name\n" * 100)
    with pytest.raises(Corrupt, match="not a database") as caught:
        Store.open(path, path.parent / "backups")
    assert "restore" in caught.value.hint
    assert path.read_bytes() == b"First Name,Last Name\n" * 100


def test_a_newer_schema_is_refused_in_words_and_untouched(store: Store, path: Path) -> None:
    store.db.run("PRAGMA user_version = 7")
    store.close()
    before = path.read_bytes()
    with pytest.raises(Newer, match="newer ii-tui") as caught:
        Store.open(path, path.parent / "backups")
    assert "7" in caught.value.message
    assert "not touched" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, -5])
def test_a_database_of_ours_without_a_format_is_damaged(
    store: Store, path: Path, version: int
) -> None:
    store.db.run(f"PRAGMA user_version = {version}")
    store.close()
    with pytest.raises(Corrupt, match="which format"):
        Store.open(path, path.parent / "backups")


def test_a_damaged_database_is_told_with_its_newest_backup(store: Store, path: Path) -> None:
    folder = path.parent / "the backups"
    backups.make(store.db, path, folder, "daily")
    newest = backups.newest(folder)
    store.close()
    path.write_bytes(b"no database at all")
    with pytest.raises(Corrupt) as caught:
        Store.open(path, folder)
    assert f"ii-tui restore '{newest}'" in caught.value.hint


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    store = Store.open(path, path.parent / "backups")
    assert store.db.value("SELECT count(*) FROM contact") == 0
    store.close()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="is a folder"):
        Store.open(tmp_path, tmp_path / "backups")


def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Nothing, match=r"file/ii\.db could not be made"):
        Store.open(tmp_path / "file" / "ii.db", tmp_path / "backups")


def test_a_change_is_whole_or_not_there(store: Store, second: Store) -> None:
    twice = "INSERT INTO setting(key, value) VALUES(?, '')"
    with pytest.raises(sqlite.IntegrityError), store.change("Set two", AT) as writing:
        writing.db.many(twice, [("same",), ("same",)])
    assert second.db.value("SELECT count(*) FROM setting") == 0
    assert second.db.value("SELECT count(*) FROM change") == 0
    with store.change("Added one", AT):
        contact(store.db, "Ada")
    assert second.db.value("SELECT count(*) FROM contact") == 1


def test_replaced_says_that_another_file_lies_there(store: Store, path: Path) -> None:
    assert not store.replaced()
    os.replace(path, path.with_name("moved.db"))
    assert store.replaced()
    path.touch()
    assert store.replaced()


def test_writing_to_a_database_that_was_replaced_is_refused(store: Store, path: Path) -> None:
    os.replace(path, path.with_name("moved.db"))
    path.touch()
    with pytest.raises(Nothing, match="replaced"), store.change("Added Ada", AT):
        contact(store.db, "Ada")
