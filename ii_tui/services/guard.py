"""The hang-up guard: when the terminal goes away the drafts are kept and the process ends.

Textual has no handler for SIGHUP, spins for ever on a pty that closed in silence, and freezes its
loop when a write blocks. So nothing here needs the loop or the main thread: one thread watches the
terminal and the signals, and the end is `os._exit`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import signal
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any, Final, NoReturn, Self

LOOK_SECONDS: Final = 1.0
"""How often the terminal is looked at; a hang-up wakes the look at once, this is the spare tyre."""
FLUSH_SECONDS: Final = 0.8
"""How long the drafts may take before the app is asked to leave regardless."""
LEAVE_SECONDS: Final = 1.5
"""How long the app may take to leave by itself."""
LAST_SECONDS: Final = 2.8
"""When the kernel ends the process, should the interpreter hang on its own way out."""
HUNG_UP: Final = 128 + signal.SIGHUP
SIGNALS: Final = (signal.SIGHUP, signal.SIGTERM)
TYPED: Final = (signal.SIGINT, signal.SIGQUIT)
"""What ctrl+c and ctrl+\\ send; while an editor is open they are meant for the editor."""

_GONE_ERRORS = {errno.EIO, errno.ENXIO, errno.EBADF, errno.ENODEV}

# Everything Textual switched on, switched off: paste, wrap, resize reports, mouse, kitty keys,
# alternate screen, hidden cursor, focus reports, and the last color.
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)


def terminal_gone(fd: int = 0) -> bool:
    """Whether the terminal on `fd` hung up, told without reading from it."""
    poll = select.poll()
    try:
        poll.register(fd, 0)
        found = poll.poll(0)
    except (OSError, ValueError):
        return True
    if not found:
        return False
    if found[0][1] & (select.POLLHUP | select.POLLERR):
        return True
    # Some systems cannot poll a terminal and say POLLNVAL: ask the line discipline instead.
    try:
        termios.tcgetattr(fd)
    except termios.error as error:
        return error.args[0] in _GONE_ERRORS
    return False


class HangUpGuard:
    """Ends the process with 128+n within 3 seconds of SIGHUP, SIGTERM or a terminal that closed.

    `flush` commits the drafts; it is called on a thread of its own and must not need the loop.
    `leave` is given the exit code and asks the app to exit. Both may fail or hang: the process
    ends all the same. `fd` is the terminal that is watched.

    Use it as the outermost context manager of a run, on the main thread. When it closes after the
    terminal went away it ends the process and does not return.
    """

    def __init__(
        self, flush: Callable[[], None], leave: Callable[[int], None], fd: int = 0
    ) -> None:
        self._flush = flush
        self._leave = leave
        self._fd = fd
        self._claim = [True]
        self._code: int | None = None
        self._flushed = threading.Event()
        self._closed = threading.Event()
        self._children: set[int] = set()
        self._before: dict[int, Any] = {}
        self._modes: list[Any] | None = None
        self._tty = ""
        self._wake_read = self._wake_write = self._old_wake = -1
        self._thread = threading.Thread(target=self._watch, name="hang-up-guard", daemon=True)

    @property
    def code(self) -> int | None:
        """The exit code that the hang-up decided, or None while the terminal is there."""
        return self._code

    def start(self) -> None:
        """Remembers the terminal's modes, takes over the signals and starts to watch."""
        with contextlib.suppress(termios.error, OSError):
            self._modes = termios.tcgetattr(self._fd)
            self._tty = os.ttyname(self._fd)
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        self._before = {number: signal.signal(number, self._on_signal) for number in SIGNALS}
        self._before |= {number: signal.signal(number, self._on_typed) for number in TYPED}
        # The C handler writes here at once, also when the main thread is stuck in C and does not
        # come round to run a Python handler.
        self._old_wake = signal.set_wakeup_fd(self._wake_write, warn_on_full_buffer=False)
        self._thread.start()

    def close(self) -> None:
        """Gives the signals back; ends the process if the terminal went away."""
        if self._code is not None:
            self._end(self._code)
        self._closed.set()
        signal.set_wakeup_fd(self._old_wake)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.write(self._wake_write, b"\0")
        self._thread.join()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextlib.contextmanager
    def child(self, process: subprocess.Popen[Any]) -> Iterator[None]:
        """While inside, `process` (an editor) is hung up on with us, and has ctrl+c to itself."""
        self._children.add(process.pid)
        if self._code is not None:  # it came while the editor was being started
            self._signal_children(signal.SIGHUP)
        try:
            yield
        finally:
            self._children.discard(process.pid)

    def hang_up(self, code: int = HUNG_UP) -> None:
        """Keeps the drafts and ends the process with `code`; returns at once.

        The first call decides. A signal may interrupt this by another call of it, so no lock
        guards it.
        """
        try:
            self._claim.pop()
        except IndexError:
            return
        self._code = code
        threading.Thread(target=self._go, args=(code,), name="hang-up", daemon=True).start()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.hang_up(128 + number)

    def _on_typed(self, number: int, _frame: FrameType | None) -> None:
        if not self._children:
            self.hang_up(128 + number)

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self._wake_read, select.POLLIN)
        poll.register(self._fd, 0)
        while self._code is None and not self._closed.is_set():
            for fd, _event in poll.poll(LOOK_SECONDS * 1000):
                if fd == self._wake_read:
                    for number in os.read(fd, 64):
                        if number in SIGNALS:
                            self.hang_up(128 + number)
                elif not terminal_gone(fd):
                    poll.unregister(fd)  # a system that cannot poll a terminal
            if self._code is None and terminal_gone(self._fd):
                self.hang_up()

    def _go(self, code: int) -> None:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, LAST_SECONDS)
        self._signal_children(signal.SIGHUP)
        threading.Thread(target=self._keep, name="hang-up-flush", daemon=True).start()
        self._flushed.wait(FLUSH_SECONDS)
        leaving = threading.Thread(target=self._ask, args=(code,), name="hang-up-ask", daemon=True)
        leaving.start()
        # An app that leaves comes to `close`, and the process ends there.
        self._closed.wait(LEAVE_SECONDS)
        self._flushed.wait(max(0.0, started + FLUSH_SECONDS + LEAVE_SECONDS - time.monotonic()))
        self._restore_terminal()
        self._end(code)

    def _keep(self) -> None:
        # Whatever is wrong with the drafts, the process still has to end.
        with contextlib.suppress(Exception):
            self._flush()
        self._flushed.set()

    def _ask(self, code: int) -> None:
        with contextlib.suppress(Exception):
            self._leave(code)

    def _end(self, code: int) -> NoReturn:
        self._flushed.wait(FLUSH_SECONDS)
        self._signal_children(signal.SIGKILL)
        # Not sys.exit: it joins threads and flushes streams, and either may wait for the terminal.
        os._exit(code)

    def _signal_children(self, number: signal.Signals) -> None:
        for pid in tuple(self._children):
            with contextlib.suppress(OSError):
                os.kill(pid, number)

    def _restore_terminal(self) -> None:
        """Does for the terminal what the app, which is stuck, did not come to do."""
        if not self._tty or self._modes is None or terminal_gone(self._fd):
            return
        with contextlib.suppress(termios.error, OSError):
            # From the background, setting modes would stop the process instead.
            if os.tcgetpgrp(self._fd) == os.getpgrp():
                termios.tcsetattr(self._fd, termios.TCSANOW, self._modes)
                # Opened anew, because O_NONBLOCK on the old descriptor would be the shell's too.
                out = os.open(self._tty, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
                os.write(out, _RESTORE)
