"""A program inside tmux, on a server of the test's own."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.pty.closing import Closing
from tests.pty.term import PATIENCE, ROOT, environment


class Tmux(Closing):
    """Runs `argv` in the only pane of a private tmux server without any configuration.

    What the pane writes is announced by a control client, so waiting looks when something changed
    and does not poll.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        self.name = f"ii-{uuid.uuid4().hex[:8]}"
        # The path of a socket has room for a hundred characters; a test's own directory has more.
        self._sockets = tempfile.TemporaryDirectory(prefix="ii-tmux-", dir="/tmp")
        self.env = environment(env) | {"TMUX_TMPDIR": self._sockets.name}
        self._changed = threading.Condition()
        self._control: subprocess.Popen[str] | None = None
        try:
            self.run(
                "new-session", "-d", "-s", "ii", "-x", str(columns), "-y", str(rows),
                shlex.join(argv),
                ";", "set-option", "-g", "window-size", "manual",
                ";", "set-option", "-g", "remain-on-exit", "on",
            )  # fmt: skip
            self._control = subprocess.Popen(
                [*self.command, "-C", "attach-session", "-t", "ii", "-f", "ignore-size"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                errors="replace",
                env=self.env,
                cwd=ROOT,
            )
        except BaseException:
            self.close()
            raise
        threading.Thread(target=self._listen, name="tmux-control", daemon=True).start()

    @property
    def command(self) -> list[str]:
        """The argv that reaches this server, before a subcommand."""
        return ["tmux", "-L", self.name, "-f", "/dev/null"]

    @property
    def inside(self) -> dict[str, str]:
        """The environment a program in the pane sees: TMUX and TMUX_PANE with the rest."""
        pid, pane = self.run("display-message", "-p", "#{pid} #{pane_id}").split()
        socket = Path(self._sockets.name) / f"tmux-{os.getuid()}" / self.name
        return self.env | {"TMUX": f"{socket},{pid},0", "TMUX_PANE": pane}

    def run(self, *args: str, text: str | None = None) -> str:
        """What a tmux subcommand prints."""
        done = subprocess.run(
            [*self.command, *args],
            input=text,
            capture_output=True,
            text=True,
            env=self.env,
            cwd=ROOT,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode != 0:
            raise AssertionError(f"tmux {args[0]}: {done.stderr.strip()}")
        return done.stdout

    def send(self, text: str) -> None:
        """Types `text` letter by letter."""
        self.run("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Presses keys by tmux's names: Enter, Escape, C-q, Up."""
        self.run("send-keys", *keys)

    def screen(self) -> list[str]:
        """The rows of the pane as text, trailing spaces taken off."""
        return [line.rstrip() for line in self.run("capture-pane", "-p").splitlines()]

    @property
    def text(self) -> str:
        """The pane as one text."""
        return "\n".join(self.screen())

    def buffer(self) -> str:
        """What tmux would paste."""
        return self.run("show-buffer")

    @property
    def dead(self) -> bool:
        """Whether the program in the pane has ended; tmux 3.3 does not always learn its code."""
        return self.run("display-message", "-p", "#{pane_dead}").strip() == "1"

    def exit_code(self) -> int | None:
        """The exit code of the program in the pane, None while it runs."""
        said = self.run("display-message", "-p", "#{?pane_dead,#{pane_dead_status},runs}").strip()
        # Dead for a moment before its status is known.
        return int(said) if said.lstrip("-").isdigit() else None

    def wait_for(self, wanted: str | Callable[[], bool], timeout: float = PATIENCE) -> None:
        """Waits until the text is in the pane, or until the callable says yes."""
        condition = (lambda: wanted in self.text) if isinstance(wanted, str) else wanted
        until = time.monotonic() + timeout
        with self._changed:
            while not condition():
                left = until - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"waited in vain for {wanted!r}; the pane:\n{self.text}")
                # The control client tells of output only; of an exit it is asked now and then.
                self._changed.wait(min(left, 0.25))

    def close(self) -> None:
        """Ends the server and everything in it."""
        subprocess.run(
            [*self.command, "kill-server"], capture_output=True, env=self.env, check=False
        )
        if self._control is not None:
            with contextlib.suppress(BrokenPipeError):
                assert self._control.stdin is not None
                self._control.stdin.close()
            self._control.wait()
        self._sockets.cleanup()

    def _listen(self) -> None:
        assert self._control is not None
        assert self._control.stdout is not None
        for _line in self._control.stdout:
            with self._changed:
                self._changed.notify_all()
