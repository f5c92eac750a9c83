"""An app with one bug of the kind its argument names; every bug has a secret in its variables."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.css.stylesheet import StylesheetParseError
from textual.widgets import Static

from ii_tui.ui.textual_patches.app import SafeApp
from ii_tui.ui.textual_patches.ending import run_app

SECRET = "canary-" + "7f3a"


def fail(where: str) -> None:
    note = f"{SECRET} in a variable of {where}"
    try:
        {}[note]
    except KeyError as error:
        raise ValueError(f"{SECRET} in the message") from error


class Broken(Static):
    def render(self) -> str:
        fail("render")
        return ""


class CrashApp(SafeApp[None]):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def compose(self) -> ComposeResult:
        body = SECRET + " in the body of compose"
        if self.kind == "compose":
            fail(body)
        yield Static("the page is open")

    def on_load(self) -> None:
        if self.kind == "load":
            fail("load")
        if self.kind == "css":
            type(self).CSS = f"Static {{ color: {SECRET}; }}"
            self.stylesheet.add_source(self.CSS)

    def on_mount(self) -> None:
        if self.kind == "mount":
            fail("mount")

    async def on_key(self, event: events.Key) -> None:
        if event.key != "c":
            return
        match self.kind:
            case "handler":
                fail("handler")
            case "render":
                await self.mount(Broken())
            case "markup":
                await self.mount(Static(f"[/{SECRET}]"))
            case "worker":
                self.run_worker(self.work(), exit_on_error=True)
            case "thread-worker":
                self.run_worker(lambda: fail("thread"), thread=True, exit_on_error=True)
            case "timer":
                self.set_timer(0.01, lambda: fail("timer"))
            case "callback":
                self.call_later(fail, "callback")
            case "thread":
                threading.Thread(target=fail, args=("thread",)).start()
            case "input":
                self._driver.process_message = fail  # type: ignore[union-attr,method-assign]
                await self.mount(Static("the next key fails"))
            case "rich-error":
                raise StylesheetParseError({})  # type: ignore[arg-type]
            case "panic":
                self.panic(SECRET)
            case "task":
                self.forgotten = asyncio.get_running_loop().create_task(self.work())
                self.forgotten.add_done_callback(lambda _: self.exit())
                del self.forgotten

    async def work(self) -> None:
        fail("work")


def main() -> None:
    kept = Path(sys.argv[2])

    def flush() -> None:
        kept.write_text("kept")
        if sys.argv[3:] == ["flush-fails"]:
            fail("flush")

    sys.exit(run_app(CrashApp(sys.argv[1]), flush))


if __name__ == "__main__":
    main()
