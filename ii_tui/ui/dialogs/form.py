"""The sheet of a form. What was typed is never lost: not by a refusal, not by another window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.errors import IiError, Nothing, Stale
from ii_tui.services import conflicts
from ii_tui.services.conflicts import Conflict, Shape
from ii_tui.services.editing import Refused
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.dialogs.kept import in_file
from ii_tui.ui.widgets.fields import Field, Option
from ii_tui.ui.widgets.long_field import LongField

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


class Form(Dialog[str]):
    """The fields of one row; the answer is what happened, in words.

    A subclass says how it is stored and read again; where another program changed the same row
    meanwhile, both versions are put together, and where both changed one field the person chooses.
    """

    WIDTH = 78
    SHAPES: ClassVar[Sequence[Shape]] = ()
    PLACEHOLDERS: ClassVar[Mapping[str, str]] = {}
    LABELS: ClassVar[Mapping[str, str]] = {}
    """shorter labels where the room of a label is too small"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="form.save", show=False),
        Binding("down", "next_field", "Next", id="form.next", show=False),
        Binding("up", "previous_field", "Previous", id="form.previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        values: Mapping[str, str],
        rev: int,
        field: str = "",
        typed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`typed` is saved as soon as the form is there."""
        super().__init__(title, (("ctrl+s", "save"), ("tab", "next"), ("esc", "back")))
        self.named = title
        self._before, self._rev = dict(values), rev
        self._first, self._typed = field, typed
        self._busy = False
        self._met = False
        """whether their version was looked at"""
        self._beside = ""
        """what stays of their side, once it is saved"""
        self._fields: dict[str, Field | LongField] = {}
        for shape in self.SHAPES:
            label = self.LABELS.get(shape.name, shape.label)
            if shape.kind == "text":
                made: Field | LongField = LongField(label, values[shape.name], id=shape.name)
            else:
                hint = self.PLACEHOLDERS.get(shape.name, "")
                made = Field(label, values[shape.name], id=shape.name, placeholder=hint)
            self._fields[shape.name] = made

    # What a subclass knows

    def store(self, rev: int, changed: dict[str, str]) -> str:
        """Saves, on the writer thread; raises Stale, Refused, Nothing."""
        raise NotImplementedError

    def read(self) -> tuple[dict[str, str], int, str]:
        """What is stored now, its rev, and who changed it; raises Nothing where it is gone."""
        raise NotImplementedError

    def notice(self) -> str:
        """What else has become of the row since the form was opened, in words; after `read`."""
        return ""

    # The fields

    @property
    def house(self) -> IiApp:
        """The app, with its type."""
        return cast("IiApp", self.app)

    def body(self) -> Iterable[Widget]:
        """The fields, in their order."""
        yield from self._fields.values()

    def on_mount(self) -> None:
        """Begin where it was asked for."""
        if self._first in self._fields:
            self.call_after_refresh(self._fields[self._first].focus)
        for name, text in self._typed.items():
            self._fields[name].value = text
        if self._typed:
            self.action_save()

    @property
    def typed(self) -> dict[str, str]:
        """What the fields hold now."""
        return {name: field.value for name, field in self._fields.items()}

    @property
    def changed(self) -> dict[str, str]:
        """The fields that say something else than what is stored."""
        before = {name: text.strip() for name, text in self._before.items()}
        return {name: text for name, text in self.typed.items() if text != before[name]}

    # Keys

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes on to the next field; on the last one it saves."""
        message.stop()
        if message.input.id == f"{self.SHAPES[-1].name}-input":
            self.action_save()
        else:
            self.focus_next()

    def action_next_field(self) -> None:
        """To the field below."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """To the field above."""
        self.focus_previous()

    def action_save(self) -> None:
        """Saves what changed."""
        if not self._busy:
            self._busy = True
            self.house.begin(self._save())

    @property
    def unsaved(self) -> bool:
        """Whether something was changed."""
        return bool(self.changed)

    def action_step_out(self) -> None:
        """Leave; with changes only when asked."""
        if self.unsaved:
            self.house.begin(self._ask_to_leave())
        else:
            self.dismiss(None)

    async def _ask_to_leave(self) -> None:
        names = [shape.label for shape in self.SHAPES if shape.name in self.changed]
        answer = await ask_choice(
            self.house,
            "Leave without saving?",
            (
                Option("k", "Keep typing", "keep"),
                Option("s", "Save", "save"),
                Option("t", "Throw the changes away", "throw", ", ".join(names).lower()),
            ),
            to="k",
        )
        if answer == "throw":
            self.dismiss(None)
        elif answer == "save":
            self.action_save()

    # Saving

    async def _save(self) -> None:
        try:
            # Another program may write again while the person chooses, so this goes round.
            while not await self._settled():
                pass
        finally:
            self._busy = False

    async def _settled(self) -> bool:
        """Tries to save; False when both sides were put together and it is to be tried again."""
        changed, rev = self.changed, self._rev
        if not changed:
            if self._met:
                self.house.say("Their version stays.")
            self.dismiss(None)
            return True
        try:
            words = await self.house.ask(lambda: self.store(rev, changed))
        except Refused as error:
            self._blame(error)
        except Stale:
            return await self._meet()
        except Nothing as error:
            await self._gone(error)
        except IiError as error:
            self.status.fail(error)  # the form stays, and what was typed with it
        else:
            self.dismiss(f"{words}. {self._beside}" if self._beside else words)
        return True

    def _blame(self, error: Refused) -> None:
        first: Field | LongField | None = None
        for name, why in error.fields.items():
            field = self._fields[name]
            field.wrong(why)
            first = first or field
        if first is not None:
            first.focus()

    async def _meet(self) -> bool:
        """Somebody saved the same row meanwhile; True when the person wants to stay in the form."""
        try:
            theirs, rev, who = await self.house.ask(self.read)
        except Nothing as error:
            await self._gone(error)
            return True
        found = conflicts.conflict(
            self.named, who, self.SHAPES, self._before, self._before | self.changed, theirs
        )
        values = await self._choose(found)
        if values is None:
            self.status.fail("Not saved; your text is here.")
            return True
        self._met = True
        told = " ".join(part for part in (found.told(), self.notice()) if part)
        self._beside = told or self._beside
        for name, text in values.items():
            if text.strip() != self._fields[name].value:
                self._fields[name].value = text
        self._before, self._rev = theirs, rev
        return False

    async def _choose(self, found: Conflict) -> dict[str, str] | None:
        if not found.clashes:
            return found.resolved({})
        from ii_tui.ui.dialogs.merging import MergeDialog

        chosen = await self.house.push_screen_wait(MergeDialog(found))
        if chosen is None:
            return None
        return found.resolved(chosen)

    async def _gone(self, error: Nothing) -> None:
        """The row is not there any more: what was typed stays, or goes to a file."""
        answer = await ask_choice(
            self.house,
            error.message,
            (
                Option("k", "Keep it in the form", "keep", "for when redo brings them back"),
                Option("f", "Write what I typed to a file", "file"),
            ),
            words="What you typed is not lost. Redo may bring back what an undo took away.",
            to="k",
        )
        if answer == "file":
            text = conflicts.as_text(self.SHAPES, self.changed)
            await in_file(self.house, self.named, text)
            self.dismiss(None)
        else:
            self.status.fail("Not saved; your text is here.")
