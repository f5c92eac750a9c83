"""Textual's driver for a link that lags: alt keys told apart, an end of input, a quick quit.

Textual is pinned, and tests/ui/test_driver.py guards what is leaned on here.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import termios
import threading
import tty
import weakref
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import _character_to_key
from textual.message import Message

if TYPE_CHECKING:
    from ii_tui.ui.textual_patches.app import SafeApp

# What may follow ESC in one packet as an alt key. Left out: the introducers of what a terminal
# sends by itself, and b and f, which some send for "a word left" and "a word right".
_ALT = frozenset(map(chr, range(0x21, 0x7F))) - frozenset("[OP]_bf")


class SafeParser(XTermParser):
    """Reads `ESC c` as alt+c at once, with no text of its own, and keeps a paste together.

    Textual waits for what else may come, then types the c; a second ESC meanwhile makes it type
    `^c`, and it reads ESC with a digit as the symbol that a Mac types with option. An ESC inside a
    paste makes it take what follows for keys: a stranger's text would press them.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._paste: str | None = None
        self._before = ""

    def feed(self, data: str) -> Iterable[Message]:
        """The events of what was read; a paste is one event, whatever it is made of."""
        while data:
            if self._paste is None:
                # The start may have come in two reads; Textual's parser is told of it all the same.
                seen = self._before + data
                start = seen.find(BRACKETED_PASTE_START)
                size = len(data)
                if start >= 0:
                    size = start + len(BRACKETED_PASTE_START) - len(self._before)
                    self._paste = ""
                self._before = seen[1 - len(BRACKETED_PASTE_START) :] if start < 0 else ""
                yield from super().feed(data[:size])
                data = data[size:]
            else:
                text, end, data = (self._paste + data).partition(BRACKETED_PASTE_END)
                if not end:
                    self._paste = text
                    return
                self._paste = None
                # Textual's parser saw an empty paste, and says so.
                for event in super().feed(BRACKETED_PASTE_END):
                    if not isinstance(event, events.Paste):
                        yield event
                yield events.Paste(text.replace("\x00", ""))

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) == 2 and sequence[0] == "\x1b" and sequence[1] in _ALT:
            name = _character_to_key(sequence[1])
            shift = "shift+" if name.isupper() else ""
            return [events.Key(f"alt+{shift}{name.lower()}", None)]
        if sequence == "\x1b":
            # Asked only when a second ESC cut a sequence short; Textual makes a ^ of the first.
            return []
        return super()._sequence_to_key_events(sequence, alt)


class _Waking(threading.Event):
    """An event that also wakes a select on `reader`."""

    def __init__(self) -> None:
        super().__init__()
        self.reader, self._writer = os.pipe()
        weakref.finalize(self, _close, self.reader, self._writer)

    def set(self) -> None:
        super().set()
        os.write(self._writer, b"\0")

    def clear(self) -> None:
        super().clear()
        while select.select([self.reader], [], [], 0)[0]:
            os.read(self.reader, 64)


def _close(*descriptors: int) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


class SafeDriver(LinuxDriver):
    """Waits for input without looking ten times a second, and says when there is no more of it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Textual sets it to stop the input thread, and its own would notice 0.2 s later.
        self.exit_event: _Waking = _Waking()

    def write(self, data: str) -> None:
        """Writes to the terminal; on a screen that is put up anew nothing is known to stand."""
        if "\x1b[?1049h" in data:
            cast("SafeApp[Any]", self._app).shown.forget()
        super().write(data)

    def _sigcont_application(self, *_: object) -> None:
        """On again: after ctrl+z as Textual does it, and else the terminal is only set up anew.

        A SIGSTOP from elsewhere put nothing away, and a SIGCONT may come without any stop, as a
        shell sends one with its SIGHUP. Textual would start a second input thread beside the
        first: keys in the wrong order, and a quit that waits for a read nobody answers.
        """
        if self._must_signal_resume:
            super()._sigcont_application()
        elif self._auto_restart and self._writer_thread is not None:
            self._set_up_again()

    def _set_up_again(self) -> None:
        """The modes of the terminal, which a shell may have used meanwhile, and the whole picture.

        In the background the first line stops us once more, until somebody brings us back.
        """
        with contextlib.suppress(termios.error):
            modes = termios.tcgetattr(self.fileno)
            modes[tty.LFLAG] = self._patch_lflag(modes[tty.LFLAG])
            modes[tty.IFLAG] = self._patch_iflag(modes[tty.IFLAG])
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self.flush()
        # A handler's own messages would be seen with the next event only.
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(self._app.call_later, self._app.refresh)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - the edge of a thread: the app decides
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Turns what is typed into events until the exit event is set or the input ends."""
        parser = SafeParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            until = parser._timeout_time
            timeout = None if until is None else max(0.0, until - get_time())
            ready, _, _ = select.select([self.fileno, self.exit_event.reader], [], [], timeout)
            if self.fileno in ready:
                data = os.read(self.fileno, 4096)
                if not data:
                    # Textual would go on reading nothing, for ever and as fast as it can.
                    cast("SafeApp[Any]", self._app).input_ended()
                    return
                if text := decode(data):
                    self._process(parser.feed(text))
            self._process(parser.tick())

    def _process(self, found: Iterable[Message]) -> None:
        for message in found:
            self.process_message(message)
