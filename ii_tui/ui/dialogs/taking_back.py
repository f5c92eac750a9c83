"""Another program's change is undone only when asked: as it is now, and as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.errors import IiError
from ii_tui.services import history, taking_back
from ii_tui.services.taking_back import TakenBack
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.version_rows import Versions
from ii_tui.ui.widgets.fields import Choice, Option
from ii_tui.ui.widgets.lines import Item, Lines
from ii_tui.ui.widgets.spans import Line, Span, dim, one_line

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class _Differences(Lines, can_focus=False):
    """To be read."""


class TakeBackDialog(Dialog[bool]):
    """Whether another program's change is undone, or done again; a step out is a no."""

    WIDTH = 110
    STEP = (
        "Undo goes back through everything that was done to this database, by whichever window; "
        "what another one did is shown first, as it is now and as it would be then."
    )

    def __init__(self, found: TakenBack, *, redo: bool) -> None:
        title = "Do again what another window undid?" if redo else "Undo what was done elsewhere?"
        super().__init__(title, (("enter", "choose"), ("esc", "leave it")))
        self._found = found
        yes = "Do it again" if redo else "Undo it"
        options = (Option("y", yes, True), Option("n", "Leave it", False))
        self._choice: Choice[bool] = Choice(options, to="n")

    def body(self) -> Iterable[Widget]:
        """What was done, both versions, and the question."""
        found = self._found
        yield Static(one_line(f"{found.name}: {found.told}."), markup=False, classes="sheet--words")
        items = []
        for one in found.differences:
            label = Line([Span(one_line(one.whose), "heading"), dim(f"  {one.label}")])
            items.append(Item(None, (label, Versions("now", one.now, "then", one.then))))
        if found.more:
            items.append(Item(None, (Line(dim(f"and {found.more} more")),)))
        differences = _Differences(items)
        differences.styles.height = "auto"
        differences.styles.margin = (0, 0, 1, 0)
        yield differences
        yield self._choice

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        option: Option[bool] = message.item.data
        self.dismiss(option.value)


async def replay(app: IiApp, *, redo: bool) -> str | None:
    """Undoes or redoes; what another program did meanwhile is asked about. Only in a worker.

    Returns what happened, in words; None when the person left it.
    """
    act: Callable[..., str] = history.redo_last if redo else history.undo_last
    wanted = partial(act, app.desk, mine_only=True)
    while True:
        try:
            return await app.ask(wanted)
        except IiError as error:
            if error.code != "foreign":
                raise
        # Between the question and the answer yet another change may be made: it is asked again.
        found = await app.ask(partial(taking_back.preview, app.desk, redo=redo))
        if not await app.push_screen_wait(TakeBackDialog(found, redo=redo)):
            return None
        wanted = partial(act, app.desk, only=found.change_id)
