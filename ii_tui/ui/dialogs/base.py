"""The sheet that every dialog is: a title, a body, one line of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from ii_tui.ui.textual_patches.compositor import draw_sparingly
from ii_tui.ui.widgets.bars import Hint, KeyLine, StatusLine
from ii_tui.ui.widgets.spans import one_line

T = TypeVar("T")

_AROUND = 8
"""lines of the sheet that are not its body: padding, title, blanks, status, keys"""


_BESIDE = 24
"""cells of the screen below that are worth seeing beside a sheet"""


class Dialog(ModalScreen[T | None]):
    """A question over a screen; escape answers None. A subclass says what its body is.

    The screen below stays as it is, so that opening one repaints the sheet and nothing else.
    """

    AUTO_FOCUS = ".sheet--body *"
    HELPS: ClassVar[bool] = True
    """whether `?`, or ctrl+o where one types, shows its keys and what it is for"""
    STEP: ClassVar[str] = ""
    """which of the five steps it serves, and why; else help says what the screen below says"""
    READ: ClassVar[bool] = False
    """whether nothing in it takes keys: then its body does, and they scroll it"""
    WIDTH: ClassVar[int] = 64
    """cells of the sheet, less where the terminal has fewer"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_out", "Out", id="dialog.out", show=False),
        Binding("question_mark,ctrl+o", "help", "Help", id="dialog.help", show=False),
        Binding("ctrl+q", "leave_program", "Quit", id="dialog.quit", show=False),
    ]

    def __init__(
        self, title: str, keys: Sequence[Hint] = (("enter", "ok"), ("esc", "back"))
    ) -> None:
        super().__init__()
        draw_sparingly(self)
        self.heading = one_line(title)
        self.status = StatusLine()
        """for what went wrong with the whole, where no field is to blame"""
        self.keys = KeyLine(keys, tail=())

    def body(self) -> Iterable[Widget]:
        """The widgets between the title and the keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet") as sheet:
            sheet.styles.width = self.wanted
            yield Static(self.heading, markup=False, classes="sheet--title")
            with VerticalScroll(classes="sheet--body", can_focus=self.READ):
                yield from self.body()
            yield self.status
            yield self.keys

    @property
    def wanted(self) -> int:
        """Cells that the sheet would like to have: WIDTH, unless what it says asks for more."""
        return self.WIDTH

    def on_mount(self) -> None:
        """Help is the last key of every sheet, by the key that is no letter where one types."""
        if self.HELPS:
            typed = self.query("Input, TextArea")
            self.keys.last = ("ctrl+o" if typed else "?", "help")

    def action_help(self) -> None:
        """What can be done here, and what it is for."""
        if not self.HELPS:
            return
        below = next((one for one in self.app.screen_stack[::-1] if hasattr(one, "SCOPES")), None)
        from ii_tui.ui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self, getattr(below, "STEP", "")), self._after_help)

    def _after_help(self, answer: str | None) -> None:
        if answer == "method":
            from ii_tui.ui.dialogs.method import MethodDialog

            self.app.push_screen(MethodDialog())

    def on_resize(self) -> None:
        """The keys stay in sight however long the body is; no slivers stand beside the sheet."""
        beside = self.size.width - self.wanted
        self.query_one(".sheet").styles.width = self.wanted if beside >= _BESIDE else "100%"
        self.query_one(".sheet--body").styles.max_height = max(1, self.size.height - _AROUND)

    def on_key(self) -> None:
        """What the last key led to has been read."""
        self.status.clear()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave with an answer; a second one comes too late, and would close what is below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_step_out(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed here that would be lost; a step out then asks."""
        return False

    async def action_leave_program(self) -> None:
        """Quit, or where something would be lost be asked first."""
        if self.unsaved:
            self.action_step_out()
        else:
            await self.app.run_action("app.quit")

    def action_copy_text(self) -> None:
        """Ctrl+c copies what the mouse marked; else it stops nothing, and says so."""
        try:
            super().action_copy_text()
        except SkipAction:
            way_out = getattr(self.app, "way_out", None)
            if way_out is not None:
                self.status.say(way_out())
