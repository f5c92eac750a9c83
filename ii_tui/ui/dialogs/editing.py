"""The person's form. What was typed is never lost: not by a refusal, not by another window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.core.models import PersonPage
from ii_tui.errors import IiError, Stale
from ii_tui.services import editing, people
from ii_tui.services.editing import Refused
from ii_tui.services.person_form import EDITABLE, changed_values, differences, form_values
from ii_tui.ui.dialogs.ask import ask_choice
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.fields import Field, Option
from ii_tui.ui.widgets.long_field import LongField

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp

_LONG = frozenset({"how_known", "address"})
_PLACEHOLDERS = {
    "url": "linkedin.com/in/...",
    "email": "ada@example.org",
    "introduced_by": "a name from your contacts",
    "zone": "a city or a zone, such as Chicago",
    "country": "such as US or DE-BE, for its holidays",
    "cadence_days": "120",
    "tags": "alumni, berlin",
}


class PersonForm(Dialog[str]):
    """Every field of a person; the answer is what happened, in words."""

    WIDTH = 78
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="form.save", show=False),
        Binding("down", "next_field", "Next", id="form.next", show=False),
        Binding("up", "previous_field", "Previous", id="form.previous", show=False),
    ]

    def __init__(self, page: PersonPage, field: str = "") -> None:
        keys = (("ctrl+s", "save"), ("tab", "next"), ("esc", "back"))
        super().__init__(page.name, keys)
        self._person, self._rev = page.id, page.rev
        self._before = form_values(page)
        self._first = field
        self._busy = False
        self._fields: dict[str, Field | LongField] = {}
        for name, label in EDITABLE:
            value = self._before[name]
            if name in _LONG:
                self._fields[name] = LongField(_short(label), value, id=name)
            else:
                shown = page.first if name == "greeting" else _PLACEHOLDERS.get(name, "")
                self._fields[name] = Field(_short(label), value, id=name, placeholder=shown)

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

    @property
    def typed(self) -> dict[str, str]:
        """What the fields hold now."""
        return {name: field.value for name, field in self._fields.items()}

    @property
    def changed(self) -> dict[str, str]:
        """The fields that say something else than what is stored."""
        return changed_values(self._before, self.typed)

    # Keys

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes on to the next field; on the last one it saves."""
        message.stop()
        if message.input.id == f"{EDITABLE[-1][0]}-input":
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

    def action_step_out(self) -> None:
        """Leave; with changes only when asked."""
        if self.changed:
            self.house.begin(self._ask_to_leave())
        else:
            self.dismiss(None)

    async def _ask_to_leave(self) -> None:
        names = [label for name, label in EDITABLE if name in self.changed]
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
            await self._try_to_save()
        finally:
            self._busy = False

    async def _try_to_save(self) -> None:
        changed = self.changed
        if not changed:
            self.dismiss(None)
            return
        desk, rev = self.house.desk, self._rev
        try:
            words = await self.house.ask(lambda: editing.edit(desk, self._person, rev, changed))
        except Refused as error:
            self._blame(error)
        except Stale:
            await self._merge()
        except IiError as error:
            self.status.fail(error)  # the form stays, and what was typed with it
        else:
            self.dismiss(words)

    def _blame(self, error: Refused) -> None:
        first: Field | LongField | None = None
        for name, why in error.fields.items():
            field = self._fields[name]
            field.wrong(why)
            first = first or field
        if first is not None:
            first.focus()

    async def _merge(self) -> None:
        """Someone saved the same person meanwhile: both versions, field by field."""
        from ii_tui.ui.dialogs.merging import MergeDialog

        try:
            page = people.page(self.house.desk, self._person)
        except IiError as error:
            self.status.fail(error)
            return
        theirs = form_values(page)
        found = differences(self._before, self.typed, theirs)
        kept: dict[str, bool] | None = {}
        if any(one.both for one in found):
            kept = await self.house.push_screen_wait(MergeDialog(page.name, found))
        if kept is None:
            self.status.fail("Not saved; your text is here.")
            return
        for one in found:
            mine = kept.get(one.name, one.keep_mine)
            self._fields[one.name].value = one.mine if mine else one.theirs
        self._before, self._rev = theirs, page.rev
        await self._try_to_save()


def _short(label: str) -> str:
    """The label in the room that labels have."""
    return {"How I know them": "How I know", "Check in every (days)": "Check-in days"}.get(
        label, label
    )


async def edit_person(app: IiApp, person_id: int, *, field: str = "") -> None:
    """Opens the form on a person, at `field` where one is named. Only in a worker."""
    page = people.page(app.desk, person_id)
    words = await app.push_screen_wait(PersonForm(page, field))
    if words is not None:
        app.say(words, undo=True)
        app.changed()
