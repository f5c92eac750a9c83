"""Backups: online, checked, rotated; and a restore that never mixes two databases."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ii_tui.errors import Corrupt, IiError, Newer, Nothing
from ii_tui.store import backups
from ii_tui.store.database import Store
from ii_tui.store.driver import sqlite
from ii_tui.store.header import APPLICATION_ID
from tests.store.making import AT, contact


def names(path: Path) -> list[str]:
    """The people in a database, read by a program of its own as it were."""
    connection = sqlite.connect(path)
    found = [row[0] for row in connection.execute("SELECT first FROM contact ORDER BY id")]
    connection.close()
    return found


def add(store: Store, *first: str) -> None:
    with store.change("Added", AT):
        for name in first:
            contact(store.db, name)


def test_a_backup_is_whole_private_and_a_single_file(store: Store, tmp_path: Path) -> None:
    add(store, "Ada", "Bob")
    before = os.umask(0)
    try:
        made = backups.write(store.db, store.path, tmp_path / "copy.db")
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("*copy*")] == ["copy.db"]
    assert names(made) == ["Ada", "Bob"]
    backups.check(made)


def test_a_backup_while_others_write_is_one_moment(store: Store, tmp_path: Path) -> None:
    """A writer keeps two tables in step; no backup may see them out of step."""
    stop = threading.Event()
    started = threading.Event()

    def writes() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with store.change("Added", AT):
                contact(store.db, f"p{number}")
                store.db.run("INSERT INTO setting(key, value) VALUES(?, '')", f"p{number}")
            started.set()
        store.close()

    writer = threading.Thread(target=writes)
    writer.start()
    assert started.wait(10)
    try:
        for number in range(10):
            made = backups.write(store.db, store.path, tmp_path / f"{number}.db")
            copy = sqlite.connect(made)
            people, settings = copy.execute(
                "SELECT (SELECT count(*) FROM contact), (SELECT count(*) FROM setting)"
            ).fetchone()
            copy.close()
            assert people == settings > 0
    finally:
        stop.set()
        writer.join(10)


def test_a_bad_copy_never_replaces_a_good_backup(store: Store, tmp_path: Path) -> None:
    add(store, *(f"p{number}" for number in range(500)))
    target = backups.write(store.db, store.path, tmp_path / "good.db")
    good = target.read_bytes()
    store.close()
    with store.path.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096 * 6)
    with pytest.raises(Corrupt, match=r"ii\.db"):
        backups.write(store.db, store.path, target)
    assert target.read_bytes() == good
    assert sorted(file.name for file in tmp_path.iterdir() if "good" in file.name) == ["good.db"]


def test_a_place_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(IiError, match="nowhere"):
        backups.write(store.db, store.path, tmp_path / "nowhere" / "copy.db")
    (tmp_path / "file").touch()
    with pytest.raises(IiError, match="file/backups"):
        backups.make(store.db, store.path, tmp_path / "file" / "backups", "daily")


def test_rotation_keeps_days_weeks_and_months(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 18, tzinfo=UTC)
    for hours in range(0, 24 * 400, 6):
        stamp = (now - timedelta(hours=hours)).strftime("%Y%m%dT%H%M%S")
        (tmp_path / f"{stamp}-daily.db").touch()
    (tmp_path / "mine.db").touch()
    (tmp_path / "20269999T999999-odd.db").touch()
    backups.rotate(tmp_path)
    kept = sorted((file.name for file in tmp_path.glob("2???????T*-daily.db")), reverse=True)
    moments = [datetime.strptime(name[:15], "%Y%m%dT%H%M%S") for name in kept]
    days = [moment for moment in moments if moment > datetime(2026, 11, 12, 23)]
    assert {moment.date() for moment in days} == {
        (now - timedelta(days=day)).date() for day in range(12)
    }
    # The newest of a day stands for it; of the last day, the newest three.
    assert [moment.hour for moment in days] == [18, 12, 6] + [18] * 11
    assert len({moment.isocalendar()[:2] for moment in moments}) >= backups.WEEKLY
    assert len({(moment.year, moment.month) for moment in moments}) == backups.MONTHLY
    assert len(kept) <= 3 + backups.DAILY + backups.WEEKLY + backups.MONTHLY
    assert (tmp_path / "mine.db").exists()
    assert (tmp_path / "20269999T999999-odd.db").exists()
    assert backups.rotate(tmp_path) == []
    assert backups.newest(tmp_path) == tmp_path / kept[0]


def test_a_restore_keeps_what_it_replaces(store: Store, tmp_path: Path) -> None:
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    add(store, "Bob")
    store.close()
    kept = backups.put_back(backup, store.path)
    assert kept is not None
    assert names(store.path) == ["Ada"]
    assert names(kept) == ["Ada", "Bob"]
    for file in store.path.parent.glob("ii.db*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    # A second one in the same second keeps what the first one put there, and the original.
    again = backups.put_back(backup, store.path)
    assert again is not None
    assert again != kept
    assert names(kept) == ["Ada", "Bob"]


CRASHED = """
import os, sys
from pathlib import Path
from ii_tui.store.database import Store
from tests.store.making import AT, contact
path = Path(sys.argv[1])
store = Store.open(path, path.parent / "backups")
for number in range(200):
    with store.change("Added", AT):
        contact(store.db, f"late{number}")
os._exit(0)
"""


def crashed(path: Path) -> None:
    """A program that added 200 people and died with them in the -wal (or in the database)."""
    argv = [sys.executable, "-c", CRASHED, str(path)]
    subprocess.run(argv, check=True, cwd=Path(__file__).parents[2])


def test_no_old_row_comes_back_out_of_a_stale_wal(store: Store, tmp_path: Path) -> None:
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    store.close()
    crashed(store.path)
    if store.journal == "wal":
        assert store.path.with_name("ii.db-wal").stat().st_size > 0
    kept = backups.put_back(backup, store.path)
    assert kept is not None
    assert names(store.path) == ["Ada"]
    assert len(names(kept)) == 201


def test_a_restore_can_be_taken_back_with_every_row(store: Store, tmp_path: Path) -> None:
    """What was set aside has rows in its -wal only: restoring it must bring them."""
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    store.close()
    crashed(store.path)
    kept = backups.put_back(backup, store.path)
    assert kept is not None
    backups.put_back(kept, store.path)
    assert len(names(store.path)) == 201


CUT_OFF = """
import os, signal, sys
from pathlib import Path
from ii_tui.store import backups
left = int(sys.argv[3])
def counted(real):
    def done(*args, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **options)
    return done
for name in ("link", "replace", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
backups.put_back(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
def test_a_restore_that_is_killed_leaves_one_of_the_two_databases(
    store: Store, tmp_path: Path, opened: bool
) -> None:
    """Killed before each link, rename and deletion in turn, while another program has it open."""
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    store.close()
    seen = []
    for step in range(1, 20):
        path = tmp_path / str(step) / "ii.db"
        other = Store.open(path, tmp_path / "backups", fast=True)
        add(other, "Bob", "Cyd")
        if not opened:
            other.close()
        argv = [sys.executable, "-c", CUT_OFF, str(backup), str(path), str(step)]
        ended = subprocess.run(argv, cwd=Path(__file__).parents[2], check=False).returncode
        other.close()
        seen.append(names(path))
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        assert seen[-1] in (["Ada"], ["Bob", "Cyd"]), step
    assert seen[0] == ["Bob", "Cyd"]
    assert seen[-1] == ["Ada"]
    assert len(seen) > 3


def test_a_restore_follows_a_link(store: Store, tmp_path: Path) -> None:
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    add(store, "Bob")
    store.close()
    link = tmp_path / "link.db"
    link.symlink_to(store.path)
    kept = backups.put_back(backup, link)
    assert link.is_symlink()
    assert names(store.path) == ["Ada"]
    assert kept is not None
    assert kept.parent == store.path.parent
    assert names(kept) == ["Ada", "Bob"]


def test_what_a_killed_program_left_behind_goes(store: Store, tmp_path: Path) -> None:
    """Copies that were never finished take the room of the database each."""
    target = tmp_path / "copy.db"
    old = [tmp_path / f".copy.db.0123abcd.tmp{end}" for end in ("", "-journal")]
    fresh, other = tmp_path / ".copy.db.4567abcd.tmp", tmp_path / ".notes.tmp"
    for file in (*old, fresh, other):
        file.touch()
    for file in (*old, other):
        os.utime(file, (0, 0))
    backups.write(store.db, store.path, target)
    there = {file.name for file in tmp_path.iterdir() if file.is_file()}
    assert there == {target.name, fresh.name, other.name}


@pytest.mark.parametrize("name", [b"\xff\xfe.db", "möhre %41?#.db".encode()])
def test_a_name_need_not_be_plain(store: Store, tmp_path: Path, name: bytes) -> None:
    add(store, "Ada")
    made = backups.write(store.db, store.path, tmp_path / os.fsdecode(name))
    store.close()
    assert backups.put_back(made, tmp_path / "new.db") is None
    assert names(tmp_path / "new.db") == ["Ada"]


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(Nothing, match="could not be read"):
        backups.put_back(tmp_path / ("x" * 300), tmp_path / "new.db")


def test_half_a_transaction_is_not_restored(tmp_path: Path) -> None:
    """A copy of a database that died with a hot journal is rolled back, not taken as it lies."""
    path = tmp_path / "ii.db"
    store = Store.open(path, tmp_path / "backups")
    add(store, *(f"p{number}" for number in range(300)))
    store.close()
    file = sqlite.connect(path, isolation_level=None)
    file.execute("PRAGMA journal_mode = DELETE")
    file.execute("PRAGMA cache_size = 5")
    file.execute("BEGIN IMMEDIATE")
    file.execute("UPDATE contact SET first = 'half'")
    copy = tmp_path / "copy.db"
    for suffix in ("", "-journal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    file.execute("ROLLBACK")
    file.close()
    backups.put_back(copy, tmp_path / "new.db")
    assert names(tmp_path / "new.db") == [f"p{number}" for number in range(300)]


def test_what_is_no_backup_changes_nothing(store: Store, tmp_path: Path) -> None:
    add(store, "Ada")
    store.close()
    before = {file.name for file in store.path.parent.iterdir()}
    text = tmp_path / "notes.txt"
    text.write_text("not a database\n" * 50)
    empty = tmp_path / "empty.db"
    empty.touch()
    foreign = tmp_path / "foreign.db"
    other = sqlite.connect(foreign)
    other.execute("CREATE TABLE bookmarks(id)")
    other.close()
    for source in (text, empty, foreign):
        was = source.read_bytes()
        with pytest.raises(Corrupt, match=source.name):
            backups.put_back(source, store.path)
        assert source.read_bytes() == was
    newer = tmp_path / "newer.db"
    shutil.copy(store.path, newer)
    other = sqlite.connect(newer)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(Newer, match=r"newer\.db"):
        backups.put_back(newer, store.path)
    with pytest.raises(Nothing, match="no file"):
        backups.put_back(tmp_path / "gone.db", store.path)
    assert names(store.path) == ["Ada"]
    assert {file.name for file in store.path.parent.iterdir()} == before


def test_a_restore_where_there_was_nothing(store: Store, tmp_path: Path) -> None:
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    assert backups.put_back(backup, tmp_path / "fresh.db") is None
    assert names(tmp_path / "fresh.db") == ["Ada"]
    opened = Store.open(tmp_path / "fresh.db", tmp_path / "backups")
    assert opened.db.value("PRAGMA application_id") == APPLICATION_ID
    opened.close()


def test_who_has_the_old_file_open_can_do_no_harm(store: Store, tmp_path: Path) -> None:
    """Closing deletes a -wal by its name; the name is the new database's by then."""
    add(store, "Ada")
    backup = backups.write(store.db, store.path, tmp_path / "copy.db")
    add(store, "Bob")
    backups.put_back(backup, store.path)
    new = Store.open(store.path, store.path.parent / "backups")
    add(new, "New")
    with pytest.raises(Nothing, match="replaced"):
        add(store, "Lost")
    store.close()
    add(new, "Newer")
    new.close()
    assert names(store.path) == ["Ada", "New", "Newer"]
