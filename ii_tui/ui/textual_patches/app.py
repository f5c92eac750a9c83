"""`SafeApp` is the base of the app: raw control bytes never reach the terminal, a bug ends in one
line and a report without anybody's text, and a terminal that went away is not a bug.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ReturnType, ScreenStackError
from textual.color import Color
from textual.css.query import NoMatches
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerFailed

from ii_tui.clock import Clock
from ii_tui.core.text import clean
from ii_tui.errors import IiError
from ii_tui.paths import Paths
from ii_tui.services import crash
from ii_tui.services.guard import HUNG_UP, HangUpGuard, terminal_gone
from ii_tui.ui.key_order import KeyOrder, KeySent
from ii_tui.ui.terminal import over_ssh
from ii_tui.ui.textual_patches.delta import Shown
from ii_tui.ui.textual_patches.driver import SafeDriver

_RAW: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_GONE_ERRORS: Final = {errno.EIO, errno.ENXIO, errno.EBADF, errno.EPIPE}
_WRITER: Final = "textual-output"


def _harmless(found: re.Match[str]) -> str:
    """Takes a raw character out and keeps the width that the layout counted for it."""
    return "\ufffd" * cell_len(found[0])


class RawFilter(LineFilter):
    """The last choke point: no control, bidirectional or surrogate code point reaches the terminal.

    Newline and tab go too, for a line on the screen has neither. A link with one loses the link.
    """

    def apply(
        self,
        segments: list[Segment],
        background: Color,
    ) -> list[Segment]:
        """The segments without raw characters; the very list when there are none."""
        for text, style, _ in segments:
            # isprintable is several times faster than the expression, and true for nearly all.
            if not text.isprintable() or (style is not None and style.link):
                return [self._safe(segment) for segment in segments]
        return segments

    @staticmethod
    def _safe(segment: Segment) -> Segment:
        text, style, control = segment
        if style is not None and style.link and _RAW.search(style.link):
            style = style.update_link(None)
        return Segment(_RAW.sub(_harmless, text), style, control)


_RAW_FILTER: Final = RawFilter()


class SafeApp(App[ReturnType]):
    """Output is clean, notifications are text, and a crash tells nothing of what was written."""

    guard: HangUpGuard | None = None
    """The guard of this run; an editor is started inside `guard.child(process)`."""

    def __init__(self, *, crashes: Path | None = None, **options: Any) -> None:
        """`crashes` is the folder of crash reports; `options` are Textual's."""
        super().__init__(**options)
        self._crashes = crashes
        self._keep: Callable[[], None] | None = None
        self._last_words = ""
        self._crashed = False
        self._ending = False
        self._order = KeyOrder(self)
        self.shown = Shown()
        self.only_changes = True
        """whether of each line only what changed is written"""
        if over_ssh(os.environ) and "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"

    # Styles

    def begin_with(self, theme: str) -> None:
        """The theme of the first frame; one that changes later has every sheet parsed again."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """A screen that was never seen has no styles that could be old.

        Textual thinks so, and parses every sheet anew for the first visit to each place: a
        twentieth of the start.
        """
        super()._load_screen_css(screen)
        if screen._css_update_count < 0:
            screen._css_update_count = self._css_update_count

    # Input

    def post_message(self, message: Message) -> bool:
        """Keys come in one by one; all else as ever."""
        if (
            not isinstance(message, events.Key)
            or message.is_forwarded
            or threading.get_ident() != self._thread_id
        ):
            return super().post_message(message)
        if not self._order.admit(message):
            return True
        return super().post_message(message) and super().post_message(KeySent())

    @property
    def key_under_way(self) -> bool:
        """Whether a key is still being handled: one that is posted now would come after others."""
        return self._order.busy

    def on_key_sent(self) -> None:
        """The key before this was forwarded."""
        self._order.sent()

    def on_key_handled(self) -> None:
        """The key is done with."""
        self._order.handled()

    # Output

    async def on_event(self, event: events.Event) -> None:
        """A terminal that gets another size may keep or lose what it showed."""
        if isinstance(event, events.Resize):
            self.shown.forget()
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if self.only_changes and isinstance(renderable, CompositorUpdate):
            renderable = self.shown.changes(renderable, (self.size.width, self.size.height))
        super()._display(screen, renderable)

    def action_draw_anew(self) -> None:
        """Draws everything anew, where something else wrote on the screen."""
        self.shown.forget()
        self.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then ours as the last; NO_COLOR with a plain theme drops all color."""
        found = super().get_line_filters()
        if self.no_color and self.native_ansi_color:
            # Textual chose when it started, by the theme of that moment.
            found = [_NO_COLOR if isinstance(each, Monochrome) else each for each in found]
        return [*found, _RAW_FILTER]

    def get_driver_class(self) -> type[Any]:
        """Textual's choice, with our driver in place of its own."""
        chosen = super().get_driver_class()
        return SafeDriver if chosen is LinuxDriver else chosen

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Shows a notification as plain text, whatever `markup` says: names stand in there."""
        super().notify(
            clean(message), title=clean(title), severity=severity, timeout=timeout, markup=False
        )

    def send_sequence(self, sequence: str) -> None:
        """Sends a sequence of our own making (the clipboard's) to the terminal between frames."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    # The end

    @property
    def return_code(self) -> int | None:
        """The exit code of the process; a crash is 1 whatever came after it."""
        return 1 if self._crashed else super().return_code

    def leave(self, code: int) -> None:
        """Asks the app to exit with `code`; may be called from any thread and does not wait."""
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop closed meanwhile
                loop.call_soon_threadsafe(self._leave, code)

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)

    def input_ended(self) -> None:
        """There is nothing more to read, now or ever; called on the input thread."""
        if self.guard is not None:
            self.guard.hang_up()
        else:
            self.leave(HUNG_UP)

    def _handle_exception(self, error: Exception) -> None:
        """Where Textual brings every error of a handler, a worker, a stylesheet or a timer."""
        if _hung_up(error):
            self._leave(HUNG_UP)
            return
        if self._ending and isinstance(error, (NoMatches, ScreenStackError)):
            return
        self._return_code = 1
        if self._exception is None:
            self._crashed = True
            self._last_words = self._report(error)
            # Textual's test harness raises what it finds here.
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    async def _shutdown(self) -> None:
        """Widgets and screens go one by one from here on, and a timer may still look for them."""
        self._ending = True
        await super()._shutdown()

    def _fatal_error(self) -> None:
        error = sys.exc_info()[1]
        self._handle_exception(error if isinstance(error, Exception) else RuntimeError())

    def panic(self, *renderables: RenderableType) -> None:
        """Ends in a crash; the renderables, which may show anybody's text, are not shown."""
        self._handle_exception(RuntimeError("panic"))

    def _report(self, error: BaseException) -> str:
        kept = "What you typed is kept."
        try:
            if self._keep is not None:
                self._keep()
        except Exception:  # noqa: BLE001 - already crashing: say what is true and go on
            kept = "The last words you typed may be lost."
        return f"ii-tui hit a bug and stopped. {kept} {self._write_report(error)}"

    def _write_report(self, error: BaseException) -> str:
        if isinstance(error, WorkerFailed):
            error = error.error
        try:
            path = crash.write_report(error, self._crashes or Paths.find().crashes, Clock().now())
        except (IiError, OSError) as problem:
            return f"No report could be written: {type(problem).__name__}."
        return f"Report: {path}"

    def _print_error_renderables(self) -> None:
        """Textual calls this once the terminal is as it was before."""
        words = [self._last_words] if self._last_words else []
        words += [each for each in self._exit_renderables if isinstance(each, str)]
        self._exit_renderables.clear()
        self._last_words = ""
        for line in words:
            with contextlib.suppress(OSError):
                print(clean(line), file=sys.stderr, flush=True)

    # Errors that Textual does not bring

    def _on_load(self) -> None:
        asyncio.get_running_loop().set_exception_handler(self._on_loop_error)

    def _on_loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A task that nobody waited for: reported in a file, never as a traceback on the screen."""
        error = context.get("exception")
        if isinstance(error, BaseException) and not _hung_up(error):
            self._write_report(error)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        """A thread of ours or of Textual's died: what it was there for no longer happens."""
        error = args.exc_value
        if not isinstance(error, Exception) or _hung_up(error):
            return
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._handle_exception, error)
        if self.guard is not None and args.thread is not None and args.thread.name == _WRITER:
            # Nothing drains the queue of writes any more, so the loop may be stuck on it.
            self.guard.hang_up(1)


_NO_COLOR: Final = NoColor()


def _hung_up(error: BaseException) -> bool:
    """Whether an error only says that the terminal went away; the guard sees to that."""
    return isinstance(error, OSError) and error.errno in _GONE_ERRORS and terminal_gone()


@contextlib.contextmanager
def _thread_errors(app: SafeApp[Any]) -> Iterator[None]:
    before, threading.excepthook = threading.excepthook, app._on_thread_error
    try:
        yield
    finally:
        threading.excepthook = before


def run_app(
    app: SafeApp[Any], flush: Callable[[], None], close: Callable[[], None] = lambda: None
) -> int:
    """Runs the app under the hang-up guard and returns the exit code of the process.

    `flush` commits the drafts on whatever thread it is called. `close` is called after the app
    ended; after a hang-up this does not return, since the process ends here.
    """
    with HangUpGuard(flush, app.leave) as guard, _thread_errors(app):
        app.guard = guard
        app._keep = flush
        try:
            app.run()
        finally:
            close()
    return app.return_code or 0
