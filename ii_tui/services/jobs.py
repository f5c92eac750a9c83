"""The writer thread: one a process, so that no write waits on the event loop or races another."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

T = TypeVar("T")


class Jobs:
    """Runs jobs one after another on a thread of its own.

    What a job raises comes out of its future, never out of the thread. `stopped` asks the running
    job to end early: long jobs look at it between steps.
    """

    def __init__(self, close: Callable[[], None] = lambda: None) -> None:
        self._close = close
        self._queue: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            queue.SimpleQueue()
        )
        self.stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Queues `work`; the future holds its result."""
        future: Future[T] = Future()
        with self._lock:
            if self.stopped.is_set():
                future.cancel()
                return future
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()
            self._queue.put((future, work))
        return future

    def run(self, work: Callable[[], T]) -> T:
        """Queues `work` and waits for its result; what it raises is raised here."""
        if threading.current_thread() is self._thread:
            return work()
        return self.submit(work).result()

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            future, work = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001  # it leaves through the future
                future.set_exception(error)
            else:
                future.set_result(result)
            # A future that nobody drops would keep the job's rows alive.
            del item, future, work
        self._close()

    def stop(self, wait: float = 5.0) -> None:
        """Lets what is queued finish, for at most `wait` seconds; later jobs are cancelled."""
        with self._lock:
            self.stopped.set()
            thread = self._thread
            if thread is not None:
                self._queue.put(None)
        if thread is not None:
            with contextlib.suppress(CancelledError):
                thread.join(wait)
