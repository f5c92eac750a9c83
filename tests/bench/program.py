"""A program in a pseudo-terminal, timed from outside: what a person sees, and when.

Nothing is drawn here, unlike in tests/pty: reading must cost less than what is measured.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.pty.closing import Closing
from tests.pty.term import ROOT, environment

PATIENCE_S = 60.0
QUIET_S = 0.12
"""Nothing more is written for so long: what a key led to is over."""

_ANSI = re.compile(rb"\x1b(?:\[[0-9;:<=>?]*[ -/]*[@-~]|[P\]].*?(?:\x07|\x1b\\)|[ -/]*[0-~])", re.S)
_TICKS = os.sysconf("SC_CLK_TCK")


def python(module: str, *arguments: str) -> list[str]:
    """The command line of a module of ours or of a floor."""
    return [sys.executable, "-m", module, *arguments]


class Program(Closing):
    """`argv` in a terminal of `columns` by `rows`, from its start on; its bytecode is kept.

    `cache` is the folder of compiled files, so that no run but the first compiles anything.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        cache: Path,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        self.seen = bytearray()
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        kept = {"PYTHONDONTWRITEBYTECODE": None, "PYTHONPYCACHEPREFIX": str(cache)}

        def take_terminal() -> None:
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            list(argv),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(kept | dict(env or {})),
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        os.close(slave)

    # What it writes

    def text(self, start: int = 0) -> str:
        """What was written from byte `start` on, without what steers the terminal."""
        return _ANSI.sub(b"", bytes(self.seen[start:])).decode("utf-8", "replace")

    def until(self, *words: str, start: int = 0) -> float:
        """Milliseconds from the program's start to the read that had the last of the words."""
        until = time.perf_counter() + PATIENCE_S
        while True:
            text = self.text(start)
            if all(word in text for word in words):
                return (time.perf_counter() - self.began) * 1000
            if not self._read(until - time.perf_counter()):
                raise AssertionError(f"waited in vain for {words}; it wrote:\n{text[-2000:]}")

    def settle(self, quiet: float = QUIET_S) -> int:
        """Reads until nothing more comes; returns how many bytes came."""
        before = len(self.seen)
        while self._read(quiet):
            pass
        return len(self.seen) - before

    def read_for(self, seconds: float) -> int:
        """Reads for a time; returns how many bytes came."""
        before, until = len(self.seen), time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)
        return len(self.seen) - before

    def _read(self, timeout: float) -> bool:
        if not select.select([self._master], [], [], max(0.0, timeout))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # EIO: the program ended
            return False
        self.seen += data
        return bool(data)

    # What is typed

    def send(self, keys: str) -> None:
        """Types `keys` in one packet."""
        os.write(self._master, keys.encode())

    def press(self, keys: str, *words: str) -> float:
        """Milliseconds until the terminal heard of it, or until these words were written."""
        start, began = len(self.seen), time.perf_counter()
        self.send(keys)
        if words:
            self.until(*words, start=start)
        elif not self._read(PATIENCE_S):
            raise AssertionError(f"{keys!r} led to nothing; it wrote:\n{self.text()[-2000:]}")
        return (time.perf_counter() - began) * 1000

    def cost(self, keys: str) -> int:
        """The bytes that these keys make it write, until it is quiet."""
        before = len(self.seen)
        self.send(keys)
        self._read(PATIENCE_S)
        self.settle()
        return len(self.seen) - before

    # What it takes

    def memory(self) -> float:
        """Resident memory, MB."""
        words = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", words)
        return int(found[1]) / 1024 if found else 0.0

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    # The end

    def wait(self) -> None:
        """Reads until it ends by itself."""
        while self.process.poll() is None:
            self._read(0.01)

    def quit(self, keys: str = "q") -> float:
        """Milliseconds from the key to the end of the process."""
        began = time.perf_counter()
        self.send(keys)
        while self.process.poll() is None:
            if time.perf_counter() - began > PATIENCE_S:
                raise AssertionError(f"did not end; it wrote:\n{self.text()[-2000:]}")
            self._read(0.002)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Ends what is left of it."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
