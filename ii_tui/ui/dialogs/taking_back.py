"""Another program's change is undone only when asked: as it is now, and as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
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


class TakeBackDialog(Dialog[bool]):
    """Whether another program's change is undone, or done again; a step out is a no."""

    WIDTH = 110
    AUTO_FOCUS = "Choice"
    STEP = (
        "Undo goes back through everything that was done to this database, by whichever window; "
        "what another one did is shown first, as it is now and as it would be then."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="back.yes", show=False),
        Binding("n", "answer(False)", "No", id="back.no", show=False),
    ]

    def __init__(self, found: TakenBack, *, redo: bool) -> None:
        title = "Do again what another window undid?" if redo else "Undo what was done elsewhere?"
        super().__init__(title, (("enter", "choose"), ("tab", "read on"), ("esc", "leave it")))
        self._found = found
        yes = "Do it again" if redo else "Undo it"
        options = (Option("y", yes, True), Option("n", "Leave it", False))
        self._choice: Choice[bool] = Choice(options, to="n")
        self._choice.styles.margin = (0, 0, 1, 0)
        self._list = Lines(self._items())
        self._list.styles.height = "auto"

    def _items(self) -> list[Item]:
        items = []
        for n, one in enumerate(self._found.differences):
            label = Line([Span(one_line(one.whose), "heading"), dim(f"  {one.label}")])
            items.append(Item(n, (label, Versions("now", one.now, "then", one.then))))
        if self._found.more:
            items.append(Item(None, (Line(dim(f"and {self._found.more} more")),)))
        return items

    def body(self) -> Iterable[Widget]:
        """What was done, the question, and what would change."""
        found = self._found
        yield Static(one_line(f"{found.name}: {found.told}."), markup=False, classes="sheet--words")
        yield self._choice
        yield self._list

    def on_resize(self) -> None:
        """The question stays in sight; what would change scrolls in its own room."""
        around = 15 if self.size.width > 60 else 17
        self._list.styles.max_height = max(4, self.size.height - around)

    def action_answer(self, answer: bool) -> None:
        """From the list as well."""
        self.dismiss(answer)

    @on(Lines.Chosen)
    def _chosen(self, message: Lines.Chosen) -> None:
        message.stop()
        if message.view is self._choice:
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
