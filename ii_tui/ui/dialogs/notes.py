"""What one writes down about one person: a note, a reminder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from ii_tui.core.dates import long_day
from ii_tui.errors import IiError
from ii_tui.services import people, settling, times
from ii_tui.services.desk import Desk
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.typed import Typed
from ii_tui.ui.widgets.fields import Field, Option

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class NoteDialog(Dialog[str]):
    """A text of many lines; the answer is the text."""

    WIDTH = 78
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="note.keep", show=False)
    ]
    DEFAULT_CSS = "NoteDialog SheetText { height: 10; }"

    def __init__(self, title: str, key: str) -> None:
        """`key` is what is typed remembered under until it is kept: the person."""
        super().__init__(title, (("ctrl+s", "keep"), ("esc", "back")))
        from ii_tui.ui.widgets.safe_text import SheetText

        self._text = SheetText(id="note")
        self._typed = Typed(self, f"note_{key}", lambda: [self._text.text])

    def on_mount(self) -> None:
        """What was typed before a hang-up is there again."""
        before = "".join(self._typed.before(cast("IiApp", self.app)))
        if before:
            self._text.load_text(before)
            self._text.move_cursor(self._text.document.end)
            self.status.say("What you typed before is here.")

    def on_text_area_changed(self) -> None:
        """It is on disk in a moment."""
        self._typed.changed()

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield self._text

    def action_keep(self) -> None:
        """Keep it on the timeline."""
        text = self._text.text.strip()
        if text:
            self._typed.over()
            self.dismiss(text)
        else:
            self.status.fail("The note is empty. Type what you want to remember.")

    @property
    def unsaved(self) -> bool:
        """Whether there is a text."""
        return bool(self._text.text.strip())

    def action_step_out(self) -> None:
        """Leave; what was typed is thrown away only when asked."""
        if self.unsaved:
            cast("IiApp", self.app).begin(self._ask_to_leave())
        else:
            self._typed.over()
            self.dismiss(None)

    async def _ask_to_leave(self) -> None:
        answer = await ask_choice(
            cast("IiApp", self.app),
            "Leave the note?",
            (
                Option("k", "Keep the note and leave", "keep"),
                Option("g", "Go on typing", "go"),
                Option("t", "Throw it away", "throw"),
            ),
        )
        if answer == "keep":
            self.action_keep()
        elif answer == "throw":
            self._typed.over()
            self.dismiss(None)


async def note(app: IiApp, person_id: int) -> None:
    """Keeps a note on the person's timeline. Only in a worker."""
    name = people.brief_name(app.desk, person_id)
    text = await app.push_screen_wait(NoteDialog(f"Note on {name}", str(person_id)))
    if text is not None:
        from ii_tui.ui.dialogs.kept import saved

        await saved(app, f"note {name}", text, lambda: people.add_note(app.desk, person_id, text))


class RemindDialog(Dialog[tuple[str, str]]):
    """What, and when; when is told back before it counts."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(
            f"Remind me about {name}", (("enter", "next, then remind"), ("esc", "back"))
        )
        self._desk = desk
        self._what = Field("What", id="what", placeholder="e.g. ask how the move went")
        self._when = Field("When", id="when", placeholder="e.g. friday, in 2 weeks, 3 March 9am")
        self._told = Static("", markup=False, classes="sheet--told")

    def body(self) -> Iterable[Widget]:
        """Two fields, and the day that is meant."""
        yield self._what
        yield self._when
        yield self._told

    @on(Input.Changed, "#when-input")
    def _typed(self) -> None:
        self._told.update(self._meaning() or " ")

    def _meaning(self) -> str:
        """The moment that is meant; "" while it cannot be told."""
        if not self._when.value:
            return ""
        try:
            at = self._desk.local(times.moment(self._desk, self._when.value))
        except IiError:
            return ""
        return f"{long_day(at.date(), self._desk.today())}, {at:%H:%M}"

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if not self._what.value:
            self._what.wrong("Type a few words.")
            self._what.focus()
        elif not self._when.value:
            self._when.focus()
            if message.input.id == "when-input":
                self._when.wrong("Name a day, such as friday.")
        else:
            self._check()

    def _check(self) -> None:
        try:
            times.moment(self._desk, self._when.value)
        except IiError as error:
            self._when.wrong(str(error))
            self._when.focus()
        else:
            self.dismiss((self._what.value, self._when.value))


async def remind(app: IiApp, person_id: int) -> None:
    """A reminder of one's own about the person. Only in a worker."""
    name = people.brief_name(app.desk, person_id)
    answer = await app.push_screen_wait(RemindDialog(app.desk, name))
    if answer is not None:
        from ii_tui.ui.dialogs.kept import saved

        what, when = answer
        text = f"{what} ({when})"
        await saved(app, name, text, lambda: settling.remind(app.desk, person_id, when, what))
