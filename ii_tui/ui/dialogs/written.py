"""A file is written: where it lies, and how it comes to the machine one sits at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.widget import Widget

from ii_tui.services import calendar_files, far_end, handing_over, scheduling
from ii_tui.ui.dialogs.ask import ask_file, confirm
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.fields import Choice, Option
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.path_input import expand, shown
from ii_tui.ui.widgets.spans import Line, Prose, Row, dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

T = TypeVar("T")


class Written(Dialog[T]):
    """Says where a file lies, and asks what comes next."""

    WIDTH = 76
    CSS = "Where { height: auto; }"

    def __init__(self, path: Path, options: Sequence[Option[T]], *, words: str = "") -> None:
        super().__init__("The file is written", (("enter", "choose"), ("esc", "back")))
        rows: list[Row] = [Prose(shown(path), "bright")]
        if line := far_end.scp_line(path, os.environ):
            rows += [Line(), Line(dim("On your own machine:")), Prose(line, "bright")]
        if words:
            rows += [Line(), Prose(words)]
        self._rows = (*rows, Line())
        self._choice = Choice(options)

    def body(self) -> Iterable[Widget]:
        """The path, the line to type, and the options."""
        yield Where([Item(None, self._rows)])
        yield self._choice

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        option: Option[T] = message.item.data
        self.dismiss(option.value)


class Where(Lines, can_focus=False):
    """Lines to read."""


async def write_meeting(app: IiApp, meeting_id: int) -> Path | None:
    """Asks where, writes the meeting's .ics file, and returns its path; None for a step out.

    Only in a worker. A file that is there already is replaced only when the person says so.
    """
    name = calendar_files.meeting_file_name(scheduling.one(app.desk, meeting_id))
    typed = await ask_file(app, "Write the meeting as a calendar file", f"~/{name}")
    if typed is None:
        return None
    target, replace = await app.ask(lambda: looked_up(expand(typed), name))
    if replace and not await confirm(
        app, "That file is there already", words=shown(target), yes="Replace it", no="Leave it"
    ):
        return None
    return await app.do(
        lambda: calendar_files.write_meeting(app.desk, meeting_id, target, replace=replace)
    )


def looked_up(path: Path, name: str) -> tuple[Path, bool]:
    """Where the file goes, and whether one is there.

    For the writer thread: a folder on the network may keep one waiting.
    """
    target = handing_over.place_for(path, name).absolute()
    return target, os.path.lexists(target)
