"""A program in a real pseudo-terminal, its screen read by pyte, waited for and never slept on."""

from __future__ import annotations

import contextlib
import copy
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyte

from tests.pty.closing import Closing

PATIENCE = 30.0
"""Seconds that a wait may last before it counts as a failure; a slow machine is not one."""

ALTERNATE = 1049 << 5  # pyte shifts private modes by five bits

# What pyte would draw as letters: private CSI (kitty keys), mode questions, DCS strings, and OSC
# that ends in ESC \. A started one at the end of a read waits for the rest of it.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][0-9;]*[ -/]*[@-~]"
    rb"|\x1b\[\?[0-9;]*\$[@-~]"
    rb"|\x1bP.*?\x1b\\"
    rb"|\x1b\].*?(?:\x07|\x1b\\)",
    re.DOTALL,
)
_STARTED = re.compile(
    rb"(?:\x1b|\x1b\[[<>=?0-9;]*[ -/]*|\x1b[P\]](?:(?!\x1b\\|\x07).)*)\Z", re.DOTALL
)

_LEFT_OUT = re.compile(
    r"SSH_|II_TUI_|TEXTUAL|TMUX|STY$|WINDOW$|COLORTERM|NO_COLOR|FORCE_COLOR|COLUMNS|LINES|TERM"
    r"|DISPLAY|WAYLAND|COV_|PYTEST"
)


class _Screen(pyte.Screen):
    """pyte's screen with the alternate screen, so that what was there before comes back."""

    _main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        super().set_mode(*modes, **kwargs)
        if ALTERNATE in self.mode and self._main is None:
            self._main = (copy.deepcopy(dict(self.buffer)), (self.cursor.x, self.cursor.y))
            self.erase_in_display(2)
            self.cursor_position()

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if ALTERNATE not in self.mode and self._main is not None:
            lines, (x, y) = self._main
            self.buffer.clear()
            self.buffer.update(lines)
            self.dirty.update(range(self.lines))
            self.cursor.x, self.cursor.y = x, y
            self._main = None


def environment(extra: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The test's own environment without what depends on where the tests are run.

    A value of None takes a variable away.
    """
    found = {name: value for name, value in os.environ.items() if not _LEFT_OUT.match(name)}
    found |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    for name, value in (extra or {}).items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found


ROOT = Path(__file__).resolve().parents[2]


class Terminal(Closing):
    """Runs `argv` as the leader of its own session in a pty of `columns` by `rows`.

    With `controlling=False` the pty is not the session's controlling terminal, so closing it sends
    no SIGHUP: the terminal that goes away without a word. `stdin` replaces standard input by
    another descriptor; output stays on the pty.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        controlling: bool = True,
        stdin: int | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = threading.Condition()
        self._raw = bytearray()
        self._held = b""
        self._ended = False
        self._paused = False
        self._master, slave = os.openpty()
        self._set_size()
        self.modes_before = termios.tcgetattr(self._master)
        self._wake_read, self._wake_write = os.pipe()

        def take_terminal() -> None:
            # A suite that was started under nohup would pass on that a hang-up is ignored.
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            if controlling:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            list(argv),
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave,
            env=environment(env),
            cwd=cwd or ROOT,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, name="pty-reader", daemon=True)
        self._reader.start()

    # What the person sees

    @property
    def raw(self) -> bytes:
        """Every byte the program wrote so far."""
        with self._changed:
            return bytes(self._raw)

    def screen(self) -> list[str]:
        """The rows of the screen as text, trailing spaces taken off."""
        with self._changed:
            return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.screen())

    @property
    def cursor_hidden(self) -> bool:
        """Whether the program left the cursor hidden."""
        with self._changed:
            return bool(self._screen.cursor.hidden)

    @property
    def on_alternate_screen(self) -> bool:
        """Whether the program is on the alternate screen."""
        with self._changed:
            return ALTERNATE in self._screen.mode

    def modes(self) -> list[Any]:
        """The line discipline's settings now; `modes_before` are those at the start."""
        return termios.tcgetattr(self._master)

    # What the person does

    def send(self, keys: str | bytes) -> None:
        """Types `keys`, in one packet."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._master, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size; the program gets SIGWINCH."""
        with self._changed:
            self.columns, self.rows = columns, rows
            self._screen.resize(rows, columns)
        self._set_size()

    def signal(self, number: int) -> None:
        """Sends a signal to the program."""
        self.process.send_signal(number)

    def pause(self) -> None:
        """Stops reading, as a stalled link does: soon the program's writes block."""
        with self._changed:
            self._paused = True
        os.write(self._wake_write, b"p")

    def resume(self) -> None:
        """Reads again."""
        with self._changed:
            self._paused = False
        os.write(self._wake_write, b"r")

    def close_master(self) -> None:
        """Hangs up: the other end of the pty is gone."""
        with self._changed:
            self._ended = True
        if self._wake_write >= 0:
            os.write(self._wake_write, b"q")
        self._reader.join()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    # What the test waits for

    def wait_for(self, wanted: str | Callable[[], bool], timeout: float = PATIENCE) -> None:
        """Waits until the text is on the screen, or until the callable says yes.

        Fails with the screen as it is.
        """
        if isinstance(wanted, str):
            text = wanted
            condition, look_again = (lambda: text in self.text), 1.0
        else:
            # What it looks at may be a file, which tells nobody that it changed.
            condition, look_again = wanted, 0.05
        until = time.monotonic() + timeout
        with self._changed:
            while not condition():
                left = until - time.monotonic()
                over = isinstance(wanted, str) and self._ended and self.process.poll() is not None
                if left <= 0 or over:
                    if condition():
                        return
                    raise AssertionError(f"waited in vain for {wanted!r}; the screen:\n{self.text}")
                self._changed.wait(min(left, look_again))

    def wait_raw(self, wanted: bytes, timeout: float = PATIENCE) -> None:
        """Waits until the program wrote these bytes."""
        self.wait_for(lambda: wanted in self._raw, timeout)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """The exit code (negative: the signal that ended it), once all output is read."""
        try:
            code = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(
                f"still running after {timeout} s; the screen:\n{self.text}"
            ) from None
        if self._master >= 0 and not self._paused:
            with self._changed:
                self._changed.wait_for(lambda: self._ended, PATIENCE)
        return code

    def survivors(self) -> list[int]:
        """The processes of the program's session that are still there."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            with contextlib.suppress(OSError):
                # The name in brackets may hold spaces; the session is the fourth field after it.
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(fields[3]) == self.process.pid and fields[0] != "Z":
                    found.append(int(entry.name))
        return found

    # The inside

    def close(self) -> None:
        """Ends what is left of the program and the pty."""
        for pid in self.survivors():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        self.close_master()
        if self._wake_read >= 0:
            os.close(self._wake_read)
            os.close(self._wake_write)
            self._wake_read = self._wake_write = -1

    def _set_size(self) -> None:
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _read(self) -> None:
        watched = [self._wake_read, self._master]
        while True:
            ready, _, _ = select.select(watched, [], [])
            if self._wake_read in ready:
                os.read(self._wake_read, 64)
            with self._changed:
                if self._ended:
                    return
                watched = [self._wake_read] if self._paused else [self._wake_read, self._master]
                if self._paused:
                    continue
            if self._master not in ready:
                continue
            try:
                data = os.read(self._master, 65536)
            except OSError:  # EIO: the last program on the other end is gone
                data = b""
            with self._changed:
                if data:
                    self._feed(data)
                else:
                    self._ended = True
                self._changed.notify_all()
                if not data:
                    return

    def _feed(self, data: bytes) -> None:
        self._raw += data
        data = self._held + data
        started = _STARTED.search(_UNKNOWN.sub(b"", data))
        tail = started.group() if started else b""
        self._held = tail
        data = _UNKNOWN.sub(b"", data)
        self._stream.feed(data[: len(data) - len(tail)] if tail else data)
