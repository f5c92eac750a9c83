"""Bringing a network in: which file, what it would do, doing it, and what was done."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.errors import IiError
from ii_tui.services import far_end, importing
from ii_tui.services.import_report import Report, Stopped
from ii_tui.services.remembering import recall, remember
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.import_report import PreviewDialog, ReportDialog
from ii_tui.ui.widgets.bars import Bar
from ii_tui.ui.widgets.fields import Field
from ii_tui.ui.widgets.path_input import PathInput, shown
from ii_tui.ui.widgets.spans import Span, dim, one_line

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_FOLDER = "_import_folder"
"""what the last folder is remembered under"""
_TICK_S = 0.1
"""how often the progress is looked at"""
_SHORT_S = 0.15
"""a file that takes less gets no progress line: it would only flash by"""
_NAMES = 12
"""completions shown at once"""


class FileDialog(Dialog[Path]):
    """Which file? With completion, and how to get one."""

    WIDTH = 78
    STEP = (
        "Step 1, connect: with everybody you know in one list you see who works where you want to "
        "be, and who could introduce you."
    )

    def __init__(self, value: str, why: str = "", elsewhere: str = "") -> None:
        """`elsewhere` is the line to type where the file is, when that is another machine."""
        keys = (("enter", "look at it"), ("tab", "complete"), ("esc", "back"))
        super().__init__("Bring everyone: import your LinkedIn connections", keys)
        self._elsewhere = elsewhere
        self._entry = PathInput(value, suffixes=(".csv", ".json"), id="path-input")
        self._field = Field("File", id="path", entry=self._entry)
        self._why = why
        self._names = Static("", markup=False, classes="sheet--dim")

    def body(self) -> Iterable[Widget]:
        """The path, what tab found, and where the file comes from."""
        yield self._field
        yield self._names
        yield Static(far_end.HOW, markup=False, classes="sheet--dim")
        yield Static("The file is on your laptop? Type this there:", markup=False,
                     classes="sheet--dim")  # fmt: skip
        yield Static(self._elsewhere, markup=False, classes="sheet--line")

    def on_mount(self) -> None:
        """What was wrong with the file that was named before."""
        self._entry.cursor_position = len(self._entry.value)
        if self._why:
            self.call_after_refresh(self._field.wrong, self._why)

    @on(PathInput.Candidates)
    def _offer(self, message: PathInput.Candidates) -> None:
        names = [one_line(name) for name in message.names[:_NAMES]]
        more = len(message.names) - len(names)
        self._names.update("  ".join(names) + (f"  and {more:,} more" if more > 0 else ""))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._names.update("")

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if self._entry.value.strip():
            self.dismiss(self._entry.path)
        else:
            self._field.wrong("Type where the file is, such as ~/Downloads/Connections.csv.")


@dataclass
class Running:
    """An import under way; the writer thread says how far it is, the screen looks at times."""

    done: int = 0
    total: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def told(self, done: int, total: int) -> None:
        """On the writer thread."""
        self.done, self.total = done, total


class _ProgressLine(Bar, can_focus=True):
    """A line that fills. It has the focus, so that the keys are this dialog's from the start."""

    def __init__(self) -> None:
        super().__init__()
        self.done = self.total = 0

    def spans(self, width: int) -> list[Span]:
        """The part that is read, the rest, and the bytes."""
        words = f"{_bytes(self.done)} of {_bytes(self.total)}" if self.total else "begins"
        room = max(4, width - len(words) - 2)
        filled = room * self.done // self.total if self.total else 0
        return [
            Span("=" * filled, "accent"),
            Span("-" * (room - filled), "rule"),
            dim(f"  {words}"),
        ]


def _bytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 100_000 else f"{count / 1000:.0f} kB"


class ProgressDialog(Dialog[None]):
    """How far it is; escape stops it."""

    def __init__(self, title: str, running: Running) -> None:
        super().__init__(title, (("esc", "stop"),))
        self._import = running
        self._line = _ProgressLine()
        self._words = Static("", markup=False, classes="sheet--dim")

    def body(self) -> Iterable[Widget]:
        """The line, and what is being done."""
        yield self._line
        yield self._words

    def on_mount(self) -> None:
        """Look at times: a message for every batch would be as much work as the import."""
        self._look()
        self.set_interval(_TICK_S, self._look)

    def _look(self) -> None:
        running = self._import
        if (self._line.done, self._line.total) != (running.done, running.total):
            self._line.done, self._line.total = running.done, running.total
            self._line.refresh()
        if running.stop.is_set():
            words = "Stopping."
        elif running.total and running.done >= running.total:
            words = "Comparing with who is here."
        else:
            words = "Reading. Until it is done nothing is changed."
        self._words.update(words)

    def action_step_out(self) -> None:
        """Stop; the dialog goes when the import has."""
        self._import.stop.set()
        self._look()


async def import_file(app: IiApp) -> None:
    """From the path to the report. Only in a worker."""
    try:
        await _import_file(app)
    except IiError as error:
        app.fail(error)


async def _import_file(app: IiApp) -> None:
    folder = recall(app.desk, _FOLDER) or _likely_folder()
    value, why = folder, ""
    elsewhere = far_end.import_line(app.desk.paths.database)
    while True:
        path = await app.push_screen_wait(FileDialog(value, why, elsewhere))
        if path is None:
            return
        value, why = await asyncio.to_thread(_retyped, path), ""
        try:
            path = await asyncio.to_thread(_file_in, path)
            data = await asyncio.to_thread(importing.read_file, path)
            report = await _run(app, data, path.name, dry_run=True)
            if not await app.push_screen_wait(PreviewDialog(path.name, report)):
                continue
            report = await _run(app, data, path.name, dry_run=False)
        except Stopped as error:
            app.fail(error)
            continue
        except IiError as error:
            why = str(error)
            continue
        break
    kept = shown(path.parent).rstrip(os.sep) + os.sep
    await app.ask(lambda: remember(app.desk, _FOLDER, kept))
    app.say(f"Imported {path.name}: {report.words}", undo=True)
    app.changed()
    answer = await app.push_screen_wait(ReportDialog(path.name, report))
    if answer == "undo":
        app.action_undo()
    elif answer == "triage":
        from ii_tui.ui.dialogs.triage import triage

        await triage(app)


async def _run(app: IiApp, data: bytes, name: str, *, dry_run: bool) -> Report:
    """Runs the import on the writer thread with a progress line; raises what it raises."""
    running = Running(total=len(data))
    job = asyncio.ensure_future(
        app.ask(
            lambda: importing.import_data(
                app.desk,
                data,
                name=name,
                dry_run=dry_run,
                progress=running.told,
                stop=running.stop,
            )
        )
    )
    shown: ProgressDialog | None = None
    try:
        await asyncio.wait({job}, timeout=_SHORT_S)
        if not job.done():
            verb = "Looking at" if dry_run else "Importing"
            shown = ProgressDialog(f"{verb} {name}", running)
            await app.push_screen(shown)
        return await job
    finally:
        running.stop.set()  # the app may be leaving: whatever still runs ends early
        if shown is not None and shown.is_current:
            await shown.dismiss()


def _file_in(path: Path) -> Path:
    """The Connections.csv of a folder that was named; any other path as it is."""
    inside = path / "Connections.csv"
    return inside if os.path.isfile(inside) else path


def _retyped(path: Path) -> str:
    """The path as it is typed again: a folder keeps its slash, for a name is to follow."""
    return shown(path).rstrip(os.sep) + os.sep if os.path.isdir(path) else shown(path)


def _likely_folder() -> str:
    """Where a browser puts files, if that is here."""
    downloads = Path.home() / "Downloads"
    return "~/Downloads/" if os.path.isdir(downloads) else "~/"
