"""What the driver raises, told as something a person can act on; the connection goes on."""

from __future__ import annotations

import contextlib
import os
import queue
import resource
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ii_tui.errors import Corrupt, DiskFull, IiError, Locked, Nothing
from ii_tui.store import backups
from ii_tui.store.database import Store
from ii_tui.store.driver import sqlite
from ii_tui.store.failures import sqlite_name, told
from tests.needs import in_ci
from tests.store.making import AT, contact

Room = Callable[[], None]
Way = Callable[
    [Path], contextlib.AbstractContextManager[tuple[Path, Callable[[Store], None], Room]]
]


def add(store: Store, text: str, count: int = 1) -> None:
    with store.change("Added", AT):
        for number in range(count):
            contact(store.db, f"p{number}", how_known=text)


@contextlib.contextmanager
def page_limit(tmp_path: Path) -> Iterator[tuple[Path, Callable[[Store], None], Room]]:
    """SQLite's own limit, on any machine."""
    stores: list[Store] = []

    def fill(store: Store) -> None:
        stores.append(store)
        store.db.run(f"PRAGMA max_page_count = {store.db.value('PRAGMA page_count') + 2}")

    yield (
        tmp_path / "ii.db",
        fill,
        lambda: stores[0].db.run("PRAGMA max_page_count = 1000000") and None,
    )


@contextlib.contextmanager
def a_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A small disk of its own, or None where the machine lets us make none."""
    disk = tmp_path / "disk"
    disk.mkdir()
    argv = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(argv, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill_up(ballast: Path) -> None:
    """Leaves no byte of the disk that `ballast` lies on."""
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


@contextlib.contextmanager
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[Store], None], Room]]:
    """A disk of its own that is full, where the machine lets us make one; else a file limit."""
    with a_disk(tmp_path) as disk:
        if disk is None:
            with file_limit(tmp_path) as found:
                yield found
            return
        ballast = disk / "ballast"
        yield disk / "ii.db", lambda store: fill_up(ballast), ballast.unlink


@contextlib.contextmanager
def file_limit(tmp_path: Path) -> Iterator[tuple[Path, Callable[[Store], None], Room]]:
    """The limit of the process on the size of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(store: Store) -> None:
        sizes = [file.stat().st_size for file in store.path.parent.glob("ii.db*")]
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) + 8192, hard))

    def room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    try:
        yield tmp_path / "ii.db", fill, room
    finally:
        room()


@pytest.mark.parametrize("way", [page_limit, small_disk, file_limit])
def test_a_full_disk_is_named_and_the_connection_goes_on(way: Way, tmp_path: Path) -> None:
    with way(tmp_path) as (path, fill, room):
        store = Store.open(path, path.parent / "backups")
        add(store, "before")
        fill(store)
        for _ in range(2):
            with pytest.raises(DiskFull) as caught:
                add(store, "x" * 3000, count=2000)
            assert str(path) in caught.value.message
            assert str(path.parent) in caught.value.hint
            assert "kept" in caught.value.hint
            # What is there can be read, on both connections, and nothing of the half is.
            for db in (store.db, store.reader):
                assert db.rows("SELECT first, how_known FROM contact") == [("p0", "before")]
            assert store.db.value("SELECT change_id FROM control") is None
        room()
        add(store, "after")
        assert store.db.rows("SELECT how_known FROM contact") == [("before",), ("after",)]
        assert store.db.value("PRAGMA integrity_check") == "ok"
        store.close()


@pytest.mark.parametrize(
    ("name", "title", "way_out"),
    [
        ("SQLITE_FULL", "The disk is full", "Make room"),
        ("SQLITE_READONLY_DIRECTORY", "Not ours to write", "are yours"),
        ("SQLITE_IOERR_WRITE", "The disk answered with an error", "is there, whole"),
    ],
)
def test_what_could_not_be_written_is_told_by_its_cause(
    name: str, title: str, way_out: str
) -> None:
    error = sqlite.OperationalError("it went wrong")
    error.sqlite_errorname = name
    ours = told(error, Path("/disk/ii.db"))
    assert isinstance(ours, DiskFull)
    assert ours.title == title
    assert "/disk/ii.db" in ours.message
    assert way_out in ours.hint
    assert "/disk" in ours.hint


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of our own; only root may mount one, as CI does."""
    with a_disk(tmp_path) as made:
        if made is None:
            why = "this machine lets us make no disk"
            pytest.fail(why) if in_ci() else pytest.skip(why)
        yield made


def test_a_disk_without_room_to_read_is_told_as_full(disk: Path) -> None:
    path = disk / "ii.db"
    Store.open(path, disk / "backups").close()
    fill_up(disk / "ballast")
    with pytest.raises(DiskFull, match="no room left") as caught:
        Store.open(path, disk / "backups")
    assert caught.value.title == "The disk is full"
    (disk / "ballast").unlink()
    Store.open(path, disk / "backups").close()


def test_a_disk_that_takes_no_writing_is_told_so(disk: Path) -> None:
    path = disk / "ii.db"
    Store.open(path, disk / "backups").close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(DiskFull, match="may not be written") as caught:
        Store.open(path, disk / "backups")
    assert caught.value.title == "Not ours to write"
    assert "its disk can be written" in caught.value.hint


def test_a_backup_onto_a_full_disk_names_that_disk(store: Store, tmp_path: Path) -> None:
    add(store, "x" * 3000, count=100)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    target = tmp_path / "elsewhere" / "copy.db"
    target.parent.mkdir()
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(DiskFull) as caught:
            backups.write(store.db, store.path, target)
        with pytest.raises(DiskFull):
            backups.put_back(store.path, tmp_path / "elsewhere" / "ii.db")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(target) in caught.value.message
    assert str(target.parent) in caught.value.hint
    assert list(target.parent.iterdir()) == []


def test_a_writer_that_holds_on_is_told_as_locked(store: Store, second: Store) -> None:
    add(store, "x")
    second.db.run("PRAGMA busy_timeout = 1")
    with store.change("Holding on", AT):
        contact(store.db, "held")
        with pytest.raises(Locked, match="Another program") as caught:
            add(second, "y")
        assert str(second.path) in caught.value.message
    add(second, "z")
    assert store.db.value("SELECT count(*) FROM contact") == 3


def test_a_read_beside_a_writer_sees_what_was_there(store: Store, second: Store) -> None:
    add(store, "x")
    with store.change("Holding on", AT):
        contact(store.db, "held")
        with second.reading() as db:
            assert db.value("SELECT count(*) FROM contact") == 1


def test_only_the_thread_that_draws_gives_up_soon(store: Store, second: Store) -> None:
    """A lock that keeps readers out, as a commit does for a moment without a -wal."""
    add(store, "x")
    second.drawing = threading.get_ident()
    second.close()
    store.reader.close()
    store.db.run("PRAGMA locking_mode = EXCLUSIVE")
    add(store, "y")
    with pytest.raises(Locked), second.reading() as db:
        db.value("SELECT count(*) FROM contact")
    trying, seen = threading.Event(), queue.SimpleQueue[object]()

    def command() -> None:
        with second.reading() as db:
            trying.set()
            seen.put(db.value("SELECT count(*) FROM contact"))
        second.close()

    thread = threading.Thread(target=command)
    thread.start()
    assert trying.wait(10)
    store.close()
    assert seen.get(timeout=20) == 2
    thread.join(20)


def test_a_damaged_database_is_told_with_the_way_out(store: Store) -> None:
    add(store, "x" * 500, count=300)
    path = store.path
    store.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    damaged = Store(path, fast=True)
    with pytest.raises(Corrupt) as caught, damaged.reading() as db:
        db.rows("SELECT * FROM contact")
    damaged.close()
    assert str(path) in caught.value.message
    assert "restore" in caught.value.hint


def test_a_database_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere" / "ii.db")
    with pytest.raises(Nothing, match="could not be opened"), store.reading() as db:
        db.value("SELECT 1")


def test_our_own_mistakes_are_not_told_as_theirs(store: Store) -> None:
    with pytest.raises(Exception, match="no such table") as caught, store.reading() as db:
        db.value("SELECT 1 FROM nonsense")
    assert not isinstance(caught.value, IiError)
    assert told(ValueError("x"), store.path) is None


def test_the_first_cause_is_found_behind_what_hides_it() -> None:
    class Named(Exception):
        sqlite_errorname = "SQLITE_FULL"

    hiding = RuntimeError("cannot rollback - no transaction is active")
    hiding.__context__ = Named()
    assert sqlite_name(hiding) == "SQLITE_FULL"
    hiding.__context__.__context__ = hiding
    assert sqlite_name(hiding) == "SQLITE_FULL"
    assert sqlite_name(RuntimeError("database or disk is full")) == "SQLITE_FULL"
    assert sqlite_name(None) == ""
