"""A company added by name, and its few fields edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from ii_tui.core.models import CompanyPage
from ii_tui.errors import IiError
from ii_tui.services import browsing
from ii_tui.ui.dialogs.ask import ask_text
from ii_tui.ui.dialogs.base import Dialog
from ii_tui.ui.widgets.fields import Field

if TYPE_CHECKING:
    from ii_tui.ui.app import IiApp


async def add_company(app: IiApp) -> None:
    """Asks for a name; the company becomes a target. Only in a worker."""
    name = await ask_text(
        app,
        "Which company would you like to work for?",
        "Name",
        act="add as a target",
        check=lambda value: None if value.strip() else "A company needs a name.",
    )
    if name is None:
        return
    company = await app.do(lambda: browsing.add_company(app.desk, name))
    if company is not None:
        app.say(f"{name.strip()} is a target", undo=True)


class CompanyForm(Dialog[dict[str, str]]):
    """Name, website, notes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save", show=False)]

    def __init__(self, page: CompanyPage) -> None:
        super().__init__(page.row.name, (("ctrl+s", "save"), ("tab", "next"), ("esc", "back")))
        self._before = {"name": page.row.name, "website": page.website, "notes": page.notes}
        self.fields = {
            "name": Field("Name", page.row.name, id="name"),
            "website": Field("Website", page.website, id="website"),
            "notes": Field("Notes", page.notes.replace("\n", " "), id="notes"),
        }

    def body(self) -> Iterable[Widget]:
        """The three fields."""
        yield from self.fields.values()

    @on(Input.Submitted)
    def _enter(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_save()

    def action_save(self) -> None:
        """What was changed, and nothing else."""
        changed = {
            name: field.value
            for name, field in self.fields.items()
            if field.value != self._before[name].replace("\n", " ")
        }
        if "name" in changed and not changed["name"].strip():
            self.fields["name"].wrong("A company needs a name.")
            return
        self.dismiss(changed)


async def edit_company(app: IiApp, company_id: int) -> None:
    """The form, and what was changed in it. Only in a worker."""
    page = browsing.company(app.desk, company_id)
    changed = await app.push_screen_wait(CompanyForm(page))
    if not changed:
        return
    try:
        words = await app.ask(
            lambda: browsing.edit_company(app.desk, company_id, page.row.rev, **changed)
        )
    except IiError as error:
        app.fail(error)
        return
    app.say(words, undo=True)
    app.changed()
