"""Upgrading: a verified backup first, one at a time, all of a step or nothing."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ii_tui.errors import Corrupt, IiError
from ii_tui.store import backups, undo
from ii_tui.store.database import Store
from ii_tui.store.driver import sqlite
from ii_tui.store.migrations import STEPS, Step
from ii_tui.store.upgrade import file_lock
from tests.store.making import AT, contact
from tests.store.upgrader import NEXT, NOW

ROOT = Path(__file__).parents[2]


def present_one(path: Path, people: int = 3) -> Path:
    """A database of the present format with people in it; returns the folder of its backups."""
    folder = path.parent / "backups"
    store = Store.open(path, folder, fast=True)
    with store.change("Added", AT):
        for number in range(people):
            contact(store.db, f"p{number}")
    store.close()
    return folder


def run(path: Path, folder: Path, *how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.upgrader", str(path), str(folder), *how],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_step_runs_after_a_verified_backup(path: Path) -> None:
    folder = present_one(path)
    store = Store.open(path, folder, steps=(*STEPS, NEXT))
    assert store.db.value("PRAGMA user_version") == NEXT.version
    assert store.db.rows("SELECT text FROM badge ORDER BY id") == [("p0",), ("p1",), ("p2",)]
    (backup,) = folder.glob("*.db")
    assert backup.name.endswith(f"-before-v{NEXT.version}.db")
    backups.check(backup)
    old = sqlite.connect(backup)
    assert old.execute("PRAGMA user_version").fetchone() == (NOW,)
    assert old.execute("SELECT count(*) FROM contact").fetchone() == (3,)
    old.close()
    store.close()


def test_undo_covers_what_the_step_added(path: Path) -> None:
    folder = present_one(path)
    store = Store.open(path, folder, steps=(*STEPS, NEXT))
    with store.change("Named", AT):
        store.db.run("UPDATE contact SET nickname = 'Ace' WHERE id = 1")
        store.db.run("DELETE FROM badge")
    with store.quiet() as db:
        undo.finish(db, undo.replay(db, store.process))
    assert store.db.value("SELECT nickname FROM contact WHERE id = 1") == ""
    assert store.db.value("SELECT count(*) FROM badge") == 3
    # What was done before the upgrade can be taken back after it.
    with store.quiet() as db:
        db.run("DELETE FROM badge")
        replayed = undo.replay(db, store.process)
        undo.finish(db, replayed)
    assert replayed.change.name == "Added"
    assert store.db.value("SELECT count(*) FROM contact") == 0
    store.close()


def test_without_a_backup_nothing_is_changed(path: Path) -> None:
    present_one(path)
    blocked = path.parent / "a-file"
    blocked.write_text("no folder can be made here")
    with pytest.raises(IiError, match="a-file/backups could not be written"):
        Store.open(path, blocked / "backups", steps=(*STEPS, NEXT))
    store = Store.open(path, path.parent / "backups")
    assert store.db.value("PRAGMA user_version") == NOW
    store.close()


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        ("CREATE TABLE badge(id);\nCREATE TABLE contact(id);", Exception),
        (
            "CREATE TABLE badge(id INTEGER PRIMARY KEY, c REFERENCES contact(id));\n"
            "PRAGMA defer_foreign_keys = ON;\nINSERT INTO badge(c) VALUES(99);",
            Corrupt,
        ),
    ],
    ids=["an error", "broken references"],
)
def test_a_failing_step_is_taken_back(path: Path, sql: str, error: type[Exception]) -> None:
    folder = present_one(path)
    with pytest.raises(error) as caught:
        Store.open(path, folder, steps=(*STEPS, Step(NEXT.version, sql, ())))
    assert error is Exception or isinstance(caught.value, error)
    store = Store.open(path, folder)
    assert store.db.value("PRAGMA user_version") == NOW
    assert store.db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'badge'") == 0
    assert store.db.value("SELECT count(*) FROM contact") == 3
    with store.quiet() as db:
        replayed = undo.replay(db, store.process)
        undo.finish(db, replayed)
    assert replayed.change.name == "Added"
    store.close()


def test_steps_that_passed_stay(path: Path) -> None:
    folder = present_one(path)
    broken = Step(NEXT.version + 1, "CREATE TABLE contact(id);", ())
    with pytest.raises(Exception, match="already exists"):
        Store.open(path, folder, steps=(*STEPS, NEXT, broken))
    store = Store.open(path, folder, steps=(*STEPS, NEXT))
    assert store.db.value("PRAGMA user_version") == NEXT.version
    store.close()


def many_at_once(path: Path, count: int) -> None:
    folder = present_one(path)
    children = [run(path, folder, "together") for _ in range(count)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [child.communicate(timeout=60) for child in children]
    assert said == [(f"{NEXT.version} 3\n", "")] * count
    assert len(list(folder.glob("*.db"))) == 1


def test_eight_programs_upgrade_at_once(path: Path) -> None:
    many_at_once(path, 8)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_fifty_programs_upgrade_at_once(path: Path) -> None:
    many_at_once(path, 50)


def new_at_once(path: Path, count: int) -> None:
    folder = path.parent / "backups"
    children = [run(path, folder, "together") for _ in range(count)]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    said = [child.communicate("go\n", timeout=60) for child in children]
    assert said == [(f"{NEXT.version} 0\n", "")] * count


def test_eight_programs_make_the_database_at_once(path: Path) -> None:
    new_at_once(path, 8)


def killed(path: Path, after: int) -> None:
    folder = present_one(path, people=50)
    child = run(path, folder, "killed", str(after))
    child.communicate("go\n", timeout=60)
    assert child.returncode == -signal.SIGKILL
    (backup,) = folder.glob(f"*-before-v{NEXT.version}.db")
    backups.check(backup)
    store = Store.open(path, folder)
    assert store.db.value("PRAGMA user_version") == NOW
    assert store.db.value("PRAGMA integrity_check") == "ok"
    assert store.db.value("SELECT count(*) FROM contact") == 50
    assert store.db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'badge'") == 0
    store.close()
    # The lock died with its holder: the next one gets through.
    store = Store.open(path, folder, steps=(*STEPS, NEXT))
    assert store.db.value("SELECT count(*) FROM badge") == 50
    store.close()


@pytest.mark.parametrize("after", [1, 3_000_000])
def test_a_program_killed_midway_leaves_the_old_database_whole(path: Path, after: int) -> None:
    killed(path, after)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_fifty_programs_killed_midway(tmp_path: Path) -> None:
    dice = random.Random(50)
    for number in range(50):
        killed(tmp_path / str(number) / "ii.db", dice.randrange(1, 8_000_000))


def test_the_lock_is_held_by_one(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with file_lock(path):
        code = (
            "import fcntl, os, sys; h = os.open(sys.argv[1], os.O_RDWR)\n"
            "try: fcntl.flock(h, fcntl.LOCK_EX | fcntl.LOCK_NB); print('free')\n"
            "except OSError: print('held')"
        )
        argv = [sys.executable, "-c", code, str(path)]
        assert subprocess.run(argv, capture_output=True, text=True).stdout == "held\n"
    assert subprocess.run(argv, capture_output=True, text=True).stdout == "free\n"
