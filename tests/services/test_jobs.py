"""The writer thread: in order, one at a time, and nothing that is raised is lost."""

from __future__ import annotations

import contextlib
import gc
import os
import threading
import weakref
from concurrent.futures import CancelledError

import pytest

from ii_tui.errors import Nothing
from ii_tui.services.desk import Desk
from ii_tui.services.jobs import Jobs


def test_jobs_run_one_after_another_on_one_thread() -> None:
    jobs, seen = Jobs(), list[tuple[int, str]]()
    for number in range(50):
        jobs.submit(lambda n=number: seen.append((n, threading.current_thread().name)))
    jobs.run(lambda: None)
    assert seen == [(number, "writer") for number in range(50)]
    jobs.stop()


def test_what_a_job_raises_comes_out_of_its_future() -> None:
    jobs = Jobs()

    def fails() -> None:
        raise Nothing("no")

    def leaves() -> None:
        raise SystemExit(3)

    with pytest.raises(Nothing):
        jobs.run(fails)
    assert isinstance(jobs.submit(leaves).exception(10), SystemExit)
    assert jobs.run(lambda: 7) == 7
    jobs.stop()


def test_a_job_may_ask_for_another_and_wait() -> None:
    jobs = Jobs()
    assert jobs.run(lambda: jobs.run(lambda: 7)) == 7
    jobs.stop()


def test_stopping_finishes_what_is_queued_and_cancels_what_comes_later() -> None:
    closed = threading.Event()
    jobs, seen, go = Jobs(closed.set), list[int](), threading.Event()
    jobs.submit(lambda: go.wait(10))
    queued = [jobs.submit(lambda n=number: seen.append(n)) for number in range(5)]
    cancelled = queued[2].cancel()
    go.set()
    jobs.stop()
    assert cancelled
    assert seen == [0, 1, 3, 4]
    assert closed.is_set()
    assert jobs.submit(lambda: 1).cancelled()
    with pytest.raises(CancelledError):
        jobs.run(lambda: 1)
    jobs.stop()


def test_a_long_job_sees_that_it_shall_stop() -> None:
    jobs, running = Jobs(), threading.Event()

    def long() -> str:
        running.set()
        assert jobs.stopped.wait(10)
        return "left early"

    future = jobs.submit(long)
    assert running.wait(10)
    jobs.stop()
    assert future.result(0) == "left early"


def test_stopping_does_not_wait_for_ever() -> None:
    jobs, go, running = Jobs(), threading.Event(), threading.Event()

    def stuck() -> None:
        running.set()
        go.wait(20)

    future = jobs.submit(stuck)
    assert running.wait(10)
    jobs.stop(wait=0)
    assert not future.done()
    go.set()
    future.result(10)


def test_nothing_is_kept_alive_by_a_job_that_ended() -> None:
    class Rows:
        pass

    jobs, rows = Jobs(), Rows()
    ref = weakref.ref(rows)
    jobs.submit(lambda held=rows: held)
    del rows
    jobs.run(lambda: None)
    jobs.run(lambda: None)
    gc.collect()
    assert ref() is None
    jobs.stop()


def open_files(desk: Desk) -> list[str]:
    """Descriptors of this process that hold the database, -wal and -shm included."""
    found = []
    for handle in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.append(os.readlink(f"/proc/self/fd/{handle}"))
    return [name for name in found if name.startswith(str(desk.store.path))]


def test_a_desk_leaves_no_connection_of_its_threads_open(desk: Desk) -> None:
    assert desk.jobs.run(lambda: desk.store.db.value("SELECT 1")) == 1
    assert desk.store.reader.value("SELECT 1") == 1
    assert open_files(desk)
    desk.close()
    assert open_files(desk) == []
