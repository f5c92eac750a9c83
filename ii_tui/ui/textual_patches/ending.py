"""How the app ends: a bug in one line and a report without anybody's text, a hang-up in silence."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from rich.console import RenderableType
from textual.app import App, ReturnType, ScreenStackError
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from ii_tui.clock import Clock
from ii_tui.core.text import clean
from ii_tui.errors import Corrupt, DiskFull, IiError
from ii_tui.paths import Paths
from ii_tui.services import crash
from ii_tui.services.guard import HUNG_UP, HangUpGuard, terminal_gone

_GONE_ERRORS: Final = {errno.EIO, errno.ENXIO, errno.EBADF, errno.EPIPE}
_WRITER: Final = "textual-output"


class EndingApp(App[ReturnType]):
    """A crash tells nothing of what was written, and a terminal that went away is no crash."""

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
        if self._ending and isinstance(_cause(error), NoMatches | ScreenStackError):
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
        error = _cause(error)
        if isinstance(error, Corrupt | DiskFull):
            # A disk that went away or a file that was damaged under us is no bug of ours.
            return f"{error.title}: {error.message} {kept} {error.hint}"
        return f"ii-tui hit a bug and stopped. {kept} {self._write_report(error)}"

    def _write_report(self, error: BaseException) -> str:
        try:
            path = crash.write_report(
                _cause(error), self._crashes or Paths.find().crashes, Clock().now()
            )
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


def _cause(error: BaseException) -> BaseException:
    """What went wrong in a worker, which Textual wraps."""
    return error.error if isinstance(error, WorkerFailed) else error


def _hung_up(error: BaseException) -> bool:
    """Whether an error only says that the terminal went away; the guard sees to that."""
    return isinstance(error, OSError) and error.errno in _GONE_ERRORS and terminal_gone()


@contextlib.contextmanager
def _thread_errors(app: EndingApp[Any]) -> Iterator[None]:
    before, threading.excepthook = threading.excepthook, app._on_thread_error
    try:
        yield
    finally:
        threading.excepthook = before


def run_app(
    app: EndingApp[Any], flush: Callable[[], None], close: Callable[[], None] = lambda: None
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
