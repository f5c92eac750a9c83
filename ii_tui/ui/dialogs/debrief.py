"""The debrief's sheet: what was heard, and what or whom they suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.typed import Typed
from ii_tui.ui.widgets.fields import Field
from ii_tui.ui.widgets.safe_text import SheetText

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was typed; not `finished` where the person stepped out of it."""

    heard: str
    suggested: str
    finished: bool

    @property
    def empty(self) -> bool:
        """Nothing was typed."""
        return not (self.heard.strip() or self.suggested.strip())


class DebriefSheet(Dialog[Debrief]):
    """A text of many lines and a line; ctrl+s finishes, escape keeps what was typed."""

    WIDTH = 76
    STEP = (
        "Step 5, thanks and stay in touch: what you write down now is what the thank-you card "
        "can mention, and what you tell them in eight weeks."
    )
    AUTO_FOCUS = "SheetText"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "finish", "Finish", id="debrief.finish", show=False)
    ]
    DEFAULT_CSS = """
    DebriefSheet SheetText { height: 7; margin: 0 1 1 1; }
    DebriefSheet .debrief--ask { margin: 0 0 0 0; color: $ii-dim; }
    """

    def __init__(self, title: str, key: str) -> None:
        """`key` is what is typed remembered under until it is kept: the task."""
        super().__init__(title, (("ctrl+s", "finish"), ("tab", "next"), ("esc", "out, kept")))
        self.heard = SheetText(
            id="heard",
            placeholder="Insights, names, what surprised you. It goes to the person's notes.",
        )
        self.suggested = Field(
            "Suggested",
            id="suggested",
            placeholder="e.g. a person, a book, a next step",
        )

        self._typed = Typed(self, f"debrief_{key}", lambda: [self.heard.text, self.suggested.value])

    def on_mount(self) -> None:
        """What was typed before a hang-up is there again."""
        before = self._typed.before(cast("IiApp", self.app))
        if len(before) == 2 and any(before):
            self.heard.load_text(before[0])
            self.suggested.value = before[1]
            self.heard.move_cursor(self.heard.document.end)
            self.status.say("What you typed before is here.")

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _changed(self) -> None:
        self._typed.changed()

    def body(self) -> Iterable[Widget]:
        """The two questions."""
        yield Static("What did you hear?", markup=False, classes="debrief--ask")
        yield self.heard
        yield self.suggested

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_finish()

    def action_finish(self) -> None:
        """Done with it."""
        self._typed.over()
        self.dismiss(Debrief(self.heard.text, self.suggested.value, True))

    def action_step_out(self) -> None:
        """Out; what was typed is kept."""
        self._typed.over()
        self.dismiss(Debrief(self.heard.text, self.suggested.value, False))
