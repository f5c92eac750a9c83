"""A company added by name, and its few fields edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ii_tui.core.models import CompanyPage
from ii_tui.services import browsing, conflicts
from ii_tui.ui.dialogs.ask import ask_text
from ii_tui.ui.dialogs.form import Form

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


class CompanyForm(Form):
    """Name, website, notes."""

    SHAPES = browsing.COMPANY_FORM

    def __init__(self, page: CompanyPage) -> None:
        super().__init__(page.row.name, browsing.company_values(page), page.row.rev)
        self._company = page.row.id

    def store(self, rev: int, changed: dict[str, str]) -> str:
        """Saves the company's fields."""
        return browsing.edit_company(self.house.desk, self._company, rev, **changed)

    def read(self) -> tuple[dict[str, str], int, str]:
        """The company as it is stored now."""
        desk = self.house.desk
        page = browsing.company(desk, self._company)
        who = conflicts.who_changed(desk, "company", self._company)
        return browsing.company_values(page), page.row.rev, who


async def edit_company(app: IiApp, company_id: int) -> None:
    """The form, and what was changed in it. Only in a worker."""
    page = browsing.company(app.desk, company_id)
    words = await app.push_screen_wait(CompanyForm(page))
    if words is not None:
        app.say(words, undo=True)
        app.changed()
