"""Exporting, backing up, restoring, and the list of what can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from ii_tui.core.dates import parse_instant, relative_day
from ii_tui.services import exporting, far_end, history, safekeeping
from ii_tui.ui.dialogs.ask import ask_choice, ask_file
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.written import Written, looked_up
from ii_tui.ui.widgets.columns import Column, Columns
from ii_tui.ui.widgets.fields import Option
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.path_input import expand
from ii_tui.ui.widgets.spans import dim

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_BACK = (Option("g", "Go on", True),)


async def export(app: IiApp) -> None:
    """Asks what and where, writes it, and says how to fetch it over ssh. Only in a worker."""
    from ii_tui.ui.dialogs.ask import confirm

    kind = await ask_choice(
        app,
        "Export what?",
        (
            Option("j", "Everything (json)", "json", "to import elsewhere, complete"),
            Option("c", "People (csv)", "csv", "for a spreadsheet"),
            Option("i", "Meetings and reminders (ics)", "ics", "for your calendar"),
        ),
    )
    if kind is None:
        return
    name = f"ii-tui-{app.desk.today():%Y-%m-%d}.{kind}"
    typed = await ask_file(app, "Write the export to a file", f"~/{name}")
    if typed is None:
        return
    target, there = await app.ask(lambda: looked_up(expand(typed), name))
    if there and not await confirm(
        app, "That file is there already", words=str(target), yes="Replace it", no="Leave it"
    ):
        return
    exported = await app.ask(lambda: exporting.write_export(app.desk, kind, target))
    words = " ".join((exported.words, *exported.notes))
    await app.push_screen_wait(Written(target, _BACK, words=words))
    app.say(f"Exported to {target}")


async def backup(app: IiApp) -> None:
    """Writes a checked backup, and says where. Only in a worker."""
    name = f"ii-tui-{app.desk.today():%Y-%m-%d}.db"
    typed = await ask_file(app, "Back up everything", f"~/{name}")
    if typed is None:
        return
    target, _ = await app.ask(lambda: looked_up(expand(typed), name))
    path = await app.ask(lambda: safekeeping.backup(app.desk, target))
    words = "Checked: it can be opened and is whole. ii-tui also keeps one a day by itself."
    await app.push_screen_wait(Written(path, _BACK, words=words))
    app.say(f"Backed up to {path}")


async def restore(app: IiApp) -> None:
    """Says how: the database must not be open while another takes its place. Only in a worker."""
    from ii_tui.ui.dialogs.reading import ReadingDialog

    desk = app.desk
    found = await app.ask(lambda: safekeeping.kept(desk))
    lines = [
        "A restore takes the place of everything that is here, so it is done while the program "
        "is closed. Quit (nothing is lost), then type:",
        "",
        f"ii-tui {far_end.option_of(desk.paths.database)}restore FILE",
        "",
        "What it replaces is kept beside it, and a file that is not whole is refused.",
        "",
        "The newest backups:" if found else "There is no backup yet; `:` backup writes one.",
        *(f"  {path}" for path in found),
    ]
    await app.push_screen_wait(ReadingDialog("Put a backup in place", "\n".join(lines)))


class HistoryDialog(Dialog[None]):
    """What was done, the newest first; u takes the newest back, ctrl+r does it again."""

    WIDTH: ClassVar[int] = 78
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,ctrl+z", "take_back", "Undo", id="history.undo", show=False),
        Binding("ctrl+r,ctrl+y", "again", "Redo", id="history.redo", show=False),
    ]
    COLUMNS = Columns(Column(12), Column(20, grow=1), Column(6, align="right"))

    def __init__(self, app: IiApp) -> None:
        keys = (("u", "take the newest back"), ("ctrl+r", "do it again"), ("esc", "back"))
        super().__init__("What was done", keys)
        self._house = app
        self._lines = Lines(empty=("Nothing was done yet that could be taken back.",))

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield self._lines

    def on_mount(self) -> None:
        """Reads them."""
        self._lines.styles.height = max(4, min(14, self._house.size.height - 9))
        self.redraw()

    def redraw(self) -> None:
        """What stands at the top is taken back first."""
        desk = self._house.desk
        items = []
        for change in history.changes(desk):
            at = desk.local(parse_instant(change.at))
            day = relative_day(at.date(), desk.today())
            when = f"{at:%H:%M}" if day == "today" else day
            name = dim(change.name) if change.undone else change.name
            row = self.COLUMNS.row(dim(when), name, "undone" if change.undone else "")
            items.append(Item(change.id, (row,)))
        self._lines.show(items)

    def action_take_back(self) -> None:
        """The newest change."""
        self._house.action_undo()

    def action_again(self) -> None:
        """What was taken back last."""
        self._house.action_redo()
